"""Dates told by their weekday: "last Tuesday", "a week last Tuesday", "Friday week", "Monday of last week".

A bare weekday is the nearest one on the side that is meant, today included: "Tuesday" said on a Tuesday
is today, and the other Tuesday is kept as the alternative for whoever wants to ask. "Last Tuesday" is never
today; "next Tuesday" is the one of next week, as most people in Britain mean it.
"""

from __future__ import annotations

import re
from datetime import timedelta

from bot.understanding.date_reading import (
    DAY_PART,
    VAGUE,
    WEEKDAY,
    Form,
    Reading,
    Setting,
    days_from,
    form,
    number,
    span,
    weekday_number,
    weekday_on_or_after,
    weekday_on_or_before,
)
from bot.understanding.date_words import DOUBTFUL_WEEKDAYS

_SOME = r"(?:(?P<n>a|one|\d{1,2}) )?(?P<unit>weeks?|fortnights?)"
_WEEKDAY = rf"(?P<weekday>{WEEKDAY})"


def weeks_before_weekday(match: re.Match[str], setting: Setting) -> Reading:
    """ "a week last Tuesday", "a fortnight ago on Monday": counted back from the last such day."""
    latest = setting.today if "ago" in match.group() else setting.today - timedelta(days=1)
    last = weekday_on_or_before(latest, weekday_number(match["weekday"]))
    return Reading(last - span(number(match.groupdict().get("n")), match["unit"]))


def weekday_week(match: re.Match[str], setting: Setting) -> Reading:
    """ "Tuesday week", "a week on Tuesday": a week after the coming one."""
    coming = weekday_on_or_after(setting.today + timedelta(days=1), weekday_number(match["weekday"]))
    return Reading(coming + span(number(match.groupdict().get("n")), match["unit"]))


def weekdays_ago(match: re.Match[str], setting: Setting) -> Reading:
    """ "two Fridays ago", "the Tuesday before last"."""
    last = weekday_on_or_before(setting.today - timedelta(days=1), weekday_number(match["weekday"].rstrip("s")))
    return Reading(last - timedelta(weeks=number(match.groupdict().get("n") or "2") - 1))


def which_one(match: re.Match[str], setting: Setting) -> Reading:
    """ "The Tuesday before" says before what only to whoever wrote it."""
    return VAGUE


def weekday_of_week(match: re.Match[str], setting: Setting) -> Reading:
    """ "Friday of last week", "last week on Friday", "Tuesday next week"."""
    monday = weekday_on_or_before(setting.today, 0)
    shift = {"last": -7, "this": 0, "next": 7, "the": -7, "before": -14}[match["which"]]
    return days_from(monday, shift + weekday_number(match["weekday"]))


def named_day_week(match: re.Match[str], setting: Setting) -> Reading:
    """ "today week" and "tomorrow fortnight" are to come, "yesterday week" is eight days past."""
    named = {"today": 0, "tomorrow": 1, "yesterday": -1}[match["named"]]
    beyond = span(-1 if named < 0 else 1, match["unit"])
    return Reading(setting.today + timedelta(days=named) + beyond)


def weekday_after_next(match: re.Match[str], setting: Setting) -> Reading:
    monday = weekday_on_or_before(setting.today, 0)
    return days_from(monday, 14 + weekday_number(match["weekday"]))


def weekday(match: re.Match[str], setting: Setting) -> Reading | None:
    which = match["which"] or match["gone"] or match["coming"] or ""
    if match["weekday"] in DOUBTFUL_WEEKDAYS and not (which or _cued(match)):
        return None
    number = weekday_number(match["weekday"])
    if match["which"] == "next":
        nearest = weekday_on_or_after(setting.today + timedelta(days=1), number)
        meant = weekday_on_or_before(setting.today, 0) + timedelta(days=7 + number)
        return Reading(meant, alternative=nearest if nearest != meant else None)
    if which in ("this", "this coming", "coming", "next"):
        return _this(number, which, setting)
    if which:
        return _last(number, which, setting)
    if setting.direction == "future":
        not_today = bool(_NOT_TODAY.match(match.string, match.end()))
        return Reading(weekday_on_or_after(setting.today + timedelta(days=not_today), number))
    found = weekday_on_or_before(setting.today, number)
    if found == setting.today and _NOT_TODAY.match(match.string, match.end()):
        return Reading(found - timedelta(days=7))
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


_NOT_TODAY = re.compile(r"\W{1,3}(?:i |and |but |obviously |sorry |no |well )*(?:not|don't mean) today\b")
# "They closed it wed", "rang me back sat", "it was sat".
_AFTER_DEED = re.compile(
    r"\b(?:it|me|us|them|back|again|it was|told|rang|refused|closed|declined|e-?mailed|called|spoke|sent|visited"
    r"|raised|phoned|nfa'?d|replied|chased|started|happened|till|this|last"
    r"|(?:to|with) (?:\w+ ){0,3}(?:worker|sw|manager|lead|team|gp|nurse|her|him)) $"
)


def _cued(match: re.Match[str]) -> bool:
    """ "sat", "sun" and "wed" are days after a preposition, beside another weekday, or on their own."""
    before, after = match.string[: match.start()], match.string[match.end() :]
    alone = not before.strip() and re.fullmatch(r"[ .?!]*", after)
    leads = re.search(rf"\b(?:on|by|until|since|from|before|after|(?:{WEEKDAY})(?: and| or|,|/)) ?$", before)
    done = re.match(r" ?(?:$|[.,;!?])", after) and _AFTER_DEED.search(before)
    trails = re.match(rf" (?:morning|afternoon|evening|night|am|pm|at \d|\d|(?:and|or) (?:{WEEKDAY})\b)", after)
    return bool(alone or leads or trails or done)


FORMS: tuple[Form, ...] = (
    form(rf"\b(?P<which>last) {_WEEKDAY}s\b(?P<gone>(?!))?(?P<coming>(?!))?", weekday),
    form(
        rf"\b{_SOME}(?: (?:ago|back|past),?(?: on| last)?(?: the)?| last| gone) {_WEEKDAY}\b", weeks_before_weekday
    ),
    form(rf"\b{_SOME} on {_WEEKDAY} (?:just )?(?:gone|past)\b", weeks_before_weekday),
    form(rf"\b(?P<n>a|one|\d{{1,2}}) (?P<unit>weeks?|fortnights?) (?:on |this |next )?{_WEEKDAY}\b", weekday_week),
    form(rf"\b{_WEEKDAY} (?P<unit>week|fortnight)\b(?! (?:ago|commencing|before|after))", weekday_week),
    form(
        r"\b(?P<named>today|tomorrow|yesterday) (?P<unit>week|fortnight)\b(?! (?:ago|commencing|before|after))",
        named_day_week,
    ),
    form(rf"\b(?:the )?{_WEEKDAY} after next\b", weekday_after_next),
    form(rf"\b{_WEEKDAY},? (?:{_SOME}) (?:ago|back|gone)\b(?! today)", weeks_before_weekday),
    form(
        rf"\bnot (?:this|last|this last|this past|on)?(?: the)? ?{_WEEKDAY}(?: just gone| gone| past)?,? (?:but )?"
        rf"the (?:one|week|{WEEKDAY}) before(?: that)?\b",
        weekdays_ago,
    ),
    form(rf"\b(?:the )?(?:{WEEKDAY}) before(?=$| ?[.,;!?)])", which_one),
    form(rf"\b{_WEEKDAY},? (?:of |in )?(?:the )?week (?P<which>before) last\b", weekday_of_week),
    form(rf"\b(?:the )?week (?P<which>before) last,? (?:on )?(?:the )?{_WEEKDAY}\b", weekday_of_week),
    form(rf"\b{_WEEKDAY},? (?:of |in )?(?P<which>the) week before\b", weekday_of_week),
    form(rf"\b(?P<n>\d) (?P<weekday>(?:{WEEKDAY})s) (?:ago|back)\b", weekdays_ago),
    form(rf"\b(?:the )?{_WEEKDAY} (?:before last|last but one)\b", weekdays_ago),
    form(rf"\b{_WEEKDAY},? (?:of )?(?:the )?(?P<which>last|this|next) week\b(?! of\b)", weekday_of_week),
    form(
        rf"\b(?P<which>last|this|next) week(?:'s)?(?: ?[,:(-])? ?"
        rf"(?:(?:on|it was|was it|was|i think|the)\b ?)*{_WEEKDAY}\b",
        weekday_of_week,
    ),
    form(
        rf"\b(?:(?P<which>last|this coming|coming|this past|past|this|next) )?{_WEEKDAY}\b"
        rf"(?: (?:(?P<gone>just gone|gone|just past|past|last)|(?P<coming>coming|next))\b)?{DAY_PART}",
        weekday,
    ),
)  # fmt: skip
