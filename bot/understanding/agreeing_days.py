"""A weekday and a day of the month that are told apart and name one day: "Friday's the date, the 18th"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from bot.understanding.date_reading import SURE_WEEKDAY, Setting, weekday_number

_WEEKDAY = re.compile(rf"(?:(?:last|this|next|the) )*(?P<weekday>{SURE_WEEKDAY})(?: .*)?")
_NTH = re.compile(r"(?:the )?(?P<day>\d{1,2}) ?(?:st|nd|rd|th)")
# What stands between two names of one day: no other deed, and a comma or "that is" at the end.
_APPOSED = re.compile(
    r"[^.;!?,\d]{0,45}?(?:,|\(|-) ?(?:so|so on|on|ie|i\.e\.|i think|(?:that|which|it)(?:'s|s| is| was|'d be)|being"
    r"|(?:which )?makes it|must(?: be|'ve been))?(?: (?:the|a|on))* ?"
)
_DEED = re.compile(r"\b(?:and|but|then|again|until|till|by|from|to|or|since|after|before|not)\b")
_REACH = 34


def one_day(line: str, first: tuple[int, int], second: tuple[int, int], setting: Setting) -> date | None:
    """The only day near that bears both names, if two neighbouring passages are names of one day; the weekday first."""
    gap = line[first[1] : second[0]]
    weekday = _WEEKDAY.fullmatch(line[first[0] : first[1]])
    nth = _NTH.fullmatch(line[second[0] : second[1]])
    if not weekday or not nth or _DEED.search(gap) or not _APPOSED.fullmatch(gap):
        return None
    number = weekday_number(weekday["weekday"])
    around = (setting.today + timedelta(days=days) for days in range(-_REACH, _REACH + 1))
    named = [day for day in around if day.weekday() == number and day.day == int(nth["day"])]
    return named[0] if len(named) == 1 else None
