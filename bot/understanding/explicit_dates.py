"""Dates written as a day of a month: "14/10/26", "14th Oct", "October the 14th", "Monday 14th".

The British order always. Where no year is given the nearest such day on the side that is meant is taken;
a weekday said with it must agree, and where nothing agrees the person is asked.
"""

from __future__ import annotations

import re
from datetime import date

from dateutil.relativedelta import relativedelta

from bot.understanding.date_reading import (
    MONTH,
    SURE_WEEKDAY,
    VAGUE,
    WEEKDAY,
    Form,
    Reading,
    Setting,
    form,
    weekday_number,
)
from bot.understanding.date_words import DOUBTFUL_MONTHS, MONTHS

_WEEKDAY_BEFORE = rf"(?:\b(?P<weekday>{WEEKDAY})\.?,? (?:- )?\(?(?:the )?|(?<![\d/.:\-£#]))"
_WEEKDAY_BEFORE_NAME = rf"(?:\b(?P<weekday>{WEEKDAY})\.?,? (?:- )?\(?(?:the )?|(?<![\d/.:£#]))"
_WEEKDAY_AFTER = rf"(?:,? \(?(?P<weekday_after>{SURE_WEEKDAY})\b\)?)?"
_DAY = r"(?P<day>[0-3]?\d)(?P<nth> ?(?:st|nd|rd|th)\b)?"
_WORD_DAY = r"(?P<word>first|second|third)"
_YEAR = (
    r"(?P<year>\d{4}|'?(?:1[5-9]|2\d|3\d)(?![\d:]|\.\d| ?(?:am|pm|hours?|children|days?|weeks?|years?|months?|minutes?"
    r"|people|kids|pupils|staff|times|calls|e-?mails|visits|agencies|officers|of)\b))"
)
_NOT_A_STREET = r"(?! (?:road|rd|street|st|lane|avenue|ave|close|drive|court|way|place|crescent|gardens)\b)"
_MORE_DAYS = rf"(?=(?: ?(?:and|&|or|to|-)|(?<=[a-z]),) ?(?:the )?[0-3]?\d(?:st|nd|rd|th)?(?: of)? (?P<month>{MONTH})\b)"
# What may stand after "the 14th" if it is a day and not "the 14th visit".
_ENDS = (
    r"(?=$| ?[,.;:!?)\n-]| (?:and|at|but|so|when|which|where|by|then|to|or|i|we|he|she|they|it|after|before"
    r"|because|as"
    r"|in|with|for|if|is|was|around|about|from|until|that|this|you|the|my|our|her|his|their|who|saying"
    r"|says|said|states|confirms|asking|morning"
    r"|afternoon|evening|am|pm|a|\d|@|the|no|not|there|still)\b| -)"
)
_SCALES = {7: 14, 10: 10, 12: 12}  # 2/7 is two days in health notes, 9/10 a score, 6/12 six months: up to this much
_CUE = re.compile(
    r"\b(?:on|since|from|until|by|dated|before|after|of|date|(?:it|that|this|date|meeting|conference|review|visit|call"
    r"|letter|email|referral|decision|discussion|contact|one|which) (?:was|is)|it's|that's|raised|sent|spoke|called"
    r"|rang|met"
    r"|made|emailed"
    r"|closed|decided|referred|told|visited|meeting|received|email|letter|conference|visit|call|referral"
    r"|reported|the"
    r"|decision|discussion|and|for|due|agreed|refused|rejected|declined|phoned|nfa|nfa'd|yes"
    r"|told us|told me|said no)[: ]+"
    r"(?:the |it |that )?$"
)

# What may follow a bare "5/10" that opens a message, if it is a day and not a score.
_THEN = re.compile(
    r" ?[-:,;&]| (?:they|she|we|he|was when|is when|rang|called|emailed|spoke|level|stage|for the|then|at|and|\d"
    r"|i (?:rang|called|think|spoke))\b"
)


def numeric(match: re.Match[str], setting: Setting) -> Reading | None:
    """14/10/2026, 14.10.26, 14-10-2026: an impossible day in the British order is asked about, never swapped."""
    dotted = match["sep"] == "."
    if len(match["year"]) == 4 and not 1900 < int(match["year"]) < 2100:
        return None  # a reference
    if dotted and len(match["year"]) == 2 and abs(2000 + int(match["year"]) - setting.today.year) > 6:
        return None  # a paragraph number
    return _with_year(match, int(match["month"]), setting)


def solid(match: re.Match[str], setting: Setting) -> Reading | None:
    """14102026 and 14 10 26: a day only where the figures make one."""
    year = int(match["year"])
    found = _day_of(year if year > 99 else 2000 + year, int(match["month"]), int(match["day"]))
    return Reading(found) if found and abs(found.year - setting.today.year) < 20 else None


def iso(match: re.Match[str], setting: Setting) -> Reading | None:
    return _checked(int(match["year"]), int(match["month"]), int(match["day"]), None)


def day_slash_month(match: re.Match[str], setting: Setting) -> Reading | None:
    """14/10. Also how people write scores (9/10), fractions (1/2) and, in health, two days (2/7)."""
    day, month = int(match["day"]), int(match["month"])
    alone = match.group().strip() == match.string.strip(" .?!")
    opens = not match.string[: match.start()].strip() and _THEN.match(match.string, match.end())
    cued = match["weekday"] or alone or opens or _CUE.search(match.string[: match.start()])
    if match["sep"] != "/" and not cued:
        return None
    if not cued and (day <= _SCALES.get(month, 0) or (day <= 3 and month <= 4)):
        return None
    return _without_year(match, day, month, setting) if 1 <= month <= 12 and 1 <= day <= 31 else None


def day_month(match: re.Match[str], setting: Setting) -> Reading | None:
    month = MONTHS.index(match["month"]) + 1
    groups = match.groupdict()
    if word := groups.get("word"):
        return _without_year(match, ("first", "second", "third").index(word) + 1, month, setting)
    return _with_year(match, month, setting)


def nth_of_nth(match: re.Match[str], setting: Setting) -> Reading | None:
    """ "The fifth of the tenth"."""
    day, month = int(match["day"]), int(match["month"])
    return _without_year(match, day, month, setting) if 1 <= month <= 12 and 1 <= day <= 31 else None


def month_day(match: re.Match[str], setting: Setting) -> Reading | None:
    """ "October 14th"; but "they may 2 ..." and "march 3 miles" are verbs."""
    doubtful = match["month"] in DOUBTFUL_MONTHS and not match["nth"] and not match["the"] and not match["year"]
    if doubtful and not re.search(r"(?:^|\b(?:on|since|from|until|by|before|after|dated) )$", _before(match)):
        return None
    return _with_year(match, MONTHS.index(match["month"]) + 1, setting)


def nth(match: re.Match[str], setting: Setting) -> Reading | None:
    """ "the 14th", "the 3rd of last month", "Monday 14th"."""
    day = int(match["day"])
    month = match.groupdict().get("which")
    if month and month != "the":
        first = setting.today.replace(day=1) + relativedelta(months={"last": -1, "ult": -1, "next": 1}.get(month, 0))
        return _checked(first.year, first.month, day, None)
    steps = range(0, -13, -1) if setting.direction == "past" else range(0, 13)
    weekday = match.groupdict().get("weekday")
    if weekday:
        steps = range(0, -7, -1) if setting.direction == "past" else range(0, 7)
    this_month = setting.today.replace(day=1)
    for months in steps:
        first = this_month + relativedelta(months=months)
        found = _day_of(first.year, first.month, day)
        if found and _on_side(found, setting) and _agrees(found, weekday):
            return Reading(found)
    return _other_side(day, weekday, setting) if weekday else VAGUE


def _other_side(day: int, weekday: str, setting: Setting) -> Reading:
    """The weekday settles which side was meant: "Friday 11th" where only the coming 11th is a Friday."""
    for months in (0, 1, 2, -1, -2):
        first = setting.today.replace(day=1) + relativedelta(months=months)
        found = _day_of(first.year, first.month, day)
        if found and _agrees(found, weekday):
            return Reading(found)
    return VAGUE


def _with_year(match: re.Match[str], month: int, setting: Setting) -> Reading | None:
    groups = match.groupdict()
    year = groups.get("year")
    if which := groups.get("which_year"):
        year = str(setting.today.year - (which == "last"))
    day = int(match["day"])
    if not year:
        return _without_year(match, day, month, setting) if 1 <= day <= 31 else None
    digits = year.lstrip("'")
    full = int(digits) if len(digits) == 4 else 2000 + int(digits)
    if len(digits) == 2 and full > setting.today.year + 10:
        full -= 100
    return _checked(full, month, day, _weekday(match))


def _without_year(match: re.Match[str], day: int, month: int, setting: Setting) -> Reading:
    """The nearest such day on the side meant; a weekday that fits only the other side decides for it."""
    weekday = _weekday(match)
    years = [setting.today.year + shift for shift in (0, -1, 1)]
    days = [found for year in years if (found := _day_of(year, month, day))]
    meant = [found for found in days if _on_side(found, setting)]
    near = sorted(meant, key=lambda found: abs((found - setting.today).days))[:1]
    rest = sorted(set(days) - set(meant), key=lambda found: abs((found - setting.today).days))[:1]
    for found in near + (rest if weekday else []):
        if _agrees(found, weekday):
            return Reading(found)
    return VAGUE


def _weekday(match: re.Match[str]) -> str | None:
    groups = match.groupdict()
    return groups.get("weekday") or groups.get("weekday_after")


def _on_side(day: date, setting: Setting) -> bool:
    return day <= setting.today if setting.direction == "past" else day >= setting.today


def _agrees(day: date, weekday: str | None) -> bool:
    return weekday is None or day.weekday() == weekday_number(weekday)


def _day_of(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _checked(year: int, month: int, day: int, weekday: str | None) -> Reading:
    found = _day_of(year, month, day)
    return Reading(found) if found and _agrees(found, weekday) else VAGUE


def _before(match: re.Match[str]) -> str:
    return match.string[: match.start()]


_EDGE = r"(?![\d/]|[.\-]\d)"
FORMS: tuple[Form, ...] = (
    form(r"(?<![\d\-])(?P<year>20\d\d)[-/](?P<month>\d\d)[-/](?P<day>\d\d)(?=t\d|[^\d\-/]|$)", iso),
    form(
        rf"{_WEEKDAY_BEFORE}(?P<day>[0-3]?\d) ?(?P<sep>[/.\-\\]) ?(?P<month>[01]?\d) ?(?P=sep) ?"
        rf"(?P<year>\d{{4}}|\d\d){_EDGE}{_WEEKDAY_AFTER}",
        numeric,
    ),
    form(rf"{_WEEKDAY_BEFORE}(?P<day>[0-3]?\d) (?P<month>[01]?\d) (?P<year>20\d\d)(?! ?\d)", solid),
    form(r"(?<![\w/.-])(?P<day>[0-3]\d)(?P<month>[01]\d)(?P<year>20\d\d)(?![\w/-])", solid),
    form(r"(?<![\w/.-])(?P<year>20\d\d)(?P<month>[01]\d)(?P<day>[0-3]\d)(?![\w/-])", solid),
    form(r"^(?P<day>[0-3]\d)(?P<gap> ?)(?P<month>[01]\d)(?P=gap)(?P<year>[2-4]\d)[.!?]?$", solid),
    form(
        rf"{_WEEKDAY_BEFORE}(?P<day>[0-3]?\d)(?P<sep>[/.\-])(?P<month>[01]?\d){_EDGE}{_WEEKDAY_AFTER}",
        day_slash_month,
    ),
    form(
        rf"{_WEEKDAY_BEFORE_NAME}{_DAY}(?: day)?(?: of)?[,.]?[ /.-]?(?P<month>{MONTH})(?![a-z]){_NOT_A_STREET}"
        rf"(?:[,.]?[ /.-]?{_YEAR}| (?P<which_year>last|this) year\b)?"
        rf"{_WEEKDAY_AFTER}",
        day_month,
    ),
    form(rf"\b(?:the )?{_WORD_DAY}(?: of)? (?P<month>{MONTH})\b", day_month),
    form(rf"{_WEEKDAY_BEFORE_NAME}{_DAY}{_MORE_DAYS}", day_month),
    form(r"\b(?:the )?(?P<day>\d{1,2})(?:st|nd|rd|th) of the (?P<month>\d{1,2})(?:st|nd|rd|th)\b", nth_of_nth),
    form(
        rf"(?:\b(?P<weekday>{WEEKDAY}),? )?\b(?P<month>{MONTH})\.?(?P<the> the)? {_DAY}(?![\d/:.]\d|\d| ?(?:am"
        rf"|pm)\b)"
        rf"(?:,? {_YEAR})?{_WEEKDAY_AFTER}{_ENDS}",
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
