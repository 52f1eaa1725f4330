"""A label of one's own for a case: set in the chat, shown wherever cases are told apart, enough to name the case."""

from __future__ import annotations

from datetime import timedelta

import pytest

from actions.answers import ActionAnswer
from actions.caseload import ActionLabelCase, ActionListCases, ActionSwitchCase
from actions.intake import ValidateCaseForm
from actions.mending import ActionStartAgain
from actions.progress import ActionRecordProgress
from bot.casework.case import Event
from tests.actions.conftest import ME, Practitioner
from tests.actions.test_several_cases import FIRST, SECOND, focus, pressed, record


@pytest.fixture
def two(me: Practitioner) -> Practitioner:
    """The first case is called the Tuesday family; the second, which is talked about, has no label."""
    me.stands("gloucestershire")
    calls(me, "call it the Tuesday family")
    me.to(ActionStartAgain, "another case", "start_again")
    me.stands("warrington")
    return me


def calls(me: Practitioner, words: str) -> str:
    return me.to(ActionLabelCase, words, "label_case").text


def labels(me: Practitioner) -> dict[str, str | None]:
    found = me.parts.casework.caseload(ME, me.clock.now()).open
    return {item.case.reference: item.case.label for item in found}


def test_it_is_said_back_and_stands_in_the_record(me: Practitioner) -> None:
    me.stands()
    assert "I call case W-0000001 “the Tuesday family” from now on" in calls(me, "call it the Tuesday family")
    assert record(me, FIRST)[-1] is Event.LABELLED
    assert "has no label now" in calls(me, "remove the label")
    assert labels(me) == {FIRST: None}


def test_it_is_shown_wherever_cases_are_told_apart(two: Practitioner) -> None:
    assert f"“the Tuesday family”, {FIRST}, Gloucestershire" in two.to(ActionListCases, "my cases", "list_cases").text
    two.clock.moment += timedelta(hours=20)
    asked = two.to(ActionRecordProgress, "they refused", "report_refused")
    titles = {button.title for button in asked.messages[0].buttons}
    assert titles == {f"{SECOND}, Warrington", f"the Tuesday family ({FIRST})"}
    two.to(ActionSwitchCase, "the other one", "switch_case")
    assert "Case “the Tuesday family”" in two.to(ActionAnswer, "can we have longer?", "ask_longer").text


def test_words_that_hold_a_label_are_about_that_case(two: Practitioner) -> None:
    two.to(ActionRecordProgress, "They refused for the Tuesday family.", "report_refused")
    assert record(two, FIRST)[-1] is Event.STAGE_ENTERED and focus(two) == FIRST
    calls(two, "call it the school")
    two.to(ActionSwitchCase, f"{SECOND}", "switch_case")
    two.to(ActionAnswer, "what do I say to the school about that?", "ask_what_to_say")
    assert focus(two) == SECOND
    two.to(ActionAnswer, "the school: what now?", "ask_next_step")
    assert focus(two) == FIRST


def test_an_answer_to_a_question_is_about_the_case_of_the_question(two: Practitioner) -> None:
    two.to(ActionStartAgain, "a new one", "start_again")
    two.to(ValidateCaseForm, "no, and the Tuesday family neither", "deny", asked="risk")
    assert focus(two) not in (FIRST, SECOND)


def test_where_the_case_is_not_certain_it_is_asked_and_the_words_are_kept(two: Practitioner) -> None:
    two.clock.moment += timedelta(hours=20)
    asked = two.to(ActionLabelCase, 'call it "ward 7, the one {x}"', "label_case")
    assert labels(two)[SECOND] is None
    said = two.to(ActionLabelCase, pressed(two, asked, SECOND), "label_case").text
    assert "“ward 7, the one {x}”" in said and labels(two)[SECOND] == "ward 7, the one {x}"


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("call it the [name] family", "somebody’s name"),
        ("call it " + "a very long label " * 4, "40 characters"),
        ("call it THE TUESDAY FAMILY", "called that already"),
        ("can I name this case", "call it the Tuesday family"),
    ],
)
def test_what_does_not_do_is_said_and_changes_nothing(two: Practitioner, words: str, says: str) -> None:
    before = labels(two)
    assert says in calls(two, words)
    assert labels(two) == before


def test_without_a_case_there_is_nothing_to_call(me: Practitioner) -> None:
    assert "not told me about a disagreement" in calls(me, "call it the Tuesday family")
