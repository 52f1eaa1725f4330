"""Dates told from today: "yesterday", "two working days ago", "a week ago tomorrow", "before three days"."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import Literal

from dateutil.relativedelta import relativedelta

from bot.understanding.date_reading import (
    ABOUT,
    DAY_PART,
    VAGUE,
    Form,
    Reading,
    Setting,
    days_from,
    form,
    number,
    span,
    step_working_days,
)

_N = r"(?P<n>a|an|one|\d{1,3})"
_UNIT = (
    r"(?P<unit>(?:clear )?working days?|business days?|(?:calendar |whole |full )?days?|nights?|(?:whole |full )?weeks?"
    r"|fortnights?|months?|years?)"
)
_NAMED_DAYS = {"today": 0, "yesterday": -1, "tomorrow": 1}
_HOW_LONG = ("a", "the", "their", "our", "my", "this", "for", "in", "within", "every", "of")
_NOT_HOW_LONG = "".join(rf"(?<!\b{word} )" for word in _HOW_LONG)
_TODAY = (
    rf"{_NOT_HOW_LONG}(?<![\w/.-])2day(?! (?:old|wait|course|training|limit|deadline|target|turnaround|window|timescale"
    r"|period|rule|visit|break|stay)\b)"
)
_TOMORROW = r"(?<![\w/.-])2 ?(?:moro|morro|morow|morrow|moz|mrw)|the morr(?:a|ow|o)"
_FILLING = re.compile(r"^(?:clear|calendar|whole|full) ")
_OR_RATHER = r"\W+(?:(?:no|sorry|actually|i mean|or rather|make that|wait)\W+)+"
_NOBODY = r"(?! (?:any|no|we've|i've|we have|i have|we last|i last|the last|last)\w*)"  # nothing happened on that day
_FEW_HOURS = 6


def named_day(match: re.Match[str], setting: Setting) -> Reading:
    return days_from(setting.today, _NAMED_DAYS[match["named"]])


def day_before(match: re.Match[str], setting: Setting) -> Reading:
    return days_from(setting.today, -2)


def part_of_today(match: re.Match[str], setting: Setting) -> Reading:
    return Reading(setting.today)


def texted_tomorrow(match: re.Match[str], setting: Setting) -> Reading:
    return days_from(setting.today, 1)


def last_night(match: re.Match[str], setting: Setting) -> Reading:
    return days_from(setting.today, -2 if match["beyond"] else -1)


def hours_of_today(match: re.Match[str], setting: Setting) -> Reading:
    """ "A few hours ago" leaves the hour open, and the day as well only when it began a few hours ago."""
    return Reading(setting.today) if setting.now.hour >= _FEW_HOURS else VAGUE


def just_now(match: re.Match[str], setting: Setting) -> Reading:
    return Reading(setting.today, setting.now.time().replace(second=0, microsecond=0))


def hours_ago(match: re.Match[str], setting: Setting) -> Reading:
    """Elapsed time, so counted on the world's clock and not on the wall's when the clocks change."""
    count = 0.5 if match["n"].startswith("half") else number(match["n"])
    elapsed = timedelta(**{"hours" if match["unit"].startswith("hour") else "minutes": count})
    then = datetime.fromtimestamp(setting.now.timestamp() - elapsed.total_seconds(), setting.now.tzinfo)
    return Reading(then.date(), then.time().replace(second=0, microsecond=0))


def about_hours_ago(match: re.Match[str], setting: Setting) -> Reading:
    """The hour is a guess, so the day is sure only where an hour more or less does not change it."""
    count = number(match["n"])
    hours = count if match["unit"].startswith("hour") else count / 60
    days = {(setting.now - timedelta(hours=hours + doubt)).date() for doubt in (-min(1, hours), 1)}
    return Reading(days.pop()) if len(days) == 1 else VAGUE


def units_ago(match: re.Match[str], setting: Setting) -> Reading:
    return _move(match, setting, -1)


def units_ahead(match: re.Match[str], setting: Setting) -> Reading | None:
    """ "in 2 weeks" is also how long something took: it is a date only where the future is spoken of."""
    will_follow = re.match(r" (?:\w+ )?(?:will|'ll|is|are|going to)\b", match.string[match.end() :])
    sure = match.groupdict().get("sure") or match.group() == match.string.strip(" .!?") or will_follow
    return _move(match, setting, 1) if sure or setting.direction == "future" else None


def shorthand_ago(match: re.Match[str], setting: Setting) -> Reading:
    """2/7, 3/52, 1/12 as written in health records: days, weeks, months; 3d and 2w as in a message."""
    count = int(match["n"])
    if match["of"] == "12":
        return Reading(setting.today - relativedelta(months=count))
    return days_from(setting.today, -count * (7 if match["of"] in ("52", "w") else 1))


def weeks_from_named_day(match: re.Match[str], setting: Setting) -> Reading:
    """ "a week ago today", "a week yesterday", "two weeks tomorrow"."""
    named = setting.today + timedelta(days=_NAMED_DAYS[match["named"]])
    past = match["ago"] or match["named"] == "yesterday" or match.string[match.end() :].startswith(" since")
    away = span(number(match["n"]), match["unit"])
    return Reading(named - away if past else named + away)


def _move(match: re.Match[str], setting: Setting, step: Literal[-1, 1]) -> Reading:
    count, unit = number(match.groupdict().get("n")), _FILLING.sub("", match["unit"]).removesuffix("s")
    if count == 0 or count > 400:
        return VAGUE
    if unit in ("working day", "business day"):
        return Reading(step_working_days(setting.today, count, step, setting.is_working_day))
    return Reading(setting.today + span(step * count, unit))


FORMS: tuple[Form, ...] = (
    form(
        rf"\b(?:earlier (?:on )?|later |end of |first thing )?(?P<named>today|yesterday|tomorrow){DAY_PART}\b",
        named_day,
    ),
    form(
        r"\b(?:not )?yesterday,? (?:(?:but|it|it's|was) )*the day before(?=$|[.,;!?])",
        day_before,
    ),
    form(rf"{_TODAY}{DAY_PART}\b", part_of_today),
    form(rf"(?:\b|(?=2))(?:{_TOMORROW}){DAY_PART}\b", texted_tomorrow),
    form(
        r"\b(?:first thing |early |earlier |late |later )?"
        r"(?:this (?:morning|afternoon|evening|lunchtime|pm|am)|tonight|2(?:nite|night)(?!\w))\b",
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
    form(rf"\b{ABOUT} (?P<n>an?|one|\d{{1,3}}) ?(?P<unit>hours?|minutes?) (?:ago|back)\b", about_hours_ago),
    form(r"\b(?P<n>an?|one|\d{1,3}) ?(?P<unit>hours?|minutes?) or (?:so|2) (?:ago|back)\b", about_hours_ago),
    form(rf"(?<![-/] )(?<![-/])\b(?:exactly )?{_N} ?{_UNIT} (?:ago|back)\b(?: to the day| exactly)?", units_ago),
    form(rf"\b(?:an?|one|\d{{1,3}}) {_UNIT} (?:ago|back){_OR_RATHER}{_N}(?=$| ?[.,;!?])", units_ago),
    form(rf"(?<!for )(?<!been )\b{_N} {_UNIT} since(?=$| ?[,.;!?])", units_ago),
    form(rf"\b(?:it's|it is|it has|that's)(?: been)?(?: now)? {_N} {_UNIT}(?: now)? since\b{_NOBODY}", units_ago),
    form(rf"(?:^|[,.;] |\band )before {_N} {_UNIT}(?=$| ?[,.;]| (?:i|we|he|she|they|the|my|our)\b)", units_ago),
    form(r"\b(?P<unit>week|fortnight|month) ago\b", units_ago),
    form(r"\bthis (?:time|day) (?P<n>last) (?P<unit>week|month|year)\b", units_ago),
    form(r"\b(?P<sure>this (?:time|day) (?P<n>next) (?P<unit>week|month|year))\b", units_ahead),
    form(r"(?<!\d)(?P<n>\d{1,2})/(?P<of>7|52|12) (?:ago|back)\b", shorthand_ago),
    form(r"(?<![\d.])(?P<n>\d{1,2}) ?(?P<of>d|w) (?:ago|back)\b", shorthand_ago),
    form(rf"\bin {_N} {_UNIT}(?P<sure>'s? time| time)?\b", units_ahead),
    form(rf"\b(?P<sure>{_N} {_UNIT} from (?:now|today))\b", units_ahead),
    form(
        r"\b(?:(?P<n>a|one|\d{1,2}) )?(?P<unit>weeks?|fortnights?|months?|years?)(?P<ago> ago)?,? "
        r"(?P<named>today|yesterday|tomorrow)\b",
        weeks_from_named_day,
    ),
)  # fmt: skip
