"""The words of British dates: names, short forms, numbers, and the slips people make when typing them."""

from __future__ import annotations

from functools import lru_cache

from bot.understanding.spelling import closest
from bot.understanding.tables import words

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip

# Short weekdays that are also English words ("she sat down", "in the sun", "they wed"): a reader must see a cue.
DOUBTFUL_WEEKDAYS = {"wed": "wednesday", "sat": "saturday", "sun": "sunday"}
# Months that are also English words or names: a number beside them is not always a day.
DOUBTFUL_MONTHS = frozenset({"may", "march"})

_SHORT = {
    "mon": "monday", "mond": "monday", "tue": "tuesday", "tues": "tuesday", "tuesd": "tuesday",
    "weds": "wednesday", "wedns": "wednesday", "thu": "thursday", "thur": "thursday", "thurs": "thursday",
    "thurday": "thursday", "fri": "friday", "frid": "friday", "satday": "saturday",
    "jan": "january", "feb": "february", "mar": "march", "apr": "april", "jun": "june", "jul": "july",
    "aug": "august", "sep": "september", "sept": "september", "oct": "october", "nov": "november",
    "dec": "december", "yday": "yesterday", "yest": "yesterday", "yesty": "yesterday", "yestday": "yesterday",
    "ystd": "yesterday", "ystdy": "yesterday", "ysterday": "yesterday", "y'day": "yesterday", "yestreen": "yesterday",
    "tmrw": "tomorrow", "tmr": "tomorrow", "tmw": "tomorrow", "tomoz": "tomorrow", "tomo": "tomorrow",
    "tomorro": "tomorrow", "tonite": "tonight", "tday": "today", "tdy": "today", "toady": "today", "tody": "today",
    "xmas": "christmas", "crimbo": "christmas", "bh": "bank holiday", "hol": "holiday", "hols": "holidays",
    "wk": "week", "wks": "weeks",
    "hr": "hour", "hrs": "hours", "min": "minute", "mins": "minutes", "mth": "month", "mths": "months",
    "yr": "year", "yrs": "years", "wd": "working days", "wds": "working days", "approx": "about",
    "fortnite": "fortnight", "til": "until", "till": "until", "untill": "until", "midday": "noon",
    "morn": "morning", "arvo": "afternoon", "aft": "afternoon", "b4": "before",
}  # fmt: skip
_NUMBERS = {
    "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9",
    "ten": "10", "eleven": "11", "twelve": "12", "thirteen": "13", "fourteen": "14", "fifteen": "15", "sixteen": "16",
    "seventeen": "17", "eighteen": "18", "nineteen": "19", "twenty": "20", "thirty": "30", "forty": "40", "fifty": "50",
    "sixty": "60", "seventy": "70", "eighty": "80", "ninety": "90",
}  # fmt: skip
_UNITS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
_TEENS = (
    "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth",
    "eighteenth", "nineteenth", "twentieth",
)  # fmt: skip


_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ONES = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def _compounds() -> dict[str, str]:
    """ "Twenty one" and "seventy-two", which the reader of words hands on as one."""
    return {
        f"{ten}{joint}{one}": str(tens * 10 + ones)
        for tens, ten in enumerate(_TENS, 2)
        for ones, one in enumerate(_ONES, 1)
        for joint in " -"
    }


def _ordinals() -> dict[str, str]:
    """ "first" to "third" stay words: "the second visit" is no date, so their reader is stricter."""
    spelled = {word: f"{n}th" for n, word in enumerate(_UNITS, 1) if n > 3}
    spelled |= {word: f"{n}th" for n, word in enumerate(_TEENS, 10)} | {"thirtieth": "30th"}
    for n, unit in enumerate(_UNITS, 1):
        for joint in " -":
            spelled[f"twenty{joint}{unit}"] = f"{20 + n}th"
    return spelled | {"thirty first": "31st", "thirty-first": "31st"}


# What somebody did or was told on a day.
DONE = """
    told; said; rang; refused; closed; declined; e-?mailed; called; spoke; wrote; sent; met; went; received; got; came;
    decided; rejected; discharged; visited; raised; asked; heard; contacted; challenged; escalated; reported; referred;
    logged; found out; confirmed; downgraded; shut; nfa'?d; stepped down; turned up; attended; phoned; replied; chased
"""
# Real words one slip away from a date word.
_NOT_SLIPS = words("sundry sundae frida augusta marsh match mayor junior julie octavia yesterdays tomorrows")
_SPELLINGS = _SHORT | _NUMBERS | _compounds() | _ordinals()
_LONG = tuple(word for word in (*WEEKDAYS, *MONTHS, "yesterday", "tomorrow", "fortnight") if len(word) >= 6)


@lru_cache(maxsize=4096)
def spell(word: str) -> str:
    """The one spelling that the date readers know; any other word is returned as it is."""
    if word in _SPELLINGS:
        return _SPELLINGS[word]
    plural = word.removesuffix("s") in WEEKDAYS
    if len(word) < 5 or len(word) > 12 or plural or word in _NOT_SLIPS or word in _LONG:
        return word
    return closest(word, _LONG) or word
