"""Days told from another day: "two days after the 14th", "the Tuesday after Easter", "two working days before it"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from bot.understanding.date_reading import (
    VAGUE,
    WEEKDAY,
    Reader,
    Reading,
    Setting,
    nearest,
    span,
    step_working_days,
    weekday_number,
    weekday_on_or_after,
    weekday_on_or_before,
)

_PART = r"(?: (?:morning|afternoon|evening|night))?"
_SHIFT = (
    r"\b(?:(?P<n>a|one|\d{1,2}) (?P<unit>(?:clear )?working days?|business days?|days?|weeks?|fortnights?|months?)"
    r"|(?P<thing>(?:first|last) thing)"
    r"|(?:the )?(?:(?P<nth>first|second|third|\d{1,2}(?:st|nd|rd|th)|last|next|previous|very next) )?"
    rf"(?P<day>(?:working )?day)(?:(?<=working day) back)?|(?:the )?(?P<weekday>{WEEKDAY}){_PART})"
    r" (?P<side>before|after|following|between|preceding|prior to|from)"
)
SHIFT = re.compile(rf"{_SHIFT}(?: the)? ")
POINTING_BACK = re.compile(rf"{_SHIFT} that\b(?! (?:he|she|they|we|i|the)\b)")
# "Yesterday, no wait, the day before".
RATHER = re.compile(
    r"\W+(?:(?:no|nope|sorry|wait|hang on|actually|or rather|i mean|i meant|make that|tell a lie|i lie|but|it was|was"
    r"|it's|really|must have been)\W+)+(?:the )?day (?P<side>before|after)(?: that)?(?= ?(?:$|[.,;!?)]))"
)
_ORDINALS = {"first": 1, "second": 2, "third": 3}


def shifted(shift: re.Match[str], anchor: re.Match[str], reader: Reader, setting: Setting) -> Reading | None:
    """The day that the shift leads to. The anchor may lie on either side of today; the day meant decides."""
    if shift["side"] == "between" and not (shift["weekday"] or shift["nth"] in _ORDINALS):
        return None  # "any day between Monday and Thursday"
    days: list[date] = []
    reading: Reading | None = None
    for direction in ("past", "future"):
        reading = reader(anchor, Setting(setting.now, setting.is_working_day, direction))
        if reading and reading.day and (day := counted(shift, reading.day, setting)):
            days.append(day)
    if not days and reading and anchor.groupdict().get("month") == "may ":
        return VAGUE  # May has two bank holidays
    return nearest(days, setting) if days else None


def counted(shift: re.Match[str], anchor: date, setting: Setting) -> date | None:
    """The day that lies so far from the anchor."""
    step = -1 if shift["side"] in ("before", "preceding", "prior to") else 1
    if shift["weekday"]:
        beside = anchor + timedelta(days=step)
        find = weekday_on_or_before if step < 0 else weekday_on_or_after
        return find(beside, weekday_number(shift["weekday"]))
    unit = (shift["unit"] or shift["day"] or "working day").removeprefix("clear ").removesuffix("s")
    count = _count(shift["n"] or shift["nth"] or "a")
    if unit in ("working day", "business day"):
        return step_working_days(anchor, count, -1 if step < 0 else 1, setting.is_working_day)
    return anchor + span(step * count, unit)


def rather(match: re.Match[str], told: date) -> date:
    """The day beside the one that was told and taken back."""
    return told + timedelta(days=-1 if match["side"] == "before" else 1)


def _count(word: str) -> int:
    digits = word.rstrip("stndrh")
    return int(digits) if digits.isdigit() else _ORDINALS.get(word, 1)
