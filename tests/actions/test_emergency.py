"""What is said beside danger is heard too, after the emergency answer."""

from __future__ import annotations

import pytest

from actions.emergency import ActionEmergency
from bot.casework.intake import Ask
from bot.casework.message import Kind
from tests.actions.conftest import Practitioner

HITTING = "she is alone with him now and he is hitting her"


def test_an_allegation_with_danger_gets_the_way_to_its_own_procedure_as_well(me: Practitioner) -> None:
    me.stands("warrington")
    answer = me.to(
        ActionEmergency, f"the teaching assistant did it, {HITTING}", "immediate_risk", besides="allegation"
    )
    assert answer.kinds[0] is Kind.EMERGENCY
    assert any("allegation" in message.text.lower() for message in answer.messages[1:])


def test_news_of_the_stage_with_danger_is_noted_after_it(me: Practitioner) -> None:
    me.stands()
    answer = me.to(ActionEmergency, f"the manager refused, {HITTING}", "immediate_risk", besides="report_refused")
    assert answer.kinds[0] is Kind.EMERGENCY and me.stage == "2"


def test_nobody_is_praised_right_after_danger(me: Practitioner) -> None:
    me.stands()
    answer = me.to(
        ActionEmergency, f"I rang the social worker today, {HITTING}", "immediate_risk", besides="report_done"
    )
    assert "noted it" in answer.text and "Well done" not in answer.text


OTHERWISE = ["report_resolved", "start_again", "delete_my_data", "thanks", "report_refused", ""]


@pytest.mark.parametrize("besides", OTHERWISE)
def test_nothing_is_settled_or_begun_anew_by_words_that_alarm(me: Practitioner, besides: str) -> None:
    if besides != "report_refused":  # which has no stage to be about
        me.stands()
    before = me.stage
    answer = me.to(ActionEmergency, HITTING, "immediate_risk", besides=besides)
    assert answer.kinds[0] is Kind.EMERGENCY and me.stage == before
    assert me.desk.case and me.desk.case.is_open and Ask.RISK not in me.desk.asks
