"""Days that are told beside what happened: of somebody's leave, of the return from it, of a holiday as a reason."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.understanding.canonical import fold
from bot.understanding.date_reading import BECAUSE
from bot.understanding.dates import FoundDate
from bot.understanding.holidays_named import HOLIDAY_NAMES

_US = r"(?:^|[.,;!?(] ?|\band |\bbut )(?:i|we|i'm|im|we're|i've|ive|i'd)"
_LEAVE = (
    r"(?:on (?:annual |sick |maternity |study |compassionate |my )?(?:leave|holidays?|hols)|off (?:sick|work)"
    r"|on (?:a |my )?(?:rest day|days off|day off|course|training)"
    r"|out of (?:the )?office|a/l)"
)
_AWAY = re.compile(
    rf"(?:{_US}(?: (?:was|were|am|is|been|are|have|had|will be|went))* (?:off(?: ill)?|away|abroad|{_LEAVE})"
    r"|(?:^|[.;!?] ?)(?:been|was) off"
    rf"|(?:^|[.,;!?(] ?)(?:(?:was|been|am|went) )?{_LEAVE})"
    r"(?: with \w+(?: \w+)?)?(?: (?:all|from|since|between|until|till|til|for|the|week|of|on))* $"
)
_WORK = r"(?:(?:my|the|annual|sick) )*(?:shift|duty|work|school|nursery|office|leave|holidays?|hols)"
_OFF = rf"(?: (?:in|at|to|into|from|off|on) {_WORK})"
_ON = r"(?: (?:on|only|again|in))*(?: the)? $"
_CAME = r"(?: (?:only|just|have|had))* ?(?:(?:came|come|got|was|am|been|went) back|(?<=i'm )back|returned)"
_BACK = re.compile(rf"(?:{_US}{_CAME}{_OFF}?|\b(?:back|returned){_OFF}){_ON}")
_THEN_BACK = re.compile(r"(?:,| and|, and) (?:then )?(?:came|got|was|went) back(?: (?:in|to work))?(?: on)?(?: the)? ")
_CARRIED_ON = re.compile(r" ?(?:-|to|until|till|and|&) ?(?:the )?")
_REASON = re.compile(rf"\b{BECAUSE} (?:it being )?(?:the )?$")
_HOLIDAY = re.compile(rf"(?:the )?(?:(?:{HOLIDAY_NAMES})|bank holidays?)")


def of_the_event(text: str, dates: Sequence[FoundDate]) -> tuple[FoundDate, ...]:
    """The dates that may be the day of what happened; that of a return only where no other day is told."""
    line, kept, returns = fold(text), [], []
    beside: FoundDate | None = None
    for one in dates:
        lead, gap = line[max(0, one.start - 60) : one.start], line[beside.end : one.start] if beside else "."
        if _AWAY.search(lead) or _reason(lead, one) or _CARRIED_ON.fullmatch(gap):
            beside = one
        elif _BACK.search(lead) or _THEN_BACK.fullmatch(gap):
            returns.append(one)
        else:
            kept.append(one)
    return tuple(kept if any(one.date for one in kept) else sorted([*kept, *returns], key=lambda one: one.start))


def _reason(lead: str, told: FoundDate) -> bool:
    """ "Cos of Good Friday", but "happy with Friday"."""
    return bool(_REASON.search(lead) and _HOLIDAY.match(fold(told.text)))
