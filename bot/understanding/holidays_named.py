"""Days known by a name: Christmas Eve, Good Friday, the bank holiday and the day before it."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from dateutil.easter import easter

from bot.understanding.date_reading import VAGUE, Form, Reading, Setting, form, weekday_on_or_after

_SEARCHED_DAYS = 150  # the longest stretch without a bank holiday in England is from August to Christmas


def _fixed(month: int, day: int) -> Callable[[int], date]:
    return lambda year: date(year, month, day)


def _from_easter(days: int) -> Callable[[int], date]:
    return lambda year: easter(year) + timedelta(days=days)


NAMED: dict[str, Callable[[int], date]] = {
    "christmas eve": _fixed(12, 24),
    "christmas day": _fixed(12, 25),
    "boxing day": _fixed(12, 26),
    "new year's eve": _fixed(12, 31),
    "new years eve": _fixed(12, 31),
    "nye": _fixed(12, 31),
    "new year's day": _fixed(1, 1),
    "new years day": _fixed(1, 1),
    "good friday": _from_easter(-2),
    "maundy thursday": _from_easter(-3),
    "easter saturday": _from_easter(-1),
    "easter sunday": _from_easter(0),
    "easter monday": _from_easter(1),
    "ash wednesday": _from_easter(-46),
    "shrove tuesday": _from_easter(-47),
    "pancake day": _from_easter(-47),
    "bonfire night": _fixed(11, 5),
    "valentine's day": _fixed(2, 14),
    "valentines day": _fixed(2, 14),
    "halloween": _fixed(10, 31),
    "st george's day": _fixed(4, 23),
    "burns night": _fixed(1, 25),
    "early may bank holiday": lambda year: weekday_on_or_after(date(year, 5, 1), 0),
    "spring bank holiday": lambda year: weekday_on_or_after(date(year, 5, 25), 0),
    "late may bank holiday": lambda year: weekday_on_or_after(date(year, 5, 25), 0),
    "august bank holiday": lambda year: weekday_on_or_after(date(year, 8, 25), 0),
    "summer bank holiday": lambda year: weekday_on_or_after(date(year, 8, 25), 0),
}
_SHIFT = r"(?:\b(?:the )?day (?P<side>before|after) )?"


def named_holiday(match: re.Match[str], setting: Setting) -> Reading:
    """The nearest one on the side that is meant."""
    days = [NAMED[match["name"]](setting.today.year + shift) for shift in (-1, 0, 1)]
    if setting.direction == "past":
        return _shifted(match, max(day for day in days if day <= setting.today))
    return _shifted(match, min(day for day in days if day >= setting.today))


def bank_holiday(match: re.Match[str], setting: Setting) -> Reading:
    """ "The bank holiday" is the nearest weekday that is no working day; which May one is meant is asked."""
    if match["month"] == "may ":
        return VAGUE
    step = timedelta(days=-1 if setting.direction == "past" else 1)
    day = setting.today
    for _ in range(_SEARCHED_DAYS):
        if day.weekday() < 5 and not setting.is_working_day(day):
            return _shifted(match, day)
        day += step
    return VAGUE


def _shifted(match: re.Match[str], day: date) -> Reading:
    side = match["side"]
    return Reading(day + timedelta(days={"before": -1, "after": 1}.get(side, 0)))


_NAMES = "|".join(re.escape(name) for name in sorted(NAMED, key=len, reverse=True))
FORMS: tuple[Form, ...] = (
    form(rf"{_SHIFT}\b(?:the |last |this |next )?(?P<name>{_NAMES})\b", named_holiday),
    form(rf"{_SHIFT}\b(?:the|last|next|on|this) (?P<month>may )?bank holiday(?: monday| friday)?\b", bank_holiday),
    form(rf"{_SHIFT}\b(?P<month>may )?bank holiday (?:monday|friday)\b", bank_holiday),
    form(rf"{_SHIFT}\b(?P<month>may )bank holiday\b", bank_holiday),
)
