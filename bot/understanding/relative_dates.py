"""Dates told from today: "yesterday", "a week last Tuesday", "two working days ago", "Friday week".

A bare weekday is the nearest one on the side that is meant, today included: "Tuesday" said on a Tuesday
is today, and the other Tuesday is kept as the alternative for whoever wants to ask. "Last Tuesday" is never
today; "next Tuesday" is the one of next week, as most people in Britain mean it.
"""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import Literal

from dateutil.relativedelta import relativedelta

from bot.understanding.date_reading import (
    VAGUE,
    WEEKDAY,
    Form,
    Reading,
    Setting,
    days_from,
    form,
    step_working_days,
    weekday_number,
    weekday_on_or_after,
    weekday_on_or_before,
)
from bot.understanding.date_words import DOUBTFUL_WEEKDAYS

_N = r"(?P<n>a|an|one|\d{1,3})"
_UNIT = r"(?P<unit>(?:clear )?working days?|business days?|days?|nights?|weeks?|fortnights?|months?|years?)"
_SOME = r"(?:(?P<n>a|one|\d{1,2}) )?(?P<unit>weeks?|fortnights?)"
_DAY_PART = r"(?: (?:early |late )?(?:morning|afternoon|evening|night|lunchtime|dinner time|teatime|am|pm))?"
_WEEKDAY = rf"(?P<weekday>{WEEKDAY})"
_NAMED_DAYS = {"today": 0, "yesterday": -1, "tomorrow": 1}
_FEW_HOURS = 6
_DAYS = {"day": 1, "night": 1, "week": 7, "fortnight": 14}


def named_day(match: re.Match[str], setting: Setting) -> Reading:
    return days_from(setting.today, _NAMED_DAYS[match["named"]])


def day_before(match: re.Match[str], setting: Setting) -> Reading:
    return days_from(setting.today, -2)


def part_of_today(match: re.Match[str], setting: Setting) -> Reading:
    return Reading(setting.today)


def last_night(match: re.Match[str], setting: Setting) -> Reading:
    return days_from(setting.today, -2 if match["beyond"] else -1)


def hours_of_today(match: re.Match[str], setting: Setting) -> Reading:
    """ "A few hours ago" leaves the hour open, and the day as well only when it began a few hours ago."""
    return Reading(setting.today) if setting.now.hour >= _FEW_HOURS else VAGUE


def just_now(match: re.Match[str], setting: Setting) -> Reading:
    return Reading(setting.today, setting.now.time().replace(second=0, microsecond=0))


def hours_ago(match: re.Match[str], setting: Setting) -> Reading:
    """Elapsed time, so counted on the world's clock and not on the wall's when the clocks change."""
    number = 0.5 if match["n"].startswith("half") else _number(match["n"])
    elapsed = timedelta(**{"hours" if match["unit"].startswith("hour") else "minutes": number})
    then = datetime.fromtimestamp(setting.now.timestamp() - elapsed.total_seconds(), setting.now.tzinfo)
    return Reading(then.date(), then.time().replace(second=0, microsecond=0))


def units_ago(match: re.Match[str], setting: Setting) -> Reading:
    return _move(match, setting, -1)


def units_ahead(match: re.Match[str], setting: Setting) -> Reading | None:
    """ "in 2 weeks" is also how long something took: it is a date only where the future is spoken of."""
    will_follow = re.match(r" (?:\w+ )?(?:will|'ll|is|are|going to)\b", match.string[match.end() :])
    sure = match.groupdict().get("sure") or match.group() == match.string.strip(" .!?") or will_follow
    return _move(match, setting, 1) if sure or setting.direction == "future" else None


def shorthand_ago(match: re.Match[str], setting: Setting) -> Reading:
    """2/7, 3/52, 1/12 as written in health records: days, weeks, months."""
    count = int(match["n"])
    if match["of"] == "12":
        return Reading(setting.today - relativedelta(months=count))
    return days_from(setting.today, -count * (7 if match["of"] == "52" else 1))


def weeks_from_named_day(match: re.Match[str], setting: Setting) -> Reading:
    """ "a week ago today", "a week yesterday", "two weeks tomorrow"."""
    named = setting.today + timedelta(days=_NAMED_DAYS[match["named"]])
    past = match["ago"] or match["named"] == "yesterday" or match.string[match.end() :].startswith(" since")
    span = _span(_number(match["n"]), match["unit"])
    return Reading(named - span if past else named + span)


def weeks_before_weekday(match: re.Match[str], setting: Setting) -> Reading:
    """ "a week last Tuesday", "a fortnight ago on Monday": counted back from the last such day."""
    latest = setting.today if "ago" in match.group() else setting.today - timedelta(days=1)
    last = weekday_on_or_before(latest, weekday_number(match["weekday"]))
    return Reading(last - _span(_number(match.groupdict().get("n")), match["unit"]))


def weekday_week(match: re.Match[str], setting: Setting) -> Reading:
    """ "Tuesday week", "a week on Tuesday": a week after the coming one."""
    coming = weekday_on_or_after(setting.today + timedelta(days=1), weekday_number(match["weekday"]))
    return Reading(coming + _span(_number(match.groupdict().get("n")), match["unit"]))


def weekdays_ago(match: re.Match[str], setting: Setting) -> Reading:
    """ "two Fridays ago", "the Tuesday before last"."""
    last = weekday_on_or_before(setting.today - timedelta(days=1), weekday_number(match["weekday"].rstrip("s")))
    return Reading(last - timedelta(weeks=_number(match.groupdict().get("n") or "2") - 1))


def weekday_of_week(match: re.Match[str], setting: Setting) -> Reading:
    """ "Friday of last week", "last week on Friday", "Tuesday next week"."""
    monday = weekday_on_or_before(setting.today, 0)
    shift = {"last": -7, "this": 0, "next": 7, "the": -7, "before": -14}[match["which"]]
    return days_from(monday, shift + weekday_number(match["weekday"]))


def weekday(match: re.Match[str], setting: Setting) -> Reading | None:
    which = match["which"] or match["gone"] or ""
    if match["weekday"] in DOUBTFUL_WEEKDAYS and not (which or _cued(match)):
        return None
    number = weekday_number(match["weekday"])
    if which == "next":
        nearest = weekday_on_or_after(setting.today + timedelta(days=1), number)
        meant = weekday_on_or_before(setting.today, 0) + timedelta(days=7 + number)
        return Reading(meant, alternative=nearest if nearest != meant else None)
    if which in ("this", "this coming", "coming"):
        return _this(number, which, setting)
    if which:
        return _last(number, which, setting)
    if setting.direction == "future":
        return Reading(weekday_on_or_after(setting.today, number))
    found = weekday_on_or_before(setting.today, number)
    return Reading(found, alternative=found - timedelta(days=7) if found == setting.today else None)


def _last(number: int, which: str, setting: Setting) -> Reading:
    """The latest one before today; "last Monday" said on a Thursday may also be the one of last week."""
    found = weekday_on_or_before(setting.today - timedelta(days=1), number)
    open_to_doubt = which == "last" and found >= weekday_on_or_before(setting.today, 0)
    return Reading(found, alternative=found - timedelta(days=7) if open_to_doubt else None)


def _this(number: int, which: str, setting: Setting) -> Reading:
    if which != "this":
        return Reading(weekday_on_or_after(setting.today + timedelta(days=1), number))
    found = weekday_on_or_before(setting.today, 0) + timedelta(days=number)
    if found < setting.today and setting.direction == "future":
        found += timedelta(days=7)
    return Reading(found)


def _cued(match: re.Match[str]) -> bool:
    """ "sat", "sun" and "wed" are days after a preposition, beside another weekday, or on their own."""
    before, after = match.string[: match.start()], match.string[match.end() :]
    alone = not before.strip() and re.fullmatch(r"[ .?!]*", after)
    leads = re.search(rf"\b(?:on|by|until|since|from|before|after|(?:{WEEKDAY})(?: and| or|,|/)) ?$", before)
    trails = re.match(rf" (?:morning|afternoon|evening|night|am|pm|at \d|\d|(?:and|or) (?:{WEEKDAY})\b)", after)
    return bool(alone or leads or trails)


def _number(word: str | None) -> int:
    return int(word) if word and word.isdigit() else 1


def _span(count: int, unit: str) -> relativedelta:
    unit = unit.removesuffix("s")
    if unit in ("month", "year"):
        return relativedelta(**{f"{unit}s": count})  # type: ignore[arg-type]
    return relativedelta(days=count * _DAYS[unit])


def _move(match: re.Match[str], setting: Setting, step: Literal[-1, 1]) -> Reading:
    count, unit = _number(match.groupdict().get("n")), match["unit"].removeprefix("clear ").removesuffix("s")
    if count == 0 or count > 400:
        return VAGUE
    if unit in ("working day", "business day"):
        return Reading(step_working_days(setting.today, count, step, setting.is_working_day))
    return Reading(setting.today + _span(step * count, unit))


FORMS: tuple[Form, ...] = (
    form(
        rf"\b(?:earlier (?:on )?|later |end of |first thing )?(?P<named>today|yesterday|tomorrow){_DAY_PART}\b",
        named_day,
    ),
    form(r"\b(?:not )?yesterday\W{1,3}(?:(?:no|sorry|or rather|i mean)\W+)?the day before(?=$|[.,;!?])", day_before),
    form(
        r"\b(?:first thing |early |earlier |late |later )?"
        r"(?:this (?:morning|afternoon|evening|lunchtime|pm|am)|tonight)\b",
        part_of_today,
    ),
    form(r"\b(?:the )?(?:last (?:night|evening)|(?:night|evening) (?P<beyond>before last))\b", last_night),
    form(r"\b(?:just|only just) now\b|\b(?:just )?this (?:minute|second|very minute)\b", just_now),
    form(r"\b(?:a |a few )?(?:moments?|minutes|minute|seconds|secs) ago\b", just_now),
    form(r"\b(?:a )?(?:few|couple of|couple) (?:minutes|hours) (?:ago|back)\b", hours_of_today),
    form(
        r"(?<!to )(?<!or )\b(?P<n>half an|half a|half|an?|one|\d{1,3}) ?(?P<unit>hours?|minutes?)"
        r"(?: and a half| or so)? (?:ago|back)\b",
        hours_ago,
    ),
    form(rf"(?<![-/] )(?<![-/])\b{_N} {_UNIT} (?:ago|back)\b(?: to the day)?", units_ago),
    form(rf"(?<!for )(?<!been )\b{_N} {_UNIT} since(?=$| ?[,.;!?])", units_ago),
    form(rf"\b(?:it's|it is) {_N} {_UNIT} since\b", units_ago),
    form(rf"(?:^|[,.;] |\band )before {_N} {_UNIT}(?=$| ?[,.;]| (?:i|we|he|she|they|the|my|our)\b)", units_ago),
    form(r"\b(?P<unit>week|fortnight|month) ago\b", units_ago),
    form(r"\bthis (?:time|day) (?P<n>last) (?P<unit>week|month|year)\b", units_ago),
    form(rf"\b(?P<which>last) {_WEEKDAY}s\b(?P<gone>(?!))?", weekday),
    form(r"(?<!\d)(?P<n>\d{1,2})/(?P<of>7|52|12) (?:ago|back)\b", shorthand_ago),
    form(rf"\bin {_N} {_UNIT}(?P<sure>'s? time| time)?\b", units_ahead),
    form(rf"\b(?P<sure>{_N} {_UNIT} from (?:now|today))\b", units_ahead),
    form(
        r"\b(?:(?P<n>a|one|\d{1,2}) )?(?P<unit>weeks?|fortnights?|months?|years?)(?P<ago> ago)?,? "
        r"(?P<named>today|yesterday|tomorrow)\b",
        weeks_from_named_day,
    ),
    form(
        rf"\b{_SOME}(?: (?:ago|back|past)(?: on| last)?(?: the)?| last| gone) {_WEEKDAY}\b", weeks_before_weekday
    ),
    form(rf"\b{_SOME} on {_WEEKDAY} (?:just )?(?:gone|past)\b", weeks_before_weekday),
    form(rf"\b(?P<n>a|one|\d{{1,2}}) (?P<unit>weeks?|fortnights?) (?:on |this |next )?{_WEEKDAY}\b", weekday_week),
    form(rf"\b{_WEEKDAY} (?P<unit>week|fortnight)\b(?! (?:ago|commencing|before|after))", weekday_week),
    form(rf"\b{_WEEKDAY} (?P<unit>week|fortnight) ago\b", weeks_before_weekday),
    form(rf"\b{_WEEKDAY},? (?:of |in )?the week (?P<which>before) last\b", weekday_of_week),
    form(rf"\b{_WEEKDAY},? (?:of |in )?(?P<which>the) week before\b", weekday_of_week),
    form(rf"\b(?P<n>\d) (?P<weekday>(?:{WEEKDAY})s) (?:ago|back)\b", weekdays_ago),
    form(rf"\b(?:the )?{_WEEKDAY} (?:before last|last but one)\b", weekdays_ago),
    form(rf"\b{_WEEKDAY},? (?:of )?(?P<which>last|this|next) week\b", weekday_of_week),
    form(rf"\b(?P<which>last|this|next) week,? (?:on )?(?:the )?{_WEEKDAY}\b", weekday_of_week),
    form(
        rf"\b(?:(?P<which>last|this coming|coming|this past|past|this|next) )?{_WEEKDAY}\b"
        rf"(?: (?P<gone>just gone|gone|just past|past|last)\b)?{_DAY_PART}",
        weekday,
    ),
)  # fmt: skip
