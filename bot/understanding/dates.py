"""The dates in a message, as British professionals write them; what is not a date is never made one.

A vague passage ("ages ago", "last week") is found too, with no date: it has to be asked about.
A date without a year is the nearest one on the side meant: past by default; until / by / next / will turn
one date to the future, and "should have ... by Friday" turns it back.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain, pairwise, product

from bot.understanding import (
    agreeing_days,
    doubtful_days,
    explicit_dates,
    holidays_named,
    numeric_dates,
    ordinal_dates,
    relative_dates,
    vague_dates,
    weekday_dates,
)
from bot.understanding.canonical import Canonical, canonical
from bot.understanding.clock_times import time_after, time_before
from bot.understanding.date_directions import direction
from bot.understanding.date_reading import VAGUE, WEEKDAY, Direction, Form, Reading, Setting, WorkingDay
from bot.understanding.date_words import spell
from bot.understanding.not_dates import without_other_numbers
from bot.understanding.shifted_dates import POINTING_BACK, RATHER, SHIFT, counted, rather, shifted

LONGEST_MESSAGE = 4_000


@dataclass(frozen=True)
class FoundDate:
    """A passage that tells a date. `date` None: vague. `alternative`: the other day it may have meant."""

    start: int
    end: int
    text: str
    date: dt.date | None
    time: dt.time | None = None
    alternative: dt.date | None = None


_FORMS: tuple[Form, ...] = (
    *vague_dates.FORMS,
    *ordinal_dates.FORMS,
    *holidays_named.FORMS,
    *numeric_dates.FORMS,
    *explicit_dates.FORMS,
    *relative_dates.FORMS,
    *weekday_dates.FORMS,
)
_ANCHORS: tuple[Form, ...] = (*_FORMS, *holidays_named.ANCHORS)


@dataclass(frozen=True)
class _Passage:
    """A stretch of the line that tells a time, and what was read in it."""

    start: int
    end: int
    reading: Reading


def find_dates(
    text: str, now: dt.datetime, *, is_working_day: WorkingDay, prefer: Direction = "past"
) -> tuple[FoundDate, ...]:
    """Every date told in `text`, in order, each passage once; `now` is the local time of writing."""
    typed = canonical(text[:LONGEST_MESSAGE], spell)
    line = without_other_numbers(typed.text)
    read = _apart(chain(_plain(line, now, is_working_day, prefer), _shifted(line, now, is_working_day, prefer)))
    back = _pointing_back(line, read, Setting(now, is_working_day, prefer))
    told = _agreed(line, _apart(chain(back, read)), Setting(now, is_working_day, prefer))
    passages = _doubted(line, told)
    return tuple(_found(typed, line, passage, now, prefer) for passage in passages)


def _plain(line: str, now: dt.datetime, is_working_day: WorkingDay, prefer: Direction) -> Iterator[_Passage]:
    for pattern, reader in _FORMS:
        for match in pattern.finditer(line):
            setting = Setting(now, is_working_day, direction(line, match.start(), match.end(), prefer))
            if match.group() and (reading := reader(match, setting)):
                yield _Passage(match.start(), match.end(), reading)


def _shifted(line: str, now: dt.datetime, is_working_day: WorkingDay, prefer: Direction) -> Iterator[_Passage]:
    """Days counted from another one, which follows."""
    for shift in SHIFT.finditer(line):
        for (pattern, reader), at in product(_ANCHORS, {shift.end("side") + 1, shift.end()}):
            if not (match := pattern.match(line, at)):
                continue
            setting = Setting(now, is_working_day, direction(line, shift.start(), match.end(), prefer))
            if reading := shifted(shift, match, reader, setting):
                yield _Passage(shift.start(), match.end(), reading)


def _pointing_back(line: str, passages: list[_Passage], setting: Setting) -> Iterator[_Passage]:
    """ "The Friday before that": counted from the day that was told before it."""
    for match in POINTING_BACK.finditer(line):
        told = [one.reading.day for one in passages if one.end <= match.start() and one.reading.day]
        yield _Passage(match.start(), match.end(), Reading(counted(match, told[-1], setting)) if told else VAGUE)
    for one in passages:
        if one.reading.day and (beside := RATHER.match(line, one.end)):
            yield _Passage(one.start, beside.end(), Reading(rather(beside, one.reading.day)))


def _apart(passages: Iterable[_Passage]) -> list[_Passage]:
    """Of passages that overlap the longest stands; of equally long ones the form that is listed first."""
    kept: list[_Passage] = []
    for passage in sorted(passages, key=lambda passage: passage.start - passage.end):
        if all(passage.end <= other.start or passage.start >= other.end for other in kept):
            kept.append(passage)
    return sorted(kept, key=lambda passage: passage.start)


def _agreed(line: str, passages: list[_Passage], setting: Setting) -> list[_Passage]:
    """A weekday and a number that name one day are both read as that day."""
    agreed: dict[int, dt.date] = {}
    for at, (first, second) in enumerate(pairwise(passages)):
        spans = (first.start, first.end), (second.start, second.end)
        if day := agreeing_days.one_day(line, *spans, setting):
            agreed |= {at: day, at + 1: day}
    return [replace(one, reading=Reading(agreed[at])) if at in agreed else one for at, one in enumerate(passages)]


def _doubted(line: str, passages: list[_Passage]) -> list[_Passage]:
    """Days that are guessed at, offered as a choice or told differently are found, but have to be asked about."""
    doubtful = {at for at, one in enumerate(passages) if doubtful_days.hedged(line, one.start, one.end)}
    for at, (first, second) in enumerate(pairwise(passages)):
        spans = (first.start, first.end), (second.start, second.end)
        if first.reading.day == second.reading.day:
            continue
        if doubtful_days.one_of_two(line, *spans) or doubtful_days.told_differently(line, *spans):
            doubtful |= {at, at + 1}
    return [replace(one, reading=VAGUE) if at in doubtful else one for at, one in enumerate(passages)]


def _found(typed: Canonical, line: str, passage: _Passage, now: dt.datetime, prefer: Direction) -> FoundDate:
    start, end, reading = passage.start, passage.end, passage.reading
    said, clock = line[start:end], reading.time
    if clock is None and (after := time_after(line, end, said)):
        end, clock = after
    elif clock is None and (before := time_before(line, start, said)):
        start, clock = before
    day, other = reading.day, reading.alternative
    later_today = day == now.date() and clock is not None and clock > now.time()
    if prefer == "past" and other and later_today and re.fullmatch(rf"(?:{WEEKDAY}).*", said):
        day, other = day - dt.timedelta(days=7) if day else None, None  # "Tuesday at 4", said on a Tuesday morning
    first, last = typed.span(start, end)
    return FoundDate(first, last, typed.original[first:last], day, clock, other)
