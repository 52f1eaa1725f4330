"""Days known by a name: Christmas Eve, Mothering Sunday, the early May bank holiday, and the bank holiday itself."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from dateutil.easter import easter

from bot.understanding.date_reading import (
    VAGUE,
    WEEKDAY,
    Form,
    Reading,
    Setting,
    form,
    nearest,
    weekday_number,
    weekday_on_or_after,
    weekday_on_or_before,
)
from bot.understanding.tables import phrases

_SEARCHED_DAYS = 240  # two bank holidays in England, even from Christmas back to May
_MONDAY, _FRIDAY, _SUNDAY = 0, 4, 6

Rule = Callable[[int], date]


def _fixed(month: int, day: int) -> Rule:
    return lambda year: date(year, month, day)


def _from_easter(days: int) -> Rule:
    return lambda year: easter(year) + timedelta(days=days)


def _on_or_after(month: int, day: int, weekday: int) -> Rule:
    return lambda year: weekday_on_or_after(date(year, month, day), weekday)


def _bank_holiday_for(month: int, day: int) -> Rule:
    """The day itself, or its substitute: Christmas and Boxing Day move two days on, past each other."""

    def rule(year: int) -> date:
        itself = date(year, month, day)
        if itself.weekday() < 5:
            return itself
        return itself + timedelta(days=2) if month == 12 else weekday_on_or_after(itself, _MONDAY)

    return rule


def _leap_day(year: int) -> date:
    return date(year - year % 4, 2, 29)


# Apostrophes are left out here and may stand anywhere in what was typed.
_TABLE: tuple[tuple[str, Rule], ...] = (
    ("christmas eve", _fixed(12, 24)),
    ("christmas day", _fixed(12, 25)),
    ("boxing day; st stephens day", _fixed(12, 26)),
    ("new years eve; new year eve; nye; hogmanay", _fixed(12, 31)),
    ("new years day; new year day; nyd", _fixed(1, 1)),
    ("twelfth night; 12th night", _fixed(1, 5)),
    ("epiphany", _fixed(1, 6)),
    ("burns night", _fixed(1, 25)),
    ("valentines day; valentines", _fixed(2, 14)),
    ("leap day", _leap_day),
    ("st davids day; saint davids day", _fixed(3, 1)),
    ("st patricks day; saint patricks day; st paddys day; paddys day", _fixed(3, 17)),
    ("april fools day; april fools", _fixed(4, 1)),
    ("st georges day; saint georges day", _fixed(4, 23)),
    ("may day", _fixed(5, 1)),
    ("ve day", _fixed(5, 8)),
    ("midsummers day; midsummer day", _fixed(6, 24)),
    ("halloween", _fixed(10, 31)),
    ("all saints day", _fixed(11, 1)),
    ("bonfire night; guy fawkes night; guy fawkes; fireworks night; firework night", _fixed(11, 5)),
    ("remembrance day; armistice day; poppy day", _fixed(11, 11)),
    ("st andrews day; saint andrews day", _fixed(11, 30)),
    ("shrove tuesday; pancake day; pancake tuesday", _from_easter(-47)),
    ("ash wednesday", _from_easter(-46)),
    ("mothering sunday; mothers day; mother day", _from_easter(-21)),
    ("palm sunday", _from_easter(-7)),
    ("maundy thursday; holy thursday", _from_easter(-3)),
    ("good friday; easter friday; good friday bank holiday", _from_easter(-2)),
    ("easter saturday; easter sat; holy saturday", _from_easter(-1)),
    ("easter sunday; easter sun; easter day", _from_easter(0)),
    ("easter monday; easter monday bank holiday; easter bank holiday monday", _from_easter(1)),
    ("easter tuesday", _from_easter(2)),
    ("ascension day", _from_easter(39)),
    ("whit sunday; pentecost; pentecost sunday", _from_easter(49)),
    ("whit monday", _from_easter(50)),
    ("fathers day", _on_or_after(6, 15, _SUNDAY)),
    ("remembrance sunday", _on_or_after(11, 8, _SUNDAY)),
    ("black friday", lambda year: weekday_on_or_after(date(year, 11, 22), 3) + timedelta(days=1)),
    ("advent sunday", _on_or_after(11, 27, _SUNDAY)),
    ("christmas day bank holiday; christmas day substitute", _bank_holiday_for(12, 25)),
    (
        "boxing day bank holiday; bank holiday for boxing day; bank holiday in lieu of boxing day",
        _bank_holiday_for(12, 26),
    ),
    (
        "new years bank holiday; new year bank holiday; new years day bank holiday; bank holiday for new year; "
        "bank holiday for new years day; january bank holiday; bank holiday in january",
        _bank_holiday_for(1, 1),
    ),
    (
        "early may bank holiday; first may bank holiday; may day bank holiday; may day monday; "
        "first bank holiday in may; first bank holiday of may; start of may bank holiday; 1st may bank holiday",
        _on_or_after(5, 1, _MONDAY),
    ),
    (
        "spring bank holiday; late may bank holiday; second may bank holiday; 2nd may bank holiday; "
        "end of may bank holiday; last bank holiday in may; second bank holiday in may; last may bank holiday; "
        "whitsun bank holiday; whit bank holiday; late spring bank holiday; half term bank holiday",
        _on_or_after(5, 25, _MONDAY),
    ),
    (
        "august bank holiday; summer bank holiday; late august bank holiday; late summer bank holiday; "
        "bank holiday in august; bank holiday monday in august; end of august bank holiday",
        _on_or_after(8, 25, _MONDAY),
    ),
)
NAMED = {name: rule for names, rule in _TABLE for name in phrases(names)}

# Seasons rather than days: read only where another day is counted from them ("the Tuesday after Easter").
SEASONS: dict[str, Rule] = {
    "christmas and new year": _fixed(12, 25),
    "christmas": _fixed(12, 25),
    "new year": _fixed(1, 1),
    "easter": _from_easter(0),
    "whitsun": _from_easter(49),
}


def _named(rules: dict[str, Rule]) -> Callable[[re.Match[str], Setting], Reading]:
    def read(match: re.Match[str], setting: Setting) -> Reading:
        """In the year that is said, or the nearest one on the side that is meant."""
        rule = rules[match["name"].replace("'", "")]
        groups, this_year = match.groupdict(), setting.today.year
        if year := groups.get("year"):
            return Reading(rule(int(year)))
        if which := groups.get("which"):
            return Reading(rule(this_year + {"last": -1, "this": 0, "next": 1}[which]))
        return nearest([rule(this_year + shift) for shift in range(-4, 5)], setting)

    return read


def bank_holiday(match: re.Match[str], setting: Setting) -> Reading:
    """ "The bank holiday" is the nearest weekday that is no working day; which May one is meant is asked."""
    groups = match.groupdict()
    if groups.get("month"):
        return VAGUE
    past = setting.direction == "past" and not match.group().startswith("next")
    days = (setting.today + timedelta(days=-away if past else away) for away in range(_SEARCHED_DAYS))
    found = [day for day in days if _holiday(day, groups.get("on"), setting)]
    which = 1 if groups.get("beyond") else 0
    return Reading(found[which]) if which < len(found) else VAGUE


def _holiday(day: date, on: str | None, setting: Setting) -> bool:
    weekdays = {"monday": (_MONDAY,), "friday": (_FRIDAY,)}.get(on or "", range(5))
    return day.weekday() in weekdays and not setting.is_working_day(day)


def bank_holiday_weekend(match: re.Match[str], setting: Setting) -> Reading:
    """The day of the long weekend that a bank holiday ends."""
    holiday = _named(SEASONS)(match, setting) if match["name"] else bank_holiday(match, setting)
    if holiday.day is None or holiday.day.weekday() not in (_SUNDAY, _MONDAY):
        return VAGUE
    return Reading(weekday_on_or_after(holiday.day - timedelta(days=3), weekday_number(match["weekday"])))


def _weekend(match: re.Match[str], setting: Setting) -> Reading:
    saturday = 5
    if setting.direction == "past":
        return Reading(weekday_on_or_before(setting.today, saturday))
    return Reading(weekday_on_or_after(setting.today, saturday))


def _names(rules: dict[str, Rule]) -> str:
    longest_first = sorted(rules, key=len, reverse=True)
    return "|".join(re.sub(r"s(?= )|s$", "'?s'?", name).replace("halloween", "hallowe'?en") for name in longest_first)


HOLIDAY_NAMES = _names(NAMED)
_YEAR = r"(?:,? (?:in |of )?(?P<year>20\d\d)\b| (?P<which>last|this|next) year\b)?"
FORMS: tuple[Form, ...] = (
    form(rf"\b(?:the |last |this |next )?(?P<name>{HOLIDAY_NAMES})(?!\w){_YEAR}", _named(NAMED)),
    form(r"\b(?:the|last|next|on|this) (?P<month>may )?bank holiday(?: (?P<on>monday|friday))?\b", bank_holiday),
    form(r"\b(?P<month>may )?bank holiday (?P<on>monday|friday)\b", bank_holiday),
    form(r"\b(?P<month>may )bank holiday\b", bank_holiday),
    form(r"\b(?:the )?bank holiday(?: monday)? (?:in|of) (?P<month>may)\b", bank_holiday),
    form(r"\b(?:the )?bank holiday (?P<beyond>before last)\b", bank_holiday),
    form(
        rf"\b(?:the )?(?P<weekday>{WEEKDAY}) (?:of|on|over|in) (?:the |last )?(?:(?P<name>easter)|(?P<month>may )?"
        r"bank holiday) weekend\b",
        bank_holiday_weekend,
    ),
)
ANCHORS: tuple[Form, ...] = (
    form(rf"\b(?P<name>{_names(SEASONS)})\b(?:'s)?{_YEAR}", _named(SEASONS)),
    form(r"\b(?:the |last |this )?weekend\b", _weekend),
    form(r"\b(?P<month>may )?bank holiday(?: (?P<on>monday|friday))?\b", bank_holiday),
)
