"""A sixth policy, with what the five do not use, needs no code of its own: it is followed as its file says."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest

from actions.reading import chosen
from bot import bankholidays, library
from bot.casework.calendar import LONDON
from bot.casework.case import Answer, Outcome, Tried
from bot.casework.intake import Ask, Told
from bot.casework.lookup import look_up
from bot.casework.message import Message
from bot.casework.policy import Policy
from bot.casework.vocabulary import Category, Exclusion, Level, Person
from bot.service import Casework, Desk
from bot.storage import Database
from bot.storage.case_store import CaseStore
from bot.wording import advising, answering, noting, questions, safety, turning

FILE = Path(__file__).parent / "exampleshire.yml"
FRIDAY = datetime(2026, 11, 27, 10, tzinfo=LONDON)  # St Andrew's Day is kept on the Monday after it
ME = "a practitioner"


@pytest.fixture(scope="module")
def policy() -> Policy:
    return library.check(FILE, bankholidays.calendar)


@pytest.fixture
def exampleshire(database: Database, policy: Policy) -> Casework:
    calendars = {"SCT": bankholidays.calendar("SCT")}
    return Casework(CaseStore(database), {policy.id: policy}, calendars, lambda: "W-EXAMPLE")


def told(
    casework: Casework,
    person: Person = Person.CHILD,
    urgent: bool | None = False,
    tried: Tried = Tried(Level.CONSULT),  # noqa: B008  # frozen
    **circumstances: str,
) -> Desk:
    """Everything is told of a case on the Friday, and nobody is in danger."""
    facts: dict[str, str | bool] = {**circumstances, **({} if urgent is None else {"urgent": urgent})}
    casework.answer_risk(ME, Ask.RISK, Answer.NO, FRIDAY)
    about = Told(person=person, categories=(Category.ROLES,), circumstances=facts, raised_at=FRIDAY, tried=tried)
    return casework.tell(ME, about, FRIDAY)


def said(desk: Desk) -> Message:
    assert desk.advice is not None
    return advising.advice(desk.advice)


def due(desk: Desk) -> datetime | date | None:
    assert desk.advice is not None and desk.advice.headline is not None
    deadline = desk.advice.headline.deadline
    return deadline.due_at.astimezone(LONDON).replace(tzinfo=None) if deadline.due_at else deadline.due


def test_it_is_a_draft_and_says_so_wherever_it_is_named(exampleshire: Casework, policy: Policy) -> None:
    desk = told(exampleshire)

    assert "(a draft, for training)" in said(desk).blocks[0].lines[0]
    assert "(a draft, for training)" in answering.about(policy).text
    assert desk.advice is not None and "(a draft, for training)" in answering.stage(desk.advice).text
    asked = questions.ask(Ask.POLICY, desk, [policy])
    assert asked.buttons[0].title == "Exampleshire (a draft, for training)"


def test_a_whole_escalation_with_its_own_stage_names(exampleshire: Casework) -> None:
    began = told(exampleshire, tried=Tried(None))
    assert "Taking advice may be left out" in said(began).text
    assert "not about how a service is run" in said(began).text
    assert "The document does not show it" in said(began).text
    exampleshire.not_resolved(ME, Outcome.UNRESOLVED, FRIDAY, FRIDAY)
    raised = exampleshire.step_done(ME, None, FRIDAY.replace(hour=11))
    assert due(raised) == datetime(2026, 11, 30, 11)
    managers = exampleshire.not_resolved(ME, Outcome.NO_ANSWER, None, datetime(2026, 11, 30, 12, tzinfo=LONDON))
    assert due(managers) == date(2026, 12, 5)  # a Saturday: calendar days do not wait
    panel = exampleshire.not_resolved(ME, Outcome.UNRESOLVED, None, datetime(2026, 12, 5, 9, tzinfo=LONDON))
    assert due(panel) == date(2026, 12, 8)
    asked = exampleshire.step_done(ME, None, datetime(2026, 12, 7, 9, tzinfo=LONDON))
    assert due(asked) == date(2026, 12, 21)
    labels = [stage.label for stage in exampleshire.policies["exampleshire"].stages]
    assert labels == ["Taking advice", "First discussion", "Managers' discussion", "Resolution panel"]


@pytest.mark.parametrize(
    ("urgent", "first", "answer"),
    [
        (True, datetime(2026, 11, 27, 14), datetime(2026, 11, 28, 11)),
        (False, date(2026, 12, 2), datetime(2026, 11, 30, 11)),  # St Andrew's Day is no working day
    ],
)
def test_urgency_decides_which_limit_runs(
    exampleshire: Casework, urgent: bool, first: datetime, answer: datetime
) -> None:
    assert due(told(exampleshire, urgent=urgent)) == first
    assert due(exampleshire.step_done(ME, None, FRIDAY.replace(hour=11))) == answer


def test_urgency_is_asked_for_in_the_words_of_the_policy(exampleshire: Casework) -> None:
    desk = told(exampleshire, urgent=None)

    assert desk.asks == (Ask.URGENCY,)
    asked = questions.ask(Ask.URGENCY, desk, [])
    assert "may get worse for the person within a week" in asked.text
    assert [button.payload for button in asked.buttons] == [
        f'/inform{{"urgency":"{answer}"}}' for answer in ("yes", "no", "unsure")
    ]


@pytest.mark.parametrize(("answer", "urgent"), [("yes", True), ("no", False), ("unsure", True)])
def test_not_being_sure_takes_the_shorter_time(exampleshire: Casework, answer: str, urgent: bool) -> None:
    told(exampleshire, urgent=None)

    desk = exampleshire.tell(ME, chosen(Ask.URGENCY, answer, FRIDAY), FRIDAY)

    assert desk.case is not None and desk.case.circumstances["urgent"] is urgent
    word = "urgent" if urgent else "not urgent"
    assert noting.understood(desk)[0].lines == (f"Understood: {word}. If that is wrong, just say so.",)
    assert desk.advice is not None


def test_no_other_policy_asks_for_urgency(casework: Casework) -> None:
    assert [policy.id for policy in casework.policies.values() if policy.asks_urgency] == []


def test_silence_moves_a_case_up_once_its_time_is_over(exampleshire: Casework) -> None:
    told(exampleshire)
    desk = exampleshire.step_done(ME, None, FRIDAY.replace(hour=11))
    assert "or nobody answers in time: Managers' discussion" in said(desk).text
    late = exampleshire.look(ME, datetime(2026, 11, 30, 12, tzinfo=LONDON))
    assert "Silence counts as an answer here" in said(late).text


def at_the_managers(casework: Casework, person: Person) -> Desk:
    return told(casework, person, tried=Tried(Level.PRACTITIONER, Outcome.REFUSED, FRIDAY))


@pytest.mark.parametrize(
    ("person", "desk_named", "other", "number"),
    [
        (Person.CHILD, "children's desk", "adults' desk", "01632 960411"),
        (Person.ADULT, "adults' desk", "children's desk", "01632 960422"),
    ],
)
def test_children_and_adults_have_contacts_of_their_own(
    exampleshire: Casework, policy: Policy, person: Person, desk_named: str, other: str, number: str
) -> None:
    found = at_the_managers(exampleshire, person).advice
    assert found is not None

    words = answering.contacts(found).text
    assert f"who rings the {desk_named}" in words and other not in words.lower()
    assert number in words and "At all other times: Social work standby: 01632 960433." in words

    danger = safety.emergency(policy, person).text
    assert number in danger and "At all other times: Social work standby: 01632 960433." in danger
    assert other not in danger.lower()


def test_hours_of_a_contact_are_said_day_by_day(exampleshire: Casework) -> None:
    words = said(at_the_managers(exampleshire, Person.CHILD)).text

    assert "01632 960411 (Monday to Thursday 08:45 to 17:00; Friday 08:45 to 15:55)" in words


def test_the_chain_beside_the_managers_is_told_apart_and_never_taken_for_their_step(exampleshire: Casework) -> None:
    desk = at_the_managers(exampleshire, Person.CHILD)
    blocks = {block.title: block.lines for block in said(desk).blocks}

    assert len(blocks["Beside this: the lead officers for protection"]) == 2
    assert "lead officer" not in " ".join(blocks["What to do"])
    done = exampleshire.step_done(ME, None, FRIDAY)
    assert done.case is not None and list(done.case.done) == ["EXAM-C1"]


def test_a_sector_has_a_step_and_a_contact_of_its_own(exampleshire: Casework) -> None:
    desk = told(exampleshire, tried=Tried(None), agency="health")

    words = said(desk).text
    assert "Ask your named nurse" in words and "Ask your lead officer" not in words
    assert desk.advice is not None and desk.advice.stage.contact_next == "your named nurse"


def test_without_a_sector_each_is_told_which_step_is_whose(exampleshire: Casework) -> None:
    assert "If you work in health: ask your named nurse" in said(told(exampleshire, tried=Tried(None))).text


def test_the_panel_the_way_round_it_and_the_shortcut(exampleshire: Casework) -> None:
    at_managers = at_the_managers(exampleshire, Person.CHILD)
    assert "Straight to Resolution panel: A chief officer may bring it" in said(at_managers).text
    words = said(exampleshire.not_resolved(ME, Outcome.UNRESOLVED, None, FRIDAY)).text
    assert "not: anybody who took part before" in words
    assert "Or instead: mediation" in words
    assert "subject line “Resolution panel”" in words


def test_the_end_names_the_ways_in_which_it_may_end(exampleshire: Casework) -> None:
    told(exampleshire)

    words = turning.resolved(exampleshire.resolve(ME, None, FRIDAY)).text

    assert "The other view is understood: You have been given the reasons" in words


@pytest.mark.parametrize(
    ("question", "rule"),
    [
        ("who sits on the resolution panel", "EXAM-P"),
        ("what counts as urgent", "EXAM-U"),
        ("does the person stay where they live", "EXAM-M"),
        ("can a chief officer bring it", "EXAM-D0"),
    ],
)
def test_its_own_parts_can_be_asked_about(policy: Policy, question: str, rule: str) -> None:
    assert rule in {passage.rule for passage in look_up(policy, question)}


def test_what_other_policies_send_elsewhere_may_belong_here(policy: Policy) -> None:
    assert "deals with this too" in answering.elsewhere(policy, Exclusion.SINGLE_AGENCY).text
    assert "the area where the person lives" in answering.elsewhere(policy, Exclusion.CROSS_BORDER).text
