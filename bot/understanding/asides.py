"""Short questions that people ask beside their case: what a word of the field means, whether consent is needed.

Only a short message that asks for one thing is understood here; whatever tells of a case is left to the others.
"""

from __future__ import annotations

import re

from bot.understanding.canonical import fold
from bot.understanding.tables import any_of

LONGEST = 14
"""Words. A longer message tells something as well."""

_TERMS = {
    "strategy_meeting": r"strat(?:egy)? (?:meetings?|discussions?); strat",
    "lado": "lado; (?:local authority )?designated officer",
    "dsl": "dsl; (?:designated )?safeguarding lead; named (?:professional|nurse); designated professional",
    "child_in_need": r"cin; cin plan; child in need; child in need plan; section 17; s\s*17",
    "protection_plan": "cp; cp plan; cpp; child protection plan; protection plan",
    "conference": "icpc; rcpc; child protection conference; initial conference; case conference",
    "section_47": r"(?:section|s)\s*47(?: enquir\w+)?",
    "section_42": r"(?:section|s)\s*42(?: enquir\w+)?",
    "front_door": "mash; front door; family connect; multi-?agency safeguarding hub",
    "nfa": "nfa; no further action",
    "early_help": "early help; tac; team around the (?:child|family)",
    "reviewing_officer": "iro; independent reviewing officer",
    "out_of_hours": "edt; emergency duty team; out of hours team",
    "partnership": "twsp; gscp; cpscp; lscp; wsp; lscb; wscb; (?:safeguarding )?(?:partnership|board)",
    "resolution_panel": "resolution panel; panel",
}
_MATTERS = {
    "consent": r"""
        (?:do|will|would|should|don'?t) (?:i|we|they) (?:need|require|have to (?:get|have|ask))(?: \w+){0,5} consent;
        (?:is|isn'?t) (?:\w+ ){0,3}consent (?:needed|required|necessary); without (?:[\w']+ ){0,2}consent;
        what (?:about|if)(?: [\w']+){0,6} consent; need(?: \w+){0,4} permission
    """,
    "anonymous": r"(?:be|stay|remain|keep me|(?:do|raise|report) (?:it|this)) anonymous(?:ly)?",
    "confidential": r"""
        (?:is|are) (?:this|it|that|you|our chat|what i (?:say|type|tell you)) (?:all )?(?:confidential|private|secure);
        who (?:can |will |gets to |else )*(?:sees?|reads?) (?:this|it|what i \w+)
    """,
    "parents_told": r"""
        (?:will|do|would|should|can) (?:the |her |his |their )?(?:parents?|mum|dad|family|mother|father)(?: \w+){0,3}
        (?:find out|know|be told|get told|hear|see (?:it|this));
        (?:tell|inform) (?:the |her |his )?(?:parents?|mum|dad|family)
    """,
    "robot": r"are you (?:an? )?(?:real )?(?:robot|bot|human|person|ai|machine|computer|real); am i talking to an? \w+",
    "police": r"(?:can|should|could) (?:i|we) (?:just |also |not |still )*(?:ring|call|phone|go to|tell) the police",
    "who_decides": (
        r"who (?:decides|settles it|makes the (?:final |last )?decision|has the (?:final|last) (?:say|word))"
        r"(?: it| this)?(?: in the end| at the end| finally| then| if (?:we|they|nobody|no one) [\w']+ [\w']+)?\s*\??$"
    ),
    "how_many_stages": "how many (?:stages|steps|levels)",
    "skip": (
        r"(?:can|could|may|should|am|are) (?:i|we) (?:just |allowed to |able to )*"
        r"(?:skip|jump|miss out|leave out|bypass|go (?:straight|directly|over))(?: \w+){0,6} "
        r"(?:stages?|steps?|levels?|chair|board|partnership|top|director|end|panel|\d)"
    ),
    "away": (
        r"(?:^|\b(?:my|our) )(?:line )?(?:manager|supervisor|safeguarding lead|lead|dsl|head|boss|matron)"
        r"(?:'s| is)? ?(?:isn'?t (?:in|here|around)|(?:now |currently |all week )*(?:off\b|away|on holiday"
        r"|not (?:in|here)|on (?:(?:annual|sick|maternity|long[- ]term sick) )?leave))"
    ),
    "adults": r"""
        (?:is it|is this|does (?:it|this)|do you)(?: \w+){0,4} (?:adults?|over[ -]18s?);
        (?:same|different) (?:for|with) (?:an )?adults?
    """,
}
MATTERS = frozenset({*_TERMS, *_MATTERS})
"""All that can be asked, by name."""
_STATED = frozenset({"away"})
"""What need not be put as a question."""
_FIRST = re.compile(r"^(?:(?:ok|okay|so|and|sorry|hi|hello|please|also|but|um|quick question|just wondering) )*")
_ASKS_FOR = (
    r"(?:what(?:'?s| is| are| does| do)?|who(?:'?s| is| are)?|explain|define|meaning of|tell me (?:about|what)) "
    r"(?:(?:is|are) )?(?:(?:an?|the|our|my|that) )?"
)
_AFTER = r"(?: (?:mean|stand for|is|are|again|please|exactly|even|anyway|do|does))*"
_NEED = re.compile(r"^(?:don'?t|need|without)\b")
_ASKS_SOMETHING = re.compile(
    r"\?$|^(?:what|who|whom|whose|why|how|when|where|which)\b"
    r"|^(?:is|are|am|do|does|can|could|should|shall|may|will|would|have|has) "
    r"(?:i|we|you|they|she|he|it|this|that|there|the|my|her|his|their|consent)\b"
)
_NAMED = {name: any_of(table) for name, table in _TERMS.items()}
_MEANT = {name: any_of(table) for name, table in _MATTERS.items()}
_TERM = {name: re.compile(f"{_ASKS_FOR}{named.pattern}{_AFTER}|{named.pattern}") for name, named in _NAMED.items()}


def asks_something(text: str) -> bool:
    """Whether the words are a question."""
    return bool(_ASKS_SOMETHING.search(_line(text)))


def asked_aside(text: str) -> str | None:
    """The name of what is asked beside the case, or None."""
    line = _line(text)
    if not line or len(line.split()) > LONGEST:
        return None
    bare = line.rstrip(" ?.!")
    for name, term in _TERM.items():
        if term.fullmatch(bare) and (line.endswith("?") or not _NAMED[name].fullmatch(bare)):
            return name
    asks = asks_something(text) or _NEED.match(line)
    return next((name for name, meant in _MEANT.items() if (asks or name in _STATED) and meant.search(line)), None)


def _line(text: str) -> str:
    return _FIRST.sub("", " ".join(fold(text).replace(",", " ").split()))
