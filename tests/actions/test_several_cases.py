"""Several open cases of one person: each answer says which, and nothing lands in the wrong one."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from sqlalchemy import select, update

from actions.answers import ActionAnswer
from actions.caseload import ActionListCases, ActionSwitchCase
from actions.intake import ValidateCaseForm
from actions.mending import ActionCorrect, ActionStartAgain
from actions.progress import ActionRecordProgress, ValidateAgreedDateForm
from bot.casework.calendar import LONDON
from bot.casework.case import Event
from bot.casework.intake import Ask
from bot.storage.case_store import Cases
from bot.storage.cases import cases
from bot.storage.reminders import reminders
from tests.actions.conftest import ME, Answer, Practitioner

FIRST, SECOND = "W-0000001", "W-0000002"


@pytest.fixture
def two(me: Practitioner) -> Practitioner:
    """The first case in Gloucestershire, the second in Warrington, which is talked about."""
    me.stands("gloucestershire")
    me.to(ActionStartAgain, "another case", "start_again")
    me.stands("warrington")
    return me


def reminded_of(me: Practitioner, case: str) -> None:
    """A reminder of that case has just been sent."""
    me.clock.moment += timedelta(minutes=5)
    with me.parts.database.transaction() as connection:
        one = select(reminders.c.id).where(reminders.c.case == case).limit(1).scalar_subquery()
        connection.execute(
            update(reminders).where(reminders.c.id == one).values(sent_at=me.clock.moment, person=ME, state="sent")
        )
    me.clock.moment += timedelta(minutes=5)


def focus(me: Practitioner) -> str:
    case = me.desk.case
    assert case is not None
    return case.reference


def record(me: Practitioner, case: str) -> list[Event]:
    with me.parts.database.reading() as connection:
        return [entry.event for entry in Cases(connection).record_of(case)]


def pressed(me: Practitioner, answer: Answer, title: str) -> str:
    """What the button of that title says to the assistant."""
    (payload,) = [button.payload for m in answer.messages for button in m.buttons if button.title.startswith(title)]
    return payload


def test_with_one_case_nothing_is_asked_and_nothing_is_added(me: Practitioner) -> None:
    me.stands()
    me.clock.moment += timedelta(hours=20)
    assert "Which case" not in me.to(ActionAnswer, "when is the deadline?", "ask_deadline").text
    assert "opened" not in me.to(ActionAnswer, "can we have longer?", "ask_longer").text


def test_an_answer_says_which_case_as_soon_as_there_are_two(two: Practitioner) -> None:
    longer = two.to(ActionAnswer, "can we have longer?", "ask_longer").text
    assert longer.startswith(f"Case {SECOND}, Warrington, about thresholds, opened Monday 2 November")
    advice = two.to(ActionAnswer, "what now?", "ask_next_step").text
    assert advice.count(SECOND) == 1
    assert SECOND not in two.to(ActionAnswer, "hello", "greet").text


def test_a_new_case_leaves_the_old_one_open_and_says_the_way_back(me: Practitioner) -> None:
    me.stands()
    said = me.to(ActionStartAgain, "another case", "start_again").text
    assert f"Case {FIRST} stays in the record as it is, and open" in said and "my cases" in said
    open_now = me.parts.casework.caseload(ME, me.clock.now()).open
    assert {item.case.reference for item in open_now} == {FIRST, SECOND}


def test_the_list_tells_them_apart_without_a_name(two: Practitioner) -> None:
    said = two.to(ActionListCases, "my cases", "list_cases")
    assert f"{FIRST}, Gloucestershire, about thresholds, opened Monday 2 November 2026: Stage 1, due" in said.text
    assert f"{SECOND}, Warrington" in said.text and "the one that we are talking about" in said.text
    assert [button.title for button in said.messages[0].buttons] == [f"{FIRST}, Gloucestershire"]


def test_nothing_open_is_said(me: Practitioner) -> None:
    assert "no open case" in me.to(ActionListCases, "my cases", "list_cases").text


@pytest.mark.parametrize("words", ["the Gloucestershire one", "the other one", f"go back to {FIRST.lower()}", FIRST])
def test_another_case_is_meant_by_its_area_its_reference_or_as_the_other(two: Practitioner, words: str) -> None:
    said = two.to(ActionSwitchCase, words, "switch_case").text
    assert focus(two) == FIRST and f"We are talking about case {FIRST}" in said and "Contact next" in said


def test_what_fits_none_or_several_is_offered(two: Practitioner) -> None:
    said = two.to(ActionSwitchCase, "the one about the child", "switch_case")
    assert focus(two) == SECOND and "Your open cases" in said.text
    two.to(ActionSwitchCase, pressed(two, said, FIRST), "switch_case")
    assert focus(two) == FIRST


@pytest.mark.parametrize("reference", ["W-9999999", "w-zzzzzzz"])
def test_a_reference_of_nobody_or_of_another_moves_nothing(two: Practitioner, reference: str) -> None:
    before = record(two, SECOND)
    said = two.to(ActionRecordProgress, f"they refused in {reference}", "report_refused").text
    assert "no case of yours" in said and focus(two) == SECOND and record(two, SECOND) == before


def test_somebody_elses_case_cannot_be_turned_to(two: Practitioner) -> None:
    with two.parts.database.transaction() as connection:
        theirs = cases.c.reference == FIRST
        connection.execute(update(cases).where(theirs).values(person="somebody else"))
    assert "no case of yours" in two.to(ActionSwitchCase, FIRST, "switch_case").text
    assert focus(two) == SECOND


def test_right_after_talking_about_it_nothing_is_asked(two: Practitioner) -> None:
    two.to(ActionRecordProgress, "they refused", "report_refused")
    assert Event.STAGE_ENTERED in record(two, SECOND)[-1:]


@pytest.mark.parametrize("wait", [True, False])
def test_a_report_after_a_pause_or_a_reminder_asks_which_case(two: Practitioner, wait: bool) -> None:
    if wait:
        two.clock.moment += timedelta(hours=9)
    else:
        reminded_of(two, FIRST)
    before = record(two, FIRST), record(two, SECOND)
    said = two.to(ActionRecordProgress, "they refused yesterday", "report_refused")
    assert "Which case is that about?" in said.text and "999" in said.text
    assert (record(two, FIRST), record(two, SECOND)) == before, "nothing is noted anywhere yet"

    two.to(ActionRecordProgress, pressed(two, said, FIRST), "report_refused")
    assert focus(two) == FIRST and record(two, FIRST)[-1] is Event.STAGE_ENTERED
    assert record(two, SECOND) == before[1]


def test_the_day_that_was_said_is_kept_while_it_is_asked(two: Practitioner) -> None:
    two.clock.moment += timedelta(days=2)
    said = two.to(ActionRecordProgress, "they refused yesterday", "report_refused")
    two.to(ActionRecordProgress, pressed(two, said, FIRST), "report_refused")
    case = two.desk.case
    assert case is not None and case.stage_at is not None
    assert case.stage_at.astimezone(LONDON).date() == (two.clock.moment - timedelta(days=1)).date()


def test_an_agreed_date_is_kept_while_it_is_asked(two: Practitioner) -> None:
    two.clock.moment += timedelta(hours=9)
    said = two.to(ValidateAgreedDateForm, "we agreed 20 November", "report_agreed_date", loop="agreed_date_form")
    two.to(ValidateAgreedDateForm, pressed(two, said, FIRST), "report_agreed_date", loop="agreed_date_form")
    assert Event.DATE_AGREED in record(two, FIRST) and Event.DATE_AGREED not in record(two, SECOND)


@pytest.mark.parametrize("intent", ["ask_deadline", "ask_next_step", "ask_contact"])
def test_a_question_about_the_stage_asks_too_and_is_answered_for_the_chosen_case(
    two: Practitioner, intent: str
) -> None:
    reminded_of(two, FIRST)
    said = two.to(ActionAnswer, "when is the deadline?", intent)
    assert "Which case" in said.text
    chosen = two.to(ActionAnswer, pressed(two, said, FIRST), intent)
    assert FIRST in chosen.text and "Which case" not in chosen.text
    assert "Which case" not in two.to(ActionAnswer, "and when is the deadline?", intent).text


def test_a_correction_asks_too(two: Practitioner) -> None:
    two.clock.moment += timedelta(hours=9)
    before = record(two, SECOND)
    said = two.to(ActionCorrect, "it was Wednesday, not Tuesday", "correct")
    assert "Which case" in said.text and record(two, SECOND) == before


def test_naming_the_case_in_the_same_breath_asks_nothing(two: Practitioner) -> None:
    two.clock.moment += timedelta(hours=9)
    two.to(ActionRecordProgress, f"{FIRST}: they refused", "report_refused")
    assert focus(two) == FIRST and record(two, FIRST)[-1] is Event.STAGE_ENTERED


def test_a_case_that_is_over_does_not_take_what_is_meant_for_the_other(two: Practitioner) -> None:
    two.to(ActionRecordProgress, "it is resolved", "report_resolved")
    said = two.to(ActionRecordProgress, "they refused", "report_refused")
    assert "Which case" in said.text and [b.title[:9] for b in said.messages[0].buttons] == [FIRST]


def test_an_answer_after_a_reminder_of_another_case_is_asked_again(two: Practitioner) -> None:
    two.clock.moment += timedelta(days=2)
    two.to(ValidateCaseForm, "hello", "inform")
    reminded_of(two, FIRST)
    before = record(two, SECOND)
    said = two.fills("no", Ask.RISK, "deny")
    assert "I reminded you of another case" in said.text and SECOND in said.text and said.asks == Ask.RISK
    assert record(two, SECOND) == before
    assert two.fills("no", Ask.RISK, "deny").asks is None


def test_danger_is_never_put_off(two: Practitioner) -> None:
    two.clock.moment += timedelta(days=2)
    reminded_of(two, FIRST)
    said = two.fills("yes", Ask.RISK, "affirm")
    assert "999" in said.text and Event.ALARM in record(two, SECOND)


def test_a_correction_whose_case_had_to_be_asked_is_carried_out_after_the_answer(two: Practitioner) -> None:
    two.clock.moment += timedelta(days=1)
    asked = two.to(ActionCorrect, "no, it was raised yesterday", "correct")
    assert "Which case" in asked.text
    two.clock.moment += timedelta(days=2)
    two.to(ActionCorrect, pressed(two, asked, SECOND), "correct")
    with two.parts.database.reading() as connection:
        kept = Cases(connection).find(SECOND)
    assert kept and kept.case.raised_at and kept.case.raised_at.astimezone(LONDON).date() == date(2026, 11, 2)
    assert record(two, SECOND)[-1] is Event.RAISED_SET and Event.RAISED_SET not in record(two, FIRST)[-1:]


def test_a_button_acts_on_its_own_case_whatever_is_talked_about_when_it_is_pressed(two: Practitioner) -> None:
    offered = two.to(ActionRecordProgress, "they have not answered", "report_no_answer")
    onward = pressed(two, offered, "Go to")
    two.to(ActionSwitchCase, FIRST, "switch_case")
    two.to(ActionRecordProgress, onward, "report_unresolved")
    assert record(two, SECOND)[-1] is Event.STAGE_ENTERED and focus(two) == SECOND
