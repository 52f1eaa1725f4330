"""Days of which only the person can say which one it was: guessed at, one of two, or told differently by two papers."""

from __future__ import annotations

import re

Span = tuple[int, int]

_PERHAPS = (
    r"(?:(?:it )?(?:might|could|may)(?: well)?(?: (?:of|have|a|be)|'ve)*(?: been)?|maybe|possibly|poss|perhaps"
    r"|potentially|if not|or else|or)"
)
_HEDGE_BEFORE = re.compile(
    r"(?:\b(?:around|round about|roughly|approximately|circa|somewhere near|on or (?:about|around)|or around"
    r"|(?:just|shortly|soon|sometime|some ?time|not long|well|ages|a bit|a while|(?:a )?few days) (?:before|after)"
    r"|(?:might|could|may)(?: well)?(?: of| have|'ve| a) been(?: on)?)"
    r"|(?:^|\b(?:was|is|be|it's|sometime|some time|maybe|think|guess) )about)(?: the)? $"
)
_HEDGE_AFTER = re.compile(r" ?-?ish\b|,? (?:or so|or thereabouts|or something|or around then|give or take)\b")
_ASIDE = r"(?:(?:i think|dunno|not sure|i'm not sure|can't remember|idk|tbh|or so|no)\W+)*"
_EITHER = re.compile(
    rf"(?:\W+{_ASIDE}{_PERHAPS}|,? ?/|\?+,?)"
    r" ?(?:\b(?:maybe|possibly|poss|perhaps|was it|is it|it was|it is|it's|even|else|on|the|it might be|been|be)\b ?)*"
)
_EITHER_OF = re.compile(r"\beither (?:on |it was |was |the )*$")
_LONG_OR = re.compile(r"[^.;!?]{0,40}\bor\b (?:the |on |maybe )*")
_BETWEEN = re.compile(r"\bbetween (?:the )?$")
_ANY_FROM = re.compile(
    r"\b(?:any ?time|any day|one day|some ?day|some ?time|anywhere|somewhere|some point)"
    r"(?: (?:from|in|during|on))?(?: the)? $"
)
_AND = re.compile(r" (?:and|to|until|or|-) (?:the )?")
_TO = re.compile(r" ?(?:to|until|-|or|and) ?(?:the )?")
_WHICH = re.compile(
    r"\W{1,4}(?:but |and |i |i'm |am |honestly |really |just )*(?:one of (?:those|them|the 2)|one or (?:the )?other"
    r"|take your pick|(?:not sure|can't (?:remember|say|recall)|dunno|do ?n.?t know|no idea|could ?n.?t (?:say|tell"
    r" you)|unsure|unclear) which|which(?:ever)? is right|which is it)\b"
)
_SHORT = re.compile(r"[^.;!?]{0,40}")

PAPER = (
    r"(?:letter|e-?mail|diary|notes?|minutes|portal|system|log|form|record|file|report|calendar|text|message|screen"
    r"|printout|paperwork|chronology|invite|mosaic|liquidlogic|lcs|cpoms|myconcern|systmone|emis|rio|copy|header"
    r"|envelope|postmark|website|rota|theirs|hers|his|mine|ours)s?"
)
# "The letter says the 2nd", "mum reckons Tuesday".
_SAYS = re.compile(
    rf"(?:\b{PAPER} (?:\w+ )?(?:says?|said|has|have|had|gives?|gave|shows?|puts?|states?|is)"
    r"|\b(?!i |we |you )\w+ (?:says|reckons|thinks|insists))(?: (?:it|it's|that|was|as|down|on|the|got))* ?$"
)
# "21/7 in the diary", "22/7 on the email".
_ON_PAPER = re.compile(
    r" (?:is |was )?(?:in|on|according to|per|as per|going by|from) (?:the |my |her |his |their |our |its )?"
    rf"(?:\w+ )?{PAPER}\b"
)
# "I wrote 27/8 in the form but my diary says 26/8": the second one stands.
_OWN_SLIP = re.compile(r"\bi(?:'ve|'d| had| have)? (?:said|put|wrote|typed|gave|told you|entered)\b[^.;]*$")


def hedged(line: str, start: int, end: int) -> bool:
    """Whether the words around a day say that it is a guess: "around the 14th", "might have been Tuesday"."""
    return bool(_HEDGE_BEFORE.search(line[max(0, start - 30) : start]) or _HEDGE_AFTER.match(line, end))


def one_of_two(line: str, first: Span, second: Span) -> bool:
    """Whether two neighbouring passages offer a choice ("Monday or Tuesday") or a span ("between ... and ...")."""
    gap, lead = line[first[1] : second[0]], line[max(0, first[0] - 30) : first[0]]
    if _EITHER.fullmatch(gap) or (_EITHER_OF.search(lead) and _LONG_OR.fullmatch(gap)):
        return True
    if (_BETWEEN.search(lead) and _AND.fullmatch(gap)) or (_ANY_FROM.search(lead) and _TO.fullmatch(gap)):
        return True
    return bool(_SHORT.fullmatch(gap) and _WHICH.match(line, second[1]))


def told_differently(line: str, first: Span, second: Span) -> bool:
    """Whether each of two days has a paper or a person of its own: "the letter says the 2nd, the portal the 4th"."""
    near = second[0] - first[1] <= 60 and not _OWN_SLIP.search(line[max(0, first[0] - 30) : first[0]])
    return near and _by_source(line, first) and _by_source(line, second)


def _by_source(line: str, span: Span) -> bool:
    return bool(_SAYS.search(line[max(0, span[0] - 50) : span[0]]) or _ON_PAPER.match(line, span[1]))
