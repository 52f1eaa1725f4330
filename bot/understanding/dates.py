"""The dates in a message, as British professionals write them; what is not a date is never made one.

A vague passage ("ages ago", "last week") is found too, with no date: it has to be asked about.
A date without a year is the nearest one on the side meant: past by default; until / by / next / will turn
one date to the future, and "should have ... by Friday" turns it back.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from bot.understanding import explicit_dates, holidays_named, relative_dates
from bot.understanding.canonical import Canonical, canonical
from bot.understanding.clock_times import time_after, time_before
from bot.understanding.date_reading import MONTH, WEEKDAY, Direction, Form, Reading, Setting, WorkingDay, form
from bot.understanding.date_words import spell
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


# What looks like a date and is none: taken out before reading. {weekday} and {month} are filled in.
_NOT_DATES = [
    r"\b(?:born|d\.?o\.?b\.?|date of birth|birth ?date|birthday)(?!\w)(?: (?:is|was|on|in|the|of))*[ :=-]*(?:the )?"
    r"(?:\d{1,4}[/. -]\d{1,2}[/. -]\d{1,4}|(?:\d{1,2}(?:st|nd|rd|th)?(?: of)? )?(?:%(month)s)(?:"
    r" \d{1,2}(?:st|nd|rd|th)?)?"
    r",?(?: \d{4})?|yesterday|today|last \w+|%(weekday)s)",
    r"\b24/7\b|\b50/50\b|\b9-5\b|\b1:1\b|\b2:1\b",
    r"\b(?:every|each|most|any|some|alternate)(?: other)? (?:%(weekday)s)s?\b",
    r"\ba (?:%(weekday)s)\b(?! (?:week|fortnight))",
    r"\b(?:%(weekday)s)s? ?(?:to|-|through|/) ?(?:%(weekday)s)s?\b",
    r"\b(?:%(weekday)s) (?:mornings|afternoons|evenings|nights)\b",
    r"\b(?:the )?(?:%(weekday)s) (?:club|school|group|list|clinic)\b",
    r"(?<!')\b(?:para(?:graph)?s?|section|sections|rule|clause|part|version|v|appendix|chapter|stage|page"
    r"|item|room|flat|ext|s)"
    r"\.? ?\d+(?:[./]\d+)*",
    r"\b(?:about|around|roughly|approximately) \d+ (?:children|people|staff|families)\b",
    r"\d{1,2}/\d{1,2}(?= (?:children|kids|people|of|times|staff|agencies|worried|visits|appointments|old"
    r"|weeks|days))",
    r"\b\d{1,2}/\d{1,2} (?:worried|on the scale|scale)",
    r"\b\d{1,2} may (?=(?:be|have|need|go|not|well|also|come|get|want|still|never|require|say|think|do)\b)",
    r"(?<![\d/.])(?!20\d\d-)\+?(?:\d[ -]?){9,}\d",
]
_NONE_OF_THESE = [re.compile(pattern % {"month": MONTH, "weekday": WEEKDAY}) for pattern in _NOT_DATES]

_UNITS = r"(?:minutes?|hours?|days?|working days?|weeks?|fortnights?|months?|years?)"
_ABOUT = (
    r"(?:about|around|roughly|approximately|nearly|almost|over|more than|at least|less than|under|maybe|like|some"
    r"|well over|just over|just under|probably|circa|c\.)"
)
_VAGUE = (
    rf"\b{_ABOUT} (?:a|an|one|the|\d+) {_UNITS} (?:ago|back)\b",
    rf"\b(?:a|an|one|\d+) {_UNITS} (?:or (?:so|more|\d+)|ish|plus)(?: {_UNITS})? (?:ago|back)\b",
    rf"\b\d+ ?(?:or|to|-|/) ?\d+ {_UNITS} (?:ago|back)\b",
    rf"\b(?:(?:a|the|few|couple|good|of|several|some|many|last|past) )*(?:few|couple|several|some|many)"
    rf" (?:(?:good|of) )?{_UNITS} (?:ago|back)\b",
    r"\bin (?:a )?(?:few|couple of|several) (?:days|weeks|months)\b(?! she| he| they| we| i\b)",
    r"\b(?:days|weeks|months|years|hours) (?:and (?:days|weeks|months|years) )?(?:ago|back)\b",
    r"\b(?:ages|yonks|donkey's years|a (?:little |long |short |good )?(?:while|time|bit)|some ?time|(?:not"
    r" (?:that |so |too )?)?long) (?:ago|back)\b",
    r"\b(?:a while since|the other (?:day|week|night|month|morning|afternoon)|recently|lately|sometime|at"
    r" some point)\b",
    r"\b(?:(?:at |by |from |towards )?(?:the )?(?:start|beginning|middle|end|early|mid|late|earlier|later"
    r"|back end)(?: part)?(?: of)? )?"
    r"(?:last|next|this) (?:week|month|year|term|half term|summer|autumn|winter|spring)\b",
    r"\b(?:the )?week before last\b|\b(?:the )?(?:week|month) before\b",
    r"\b(?:earlier|later) in the (?:week|month|year)\b|\b(?:the )?(?:start|beginning|middle|end) of the"
    r" (?:week|month|year|term)\b",
    r"\b(?:over|at|during|on|all|by) (?:the |this |last )?weekend\b|\b(?:last|this|next) weekend\b",
    r"\b(?:before|after|over|around|round about|since|at|during) (?:the )?(?:christmas|easter|new year|half term"
    r"|(?:summer |school |easter |christmas )?holidays|summer)(?! (?:day|eve|monday|sunday|saturday"
    r"|bank))\b",
    rf"\b(?:in|since|back in|last|early|late|mid|during|sometime in|(?:beginning|start|end|middle) of)["
    rf" -](?:{MONTH})(?! ?\d{{1,2}}\b)(?:,? (?:20)?\d\d)?\b(?!'s)",
    r"\b(?:w/c|week commencing|week beginning|week of|wc)(?: the)? (?:monday )?\d{1,2}(?:st|nd|rd|th)?(?:["
    r" /.-](?:of )?[a-z0-9]+)?(?:[/.-]\d+)?",
)  # fmt: skip
_FORMS: tuple[Form, ...] = (
    *(form(pattern, relative_dates.vague) for pattern in _VAGUE),
    *holidays_named.FORMS,
    *explicit_dates.FORMS,
    *relative_dates.FORMS,
)

# Words before a date that turn it to the future, and words that turn it back.
_AHEAD = any_of(r"""
    until; by; due; next; will; won't; (?:he|she|they|we|it|i)'ll; going to; gonna; (?:is|be|are) back; \w+'s
    back; coming; booked; scheduled; planned; set for; agreed to give; extend(?:ed)?; starts; needed (?:by|
    before); before (?:contact|discharge|she goes|he goes|they go); meeting is; conference is; (?:goes|go|
    going) (?:home|back); home on; returns; leaves; must be; needs? to be; (?:is|are|being|he's|she's|they're)
    (?:discharged|released|returning|moving|leaving|flying); deadline
""")
_OVERDUE = any_of(r"""
    should(?:'ve| have); supposed to; meant to; (?:was|were) (?:to|due); promised; had until; would have;
    said (?:they|he|she)(?: would|'d); was (?:booked|scheduled|planned|set); last; ago; previous; didn't
""")


def find_dates(
    text: str, now: dt.datetime, *, is_working_day: WorkingDay, prefer: Direction = "past"
) -> tuple[FoundDate, ...]:
    """Every date told in `text`, in order, each passage once; `now` is the local time of writing."""
    typed = canonical(text[:LONGEST_MESSAGE], spell)
    line = _without_other_numbers(typed.text)
    found: list[FoundDate] = []
    for match, reading in _in_order(line, now, is_working_day, prefer):
        found.append(_found(typed, line, match, reading, now, prefer))
    return tuple(found)


def _without_other_numbers(line: str) -> str:
    for pattern in _NONE_OF_THESE:
        line = pattern.sub(lambda match: "\x00" * len(match.group()), line)
    return line


def _in_order(
    line: str, now: dt.datetime, is_working_day: WorkingDay, prefer: Direction
) -> list[tuple[re.Match[str], Reading]]:
    """Of passages that overlap the longest stands; of equally long ones the form that is listed first."""
    read: list[tuple[re.Match[str], Reading]] = []
    for pattern, reader in _FORMS:
        for match in pattern.finditer(line):
            setting = Setting(now, is_working_day, _direction(line, match.start(), prefer))
            if match.group() and (reading := reader(match, setting)):
                read.append((match, reading))
    kept: list[tuple[re.Match[str], Reading]] = []
    for match, reading in sorted(read, key=lambda pair: -len(pair[0].group())):
        if all(match.end() <= other.start() or match.start() >= other.end() for other, _ in kept):
            kept.append((match, reading))
    return sorted(kept, key=lambda pair: pair[0].start())


def _direction(line: str, start: int, prefer: Direction) -> Direction:
    """Which side a date is meant on, from the words of its clause that lead up to it."""
    lead = re.split(r"[.;!?\x00]|, but|\bbut\b", line[max(0, start - 70) : start])[-1]
    if _OVERDUE.search(lead):
        return "past"
    return "future" if _AHEAD.search(lead) else prefer


def _found(
    typed: Canonical, line: str, match: re.Match[str], reading: Reading, now: dt.datetime, prefer: Direction
) -> FoundDate:
    start, end, clock = match.start(), match.end(), reading.time
    said = match.group()
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
