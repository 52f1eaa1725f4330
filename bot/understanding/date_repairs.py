"""Days that a message takes back: "Tuesday, no, Wednesday", "not the 14th but the 15th", "I said Monday but ..."."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.understanding.canonical import fold
from bot.understanding.dates import FoundDate

_RULED_OUT = re.compile(
    r"\b(?:not|wasn't|isn't|wasnt|can't have been|couldn't have been|rather than|instead of|as opposed to)"
    r"(?: (?:on|the|it was|until|by|for))*(?: the)? ?$"
)
_FILL = (
    r"(?:it|it's|was|is|on|the|be|to|er|erm|um|oh|well|so|that|that's|should|say|said|i|a|of|in|fact|then|just|my|have"
    r"|been|think|definitely|certainly|must|would|but)"
)
_REPAIR = (
    r"(?:no|nope|nah|sorry|oops|whoops|mean|meant|actually|rather|correction|corrected|scrap|scratch|wait|hang on"
    r"|mistake|wrong|my bad|make that|change that|apologies|i lie|tell a lie|typo|should be|should say"
    r"|should read|should have been)"
)
_REPAIRED = re.compile(rf"\W*\*|\W*(?:{_FILL}\W+|or (?=rather))*{_REPAIR}\b(?:\W+(?:{_FILL}|{_REPAIR})\b)*\W*")
_CLAIMED = re.compile(
    r"\b(?:i|you)(?:'ve| have| had)? (?:said|put|gave(?: you)?|wrote|typed|thought|told you|entered|got|have it as)"
    r"(?: (?:it was|on|the|down))*(?: the)? ?$"
)
_BUT_WAS = re.compile(
    r"\W*(?:down\W+|(?:in|on) (?:the|my|our) \w+\W+)?(?:but (?:\w+ ){0,5})?(?:and )?(?:it|it's|that|really|in fact"
    r"|actually|i said"
    r"|i meant|(?:the|my|their) (?:\w+ )?(?:letter|e-?mail|form|records?|notes?|minutes|system|diary|log)"
    r" (?:says?|said|shows?|is|has))\b"
    r".{0,20}"
)
# "Monday I said, but it was Sunday".
_SAID_BUT = re.compile(
    r",? (?:is what |as )?(?:i|you) (?:said|put|wrote|thought|told you|had)\b\W+(?:but|and|although)\b.{0,20}"
)
# "Change 26 July to 26 August".
_SWAPPED = re.compile(r"\b(?:correct|change|amend|alter|replace|update)(?: (?:it|the date))?(?: from)?(?: the)? ?$")
_FOR = re.compile(r" (?:to|with|for|by)(?: the)? ?")
_BY_MISTAKE = re.compile(r" (?:by mistake|in error|wrongly|by accident)\b")


def standing(text: str, dates: Sequence[FoundDate]) -> tuple[FoundDate, ...]:
    """The dates that the message does not take back."""
    line = fold(text)
    following = (*dates[1:], None)
    return tuple(date for date, after in zip(dates, following, strict=False) if not _taken_back(line, date, after))


def _taken_back(line: str, date: FoundDate, after: FoundDate | None) -> bool:
    lead = line[max(0, date.start - 40) : date.start]
    if _RULED_OUT.search(lead) or _BY_MISTAKE.match(line, date.end):
        return True
    if after is None:
        return False
    between = line[date.end : after.start]
    claimed = _CLAIMED.search(lead) and _BUT_WAS.fullmatch(between)
    swapped = _SWAPPED.search(lead) and _FOR.fullmatch(between)
    return bool(claimed or swapped or _SAID_BUT.fullmatch(between) or _REPAIRED.fullmatch(between))
