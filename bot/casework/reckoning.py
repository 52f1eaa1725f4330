"""How time is counted: so much of a unit after a moment, to the day or moment at which it is over, and in words.

The day of the event is day 0; n working days end with the n-th working day after it; hours are elapsed hours; "same
working day" and "immediately" never roll to Monday.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache

from bot.casework.calendar import SATURDAY, WorkingCalendar, local_date, say_date, say_moment
from bot.casework.vocabulary import Unit


def count(unit: Unit, value: int, start: datetime, calendar: WorkingCalendar) -> tuple[date, datetime | None, str]:
    """The day, the moment where hours are counted, and how it was counted. Raises BeyondCalendar."""
    day = local_date(start)
    match unit:
        case Unit.WORKING_DAYS:
            due, why = _in_working_days(value, day, calendar)
            return due, None, why
        case Unit.CALENDAR_DAYS:
            why = f"{_plural(value, 'calendar day')} after {say_date(day)}, weekends and bank holidays included."
            return day + timedelta(days=value), None, why
        case Unit.HOURS:
            due_at = start.astimezone(UTC) + timedelta(hours=value)
            since = f"{_plural(value, 'hour')} after {say_moment(start)}"
            return local_date(due_at), due_at, f"{since}, counted by the clock, nights and weekends included."
        case Unit.WORKING_HOURS:
            due_at = calendar.hours_after(start, value)
            why = f"{_plural(value, 'working hour')} after {say_moment(start)}, counted while the office is open."
            return local_date(due_at), due_at.astimezone(UTC), why
        case Unit.SAME_WORKING_DAY:
            return day, None, f"The same day, {say_date(day)}; it never waits for a working day."
        case _:
            return day, None, f"Immediately, on {say_date(day)}; it never waits for a working day."


@lru_cache(maxsize=1024)
def _in_working_days(value: int, day: date, calendar: WorkingCalendar) -> tuple[date, str]:
    """That many working days after the day, and how they were counted. Kept: what is due on one morning began on one of
    a few days. Raises BeyondCalendar."""
    due = calendar.after(day, value)
    return due, _working_days(value, day, due, calendar)


def _working_days(value: int, day: date, due: date, calendar: WorkingCalendar) -> str:
    holidays = [_holiday(when, name) for when, name in calendar.skipped(day, due)]
    skipped = "weekends" if not holidays else "weekends, " + _listed(holidays)
    passed_weekend = (due - day).days >= ((SATURDAY - day.weekday()) % 7 or 1)
    if not holidays and not passed_weekend:
        return f"{_plural(value, 'working day')} after {say_date(day)}."
    if holidays and not passed_weekend:
        skipped = _listed(holidays)
    return f"{_plural(value, 'working day')} after {say_date(day)}, not counting {skipped}."


def _holiday(when: date, name: str) -> str:
    """One that is skipped, as GOV.UK calls a day in the place of one at a weekend."""
    plain = name.removesuffix(" (observed)")
    return f"{plain} ({say_date(when)})" if plain == name else f"{plain} (substitute day, {say_date(when)})"


def _plural(value: int, noun: str) -> str:
    return f"{value} {noun}" + ("" if value == 1 else "s")


def _listed(items: Sequence[str]) -> str:
    return items[0] if len(items) == 1 else ", ".join(items[:-1]) + " or " + items[-1]
