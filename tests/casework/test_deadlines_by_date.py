"""When each limit runs out, as tables that a policy officer can check with a wall calendar.

One line a case: rule, the moment of the event (London), what is due. England's bank holidays near these dates:
Good Friday 3 and Easter Monday 6 April 2026, 4 and 25 May 2026, 31 August 2026, Christmas Day Friday 25 and the
substitute day Monday 28 December 2026, New Year's Day Friday 1 January 2027.
"""

from __future__ import annotations

from datetime import date, datetime

import pytest

from bot import bankholidays
from bot.casework.calendar import LONDON, say_date
from bot.casework.policy import Policy
from bot.casework.timescale import Agreed, deadlines, shown

Policies = dict[str, Policy]
NOTHING_AGREED = Agreed()

ORDINARY_WEEKS = """
GLOS-1d    Mon 2026-11-02 09:00   Mon 2026-11-09   five working days over one weekend
GLOS-1d    Fri 2026-11-06 16:59   Fri 2026-11-13   the hour of the day does not matter
GLOS-1d    Sat 2026-11-07 10:00   Fri 2026-11-13   a Saturday keeps its own date as day 0
GLOS-1d    Sun 2026-11-08 23:30   Fri 2026-11-13
GLOS-2g    Wed 2026-11-04 12:00   Wed 2026-11-11
GLOS-3g    Thu 2026-11-05 12:00   Thu 2026-11-12
GLOS-4e    Mon 2026-11-02 12:00   Mon 2026-11-16   ten working days
GLOS-1.6d  Mon 2026-11-02 12:00   Mon 2026-11-09   a guide: one working week
WARR-T1    Tue 2026-11-03 08:00   Tue 2026-11-10   Stages 1 and 2 together
WARR-T2    Tue 2026-11-10 17:00   Tue 2026-11-17
RAIN-T2    Thu 2026-11-05 13:00   Thu 2026-11-12   everything before the board, together
RAIN-T3    Thu 2026-11-12 13:00   Tue 2026-11-17   three working days
TELF-T0    Mon 2026-11-02 12:00   Mon 2026-11-16
TELF-1a    Mon 2026-11-02 12:00   Wed 2026-11-04
TELF-1a    Fri 2026-11-06 12:00   Tue 2026-11-10
TELF-1c    Wed 2026-11-04 12:00   Mon 2026-11-09
TELF-1d    Mon 2026-11-09 12:00   Wed 2026-11-11
TELF-2a    Mon 2026-11-09 12:00   Wed 2026-11-11
TELF-2b    Wed 2026-11-11 12:00   Fri 2026-11-13
TELF-3b    Thu 2026-11-12 12:00   Mon 2026-11-16
TELF-4a    Mon 2026-11-16 12:00   Wed 2026-11-18
TELF-4b    Wed 2026-11-18 12:00   Fri 2026-11-20
TELF-5a    Fri 2026-11-20 12:00   Tue 2026-11-24
TELF-5c    Tue 2026-11-24 12:00   Tue 2026-12-01
"""
CHRISTMAS = """
GLOS-1d    Thu 2026-12-24 15:00   Tue 2027-01-05   not counting 25 and 28 December and 1 January
GLOS-4e    Thu 2026-12-24 15:00   Tue 2027-01-12
GLOS-F2    Thu 2026-12-24 15:00   Tue 2026-12-29   the note says only "days": calendar days come first
TELF-1a    Thu 2026-12-24 15:00   Wed 2026-12-30
TELF-1c    Wed 2026-12-23 09:00   Wed 2026-12-30   24, 29 and 30 December are working days
WARR-T1    Fri 2026-12-25 09:00   Tue 2027-01-05   a bank holiday keeps its own date as day 0
WARR-T3    Thu 2026-12-24 15:00   Thu 2027-01-07   14 calendar days come before 10 working days
RAIN-T3    Thu 2026-12-31 09:00   Wed 2027-01-06
"""
EASTER_AND_MAY = """
GLOS-1d    Thu 2026-04-02 12:00   Mon 2026-04-13   over Good Friday and Easter Monday
TELF-1a    Thu 2026-04-02 12:00   Wed 2026-04-08   day 1 is the Tuesday after Easter
TELF-1a    Fri 2026-04-03 12:00   Wed 2026-04-08   said on Good Friday itself
RAIN-T2    Fri 2026-05-01 12:00   Mon 2026-05-11   over the early May holiday
GLOS-2g    Fri 2026-05-22 12:00   Mon 2026-06-01   over the spring holiday
TELF-4a    Fri 2026-08-28 12:00   Wed 2026-09-02   over the summer holiday
WARR-T3    Fri 2026-08-28 12:00   Fri 2026-09-11   calendar days are earlier because of the holiday
WARR-T3    Mon 2026-11-02 12:00   Mon 2026-11-16   no holiday: both readings fall on one day
"""


def rows(table: str) -> list[tuple[str, datetime, date]]:
    """The lines of a table: rule, event, due. The weekday before each date has to be the right one."""
    found = []
    for line in filter(str.strip, table.splitlines()):
        rule, weekday, day, time, due_weekday, due, *_ = line.split()
        event = datetime.fromisoformat(f"{day}T{time}").replace(tzinfo=LONDON)
        assert (f"{event:%a}", f"{date.fromisoformat(due):%a}") == (weekday, due_weekday), line
        found.append((rule, event, date.fromisoformat(due)))
    return found


def limit_of(policies: Policies, rule: str):  # type: ignore[no-untyped-def]
    """The policy and limit of that rule."""
    return next((p, limit) for p in policies.values() for limit in p.all_limits() if limit.rule == rule)


def due(policies: Policies, rule: str, start: datetime, agreed: Agreed = NOTHING_AGREED):  # type: ignore[no-untyped-def]
    """The deadline that is shown."""
    policy, limit = limit_of(policies, rule)
    return shown(deadlines(limit, start, bankholidays.calendar(policy.nation), agreed))


@pytest.mark.parametrize(("rule", "start", "expected"), rows(ORDINARY_WEEKS + CHRISTMAS + EASTER_AND_MAY))
def test_a_limit_is_due_on(policies: Policies, rule: str, start: datetime, expected: date) -> None:
    found = due(policies, rule, start)
    assert found.due == expected, f"{say_date(expected)} expected: {found.why}"
    assert found.due_at is None


@pytest.mark.parametrize(
    ("start", "expected"),
    [
        ("2026-11-06T16:00:00+00:00", "2026-11-07T16:00:00+00:00"),  # Friday to Saturday: hours do not wait for Monday
        ("2026-03-28T12:00:00+00:00", "2026-03-29T13:00:00+01:00"),  # the night in which clocks go forward
        ("2026-10-24T12:00:00+01:00", "2026-10-25T11:00:00+00:00"),  # the night in which they go back
    ],
)
def test_hours_are_elapsed_hours(policies: Policies, start: str, expected: str) -> None:
    found = due(policies, "TELF-3a", datetime.fromisoformat(start))
    assert found.due_at is not None
    assert found.due_at.astimezone(LONDON).isoformat() == expected
    assert "earlier date is shown" in found.why


@pytest.mark.parametrize("rule", ["WARR-T4", "WARR-T5", "CAMB-T0"])
def test_where_the_document_gives_no_time_none_is_invented(policies: Policies, rule: str) -> None:
    found = due(policies, rule, datetime(2026, 11, 2, 9, tzinfo=LONDON))
    assert (found.due, found.due_at, found.value) == (None, None, None)
    assert found.why == "The policy gives no time limit here."


@pytest.mark.parametrize("rule", ["TELF-E1", "TELF-E3", "GLOS-1.7", "CAMB-E1", "CAMB-E2"])
def test_immediately_never_waits_for_monday(policies: Policies, rule: str) -> None:
    saturday = datetime(2026, 11, 7, 22, 15, tzinfo=LONDON)
    assert due(policies, rule, saturday).due == date(2026, 11, 7)


@pytest.mark.parametrize(
    ("rule", "agreed", "protect_by", "expected"),
    [
        ("GLOS-1d", "2026-11-20", None, "2026-11-20"),  # Gloucestershire lets both agencies agree a later date
        ("GLOS-1d", "2026-11-20", "2026-11-12", "2026-11-12"),  # but the protective date always wins
        ("GLOS-1d", None, "2026-11-04", "2026-11-04"),
        ("GLOS-1d", None, "2026-11-20", "2026-11-09"),  # a later protective date changes nothing
        ("GLOS-4e", "2026-12-24", None, "2026-11-16"),  # Stage 4 knows no agreement, the flowchart note does: the
        ("GLOS-4e", "2026-11-11", None, "2026-11-11"),  # earlier date is shown
        ("GLOS-4e", None, "2026-11-05", "2026-11-05"),
        ("WARR-T2", "2026-11-20", None, "2026-11-09"),  # no extension in Warrington
        ("WARR-T2", "2026-11-04", None, "2026-11-09"),  # a nearer date stands beside the limit, which does not move
        ("GLOS-1d", "2026-10-30", None, "2026-11-09"),  # before it began: a slip
        ("GLOS-1d", None, "2026-10-30", "2026-11-02"),  # over before it began: at once
        ("RAIN-T2", "2026-11-20", None, "2026-11-09"),
        ("TELF-1c", "2026-11-20", None, "2026-11-05"),  # Telford: shorter, never longer
        ("TELF-1c", "2026-11-03", None, "2026-11-03"),
        ("TELF-T0", None, "2026-11-06", "2026-11-06"),
        ("CAMB-T0", "2026-11-20", None, "2026-11-20"),  # no limit: the agreed date is tracked
        ("WARR-T5", "2026-11-20", None, "2026-11-20"),
    ],
)
def test_agreed_and_protective_dates(
    policies: Policies, rule: str, agreed: str | None, protect_by: str | None, expected: str
) -> None:
    monday = datetime(2026, 11, 2, 9, tzinfo=LONDON)
    dates = Agreed(*(date.fromisoformat(text) if text else None for text in (agreed, protect_by)))
    assert due(policies, rule, monday, dates).due == date.fromisoformat(expected)


def test_the_count_is_explained_in_one_sentence(policies: Policies) -> None:
    found = due(policies, "GLOS-1d", datetime(2026, 12, 24, 15, tzinfo=LONDON))
    assert found.why.startswith("5 working days after Thursday 24 December 2026, not counting weekends, Christmas Day")
    assert "Christmas Day (Friday 25 December 2026)" in found.why
    assert "Boxing Day (substitute day, Monday 28 December 2026)" in found.why


def test_past_the_published_bank_holidays_nothing_is_guessed(policies: Policies) -> None:
    last = bankholidays.calendar("ENG").published_until
    found = due(policies, "GLOS-1d", datetime(last.year, 12, 30, 9, tzinfo=LONDON))
    assert found.due is None
    assert f"published only to the end of {last.year}" in found.why


def test_a_protective_date_holds_even_where_working_days_cannot_be_counted(policies: Policies) -> None:
    last = bankholidays.calendar("ENG").published_until
    protect_by = date(last.year + 1, 1, 2)
    found = due(policies, "GLOS-1d", datetime(last.year, 12, 30, 9, tzinfo=LONDON), Agreed(None, protect_by))
    assert found.due == protect_by


def test_the_counted_bank_holidays_are_those_on_gov_uk(policies: Policies) -> None:
    for nation in {policy.nation for policy in policies.values()}:
        weekdays = {day for day in bankholidays.calendar(nation).bank_holidays if day.weekday() < 5}
        first = date(bankholidays.FIRST_YEAR, 1, 1)
        assert weekdays == {day for day in bankholidays.published(nation) if day >= first}, nation


def test_bank_holidays_are_known_for_the_next_sixty_days() -> None:
    """An alarm clock: when it rings, docs/tasks/bank-holidays.md says what to do."""
    left = (bankholidays.calendar("ENG").published_until - date.today()).days
    assert left > 60
