"""Times of day beside a date: "at 3pm", "16:00", "half past four", "3.30 on Friday"."""

from __future__ import annotations

import re
from datetime import time

_LEAD = r"(?:at|around|about|by|from|@|approx|after|before|just after|just before)"
_CLOCK = (
    r"(?P<h{n}>[01]?\d|2[0-4])(?:[:.](?P<m{n}>[0-5]\d))? ?(?P<half{n}>am|pm|a\.m\.?|p\.m\.?|o'clock"
    r"|hours)(?!\w)"
    r"|(?P<H{n}>[01]?\d|2[0-3]):(?P<M{n}>[0-5]\d)"
    r"|(?P<part{n}>half past|half|quarter past|quarter to) (?P<hp{n}>1[0-2]|[1-9])(?: ?(?P<halfp{n}>am|pm))?\b"
    r"|(?P<word{n}>noon|midnight)\b"
    r"|(?P<mil{n}>(?:0\d|1\d|2[0-3])[0-5]\d) ?(?:hours|h)?\b"
)
_BARE = (
    r"(?:(?P<bare>1[0-2]|[1-9])(?:\.(?P<barem>[0-5]\d))?|(?P<late>1[3-9]|2[0-3])\.(?P<latem>[0-5]\d))(?![\d:/.-]?\d)"
    r"(?! (?:days?|weeks?|hours?|minutes?|children|of)\b)"
)
_PART = r"(?P<daypart>morning|afternoon|evening|night|lunchtime|am|pm|teatime)"

_AFTER = re.compile(
    rf"(?: {_PART}\b)?,?(?: ?\(| - | )?(?:{_LEAD} ?)?(?:{_CLOCK.format(n='')})\)?"
    rf"|(?: {_PART.replace('daypart', 'daypart2')}\b)?,? (?:at|@|around) ?{_BARE}\b"
)
_BEFORE = re.compile(
    rf"\b(?:{_LEAD} )?(?:(?:{_CLOCK.format(n='')})|(?:at|@|about|around) ?{_BARE})(?:,? (?:on|of)(?: the)?"
    rf"|,)? $"
)
_BARE_THIS_MORNING = re.compile(r"\b(?P<bare>1[0-2]|[6-9])(?:\.(?P<barem>[0-5]\d))? $")


def time_after(text: str, end: int, said: str) -> tuple[int, time] | None:
    """The clock time that follows a date ending at `end`, and where it ends."""
    match = _AFTER.match(text, end)
    return (match.end(), read) if match and (read := _read(match, said)) else None


def time_before(text: str, start: int, said: str) -> tuple[int, time] | None:
    """The clock time that leads into a date starting at `start`, and where it starts."""
    begin = max(0, start - 28)
    match = _BEFORE.search(text[begin:start])
    if match is None and said.startswith("this morning"):
        match = _BARE_THIS_MORNING.search(text[begin:start])
    return (begin + match.start(), read) if match and (read := _read(match, said)) else None


def _read(match: re.Match[str], said: str) -> time | None:
    group = match.groupdict()
    part = f"{said} {group.get('daypart') or ''} {group.get('daypart2') or ''}"
    if word := group.get("word"):
        return time(12) if word == "noon" else time(0)
    if military := group.get("mil"):
        return time(int(military[:2]), int(military[2:]))
    if group.get("H"):
        return time(int(group["H"]), int(group["M"]))
    if hour := group.get("hp"):
        return _quarter(group["part"], _clock_hour(int(hour), group.get("halfp") or "", part))
    if late := group.get("late"):
        return time(int(late), int(group["latem"]))
    hour, minutes = (group["h"], group["m"]) if group.get("h") else (group["bare"], group["barem"])
    clock = _clock_hour(int(hour), group.get("half") or "", part)
    return time(clock, int(minutes or 0)) if clock < 24 else None


def _clock_hour(hour: int, half: str, part: str) -> int:
    """A bare hour is one of the working day (8 to 7), unless the words around it say otherwise."""
    if half.startswith("p"):
        return hour % 12 + 12
    if half.startswith("a") or "morning" in part:
        return hour % 12 if half.startswith("a") else hour
    if hour > 12 or half.startswith("h"):
        return hour
    late = any(word in part for word in ("afternoon", "evening", "night", "pm")) and hour < 12
    return hour + 12 if hour < 8 or late else hour


def _quarter(part: str, hour: int) -> time:
    if part == "quarter to":
        return time((hour - 1) % 24, 45)
    return time(hour % 24, 15 if part == "quarter past" else 30)
