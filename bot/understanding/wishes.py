"""How somebody wants to be reached, in their words. What is not plain is nothing: a page asks for it then."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import time

_CHANNELS = {"email": re.compile(r"\be-?mail(?:s|ed|ing)?\b", re.I), "teams": re.compile(r"\bteams\b", re.I)}
_NOT = re.compile(r"\b(?:stop|no|not|don'?t|do not|never|nothing|without|off|unsubscribe|mute|quiet)\b", re.I)
_UNSURE = re.compile(
    r"\b(?:only|except|unless|but|weekends?|\w+days?|today|to(?:night|morrow)|mornings?|afternoons?|evenings?|nights?"
    r"|address|wrong|forget|how|where|which)\b|\?",
    re.I,
)
_HOUR = r"(?P<h{n}>[01]?\d|2[0-3])(?:[:.](?P<m{n}>[0-5]\d))? ?(?P<half{n}>am|pm)?(?![\w:])"
_BEFORE = re.compile(rf"\b(?:before|until|till) {_HOUR.format(n='')}", re.I)
_AFTER = re.compile(rf"\bafter {_HOUR.format(n='')}", re.I)
_BETWEEN = re.compile(
    rf"\b(?:between|from|hours) {_HOUR.format(n='')} ?(?:and|to|until|till|-) ?{_HOUR.format(n='2')}", re.I
)


@dataclass(frozen=True, slots=True)
class Wish:
    """What is plainly wished: a channel first or no more, and the ends of the quiet hours (London) that were said."""

    first: str | None = None
    never: str | None = None
    quiet_from: time | None = None
    quiet_until: time | None = None

    @property
    def is_plain(self) -> bool:
        """Whether anything can be done by it."""
        return self != Wish()


def wish(text: str) -> Wish:
    """What these words plainly wish; nothing where they name two channels, a condition, or a doubtful hour."""
    plain = text.replace("’", "'")
    negations = len(_NOT.findall(plain))
    if negations > 1 or _UNSURE.search(plain):
        return Wish()
    named = [name for name, words in _CHANNELS.items() if words.search(plain)]
    hours = _quiet(plain) if negations else Wish()
    if hours.is_plain or len(named) != 1 or re.search(r"\d", plain):
        return hours if not named else Wish()
    return Wish(never=named[0]) if negations else Wish(first=named[0])


def _quiet(text: str) -> Wish:
    if between := _BETWEEN.search(text):
        if int(between["h"]) <= 12 and not (between["half"] and between["half2"]):
            return Wish()  # from six to eight may be two hours, or fourteen
        start, end = _time(between, "", range(15, 24)), _time(between, "2", range(5, 12))
        return Wish(quiet_from=start, quiet_until=end) if start and end else Wish()
    before, after = _BEFORE.search(text), _AFTER.search(text)
    until, start = before and _time(before, "", range(5, 12)), after and _time(after, "", range(15, 24))
    if (before and not until) or (after and not start):
        return Wish()
    return Wish(quiet_from=start, quiet_until=until)


def _time(found: re.Match[str], number: str, usual: range) -> time | None:
    """The time of day. A bare hour is read as the one that people mean by it, or not at all."""
    hour, half = int(found[f"h{number}"]), (found[f"half{number}"] or "").lower()
    if half:
        hour = hour % 12 + (12 if half == "pm" else 0)
    elif hour not in usual and hour + 12 in usual:
        hour += 12
    return time(hour, int(found[f"m{number}"] or 0)) if hour in usual else None
