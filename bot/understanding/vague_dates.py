"""Passages that tell a time but no day ("ages ago", "last week", "Monday or Tuesday"): they have to be asked about."""

from __future__ import annotations

import re

from bot.understanding.date_reading import ABOUT, MONTH, VAGUE, WEEKDAY, Form, Reading, Setting, form

_UNITS = r"(?:minutes?|hours?|days?|working days?|weeks?|fortnights?|months?|years?|terms?)"
_LONG_UNITS = r"(?:days?|working days?|nights?|weeks?|fortnights?|months?|years?|terms?)"
_AGO = r"(?:ago|back|since)"
_HOLIDAY = r"(?:christmas|easter|new year|half term|(?:summer |school |easter |christmas )?holidays|summer|whitsun)"
_PART_OF = (
    r"(?:start|beginning|middle|end|back end|front end|tail end|early part|latter part|turn|first half|second half)"
)
_SEASON = r"(?:summer|autumn|winter|spring)"
_PATTERNS = (
    rf"\b{ABOUT} (?:a|an|one|the|\d+) {_LONG_UNITS} {_AGO}\b",
    rf"\ba (?:good|full|bare|rough) {_UNITS} {_AGO}\b|\b\d+ ?-?ish {_UNITS} {_AGO}\b",
    rf"\b(?:a|an|one|\d+) {_LONG_UNITS} (?:or (?:so|more|\d+)|ish|plus|and a bit)(?: {_UNITS})? {_AGO}\b",
    rf"\b\d+ ?(?:or|to|-|/) ?\d+ {_UNITS} {_AGO}\b",
    rf"\b(?:(?:a|the|few|couple|good|of|several|some|many|last|past) )*(?:few|couple|several|some|many)"
    rf" (?:(?:good|of) )?{_LONG_UNITS} {_AGO}\b",
    r"\bin (?:a )?(?:few|couple of|several) (?:days|weeks|months)\b(?! she| he| they| we| i\b)",
    rf"\b(?:with)?in the (?:last|past) (?:few |couple of |\d+ )?{_LONG_UNITS}\b",
    r"\b(?:days|weeks|months|years|hours) (?:and (?:days|weeks|months|years) )?(?:ago|back)\b",
    r"\b(?:ages|yonks|donkey's years|a (?:little |long |short |good )?(?:while|time|bit)|some ?time|(?:not"
    r" (?:that |so |too )?)?long) (?:ago|back)\b",
    r"\b(?:a while since|the other (?:day|week|night|month|morning|afternoon)|recently|lately|sometime|at"
    r" some point|(?:one|some) day)\b",
    rf"\b(?:(?:at |by |from |towards )?(?:the )?(?:{_PART_OF}|early|mid|late|earlier|later)(?: part)?(?: of)? )?"
    rf"(?:last|next|this) (?:week|month|year|term|half term|{_SEASON})\b",
    r"\b(?:the )?week before last\b|\b(?:the )?(?:week|month) before\b",
    rf"\b(?:earlier|later) in the (?:week|month|year)\b|\b(?:the )?{_PART_OF} of the (?:week|month|year|term)\b",
    rf"\bin the {_SEASON}(?: term)?\b",
    r"\b(?:over|at|during|on|all|by|since) (?:the |this |last )?weekend\b|\b(?:last|this|next) weekend\b",
    r"\b(?:(?:over|at|during|on) )?(?:the )?(?:bank holiday|easter|christmas|new year) weekend\b",
    rf"\b(?:just )?(?:before|after|over|around|round about|since|at|during|between) (?:the )?{_HOLIDAY}"
    r"(?!'?s? (?:day|eve|monday|sunday|saturday|bank))(?: and new year)?\b",
    rf"\b(?:in|since|back in|last|early|late|mid|during|towards?|sometime in|some time in|{_PART_OF} of|{_PART_OF})"
    rf"[ -](?:{MONTH})(?! ?\d{{1,2}}(?:st|nd|rd|th)?\b)(?:,? (?:20)?\d\d)?\b(?!'s)",
    rf"\b(?:a|an|one|\d+) (?:weeks?|months?) {_AGO},? (?:on )?\x00",  # "three weeks ago on a Friday"
    rf"\b(?:yesterday|{WEEKDAY}) or the (?:day|night) (?:before|after)\b",
    r"\b(?:the )?\d{1,2}(?:st|nd|rd|th),? or (?:(?:poss|possibly|maybe|even|perhaps) )?(?:the )?\d{1,2}"
    r"(?:st|nd|rd|th)\b",
    rf"\bone of the (?:{WEEKDAY})s\b",
    rf"\b(?:{WEEKDAY})s? (?:of|in) the last week of\b",
    rf"\b(?:the )?(?:first|second|last|penultimate) (?:day|week|{WEEKDAY}) of (?:the )?(?:\w+ )?(?:term|half term)\b",
    r"\b(?:the )?(?:week|weekend) (?:before|after|of) (?:the )?(?:\w+ ){0,2}?bank holiday\b",
    r"\b(?:w/c|week commencing|week beginning|week of|wc)(?: the)? (?:monday )?\d{1,2}(?:st|nd|rd|th)?(?:["
    r" /.-](?:of )?[a-z0-9]+)?(?:[/.-]\d+)?",
)  # fmt: skip


def _vague(match: re.Match[str], setting: Setting) -> Reading:
    return VAGUE


FORMS: tuple[Form, ...] = tuple(form(pattern, _vague) for pattern in _PATTERNS)
