"""The day that a day and a month stand for, with or without its year and its weekday.

Where no year is given the nearest such day on the side that is meant is taken; a weekday said with it must agree,
and where nothing agrees the person is asked.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from bot.understanding.date_reading import SURE_WEEKDAY, VAGUE, WEEKDAY, Reading, Setting, weekday_number

# "By 8 December", said on the 9th, was yesterday.
_FAR, _JUST = timedelta(days=200), timedelta(days=60)
WEEKDAY_BEFORE = rf"(?:\b(?P<weekday>{WEEKDAY})\.?,? (?:- )?\(?(?:the )?|(?<![\d/.:£#]))"
WEEKDAY_AFTER = rf"(?:,? \(?(?P<weekday_after>{SURE_WEEKDAY})\b\)?)?"


def with_year(match: re.Match[str], month: int, setting: Setting) -> Reading | None:
    """The day of a match with the groups `day` and perhaps `year`, `which_year`, `weekday`, `weekday_after`."""
    groups = match.groupdict()
    year = groups.get("year")
    if which := groups.get("which_year"):
        year = str(setting.today.year - (which == "last"))
    day = int(match["day"])
    if not year:
        return without_year(match, day, month, setting) if 1 <= day <= 31 else None
    digits = year.lstrip("'")
    full = int(digits) if len(digits) == 4 else 2000 + int(digits)
    if len(digits) == 2 and full > setting.today.year + 10:
        full -= 100
    return checked(full, month, day, _weekday(match))


def without_year(match: re.Match[str], day: int, month: int, setting: Setting) -> Reading:
    """The nearest such day on the side meant; a weekday that fits only the other side decides for it."""
    weekday = _weekday(match)
    years = [setting.today.year + shift for shift in (0, -1, 1)]
    days = [found for year in years if (found := day_of(year, month, day))]
    meant = [found for found in days if on_side(found, setting)]
    near = sorted(meant, key=lambda found: abs((found - setting.today).days))[:1]
    if meant and setting.direction == "future" and near[0] - setting.today > _FAR:
        near = [found for found in days if found < setting.today < found + _JUST] or near
    rest = sorted(set(days) - set(meant), key=lambda found: abs((found - setting.today).days))[:1]
    for found in near + (rest if weekday else []):
        if agrees(found, weekday):
            return Reading(found)
    return VAGUE


def _weekday(match: re.Match[str]) -> str | None:
    groups = match.groupdict()
    return groups.get("weekday") or groups.get("weekday_after")


def on_side(day: date, setting: Setting) -> bool:
    return day <= setting.today if setting.direction == "past" else day >= setting.today


def agrees(day: date, weekday: str | None) -> bool:
    return weekday is None or day.weekday() == weekday_number(weekday)


def day_of(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def checked(year: int, month: int, day: int, weekday: str | None) -> Reading:
    found = day_of(year, month, day)
    return Reading(found) if found and agrees(found, weekday) else VAGUE
