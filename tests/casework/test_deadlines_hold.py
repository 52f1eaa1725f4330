"""What holds of every deadline, whatever the policy, the start and what was agreed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from operator import add

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot import bankholidays, library
from bot.casework.calendar import LONDON, local_date, say_date
from bot.casework.stages import Limit
from bot.casework.timescale import Agreed, Deadline, deadlines, shown
from bot.casework.vocabulary import Adjust, Unit
from tests.conftest import ROOT
from tests.generating import generated


def changes_of(year: int) -> Iterator[datetime]:
    """When clocks go forward and back: the last Sundays of March and October, at one o’clock in universal time."""
    for month in (3, 10):
        last = datetime(year, month, 31, 1, tzinfo=UTC)
        yield last - timedelta(days=(last.weekday() + 1) % 7)


POLICIES = library.load_all(ROOT / "policies")
CALENDARS = {policy.id: bankholidays.calendar(policy.nation).keeping(policy.office) for policy in POLICIES.values()}
LIMITS = [(policy.id, limit) for policy in POLICIES.values() for limit in policy.all_limits()]
EARLIEST, LATEST = datetime(2024, 1, 1), datetime(2031, 12, 31)

CHANGES = [moment for year in range(EARLIEST.year, LATEST.year + 1) for moment in changes_of(year)]
HOURLY = [chosen for chosen in LIMITS if Unit.HOURS in {reading.unit for reading in chosen[1].all_readings}]

limits = st.sampled_from(LIMITS)
anywhen = st.datetimes(EARLIEST, LATEST).map(lambda moment: moment.replace(tzinfo=UTC))
at_changes = st.builds(add, st.sampled_from(CHANGES), st.timedeltas(timedelta(hours=-30), timedelta(hours=30)))
late = st.datetimes(EARLIEST, LATEST).map(lambda moment: moment.replace(month=5, hour=23, tzinfo=UTC))
starts = anywhen | at_changes | late
"""Also about the hours at which clocks change, and when it is the next day in London already."""
days = st.dates(EARLIEST.date(), LATEST.date())
NOTHING_AGREED = Agreed()
agreements = st.builds(Agreed, st.none() | days, st.none() | days)


def count(chosen: tuple[str, Limit], start: datetime, agreed: Agreed = NOTHING_AGREED) -> tuple[Deadline, ...]:
    policy, limit = chosen
    return deadlines(limit, start, CALENDARS[policy], agreed)


@generated(200)
@given(limits, starts, st.timedeltas(timedelta(0), timedelta(days=40)), agreements)
def test_a_later_start_never_ends_earlier(
    chosen: tuple[str, Limit], start: datetime, later: timedelta, agreed: Agreed
) -> None:
    first, second = (shown(count(chosen, moment, agreed)).moment for moment in (start, start + later))
    assert first is None or second is None or first <= second


@generated(200)
@given(limits | st.sampled_from(HOURLY), starts, agreements, st.none() | st.integers(0, 12))
def test_no_date_is_on_the_wrong_side_of_the_protective_one(
    chosen: tuple[str, Limit], start: datetime, agreed: Agreed, soon: int | None
) -> None:
    if soon is not None:
        agreed = replace(agreed, protect_by=local_date(start) + timedelta(days=soon))
    free = count(chosen, start, Agreed(agreed.by_agreement))
    for bound, unbound in zip(count(chosen, start, agreed), free, strict=True):
        if agreed.protect_by and Adjust.PROTECTIVE_DATE in chosen[1].adjust:
            assert bound.due is not None and bound.due <= max(agreed.protect_by, local_date(start))
        assert bound.moment is None or unbound.moment is None or bound.moment <= unbound.moment


@generated(120)
@given(limits, starts, days)
def test_an_agreement_moves_only_what_the_policy_lets_it_move(
    chosen: tuple[str, Limit], start: datetime, when: date
) -> None:
    adjust = chosen[1].adjust
    found, before = count(chosen, start, Agreed(when)), count(chosen, start)
    assert any(say_date(when) in item.why or item.due == when for item in found)
    if when < local_date(start):
        assert [(item.due, item.due_at) for item in found] == [(item.due, item.due_at) for item in before]
        return
    if Adjust.AGREEMENT_UNCLEAR in adjust:
        assert {item.due for item in found} == {when, *(item.due for item in before)}
        assert shown(found).due == min(item.due for item in found if item.due)
        return
    for agreed, own in zip(found, before, strict=True):
        if Adjust.AGREEMENT in adjust or Adjust.TRACK_AGREED in adjust:
            assert agreed.due == when and agreed.agreed
        elif Adjust.SHORTENING in adjust:
            assert own.moment is None or (agreed.moment is not None and agreed.moment <= own.moment)
        else:
            assert (agreed.due, agreed.due_at) == (own.due, own.due_at)


@generated(120)
@given(limits, starts, agreements)
def test_no_date_lies_before_the_event_from_which_it_counts(
    chosen: tuple[str, Limit], start: datetime, agreed: Agreed
) -> None:
    for item in count(chosen, start, agreed):
        assert item.due is None or item.due >= local_date(start)


@generated(120)
@given(limits, starts, agreements)
def test_what_is_said_of_several_readings_is_true_of_their_dates(
    chosen: tuple[str, Limit], start: datetime, agreed: Agreed
) -> None:
    found = count(chosen, start, agreed)
    dates = {item.due for item in found}
    assert ("the earlier date is shown" in shown(found).why) is (len(dates) > 1 and None not in dates)
    assert ("gives the same date" in shown(found).why) is (
        len(found) > 1 and len({i.moment for i in found} - {None}) == 1 and None not in dates
    )


@generated(120)
@given(limits, starts)
def test_the_shown_reading_is_the_earliest(chosen: tuple[str, Limit], start: datetime) -> None:
    found = count(chosen, start)
    dated = [item.moment for item in found if item.moment is not None]
    assert shown(found).moment == min(dated, default=None) and sum(item.shown for item in found) == 1


@generated(200)
@given(limits, starts)
def test_the_explanation_agrees_with_the_arithmetic(chosen: tuple[str, Limit], start: datetime) -> None:
    for item in count(chosen, start):
        if item.due is None:
            assert item.why.startswith(("The policy gives no", "The policy means a", "This cannot be counted yet"))
            continue
        day, said = local_date(start), item.why
        assert say_date(day) in said
        match item.unit:
            case Unit.WORKING_DAYS:
                assert said.startswith(f"{item.value} working day") and recounted(chosen[0], day, item) == item.value
            case Unit.CALENDAR_DAYS:
                assert said.startswith(f"{item.value} calendar day") and (item.due - day).days == item.value
            case Unit.HOURS:
                assert item.due_at is not None and item.due_at - start == timedelta(hours=item.value or 0)
            case Unit.WORKING_HOURS:
                assert item.due_at is not None and item.due_at >= start
            case _:
                assert item.due == day


@pytest.mark.parametrize("chosen", HOURLY, ids=lambda chosen: chosen[1].rule)
def test_hours_are_as_long_when_clocks_change(chosen: tuple[str, Limit]) -> None:
    for start in (change - timedelta(hours=6) for change in CHANGES):
        found = [item for item in count(chosen, start.astimezone(LONDON)) if item.unit is Unit.HOURS]
        assert found and all(item.due_at == start + timedelta(hours=item.value or 0) for item in found)


def recounted(policy: str, day: date, item: Deadline) -> int:
    """Count the days by nothing but the explanation: weekdays, without the holidays that it names."""
    assert item.due is not None
    between = [day + timedelta(days=number) for number in range(1, (item.due - day).days + 1)]
    named = [each for each in between if f"{say_date(each)})" in item.why]
    assert all(each in CALENDARS[policy].bank_holidays and each.weekday() < 5 for each in named)
    assert any(each.weekday() >= 5 for each in between) == bool(re.search(r"not counting weekends", item.why))
    return sum(each.weekday() < 5 for each in between) - len(named)


@generated(60)
@given(limits, starts)
def test_the_hour_and_the_zone_in_which_a_start_is_told_decide_nothing(
    chosen: tuple[str, Limit], start: datetime
) -> None:
    assert [item.moment for item in count(chosen, start)] == [
        item.moment for item in count(chosen, start.astimezone(LONDON))
    ]
