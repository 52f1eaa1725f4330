"""The n-th day of a week, month or year: "the first Monday in October", "the last working day of last month"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from bot.understanding.date_reading import (
    MONTH,
    VAGUE,
    WEEKDAY,
    Form,
    Reading,
    Setting,
    form,
    nearest,
    step_working_days,
    weekday_number,
    weekday_on_or_before,
)
from bot.understanding.date_words import MONTHS

_ORDINALS = {"first": 0, "second": 1, "third": 2, "last": -1, "final": -1, "penultimate": -2}
_SHIFTS = {"last": (-1,), "this": (0,), "next": (1,), "new": (0, 1)}


def nth_of_period(match: re.Match[str], setting: Setting) -> Reading:
    """Of a period that is only named ("in October", "of the month") the nearest one on the side meant."""
    days = [day for first, last in _periods(match, setting) if (day := _nth(match, first, last, setting))]
    return nearest(days, setting) if days else VAGUE


def _periods(match: re.Match[str], setting: Setting) -> Iterator[tuple[date, date]]:
    """The first day of each period that may be meant, and the first one after it."""
    today = setting.today
    if month := match["month"]:
        years = [int(match["year"])] if match["year"] else [today.year + shift for shift in (-1, 0, 1)]
        firsts = [date(year, MONTHS.index(month) + 1, 1) for year in years]
        yield from ((first, first + relativedelta(months=1)) for first in firsts)
        return
    length = relativedelta(**{f"{match['unit']}s": 1})  # type: ignore[arg-type]
    start = {
        "week": weekday_on_or_before(today, 0),
        "month": today.replace(day=1),
        "year": today.replace(month=1, day=1),
    }[match["unit"]]
    for shift in _SHIFTS.get(match["shift"] or "", (-1, 0, 1)):
        yield start + length * shift, start + length * (shift + 1)


def _nth(match: re.Match[str], first: date, after: date, setting: Setting) -> date | None:
    kind, which = match.groupdict().get("kind") or "day", match["nth"]
    index = _ORDINALS[which] if which in _ORDINALS else int(which.rstrip("stndrh")) - 1
    span = (first + timedelta(days=days) for days in range((after - first).days))
    days = [day for day in span if _is(kind, day, setting)]
    return days[index] if -len(days) <= index < len(days) else None


def _is(kind: str, day: date, setting: Setting) -> bool:
    if kind == "day":
        return True
    if kind in ("working day", "business day"):
        return setting.is_working_day(day)
    return day.weekday() == weekday_number(kind)


def previous_working_day(match: re.Match[str], setting: Setting) -> Reading:
    count = 2 if match["beyond"] else 1
    return Reading(step_working_days(setting.today, count, -1, setting.is_working_day))


_NTH = r"(?P<nth>first|second|third|\d{1,2}(?:st|nd|rd|th)|last|final|penultimate)"
_KIND = rf"(?P<kind>working day|business day|day|{WEEKDAY})(?: (?:morning|afternoon|evening))?"
_MONTH = rf"(?P<month>{MONTH})\b(?:,? (?P<year>20\d\d))?"
FORMS: tuple[Form, ...] = (
    form(
        rf"\b(?:the )?{_NTH} {_KIND} (?:of|in) (?:(?:the )?(?P<shift>this|last|next|new)? ?"
        rf"(?:calendar )?(?P<unit>week|month|year)\b|{_MONTH})",
        nth_of_period,
    ),
    form(
        rf"\b(?:the )?(?P<nth>first|second|third|last) of (?:(?P<shift>this|last|next|the) (?P<unit>month)\b"
        rf"|{_MONTH})",
        nth_of_period,
    ),
    form(
        r"\b(?:the )?(?:(?:last|previous) working day|working day before (?P<beyond>last))"
        r"(?! (?:of|in|before|after|for|to|between))\b",
        previous_working_day,
    ),
)
