"""GOV.UK's date input, read: a day in three fields, a period of two, and what is said of one that cannot be."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from bot.casework.counting import Period

PARTS = ("day", "month", "year")
YEAR = timedelta(days=364)
CALLED = {"from": "The first day", "to": "The last day"}


class NoDay(ValueError):
    """What was typed is no day. ``says`` tells what to mend; ``parts`` are the fields that it is about."""

    def __init__(self, says: str, parts: tuple[str, ...] = PARTS) -> None:
        super().__init__(says)
        self.says = says
        self.parts = parts


class NoPeriod(NoDay):
    """What was typed is no period; ``name`` is the day to mend, ``from`` or ``to``."""

    def __init__(self, name: str, says: str, parts: tuple[str, ...] = PARTS) -> None:
        super().__init__(says, parts)
        self.name = name


def read_day(given: Mapping[str, str], name: str, called: str) -> date | None:
    """The day in the fields ``name-day``, ``name-month`` and ``name-year``; None where all are empty.

    ``called`` begins what is said of it: "The first day". Raises NoDay.
    """
    typed = {part: given.get(f"{name}-{part}", "").strip() for part in PARTS}
    if not any(typed.values()):
        return None
    if missing := tuple(part for part in PARTS if not typed[part]):
        raise NoDay(f"{called} must include a {' and '.join(missing)}", missing)
    if len(typed["year"]) != 4:
        raise NoDay("Year must include 4 numbers", ("year",))
    try:
        return date(int(typed["year"]), int(typed["month"]), int(typed["day"]))
    except ValueError as error:
        raise NoDay(f"{called} must be a real date, such as 24 12 2026") from error


def typed_day(day: date, name: str) -> dict[str, str]:
    """The three fields as they show this day."""
    return {f"{name}-day": str(day.day), f"{name}-month": str(day.month), f"{name}-year": f"{day.year:04}"}


def read_period(given: Mapping[str, str], today: date) -> Period:
    """The days that were typed; else those of an address (``from``, ``to``, ISO); else the year until today.

    Raises NoPeriod for what was typed, ValueError for an address that nobody typed.
    """
    if any(f"{name}-{part}" in given for name in CALLED for part in PARTS):
        return _typed_period(given, today)
    last = date.fromisoformat(given.get("to") or today.isoformat())
    return Period(date.fromisoformat(given["from"]), last) if given.get("from") else year_until(last)


def year_until(last: date) -> Period:
    """The year that ends with this day."""
    return Period(max(last, date.min + YEAR) - YEAR, last)


def _typed_period(given: Mapping[str, str], today: date) -> Period:
    found = {}
    for name, called in CALLED.items():
        try:
            found[name] = read_day(given, name, called)
        except NoDay as wrong:
            raise NoPeriod(name, wrong.says, wrong.parts) from wrong
    last = found["to"] or today
    first = found["from"] or year_until(last).first
    if last < first:
        raise NoPeriod("to", "The last day must be the same as or after the first day")
    return Period(first, last)
