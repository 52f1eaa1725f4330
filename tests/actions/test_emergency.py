"""What is said beside danger is heard too, after the emergency answer."""

from __future__ import annotations

import pytest

from actions.emergency import ActionEmergency
from actions.intake import ValidateCaseForm
from actions.mending import ActionStartAgain
from bot.casework.case import Event
from bot.casework.intake import Ask
from bot.casework.message import Kind
from tests.actions.conftest import Practitioner

HITTING = "she is alone with him now and he is hitting her"


def test_an_allegation_with_danger_gets_the_way_to_its_own_procedure_as_well(me: Practitioner) -> None:
    me.stands("warrington")
    answer = me.to(ActionEmergency, f"the teaching assistant did it, {HITTING}", "immediate_risk", besides="allegation")
    assert answer.kinds[0] is Kind.EMERGENCY
    assert any("allegation" in message.text.lower() for message in answer.messages[1:])


def test_news_of_the_stage_with_danger_is_noted_after_it(me: Practitioner) -> None:
    me.stands()
    answer = me.to(ActionEmergency, f"the manager refused, {HITTING}", "immediate_risk", besides="report_refused")
    assert answer.kinds[0] is Kind.EMERGENCY and me.stage == "2"


def test_a_question_with_danger_is_answered_after_it(me: Practitioner) -> None:
    me.stands()
    answer = me.to(ActionEmergency, f"whom do I ring, {HITTING}", "immediate_risk", besides="ask_contact")
    assert answer.kinds[0] is Kind.EMERGENCY and "Contact" in answer.messages[1].text


def test_a_question_that_can_not_be_answered_yet_leaves_the_emergency_alone(me: Practitioner) -> None:
    answer = me.to(ActionEmergency, HITTING, "immediate_risk", besides="ask_deadline")
    assert answer.kinds == [Kind.EMERGENCY]


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


def settled(me: Practitioner) -> str:
    me.stands("telford_wrekin")
    me.parts.casework.resolve("practitioner", None, me.clock.now())
    assert me.desk.case
    return me.desk.case.reference


def test_danger_in_another_area_after_a_settled_case_begins_a_new_one(me: Practitioner) -> None:
    before, record = settled(me), me.record
    answer = me.to(ActionEmergency, f"Different one, in Gloucester: {HITTING}", "immediate_risk")
    case = me.desk.case
    assert answer.kinds[0] is Kind.EMERGENCY and "Gloucestershire also asks" in answer.messages[0].text
    assert case and case.reference != before and case.policy == "gloucestershire" and case.is_open
    me.parts.casework.turn_to("practitioner", before, me.clock.now())
    assert me.record == record, "what was settled is as it was"


def test_danger_after_a_settled_case_asks_which_it_is_and_keeps_the_words(me: Practitioner) -> None:
    before = settled(me)
    answer = me.to(ActionEmergency, HITTING, "immediate_risk")
    assert answer.kinds == [Kind.EMERGENCY, Kind.QUESTION]
    me.to(ActionStartAgain, answer.messages[1].buttons[1].payload, "start_again")
    case = me.desk.case
    assert case and case.reference != before and case.words == (HITTING,)


def test_an_adult_after_a_settled_case_of_a_child_is_a_new_one(me: Practitioner) -> None:
    before = settled(me)
    words = "A resident of our care home, 84: the hospital refused to keep her and sends her back"
    answer = me.fills(words, None, "disagreement")
    case = me.desk.case
    assert case and case.reference != before and case.words == (words,)
    assert answer.asks == Ask.RISK and "This is a new one" in answer.text


def test_danger_elsewhere_in_the_middle_of_a_question_begins_a_new_case_once_and_says_so(me: Practitioner) -> None:
    before = settled(me)
    me.parts.casework.doubt("practitioner", me.clock.now())  # so that the question about danger is open
    words = f"Different one, in Gloucester: {HITTING}"
    assert me.fills(words, Ask.RISK, "immediate_risk", alarm=True).steps_back
    answer = me.to(ActionEmergency, words, "immediate_risk", Ask.RISK, alarm=True)
    case = me.desk.case
    assert case and case.reference != before and case.policy == "gloucestershire" and case.words == (words,)
    assert answer.kinds == [Kind.EMERGENCY, Kind.ANSWER] and "Gloucestershire also asks" in answer.messages[0].text
    assert "This is a new one" in answer.text and "Understood: Gloucestershire" in answer.text


def test_danger_in_the_middle_of_a_question_is_heard_once(me: Practitioner) -> None:
    me.press(Ask.RISK, "no")
    words = f"it is Warrington, {HITTING}"
    assert me.fills(words, Ask.POLICY, "immediate_risk", alarm=True).steps_back
    answer = me.to(ActionEmergency, words, "immediate_risk", Ask.POLICY, alarm=True)
    assert "Warrington also asks" in answer.messages[0].text and "Understood: Warrington" in answer.messages[1].text
    assert me.record.count(Event.DESCRIBED) == 1


@pytest.mark.parametrize("words", ["yes he is", "nobody is hitting her now", "he is not hurting her", "She is."])
def test_a_yes_or_a_denial_out_of_nowhere_has_danger_asked_about(me: Practitioner, words: str) -> None:
    me.stands()
    answer = me.to(ActionEmergency, words, "immediate_risk")
    assert answer.messages == () and me.desk.asks == (Ask.RISK,)
    asked = me.to(ValidateCaseForm, words, "immediate_risk", loop="case_form", before=("action_emergency",))
    assert asked.asks == Ask.RISK and "anyone in danger now" in asked.text


def test_a_yes_to_the_question_about_danger_is_an_alarm(me: Practitioner) -> None:
    me.fills("Social care in Stroud closed it today, we disagree", None, "disagreement")
    assert me.to(ActionEmergency, "yes he is", "immediate_risk", Ask.RISK).kinds[0] is Kind.EMERGENCY


@pytest.mark.parametrize(
    ("words", "alarm"),
    [
        ("he is not hurting her but he is outside with a knife", False),
        ("nobody is with her and she has taken tablets", False),
        ("yes he is hitting her", False),
        ("yes he is", True),
    ],
)
def test_whatever_else_is_said_stays_an_alarm(me: Practitioner, words: str, alarm: bool) -> None:
    me.stands()
    assert me.to(ActionEmergency, words, "immediate_risk", alarm=alarm).kinds[0] is Kind.EMERGENCY
