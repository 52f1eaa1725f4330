"""Whole escalations, from the first word to the last stage, told as a practitioner lives them."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import select

from bot.casework.calendar import LONDON
from bot.casework.case import Answer, Case, Event, Outcome, Tried
from bot.casework.errors import CaseworkError
from bot.casework.intake import Ask, Told
from bot.casework.reminders import Schedule
from bot.casework.vocabulary import Category, Level, Person
from bot.service import Casework, Desk
from bot.storage import Database
from bot.storage.case_store import CaseStore
from bot.storage.cases import cases as case_rows
from bot.storage.deadlines import deadlines

ME = "practitioner"
NOW = datetime(2026, 11, 2, 10, tzinfo=LONDON)  # a Monday
NOTHING_TRIED = Tried(None)


def opened(
    casework: Casework,
    policy: str,
    tried: Tried = NOTHING_TRIED,
    now: datetime = NOW,
    person: Person | None = Person.CHILD,
) -> Desk:
    """A case in which everything has been told and nobody is in danger."""
    casework.answer_risk(ME, Ask.RISK, Answer.NO, now)
    told = Told(
        policy=policy,
        person=person,
        categories=(Category.THRESHOLDS,),
        raised_at=now,
        tried=tried,
    )
    return casework.tell(ME, told, now)


def standing(desk: Desk) -> tuple[str, date | None]:
    """Stage and shown deadline."""
    assert desk.advice is not None
    headline = desk.advice.headline
    return desk.advice.stage.id, headline.deadline.due if headline else None


def test_nothing_is_asked_before_danger(casework: Casework) -> None:
    desk = casework.tell(ME, Told(words="they closed it", categories=(Category.THRESHOLDS,)), NOW)
    assert desk.asks == (Ask.RISK, Ask.POLICY, Ask.RAISED_ON, Ask.TRIED)


def test_what_is_volunteered_is_not_asked_again(casework: Casework) -> None:
    casework.answer_risk(ME, Ask.RISK, Answer.NO, NOW)
    desk = casework.tell(
        ME,
        Told(policy="gloucestershire", raised_at=NOW, tried=Tried(Level.PRACTITIONER, Outcome.REFUSED, NOW)),
        NOW,
    )
    assert desk.asks == (Ask.CATEGORY,)
    assert casework.tell(ME, Told(categories=(Category.ROLES,)), NOW).arrived


@pytest.mark.parametrize(
    ("policy", "stage", "due"),
    [
        ("warrington", "1", "2026-11-09"),
        ("rainbow_early_years", "pre", "2026-11-09"),
        ("cambridgeshire_peterborough", "1", None),
        ("gloucestershire", "1", "2026-11-09"),
        ("telford_wrekin", "1", "2026-11-04"),
    ],
)
def test_a_case_begins_at_the_first_stage(casework: Casework, policy: str, stage: str, due: str | None) -> None:
    assert standing(opened(casework, policy)) == (stage, date.fromisoformat(due) if due else None)


@pytest.mark.parametrize(
    ("policy", "level", "stage"),
    [
        ("warrington", Level.CONSULT, "2"),  # Warrington's Stage 1 is the talk with your own supervisor
        ("warrington", Level.PRACTITIONER, "3"),
        ("warrington", Level.LINE_MANAGER, "4"),
        ("warrington", Level.SENIOR_MANAGER, "5"),
        ("rainbow_early_years", Level.CONSULT, "pre"),
        ("rainbow_early_years", Level.PRACTITIONER, "1"),
        ("rainbow_early_years", Level.LINE_MANAGER, "2"),
        ("rainbow_early_years", Level.SENIOR_MANAGER, "3"),
        ("cambridgeshire_peterborough", Level.CONSULT, "1"),
        ("cambridgeshire_peterborough", Level.PRACTITIONER, "2"),
        ("cambridgeshire_peterborough", Level.SENIOR_MANAGER, "4"),
        ("gloucestershire", Level.CONSULT, "1"),
        ("gloucestershire", Level.PRACTITIONER, "2"),
        ("gloucestershire", Level.LINE_MANAGER, "3"),
        ("telford_wrekin", Level.PRACTITIONER, "2"),
        ("telford_wrekin", Level.SENIOR_MANAGER, "4"),
        ("telford_wrekin", Level.DIRECTOR, "5"),
    ],
)
def test_a_case_enters_above_what_has_failed(casework: Casework, policy: str, level: Level, stage: str) -> None:
    desk = opened(casework, policy, Tried(level, Outcome.UNRESOLVED, NOW))
    assert standing(desk)[0] == stage


def test_a_talk_that_is_still_waiting_for_its_answer_keeps_its_stage(casework: Casework) -> None:
    desk = opened(casework, "telford_wrekin", Tried(Level.PRACTITIONER, Outcome.WAITING, NOW))
    assert standing(desk) == ("1", date(2026, 11, 5))  # the other agency has three working days from being asked


def climb(casework: Casework, *moves: tuple[str, Outcome]) -> list[tuple[str, date | None]]:
    """Go up stage by stage on these days, asking each time whether anyone is in danger."""
    found = []
    for day, outcome in moves:
        now = datetime.fromisoformat(f"{day}T15:00").replace(tzinfo=LONDON)
        casework.answer_risk(ME, Ask.RISK, Answer.NO, now)
        found.append(standing(casework.not_resolved(ME, outcome, None, now)))
    return found


def test_gloucestershire_to_the_panel(casework: Casework) -> None:
    opened(casework, "gloucestershire")
    assert climb(
        casework,
        ("2026-11-09", Outcome.REFUSED),
        ("2026-11-16", Outcome.NO_ANSWER),
        ("2026-11-23", Outcome.UNRESOLVED),
    ) == [("2", date(2026, 11, 16)), ("3", date(2026, 11, 23)), ("4", date(2026, 12, 7))]
    with pytest.raises(CaseworkError, match="last_stage"):
        casework.not_resolved(ME, Outcome.UNRESOLVED, None, NOW + timedelta(days=22))


def test_warrington_pools_its_first_two_stages(casework: Casework) -> None:
    opened(casework, "warrington")
    assert climb(
        casework,
        ("2026-11-04", Outcome.UNRESOLVED),  # Stage 2 still runs to the fifth working day from the start
        ("2026-11-09", Outcome.UNRESOLVED),
        ("2026-11-16", Outcome.UNRESOLVED),
        ("2026-11-30", Outcome.UNRESOLVED),
    ) == [
        ("2", date(2026, 11, 9)),
        ("3", date(2026, 11, 16)),
        ("4", date(2026, 11, 30)),
        ("5", None),
    ]


def test_rainbow_has_one_limit_for_everything_before_the_board(casework: Casework) -> None:
    opened(casework, "rainbow_early_years")
    assert climb(
        casework, ("2026-11-03", Outcome.REFUSED), ("2026-11-04", Outcome.REFUSED), ("2026-11-09", Outcome.REFUSED)
    ) == [("1", date(2026, 11, 9)), ("2", date(2026, 11, 9)), ("3", date(2026, 11, 12))]


def test_telford_counts_step_by_step(casework: Casework) -> None:
    opened(casework, "telford_wrekin")
    raised = casework.step_done(ME, None, NOW + timedelta(days=1))
    assert standing(raised) == ("1", date(2026, 11, 6))
    at_two = climb(casework, ("2026-11-06", Outcome.UNRESOLVED))
    assert at_two == [("2", date(2026, 11, 10))]
    at_three = climb(casework, ("2026-11-10", Outcome.UNRESOLVED))
    assert at_three == [("3", date(2026, 11, 11))]  # 24 hours for the form
    form_sent = casework.step_done(ME, None, datetime(2026, 11, 11, 9, tzinfo=LONDON))
    assert standing(form_sent) == ("3", date(2026, 11, 13))


def test_a_limit_that_waits_for_a_step_is_provisional_until_it_is_done(casework: Casework) -> None:
    opened(casework, "gloucestershire", Tried(Level.SENIOR_MANAGER, Outcome.UNRESOLVED, NOW))
    before = casework.look(ME, NOW).advice
    assert before is not None and before.headline is not None and before.headline.deadline.provisional
    after = casework.step_done(ME, None, NOW + timedelta(days=1)).advice
    assert after is not None and after.headline is not None and not after.headline.deadline.provisional
    assert after.headline.deadline.due == date(2026, 11, 17)


@pytest.mark.parametrize(
    ("policy", "agreed", "due"),
    [("gloucestershire", "2026-11-20", "2026-11-20"), ("cambridgeshire_peterborough", "2026-11-20", "2026-11-20")],
)
def test_an_agreed_date_counts_where_the_policy_lets_it(casework: Casework, policy: str, agreed: str, due: str) -> None:
    opened(casework, policy)
    assert standing(casework.agree_date(ME, date.fromisoformat(agreed), NOW))[1] == date.fromisoformat(due)


@pytest.mark.parametrize(
    ("policy", "code"),
    [("warrington", "no_extension"), ("rainbow_early_years", "no_extension"), ("telford_wrekin", "only_shorter")],
)
def test_an_agreed_date_is_refused_where_it_does_not(casework: Casework, policy: str, code: str) -> None:
    before = standing(opened(casework, policy))
    with pytest.raises(CaseworkError, match=code):
        casework.agree_date(ME, date(2026, 11, 20), NOW)
    assert standing(casework.look(ME, NOW)) == before


@pytest.mark.parametrize("policy", ["warrington", "rainbow_early_years"])
def test_a_nearer_agreed_date_stands_beside_a_limit_that_does_not_move(casework: Casework, policy: str) -> None:
    before = standing(opened(casework, policy))
    desk = casework.agree_date(ME, date(2026, 11, 4), NOW)
    assert standing(desk) == before and desk.advice is not None and desk.advice.headline is not None
    assert "Wednesday 4 November 2026 is the date that the agencies agreed" in desk.advice.headline.deadline.why


def test_where_the_document_contradicts_itself_on_agreeing_both_dates_are_kept(casework: Casework) -> None:
    opened(casework, "gloucestershire", Tried(Level.SENIOR_MANAGER, Outcome.UNRESOLVED, NOW))
    for agreed, due, other in (("2026-11-27", "2026-11-16", "2026-11-27"), ("2026-11-11", "2026-11-11", "2026-11-16")):
        desk = casework.agree_date(ME, date.fromisoformat(agreed), NOW)
        assert standing(desk) == ("4", date.fromisoformat(due))
        assert desk.advice is not None and desk.advice.headline is not None
        assert [item.due for item in desk.advice.headline.others] == [date.fromisoformat(other)]


def test_danger_is_asked_about_again_after_a_day_and_when_the_clock_went_back(casework: Casework) -> None:
    opened(casework, "gloucestershire")
    assert casework.look(ME, NOW + timedelta(hours=23)).asks == ()
    assert casework.look(ME, NOW + timedelta(hours=24)).asks == (Ask.RISK,)
    assert casework.look(ME, NOW - timedelta(hours=1)).asks == (Ask.RISK,)


def test_not_being_sure_leads_to_three_questions_and_a_yes_among_them_is_an_alarm(casework: Casework) -> None:
    desk = casework.answer_risk(ME, Ask.RISK, Answer.UNSURE, NOW)
    assert desk.asks[:3] == (Ask.RISK_WITH, Ask.RISK_HURT, Ask.RISK_SEEN)
    casework.answer_risk(ME, Ask.RISK_WITH, Answer.NO, NOW)
    desk = casework.answer_risk(ME, Ask.RISK_HURT, Answer.YES, NOW)
    assert Event.ALARM in desk.news
    assert Ask.RISK_SEEN not in desk.asks


def test_a_policy_for_children_gives_no_steps_for_an_adult(casework: Casework) -> None:
    desk = opened(casework, "gloucestershire", person=Person.ADULT)
    assert desk.asks == (Ask.COVERED,)
    assert desk.advice is None
    assert casework.tell(ME, Told(policy="telford_wrekin"), NOW).arrived


def test_a_corrected_date_moves_the_first_deadline_and_leaves_both_in_the_record(
    casework: Casework, database: Database
) -> None:
    opened(casework, "gloucestershire")
    desk = casework.tell(ME, Told(raised_at=NOW - timedelta(days=3)), NOW)
    assert standing(desk) == ("1", date(2026, 11, 6))
    with CaseStore(database).transaction() as cases:
        events = [entry.event for entry in cases.record_of("W-0000001")]
    assert events.count(Event.RAISED_SET) == 2


def test_a_corrected_start_leaves_the_day_of_a_later_stage_alone(casework: Casework) -> None:
    opened(casework, "gloucestershire")
    climb(casework, ("2026-11-09", Outcome.REFUSED))
    desk = casework.tell(ME, Told(raised_at=NOW - timedelta(days=3)), NOW + timedelta(days=8))
    assert standing(desk) == ("2", date(2026, 11, 16))


def test_a_fact_taken_back_is_asked_again(casework: Casework) -> None:
    opened(casework, "gloucestershire")
    for what in (Ask.CATEGORY, Ask.RAISED_ON, Ask.TRIED, Ask.POLICY):
        assert what in casework.correct(ME, what, NOW).asks


def test_saying_a_thing_twice_adds_nothing(casework: Casework) -> None:
    told = Told(policy="gloucestershire", person=Person.CHILD, raised_at=NOW)
    casework.tell(ME, told, NOW)
    assert casework.tell(ME, told, NOW).entries == ()


@pytest.mark.parametrize(
    ("when", "code"), [(NOW + timedelta(days=2), "date_future"), (NOW - timedelta(days=30), "date_before")]
)
def test_what_happened_cannot_be_tomorrow_nor_before_the_disagreement(
    casework: Casework, when: datetime, code: str
) -> None:
    opened(casework, "gloucestershire")
    with pytest.raises(CaseworkError, match=code):
        casework.not_resolved(ME, Outcome.REFUSED, when, NOW)


def test_a_settled_case_moves_no_more_until_it_is_opened_again(casework: Casework) -> None:
    opened(casework, "gloucestershire")
    casework.resolve(ME, None, NOW)
    with pytest.raises(CaseworkError, match="closed"):
        casework.not_resolved(ME, Outcome.REFUSED, None, NOW)
    assert standing(casework.reopen(ME, NOW)) == ("1", date(2026, 11, 9))


def test_starting_again_keeps_a_case_that_had_a_stage(casework: Casework, database: Database) -> None:
    opened(casework, "gloucestershire")
    desk = casework.start_again(ME, NOW)
    assert desk.asks[0] is Ask.RISK
    with database.reading() as connection:
        kept = connection.execute(select(case_rows.c.reference, case_rows.c.status)).all()
    assert sorted(map(tuple, kept)) == [("W-0000001", "open"), ("W-0000002", "open")]


def test_nobody_reaches_another_persons_case(casework: Casework) -> None:
    opened(casework, "gloucestershire")
    assert casework.look("somebody else", NOW) == Desk(None)
    with pytest.raises(CaseworkError, match="no_case"):
        casework.not_resolved("somebody else", Outcome.REFUSED, None, NOW)


def test_two_writers_at_once_leave_one_effect(casework: Casework, database: Database) -> None:
    opened(casework, "gloucestershire")
    with CaseStore(database).transaction() as cases:
        stale = cases.in_focus(ME)
    assert stale is not None
    casework.not_resolved(ME, Outcome.REFUSED, None, NOW)
    with pytest.raises(CaseworkError, match="changed_meanwhile"), CaseStore(database).transaction() as cases:
        cases.append(stale, [], Schedule(), NOW)


def test_the_record_alone_gives_the_same_case(casework: Casework, database: Database) -> None:
    opened(casework, "telford_wrekin")
    casework.step_done(ME, None, NOW)
    climb(casework, ("2026-11-06", Outcome.NO_ANSWER))
    with CaseStore(database).transaction() as cases:
        kept = cases.in_focus(ME)
        assert kept is not None
        record = list(cases.record_of(kept.case.reference))
    assert Case.replay(kept.case.reference, record) == kept.case


def test_the_running_deadlines_are_kept_with_their_reason(casework: Casework, database: Database) -> None:
    opened(casework, "gloucestershire")
    with database.reading() as connection:
        rows = connection.execute(select(deadlines.c.rule, deadlines.c.due, deadlines.c.why)).all()
    kept = {rule: (due, why) for rule, due, why in rows}
    assert kept["GLOS-1d"][0] == date(2026, 11, 9)
    assert "5 working days after Monday 2 November 2026" in kept["GLOS-1d"][1]


def test_one_policy_in_the_deployment_is_not_asked_for(casework: Casework, database: Database) -> None:
    alone = Casework(
        CaseStore(database),
        {"gloucestershire": casework.policies["gloucestershire"]},
        {"ENG": casework.calendar_of(casework.policies["gloucestershire"])},
        lambda: "W-ALONE",
    )
    assert Ask.POLICY not in alone.tell(ME, Told(words="they closed it"), NOW).asks
