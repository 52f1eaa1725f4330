"""Dates written with the name of a month, or as a day alone: "14th Oct", "October the 14th", "Monday 14th"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from bot.understanding.date_reading import MONTH, SURE_WEEKDAY, VAGUE, WEEKDAY, Form, Reading, Setting, form
from bot.understanding.date_words import DOUBTFUL_MONTHS, MONTHS
from bot.understanding.days_of_months import (
    WEEKDAY_AFTER,
    WEEKDAY_BEFORE,
    agrees,
    checked,
    day_of,
    on_side,
    with_year,
    without_year,
)

_LONG, _SHORT = timedelta(days=60), timedelta(days=31)
_DAY = r"(?P<day>[0-3]?\d)(?P<nth> ?(?:st|nd|rd|th)\b)?"
_WORD_DAY = r"(?P<word>first|second|third)"
_YEAR = (
    r"(?P<year>\d{4}|'?(?:1[5-9]|2\d|3\d)(?![\d:]|\.\d| ?(?:am|pm|hours?|children|days?|weeks?|years?|months?|minutes?"
    r"|people|kids|pupils|staff|times|calls|e-?mails|visits|agencies|officers|of)\b))"
)
_OR_RATHER = r"(?:(?:no|sorry|i mean|i meant|or rather|make that|wait)\W+)+"
_NOT_A_STREET = r"(?! (?:road|rd|street|st|lane|avenue|ave|close|drive|court|way|place|crescent|gardens)\b)"
_MORE_DAYS = rf"(?=(?: ?(?:and|&|or|to|-)|(?<=[a-z]),) ?(?:the )?[0-3]?\d(?:st|nd|rd|th)?(?: of)? (?P<month>{MONTH})\b)"
# What may stand after "the 14th" if it is a day and not "the 14th visit".
_ENDS = (
    r"(?=$| ?[,.;:!?)\n-]| (?:and|at|but|so|when|which|where|by|then|to|or|i|we|he|she|they|it|after|before"
    r"|because|as"
    r"|in|with|for|if|is|was|around|about|from|until|that|this|you|the|my|our|her|his|their|who|saying"
    r"|says|said|states|confirms|asking|morning"
    r"|afternoon|evening|am|pm|a|\d|the|no|not|there|still|now|maybe|might"
    r"|could|possibly|perhaps)\b| [-@])"
)


def day_month(match: re.Match[str], setting: Setting) -> Reading | None:
    month = MONTHS.index(match["month"]) + 1
    groups = match.groupdict()
    if word := groups.get("word"):
        return without_year(match, ("first", "second", "third").index(word) + 1, month, setting)
    return with_year(match, month, setting)


def month_day(match: re.Match[str], setting: Setting) -> Reading | None:
    """ "October 14th"; but "they may 2 ..." and "march 3 miles" are verbs."""
    doubtful = match["month"] in DOUBTFUL_MONTHS and not match["nth"] and not match["the"] and not match["year"]
    if doubtful and not re.search(r"(?:^|\b(?:on|since|from|until|by|before|after|dated) )$", _before(match)):
        return None
    return with_year(match, MONTHS.index(match["month"]) + 1, setting)


def nth(match: re.Match[str], setting: Setting) -> Reading | None:
    """ "the 14th", "the 3rd of last month", "Monday 14th"."""
    day = int(match["day"])
    month = match.groupdict().get("which")
    if month and month != "the":
        first = setting.today.replace(day=1) + relativedelta(months={"last": -1, "ult": -1, "next": 1}.get(month, 0))
        return checked(first.year, first.month, day, None)
    steps = range(0, -13, -1) if setting.direction == "past" else range(0, 13)
    weekday = match.groupdict().get("weekday")
    if weekday:
        steps = range(0, -7, -1) if setting.direction == "past" else range(0, 7)
    this_month = setting.today.replace(day=1)
    for months in steps:
        first = this_month + relativedelta(months=months)
        found = day_of(first.year, first.month, day)
        if found and on_side(found, setting) and agrees(found, weekday):
            return _unless_nearer(found, day, weekday, setting)
    return _other_side(day, weekday, setting) if weekday else VAGUE


def _unless_nearer(found: date, day: int, weekday: str | None, setting: Setting) -> Reading:
    """ "Friday the 4th" eleven weeks ago is doubtful where another one is a week ahead."""
    if weekday and abs(found - setting.today) > _LONG:
        other = _other_side(day, weekday, setting).day
        if other and abs(other - setting.today) < _SHORT:
            return VAGUE
    return Reading(found)


def _other_side(day: int, weekday: str, setting: Setting) -> Reading:
    """The weekday settles which side was meant: "Friday 11th" where only the coming 11th is a Friday."""
    for months in (0, 1, 2, -1, -2):
        first = setting.today.replace(day=1) + relativedelta(months=months)
        found = day_of(first.year, first.month, day)
        if found and agrees(found, weekday):
            return Reading(found)
    return VAGUE


def _before(match: re.Match[str]) -> str:
    return match.string[: match.start()]


FORMS: tuple[Form, ...] = (
    form(
        rf"{WEEKDAY_BEFORE}{_DAY}(?: day)?(?: of)?[,.]?[ /.-]?(?P<month>{MONTH})(?![a-z]){_NOT_A_STREET}"
        rf"(?:[,.]?[ /.-]?{_YEAR}| (?P<which_year>last|this) year\b)?"
        rf"{WEEKDAY_AFTER}",
        day_month,
    ),
    form(rf"{WEEKDAY_BEFORE}{_DAY}(?: of)? (?:{MONTH})\W{{1,3}}{_OR_RATHER}(?P<month>{MONTH})\b(?! ?\d)", day_month),
    form(rf"{WEEKDAY_BEFORE}{_DAY}(?: of)? (?:{MONTH}),? (?P<month>{MONTH}),? sorry\b", day_month),
    form(rf"\b(?:the )?{_WORD_DAY}(?: of)? (?P<month>{MONTH})\b", day_month),
    form(rf"{WEEKDAY_BEFORE}{_DAY}{_MORE_DAYS}", day_month),
    form(
        rf"(?:\b(?P<weekday>{WEEKDAY}),? )?\b(?P<month>{MONTH})\.?(?P<the> the)? {_DAY}(?![\d/:.]\d|\d)"
        r"(?:(?<=[a-z])|(?! ?(?:am|pm)\b))"
        rf"(?:,? {_YEAR})?{WEEKDAY_AFTER}{_ENDS}",
        month_day,
    ),
    form(rf"\b(?P<weekday>{WEEKDAY}),? ?(?:the )?(?P<day>[0-3]?\d)(?:st|nd|rd|th)\b(?! (?:of|{MONTH})\b)", nth),
    form(rf"\b(?P<weekday>{SURE_WEEKDAY}) (?:the )?(?P<day>[12]?\d|3[01])(?=$|[,;!?]| ?$|\.(?!\d))", nth),
    form(r"\b(?:the )?(?P<day>[0-3]?\d)(?:st|nd|rd|th)(?: of)? (?P<which>this|last|next|the) month\b", nth),
    form(r"\b(?:the )?(?P<day>[0-3]?\d)(?:st|nd|rd|th) (?P<which>inst|ult)\b\.?", nth),
    form(
        r"(?:(?<=\bon )|(?<=\bby )|(?<=\buntil )|(?<=\bsince )|(?<=\bsorry )|(?<=\bmeant )|(?<=\bmean )|\b(?=the ))"
        r"(?:the )?(?P<day>[0-3]?\d)"
        rf" ?(?:st|nd|rd|th)\b{_ENDS}",
        nth,
    ),
    form(
        r"^(?:(?:no|yes|sorry|ok|it was|was)\W+)*(?:the )?(?P<day>[0-3]?\d) ?(?:st|nd|rd|th)"
        rf"(?:,? \(?(?:a )?(?P<weekday>{SURE_WEEKDAY})\)?)?(?=[.!?]?$| not\b)",
        nth,
    ),
)  # fmt: skip
