"""What every reader of a date is given and gives back, and the steps along the calendar that they share."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Literal

from dateutil.relativedelta import relativedelta

from bot.understanding.date_words import DOUBTFUL_WEEKDAYS, MONTHS, WEEKDAYS

Direction = Literal["past", "future"]
WorkingDay = Callable[[date], bool]

WEEKDAY = "|".join((*WEEKDAYS, *DOUBTFUL_WEEKDAYS))
SURE_WEEKDAY = "|".join(WEEKDAYS)
MONTH = "|".join(MONTHS)
DAY_PART = r"(?: (?:early |late )?(?:morning|afternoon|evening|night|lunchtime|dinner time|teatime|am|pm))?"
ABOUT = (
    r"(?:about|around|round about|roughly|approximately|nearly|almost|over|more than|at least|less than|under|maybe"
    r"|like|some|well over|just over|just under|probably|circa|c\.|getting on for|going on(?: for)?|coming up to"
    r"|the best part of|the better part of|close to|say|perhaps|give or take|upwards of|inside|within)"
)
BECAUSE = r"(?:(?:because|cos|cause|coz|cuz|on account) of|due to|owing to|what with)"
MOVED = (
    r"(?:moved|changed|shifted|bumped|rearranged|re-?scheduled|postponed|delayed"
    r"|(?:put|pushed|brought|moved)(?: it| that| the \w+)? (?:back|off|forward))"
)
DAYS_OF = {"day": 1, "night": 1, "week": 7, "fortnight": 14}


@dataclass(frozen=True)
class Setting:
    """The moment of writing, and which way a date without a year or a side is meant."""

    now: datetime
    is_working_day: WorkingDay
    direction: Direction

    @property
    def today(self) -> date:
        return self.now.date()


@dataclass(frozen=True)
class Reading:
    """A date that was read; `day` is None where only the person can say which day it was."""

    day: date | None
    time: time | None = None
    alternative: date | None = None


VAGUE = Reading(None)
Reader = Callable[[re.Match[str], Setting], Reading | None]
Form = tuple[re.Pattern[str], Reader]


def form(pattern: str, reader: Reader) -> Form:
    return re.compile(pattern), reader


def nearest(days: Sequence[date], setting: Setting) -> Reading:
    """Of days that may be meant the nearest on the side that is meant, or else on the other."""
    today, past = setting.today, setting.direction == "past"
    on_side = [day for day in days if (day <= today if past else day >= today)]
    return Reading(min(on_side or days, key=lambda day: abs(day - today)))


def days_from(day: date, days: int) -> Reading:
    """A date so far away that the calendar ends is nobody's event: it has to be asked."""
    try:
        return Reading(day + timedelta(days=days))
    except OverflowError:
        return VAGUE


def weekday_number(word: str) -> int:
    return WEEKDAYS.index(DOUBTFUL_WEEKDAYS.get(word, word))


def weekday_on_or_before(day: date, weekday: int) -> date:
    return day - timedelta(days=(day.weekday() - weekday) % 7)


def weekday_on_or_after(day: date, weekday: int) -> date:
    return day + timedelta(days=(weekday - day.weekday()) % 7)


def step_working_days(start: date, count: int, step: Literal[-1, 1], is_working_day: WorkingDay) -> date:
    """The count-th working day before or after `start`, which itself is day 0."""
    day = start
    while count > 0:
        day += timedelta(days=step)
        count -= is_working_day(day)
    return day


def number(word: str | None) -> int:
    """How many "2", "a", "one" or nothing are."""
    return int(word) if word and word.isdigit() else 1


def span(count: int, unit: str) -> relativedelta:
    """So many days, nights, weeks, fortnights, months or years."""
    unit = unit.removesuffix("s")
    if unit in ("month", "year"):
        return relativedelta(**{f"{unit}s": count})  # type: ignore[arg-type]
    return relativedelta(days=count * DAYS_OF[unit])
