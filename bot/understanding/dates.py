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
from bot.understanding.date_reading import VAGUE, WEEKDAY, Direction, Form, Reading, Setting, WorkingDay
from bot.understanding.date_words import DONE, spell
from bot.understanding.not_dates import without_other_numbers
from bot.understanding.shifted_dates import POINTING_BACK, SHIFT, counted, shifted
from bot.understanding.tables import any_of

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


# Words before a date that turn it to the future, and words that turn it back.
_AHEAD = any_of(r"""
    until; due; next; will; won't; (?:he|she|they|we|it|i)'ll; going to; gonna; (?:is|be|are) back; \w+'s back;
    coming; booked; scheduled; planned; set for; agreed to give; extend(?:ed)?; starts; closes on; expires; runs
    out; (?:breaks?|break) up; gets? out; comes? (?:out|home|back); (?:review|hearing|court|panel|core
    group|appointment|scan|tribunal|trial|interview|assessment) is; back (?:to|in) (?:court|work); needed (?:by|
    before); before (?:contact|discharge|she goes|he goes|they go); meeting is; conference is; (?:goes|go| going)
    (?:home|back); home on; returns; leaves; must be; needs? to be; (?:is|are|being|he's|she's|they're)
    (?:discharged|released|returning|moving|leaving|flying); deadline
""")
_OVERDUE = any_of(r"""
    should(?:'ve| have); supposed to; meant to; (?:was|were) (?:to|due); promised; had until; would have;
    said (?:they|he|she)(?: would|'d); was (?:booked|scheduled|planned|set); last; ago; previous; didn't
""")
# Of a clause that tells what was done its own verb decides: "due to go home tomorrow, refused on Tuesday".
_DONE = any_of(DONE)
# "By Friday" and "by the end of Friday", not "by phone on Friday".
_BY = re.compile(
    r"\bby(?: (?:the|next|this|around|about|on|of|end|start|close|close of play|cop|noon|midday|lunchtime|latest"
    r"|no later than|\d{1,2}(?:[:.]\d\d)? ?(?:am|pm)?))* ?$"
)
# "The meeting, which is on the 20th": said so of what is still to come.
_IS_ON = re.compile(r"(?:\bis|'s) (?:now |still )?(?:on|for)(?: the)? ?$")
# "They said last night that they won't come until Monday": what comes before it tells of another time.
_UNTIL = re.compile(r"(?<!had )(?<!have )\buntil(?: (?:the|next))? ?$")
_LASTED = re.compile(r"\b(?:had|was|were|did|didn't|gave|lasted|stayed)\b[^,]*$")
_JOINT = re.compile(r",| and (?=i|we|they|he|she|it|social|mash|the|no)| but ")


def find_dates(
    text: str, now: dt.datetime, *, is_working_day: WorkingDay, prefer: Direction = "past"
) -> tuple[FoundDate, ...]:
    """Every date told in `text`, in order, each passage once; `now` is the local time of writing."""
    typed = canonical(text[:LONGEST_MESSAGE], spell)
    line = without_other_numbers(typed.text)
    read = _apart(chain(_plain(line, now, is_working_day, prefer), _shifted(line, now, is_working_day, prefer)))
    back = _pointing_back(line, read, Setting(now, is_working_day, prefer))
    passages = _doubted(line, _apart(chain(back, read)))
    return tuple(_found(typed, line, passage, now, prefer) for passage in passages)


def _plain(line: str, now: dt.datetime, is_working_day: WorkingDay, prefer: Direction) -> Iterator[_Passage]:
    for pattern, reader in _FORMS:
        for match in pattern.finditer(line):
            setting = Setting(now, is_working_day, _direction(line, match.start(), prefer))
            if match.group() and (reading := reader(match, setting)):
                yield _Passage(match.start(), match.end(), reading)


def _shifted(line: str, now: dt.datetime, is_working_day: WorkingDay, prefer: Direction) -> Iterator[_Passage]:
    """Days counted from another one, which follows."""
    for shift in SHIFT.finditer(line):
        setting = Setting(now, is_working_day, _direction(line, shift.start(), prefer))
        for (pattern, reader), at in product(_ANCHORS, {shift.end("side") + 1, shift.end()}):
            if (match := pattern.match(line, at)) and (reading := shifted(shift, match, reader, setting)):
                yield _Passage(shift.start(), match.end(), reading)


def _pointing_back(line: str, passages: list[_Passage], setting: Setting) -> Iterator[_Passage]:
    """ "The Friday before that": counted from the day that was told before it."""
    for match in POINTING_BACK.finditer(line):
        told = [one.reading.day for one in passages if one.end <= match.start() and one.reading.day]
        yield _Passage(match.start(), match.end(), Reading(counted(match, told[-1], setting)) if told else VAGUE)


def _apart(passages: Iterable[_Passage]) -> list[_Passage]:
    """Of passages that overlap the longest stands; of equally long ones the form that is listed first."""
    kept: list[_Passage] = []
    for passage in sorted(passages, key=lambda passage: passage.start - passage.end):
        if all(passage.end <= other.start or passage.start >= other.end for other in kept):
            kept.append(passage)
    return sorted(kept, key=lambda passage: passage.start)


def _doubted(line: str, passages: list[_Passage]) -> list[_Passage]:
    """Days that are guessed at or offered as a choice are found, but have to be asked about."""
    doubtful = {at for at, one in enumerate(passages) if vague_dates.hedged(line, one.start, one.end)}
    for at, (first, second) in enumerate(pairwise(passages)):
        if vague_dates.one_of_two(line, (first.start, first.end), (second.start, second.end)):
            doubtful |= {at, at + 1}
    return [replace(one, reading=VAGUE) if at in doubtful else one for at, one in enumerate(passages)]


def _direction(line: str, start: int, prefer: Direction) -> Direction:
    """Which side a date is meant on, from the words of its clause that lead up to it."""
    lead = re.split(r"[.;!?\x00]|, but|\bbut\b", line[max(0, start - 70) : start])[-1]
    own = _JOINT.split(lead)[-1]
    if _UNTIL.search(lead) and not _LASTED.search(lead):
        return "future"
    by = bool(_BY.search(lead) or _IS_ON.search(lead))
    if _OVERDUE.search(lead) or (_DONE.search(own) and not (by or _AHEAD.search(own))):
        return "past"
    return "future" if by or _AHEAD.search(lead) else prefer


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
