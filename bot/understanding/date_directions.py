"""Which side of today a date is meant on, from the words of its own clause before and after it."""

from __future__ import annotations

import re

from bot.understanding.date_reading import BECAUSE, DAY_PART, MOVED, SURE_WEEKDAY, Direction
from bot.understanding.date_words import DONE
from bot.understanding.holidays_named import HOLIDAY_NAMES
from bot.understanding.tables import any_of

# Words before a date that turn it to the future, and words that turn it back.
_AHEAD = any_of(r"""
    until; due; next; will; won't; (?:he|she|they|we|it|i)'ll; going to; gonna; (?:is|be|are) back; \w+'s back;
    coming; booked; scheduled; planned; set for; agreed to give; extend(?:ed)?; starts; closes on; expires; runs
    out; (?:breaks?|break) up; gets? out; comes? (?:out|home|back); (?:review|hearing|court|panel|core
    group|appointment|scan|tribunal|trial|interview|assessment) is; back (?:to|in) (?:court|work); needed (?:by|
    before); before (?:contact|discharge|she goes|he goes|they go); meeting is; conference is; (?:goes|go| going)
    (?:home|back); home on; returns; leaves; must be; needs? to be; (?:is|are|being|he's|she's|they're)
    (?:discharged|released|returning|moving|leaving|flying); deadline; (?:is|are|he's|she's|they're|i'm) to be
""")
# A word that somebody has given and has still to keep.
_PLEDGED = any_of(
    r"""
    undertak(?:en|es|ing) to; undertook to; commit(?:s|ted) to; pledge[sd]? to; promises;
    (?:has|have|he's|she's|they've|been) promised; must <act>; (?:has|have|got) to <act>;
    (?:they're|she's|he's|is|are) to <act>
    """,
    act="(?:reply|respond|write|answer|ring|call|come back|get back|decide|give|send|tell|let|review|meet|visit|be)",
)
_OVERDUE = any_of(r"""
    should(?:'ve| have); supposed to; meant to; (?:was|were) (?:to|due); promised; had until; would have;
    said (?:they|he|she)(?: would|'d); was (?:booked|scheduled|planned|set); last; ago; previous; didn't;
    (?:was|were) (?:off|away|abroad|on (?:\w+ )?leave|on holiday|in hospital)
""")
# Of a clause that tells what was done its own verb decides: "due to go home tomorrow, refused on Tuesday".
_DONE = any_of(DONE)
# "By Friday" and "by the end of Friday", not "by phone on Friday".
_BY = re.compile(
    r"(?:\bby(?: (?:the|next|this|around|about|on|of|end|start|close|close of play|cop|noon|midday|lunchtime|latest"
    r"|no later than|\d{1,2}(?:[:.]\d\d)? ?(?:am|pm)?))*|\b(?:no|not) later than(?: the)?|\bon or before(?: the)?"
    r"|\b(?:the )?(?:earliest|soonest|latest)(?: (?:appointment|date|slot|they can do|is|it can be|will be|on))*"
    r"(?: the)?) ?$"
)
# "The meeting, which is on the 20th": said so of what is still to come.
_IS_ON = re.compile(r"(?:\bis|'s) (?:now |still )?(?:on|for)(?: the)? ?$")
# "They said last night that they won't come until Monday": what comes before it tells of another time.
_UNTIL = re.compile(r"(?<!had )(?<!have )\buntil(?: (?:the|next))? ?$")
_LASTED = re.compile(r"\b(?:had|was|were|did|didn't|gave|lasted|stayed)\b[^,]*$")
_JOINT = re.compile(r",| then | and (?=i|we|they|he|she|it|social|mash|the|no)| but ")

# A day that was offered or fixed: "they've given us the 8th", "we said Friday".
_OFFERED = re.compile(
    r"\b(?:say|says|said|saying|gave|given|giving|offers?|offered|offering|proposed?|suggest(?:s|ed)|fixed|quoted"
    r"|settled on|looking at|aiming for|going for|pencilled in|put (?:us|me|it) down for)"
    r"(?: (?:me|us|her|him|them|mum|it's|it is|it'll be|for))*(?: the)? $"
)
_MOVED_TO = re.compile(rf"\b{MOVED}(?: it| that| the \w+)?(?: from .{{1,25}}?)? (?:to|until|till|for)(?: the)? $")
_WE_SAID = re.compile(
    r"\bwe(?:'ve| have|'d| had)? (?:said|settled on|fixed|gone for)(?: the)? $"
    r"|(?:'ve|'s|\bhave|\bhas|\bbeen) (?:given|offered)(?: me| us| her| him| them)?(?: the)? $"
)
# What an offered day is for, or why it is no sooner.
_REASON = re.compile(
    rf"(?:,| -|\.\.+|\()? ?(?:{BECAUSE}|for) (?:it's |there's )?(?:the |a |an |her |his |their |our |my |this |that )*"
    rf"(?:{HOLIDAY_NAMES}|bank holidays?|holidays?|weekend|leave|review"
    r"|reply|response|answer|decision|visit|meeting|conference|assessment|strat\w*|appointment|hearing|panel|outcome"
    r"|core group|call|home visit|new year|christmas|easter|half term)"
)
_IS = r"(?:(?:is|'s|,? ?that's|,? ?thats|,? ?it's|as|being) ?)"
# Words after a date that only fit one that is still to come.
_STILL_TO_COME = re.compile(
    rf"{DAY_PART}(?: (?:at )?\d{{1,2}}(?:[:.]\d\d)?(?: ?[ap]m)?)?,? ?\(?(?:"
    r"(?:at )?(?:the )?(?:very )?latest\b(?! (?:one|news|update|decision|email|letter))"
    rf"|{_IS}(?:the |their |her |his )?(?:earliest|soonest) (?:they|she|he|that|anyone|it)\b"
    rf"|{_IS}(?:the |our |her |his |their )?(?:deadline|cut-?off|target|limit)\b"
    rf"|{_IS}(?:the |our )?(?:date|day|one|what|deadline) (?:that )?(?:we|they|she|he|i|i've|we've|they've|she's|he's"
    r"|the \w+(?: \w+)?)(?:'s)?(?: have| has| had| both| all)* (?:agreed|settled|fixed|set|promised|committed"
    r"|given (?:me|us|them))\b"
    rf"|{_IS}what (?:he's|she's|they're|they are) (?:saying|offering|proposing)\b"
    rf"|{_IS}(?:the |our |a )?(?:new )?(?:date|day|deadline) for (?:(?:their|her|his|the|a|an|our|my) )?(?:\w+ )?"
    r"(?:reply|response|answer|decision|visit|meeting|conference|assessment|review|call|outcome|panel)\b"
    r"|(?:,? ?(?:is|'s|that's) when )?(?:she|he|they|we|it)(?:'ll| will) (?:be|have|ring|call|come|decide|let|tell"
    r"|get|reply|respond|answer|write|visit|review|meet|look|send|see)\b"
    r"|[,.]? ?(?:is|'s|that's|thats) when (?:\w+ ){0,3}?"
    r"(?:\w+'ll|will|shell|theyll|hell|owes?|(?:she|he|it)'s|they're|(?:is|are) (?:going|due))\b)"
)
_SOONEST = re.compile(r"[^.;!?]{0,40}\b(?:earliest|soonest|first (?:slot|date|appointment|available))\b")
# "... and nobody turned up", "... which came and went": the day has passed.
_NOT_KEPT = re.compile(
    r"[^?]{0,60}\b(?:didn't|hasn't|haven't|wasn't|weren't|never|nobody|no one|no-one|cancelled|came and went"
    r"|been and gone|(?:has|have|that's) gone|passed|still (?:no|not|waiting)|turned up|they said no"
    rf"|already|(?:it's|it is|today's|today is) (?:now )?(?:{SURE_WEEKDAY}))\b"
)
_THAT = re.compile(r" (?:that|they|she|he|it|we|i)\b")


def direction(line: str, start: int, end: int, prefer: Direction) -> Direction:
    """Which side a date that stands from `start` to `end` is meant on; `prefer` where its clause does not say."""
    lead = re.split(r"[.;!?\x00]|, but|\bbut\b", line[max(0, start - 70) : start])[-1]
    own = _JOINT.split(lead)[-1]
    if _fixed_ahead(line, own, end) or (_UNTIL.search(lead) and not _LASTED.search(lead)):
        return "future"
    pledged = bool(_PLEDGED.search(own)) and not _NOT_KEPT.match(line, end)
    by = bool(_BY.search(lead) or _IS_ON.search(lead)) or pledged
    overdue = _OVERDUE.search(_PLEDGED.sub(" ", lead) if pledged else lead)
    if overdue or (_DONE.search(own) and not (by or _AHEAD.search(own))):
        return "past"
    return "future" if by or _AHEAD.search(lead) else prefer


def _fixed_ahead(line: str, own: str, end: int) -> bool:
    """Whether the day was fixed for something that is still to happen."""
    if _NOT_KEPT.match(line, end):
        return False
    if _MOVED_TO.search(own):
        return True
    if offered := _OFFERED.search(own):
        beyond = bool(_REASON.match(line, end) or _STILL_TO_COME.match(line, end) or _SOONEST.match(line, end))
        own_word = bool(_WE_SAID.search(own)) and not _THAT.match(line, end)
        return (beyond or own_word) and not _DONE.search(own[: offered.start()])
    told = _DONE.search(own) or _OVERDUE.search(own)
    return bool(_STILL_TO_COME.match(line, end)) and not told
