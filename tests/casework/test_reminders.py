"""Which reminders a case needs, and when: told by example, and held to what must be true of every plan."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot import bankholidays, library
from bot.casework.advice import advise
from bot.casework.calendar import LONDON, WorkingCalendar, london
from bot.casework.case import Case
from bot.casework.policy import Policy
from bot.casework.reminders import CHASES, CHASING, Kind, Planned, Schedule, schedule
from bot.casework.vocabulary import Person
from tests.conftest import ROOT

POLICIES = library.load_all(ROOT / "policies")
CALENDAR = bankholidays.calendar("ENG")
MONDAY = datetime(2026, 11, 2, 10, tzinfo=LONDON)


def a_case(policy: Policy, stage: str = "1", since: datetime = MONDAY) -> Case:
    return Case("W-1", since, policy=policy.id, person=Person.CHILD, raised_at=since, stage=stage, stage_at=since)


def planned(policy: str, case: Case | None = None, now: datetime = MONDAY) -> Schedule:
    found = POLICIES[policy]
    return schedule(case or a_case(found), found, CALENDAR.keeping(found.office), now)


def told(found: Schedule) -> list[tuple[str, str]]:
    """Kind and local time of each."""
    return [(str(each.kind), f"{london(each.at):%a %d %b %H:%M}") for each in found.reminders]


def test_a_working_day_before_on_the_day_on_expiry_then_each_working_day_then_the_coordinator() -> None:
    assert told(planned("warrington")) == [
        ("before", "Fri 06 Nov 09:00"),
        ("on_day", "Mon 09 Nov 09:00"),
        ("expired", "Mon 09 Nov 17:00"),
        ("chase", "Tue 10 Nov 09:00"),
        ("chase", "Wed 11 Nov 09:00"),
        ("chase", "Thu 12 Nov 09:00"),
        ("chase", "Fri 13 Nov 09:00"),
        ("chase", "Mon 16 Nov 09:00"),
        ("coordinator", "Tue 17 Nov 09:00"),
    ]


def test_over_christmas_nobody_is_reminded_on_a_holiday() -> None:
    christmas = datetime(2026, 12, 18, 10, tzinfo=LONDON)  # due on Tuesday 29 December: the 25th and 28th are holidays
    found = told(planned("warrington", a_case(POLICIES["warrington"], since=christmas), christmas))
    assert found[:4] == [
        ("before", "Thu 24 Dec 09:00"),
        ("on_day", "Tue 29 Dec 09:00"),
        ("expired", "Tue 29 Dec 17:00"),
        ("chase", "Wed 30 Dec 09:00"),
    ]


def test_a_limit_in_hours_ends_at_its_very_moment_whatever_the_hour() -> None:
    friday = datetime(2026, 11, 6, 20, 30, tzinfo=LONDON)
    found = planned("telford_wrekin", a_case(POLICIES["telford_wrekin"], "3", friday), friday)
    first = next(each for each in found.reminders if each.kind is Kind.EXPIRED)
    assert first.urgent
    assert london(first.at) == friday + timedelta(hours=24)
    chase = next(each for each in found.reminders if each.kind is Kind.CHASE)
    assert f"{london(chase.at):%a %d %b %H:%M}" == "Mon 09 Nov 09:00"


def test_without_a_limit_there_is_a_question_every_week_until_the_parties_agree_on_a_date() -> None:
    policy = POLICIES["cambridgeshire_peterborough"]
    found = planned(policy.id)
    assert told(found)[:2] == [("still_open", "Mon 09 Nov 09:00"), ("still_open", "Mon 16 Nov 09:00")]
    assert told(found)[-1][0] == "coordinator"

    agreed = replace(a_case(policy), agreed={"1": date(2026, 11, 20)})
    assert told(planned(policy.id, agreed))[:3] == [
        ("before", "Thu 19 Nov 09:00"),
        ("on_day", "Fri 20 Nov 09:00"),
        ("expired", "Fri 20 Nov 17:00"),
    ]


def test_an_agreed_date_at_a_weekend_is_told_on_working_days() -> None:
    policy = POLICIES["cambridgeshire_peterborough"]
    agreed = replace(a_case(policy), agreed={"1": date(2026, 11, 21)})
    assert told(planned(policy.id, agreed))[:3] == [
        ("before", "Fri 20 Nov 09:00"),
        ("expired", "Mon 23 Nov 09:00"),
        ("chase", "Tue 24 Nov 09:00"),
    ]


def test_an_answer_after_the_end_stops_the_chase_and_asks_weekly() -> None:
    deadline = planned("warrington").reminders[0].deadline
    answered = datetime(2026, 11, 11, 12, tzinfo=LONDON)
    case = replace(a_case(POLICIES["warrington"]), acknowledged={deadline: answered})
    found = planned("warrington", case, answered)
    assert {each.kind for each in found.reminders if each.at > answered} == {Kind.STILL_OPEN, Kind.COORDINATOR}
    assert ("still_open", "Wed 18 Nov 09:00") in told(found)


def test_an_answer_before_the_end_leaves_the_end_to_be_told() -> None:
    before = planned("warrington")
    answered = datetime(2026, 11, 6, 12, tzinfo=LONDON)
    case = replace(a_case(POLICIES["warrington"]), acknowledged={before.reminders[0].deadline: answered})
    assert planned("warrington", case, answered).reminders == before.reminders[1:]


def test_a_stage_entered_long_after_its_end_is_asked_about_weekly() -> None:
    later = MONDAY + timedelta(days=60)
    found = planned("warrington", now=later)
    assert [each.kind for each in found.reminders if each.at > later][0] is Kind.STILL_OPEN


def test_a_stricter_limit_of_the_same_document_is_told_and_never_chased() -> None:
    policy = POLICIES["gloucestershire"]
    found = planned("gloucestershire", a_case(policy, "2"))
    strict = [each for each in found.reminders if each.rule == "GLOS-F2"]
    assert all(each.kind not in CHASING for each in strict)
    moments = [each.at for each in found.reminders]
    assert len(moments) == len(set(moments)), "two at the same time"


@pytest.mark.parametrize("over", ["resolved_at", "closed_at"])
def test_nothing_is_planned_for_a_case_that_is_over(over: str) -> None:
    assert planned("warrington", replace(a_case(POLICIES["warrington"]), **{over: MONDAY})) == Schedule()


@pytest.mark.parametrize("policy", POLICIES)
def test_what_advice_calls_overdue_is_what_the_overview_finds(policy: str) -> None:
    """Also for a date that is provisional: advice counts it, so the overview does."""
    found = POLICIES[policy]
    for stage in found.stages:
        case = a_case(found, stage.id)
        for days in range(0, 30, 3):
            now = MONDAY + timedelta(days=days)
            due_at = planned(policy, case, now).due_at
            overdue = advise(case, found, CALENDAR.keeping(found.office), now).overdue
            assert overdue == (due_at is not None and due_at <= now)


cases = st.builds(
    lambda policy, stage, since, agreed: replace(
        a_case(policy, policy.stages[stage % len(policy.stages)].id, since),
        agreed={each.id: (since + timedelta(days=agreed)).date() for each in policy.stages} if agreed else {},
    ),
    st.sampled_from(list(POLICIES.values())),
    st.integers(0, 4),
    st.datetimes(datetime(2026, 1, 1), datetime(2029, 12, 31)).map(lambda at: at.replace(tzinfo=LONDON)),
    st.integers(0, 90),
)


def of(case: Case, now: datetime) -> tuple[Planned, ...]:
    return planned(case.policy or "", case, now).reminders


@settings(max_examples=200, deadline=None)
@given(case=cases, later=st.integers(0, 24 * 400))
def test_every_plan(case: Case, later: int) -> None:
    now = (case.stage_at or MONDAY) + timedelta(hours=later)
    plan = of(case, now)
    keys = [each.key for each in plan]
    assert len(keys) == len(set(keys))
    assert all(len(key) <= 96 and len(each.deadline) <= 64 for key, each in zip(keys, plan, strict=True))
    assert any(each.at > now for each in plan), "an open case is never forgotten"
    for each in plan:
        if not (each.kind is Kind.EXPIRED and each.urgent):
            assert in_working_time(each.at, CALENDAR), each
    for deadline in {each.deadline for each in plan}:
        ours = [each for each in plan if each.deadline == deadline]
        assert len([each for each in ours if each.kind is Kind.CHASE]) in (0, CHASES)
        chases = [each.at for each in ours if each.kind is Kind.CHASE]
        ends = [each.at for each in ours if each.kind is Kind.EXPIRED]
        assert all(at > ends[0] for at in chases)


@settings(max_examples=100, deadline=None)
@given(case=cases, first=st.integers(0, 24 * 60), second=st.integers(0, 24 * 60))
def test_time_alone_forgets_nothing_of_a_deadline(case: Case, first: int, second: int) -> None:
    """Planned twice at different moments, also when the clock went back, a deadline has the same reminders."""
    start = case.stage_at or MONDAY
    one, two = (of(case, start + timedelta(hours=hours)) for hours in (first, second))
    assert {each for each in one if each.moment} == {each for each in two if each.moment}


def in_working_time(at: datetime, calendar: WorkingCalendar) -> bool:
    local = london(at)
    return calendar.seems_working_day(local.date()) and 9 <= local.hour <= 17


def test_the_policies_used_here_are_those_that_are_shipped(policies: Mapping[str, Policy]) -> None:
    assert policies == POLICIES
