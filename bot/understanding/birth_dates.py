"""Dates of birth: a date with a word of birth beside it, or in brackets after a name. Any other date is an event."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

_MONTHS = (
    "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    "|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)
_WORD_DAY = (
    r"(?:(?:twenty|thirty)[ -])?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth"
    r"|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|thirtieth)"
)
_DAY = rf"(?:\d{{1,2}}(?: ?(?:st|nd|rd|th))?|{_WORD_DAY})"
_YEAR = r"(?:'?\d{4}|'?\d\d)(?!\d)"
_WEEKDAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?(?:the )?"
_NUMERIC = (
    r"(?:\d{1,2} ?[/.\\-] ?\d{1,2} ?[/.\\-] ?(?:\d{4}|\d\d)|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}"
    r"|\d{1,2} \d{1,2} (?:\d{4}|\d\d)|\d{8}|\d{6})(?!\d)"
)
_NAMED_MONTH = (
    rf"(?:{_DAY}(?: day)?(?: of)?[ /.-]?(?:{_MONTHS})\b\.?(?:,?[ /.-]?{_YEAR})?"
    rf"|(?:{_MONTHS})\b\.?(?: the)? {_DAY}(?!\d)(?:,? {_YEAR})?)"
)
_FULL_DATE = rf"(?:{_NUMERIC}|{_WEEKDAY}{_NAMED_MONTH})"
_LABEL = (
    r"(?:born|d\.?\s?o\.?\s?b\.?|date[ -]of[ -]birth|birth ?date|birthdate|birthday(?:['’]s)?|b'?day|d/o/b|birth|dobs?)"
    r"(?:\s*(?:is|was|will be|on|in|the|of|as|recorded|given|down|to|and|at|:|;|=|-|–|\(|,|\.))*\s*"
)
_TURNING = (
    r"(?:turn(?:s|ed|ing)?|(?:is|was|will be)) (?:\d{1,3}|\w+teen|one|two|three|four|five|six|seven|eight|nine|ten"
    r"|eleven|twelve|twenty)(?: years old)?,? on "
)
_AFTER_LABEL = re.compile(
    rf"(?:\b{_LABEL}|\bb[.:] ?|\b{_TURNING})({_FULL_DATE}|(?:{_MONTHS})\.? \d{{4}})(?![\d/])", re.IGNORECASE
)
_BEFORE_LABEL = re.compile(
    rf"({_FULL_DATE})\)?,? ?\(?(?:dob|d\.o\.b\.?|date of birth|is (?:his|her|their|\w+'s) (?:birthday|dob|date of"
    r" birth))\b",
    re.IGNORECASE,
)
_FURTHER = re.compile(rf"(?:,| and|,? &) ({_FULL_DATE})(?![\d/])", re.IGNORECASE)
_BRACKETED = re.compile(rf" ?[(\[] ?({_NUMERIC}|{_DAY}[ -](?:{_MONTHS})[ -]{_YEAR}) ?[)\]]", re.IGNORECASE)


# A date straight after a name: "Doreen Hallam 12/02/1938", "Maisie, 7 August 2016".
_DATED = rf"\d{{1,2}}[/.-]\d{{1,2}}[/.-](?:\d{{4}}|\d\d)|\d{{4}}-\d\d-\d\d|{_DAY}[ -](?:{_MONTHS})[ -]{_YEAR}"
_STRAIGHT = re.compile(
    rf"(?:,|:| ?[-–])? (?:\(?b\.? ?)?({_DATED})(?![\d/])(?P<ends>\W*$|\W* ?(?:[,.;)&–-]|and\b|nhs\b))?",
    re.IGNORECASE,
)
# Nobody escalates what happened before: with such a year a date after a name is no event.
_NO_EVENT_BEFORE = 25
_CONTACT = re.compile(
    r"\b(?:r[au]ng|call(?:ed)?|phoned|spoke|spoken|speak|talked|e-?mail(?:ed|s)?|texted|met|saw|seen|visit\w*|chased|told|asked"
    r"|letter|message|signed|chaired|by|with|from|to)\b[^.;!?\n]*$",
    re.IGNORECASE,
)


def labelled(text: str, keep: Collection[str]) -> Iterator[tuple[int, int]]:
    """Dates with a word of birth beside them, and those that a list carries on ("dobs 1/2/19 and 3/4/21")."""
    for match in _AFTER_LABEL.finditer(text):
        yield match.span(1)
        if "dobs" in match.group().lower():
            further = _FURTHER.match(text, match.end())
            while further:
                yield further.span(1)
                further = _FURTHER.match(text, further.end())
    for match in _BEFORE_LABEL.finditer(text):
        yield match.span(1)


def after_name(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The date in brackets or straight after a name: "Kian (30-06-2021)", "Isla 04/12/20 and Rory 19/07/22".

    A late one may also be the day of a call or a visit ("rang Kim 03/11/26"): it stays unless the name stands alone.
    """
    if match := _BRACKETED.match(text, end):
        return match.span(1)
    match = _STRAIGHT.match(text, end)
    if match and _is_late(match[1]):
        of_a_contact = match["ends"] is None or _CONTACT.search(text[max(0, start - 80) : start])
        return None if of_a_contact else match.span(1)
    return match.span(1) if match else None


def _is_late(date: str) -> bool:
    """Whether the year is one in which something may have happened that is escalated now; "34" is 1934."""
    year = int(re.findall(r"\d+", date)[0 if re.match(r"\d{4}", date) else -1]) % 2000
    return _NO_EVENT_BEFORE <= year < _NO_EVENT_BEFORE + 8
