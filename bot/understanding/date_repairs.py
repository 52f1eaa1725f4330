"""Days that a message takes back: "Tuesday, no, Wednesday", "not the 14th but the 15th", "I said Monday but ..."."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.understanding.canonical import fold
from bot.understanding.date_reading import MOVED
from bot.understanding.dates import FoundDate
from bot.understanding.doubtful_days import PAPER

_RULED_OUT = re.compile(
    r"\b(?:not|wasn't|isn't|wasnt|can't have been|couldn't have been|rather than|instead of|as opposed to"
    r"|ignore|disregard|forget|scrap)(?: (?:on|the|it was|until|by|for|that|about|what i (?:said|put)))*(?: the)? ?$"
)
_FILL = (
    r"(?:it|it's|was|is|on|the|be|to|er|erm|um|oh|well|so|that|that's|should|say|said|i|a|of|in|fact|then|just|my|have"
    r"|before|earlier|previously|god|gosh|christ|damn|ugh|argh|doh|hmm|ah|been|think|definitely|certainly|must|would|but)"
)
_REPAIR = (
    r"(?:no|nope|nah|sorry|oops|whoops|mean|meant|actually|rather|correction|corrected|scrap|scratch|wait|hang on"
    r"|mistake|wrong|my bad|make that|change that|apologies|i lie|tell a lie|typo|should be|should say"
    r"|should read|should ?(?:have|of|'ve|a|ve)? been)"
)
_WRONG_WAY = re.compile(
    r"\W+(?:no|sorry|oops|nope|wait)\b[^.;!?]{0,30}\b(?:wrong|back to front|other way)\b[^.;!?]{0,20}"
)
_REPAIRED = re.compile(rf"\W*\*|\W*(?:{_FILL}\W+|or (?=rather))*{_REPAIR}\b(?:\W+(?:{_FILL}|{_REPAIR})\b)*\W*")
_CLAIMED = re.compile(
    rf"\b(?:(?:i|you)(?:'ve| have| had)?|{PAPER}) (?:says?|said|put|gave(?: you)?|wrote|typed|thought|told (?:you|u)"
    r"|entered|got|have it as|has)"
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
_SWAPPED = re.compile(
    r"\b(?:correct|change|amend|alter|replace|update|moved|changed|put back|pushed back"
    r"|brought forward|postponed|rescheduled)(?: (?:it|the date))?(?: from)?(?: the)? ?$"
)
_FOR = re.compile(r" (?:to|with|for|by)(?: the)? ?")
# "I stated 11 December; that was an error on my part", "we said the 1st, she's moved it to the 4th".
_STATED = re.compile(
    r"\b(?:i|you|we|it|message|e-?mail|previously|earlier|originally|first|wrongly|as|put|date)"
    r"(?:'ve|'d| have| had| has)? ?(?:said|put|gave|given|wrote|typed|told you|entered|stated|quoted|recorded|logged"
    r"|reported|was|is|as|agreed|previously stated|originally stated)"
    r"(?: (?:you|the|that|date|as|it|was|to be|on|for|down|they|told|me|us))*(?: the)? ?$"
)
_WRONG = r"(?:error|mistake|slip|typo|incorrect|wrong|not right)"
_MISTAKEN = re.compile(
    r"\W.{0,90}?\b(?:correct|right|actual|proper|real|true) (?:date|day|one)\b.{0,20}"
    rf"|\W{{1,3}}(?:and |but |sorry )*(?:that|this|which|it) (?:was|is) (?:an? |my )?{_WRONG}\b.{{0,50}}"
    r"|.{0,30}\bmy (?:own )?(?:mistake|error|fault|bad)\b.{0,20}"
)
_ARRANGED = re.compile(
    r"(?:\bwe(?:'d|'ve| had| have)? (?:said|agreed|settled on|fixed|booked|arranged)|(?:^|[.,;] )agreed"
    r"|\b(?:meant|supposed|due|going|was|were) to (?:be|have been)"
    r"|\b(?:meeting|review|date|deadline|conference|appointment|hearing|panel|visit|core group|strat)"
    r" (?:is|was|were|had been|originally))(?: (?:it|for|on|by|booked|set|due|down))*(?: the)? ?$"
)
_MOVED = re.compile(
    rf".{{0,40}}\b(?:{MOVED}|now (?:agreed|set|booked|down|been))\b(?: it| that| the \w+)?.{{0,40}}"
    r"|,? (?:but )?(?:is |it's )?now (?:the )?"
)
# "It's the 10th now, was supposed to be today".
_NOW_ANOTHER = re.compile(r"\bnow\W{1,3}(?:it )?(?:was|were) (?:supposed|meant|due|going) to be(?: on)?(?: the)? ?$")
_BY_MISTAKE = re.compile(r"(?: (?:in|on|down)(?: \w+){0,3})? (?:by mistake|in error|wrongly|by accident)\b")


def standing(text: str, dates: Sequence[FoundDate]) -> tuple[FoundDate, ...]:
    """The dates that the message does not take back."""
    line = fold(text)
    following = (*dates[1:], None)
    return tuple(date for date, after in zip(dates, following, strict=False) if not _taken_back(line, date, after))


def _taken_back(line: str, date: FoundDate, after: FoundDate | None) -> bool:
    lead = line[max(0, date.start - 40) : date.start]
    if _RULED_OUT.search(lead) or _NOW_ANOTHER.search(lead) or _BY_MISTAKE.match(line, date.end):
        return True
    if after is None:
        return False
    between = line[date.end : after.start]
    claimed = _CLAIMED.search(lead) and _BUT_WAS.fullmatch(between)
    mistaken = _STATED.search(lead) and _MISTAKEN.fullmatch(between)
    moved = _ARRANGED.search(lead) and _MOVED.fullmatch(between)
    swapped = _SWAPPED.search(lead) and _FOR.fullmatch(between)
    if mistaken or moved or swapped:
        return True
    return bool(claimed) or any(form.fullmatch(between) for form in (_SAID_BUT, _REPAIRED, _WRONG_WAY))
