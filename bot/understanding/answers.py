"""Short answers: yes, no or unsure in the light of what was asked, and which item of a list was picked.

About risk every doubt counts as "unsure" (the careful branch): mixed answers, hedged noes, "at school till 3".
"""

from __future__ import annotations

import re
from typing import Literal

from bot.understanding.canonical import fold
from bot.understanding.tables import any_of

Answer = Literal["yes", "no", "unsure"]
RISK_QUESTIONS = frozenset({"risk", "risk_with", "risk_hurt", "risk_seen"})
LIST_QUESTIONS = frozenset({"policy", "person", "category", "tried", "tried_outcome"})

_YES = any_of(r"""
    y; ye; yes; yess+; yse; yea; yeah; yeh; yep; yup; yh; aye; yer; correct; that's right; thats right; sure;
    ok; okay; okey; definitely; definately; absolutely; of course; certainly; indeed; please do; exactly; i
    do; i have; we have; go on; (?:she|he|it|there|they) (?:is|are|does|do|has|have)(?=\W*$); true; tak; ydy
""")
_NO = any_of(r"""
    n; no; noo+; nope; nah; na; naw; never; not yet; not now; not right now; not at the moment; not at
    present; not currently; not today; not immediately; negative; none; i haven'?t; we haven'?t; i don'?t; she
    isn'?t; he isn'?t; they aren'?t; it isn'?t; she'?s not; he'?s not; they'?re not; it'?s not; nobody is; no
    one is; nothing; nobody; there isn'?t; wrong; incorrect; not in (?:any )?(?:immediate )?danger; nie
""")
_UNSURE = any_of(r"""
    unsure; not (?:really |entirely |quite |100% |totally |completely )?(?:sure|certain); no idea; no clue;
    dunno; dont know; don't know; donno; idk; do not know; didn'?t know; maybe; mabye; might; might be; may
    be; possibly; perhaps; potentially; hard to (?:say|tell|know); difficult to (?:say|tell|know); can'?t
    (?:say|tell|be sure|be certain); couldn'?t (?:say|tell); cannot (?:say|tell); impossible to (?:say|tell);
    depends; who knows; nobody knows; no one knows; yes and no; unclear; not clear; i don'?t think so; dont
    think so; probably; i guess; i suppose; not that i know of; as far as i know; afaik; not as far as; i hope
    not; hopefully; 50/50; sort of; kind of; kinda; wish i knew; could be; can't rule (?:it|that) out; not
    really; haven'?t seen; not seen; i wonder; unknown
""")
_THINKS_SO = any_of(r"""
    i think so; think so; i believe so; i'd say so; i would say so; probably yes; looks like it; most likely;
    very likely; i fear so; afraid so
""")
# Somebody has to be said to be safe: "the weather is fine" says nothing of anybody.
_WHO = r"(?:she|he|they|it|everyone|everybody|all|both|(?:the |my )?(?:child|children|baby|kids?|girl|boy|mum))"
_SAFE = any_of(rf"""
    {_WHO}(?:'s|'re|s| is| are)? (?:(?:all|both|quite|perfectly|now|currently|totally) )*(?:safe|fine|ok|okay);
    ^(?:all |quite |perfectly )?(?:safe|fine|ok|okay)(?: now| today| thanks?)?\W*$; not in danger; no danger;
    not in immediate danger; out of danger; no immediate (?:risk|danger)
""")
# A no has to open the answer and be its own: "no one has seen her" and "mum says no" deny no danger.
_PLAIN_NO = re.compile(
    r"(?:n|no+|nope|nah|na|naw|nie|negative|never|none|nothing|nobody|no one"
    r"|not (?:yet|now|right now|at the moment|at present|currently|today|immediately))(?=\W*$|[,.;:!-])"
    r"|not in (?:any |immediate )*danger\b"
    rf"|(?:no+|nope|nah|na|naw|nie) (?=(?:not|nothing|nobody|no one|i|we|{_WHO}s?|there|the|dad|don'?t|but|though"
    r"|only)\b|thank|danger|immediate)"
    r"|not (?:yet|now|right now|at the moment|at present|currently|today|immediately)\b"
    r"|(?:no one|nobody)(?:'?s| is)? (?:currently |now )?(?:in (?:any |immediate )*danger|hurt|injured|at risk)"
    r"|(?:there is|there's|theres) no (?:immediate )?(?:danger|risk)|there isn'?t(?=\W*$|[,.;])"
    r"|(?:she|he|they|it)(?:'s| is|'re| are)? ?(?:not|isn'?t|aren'?t)"
    r"(?: in (?:any |immediate )*danger| at risk| hurt)?(?=\W*$|[,.;])"
)
_UNSAFE = any_of(r"""
    not safe; isn'?t safe; unsafe; in danger; at risk; not ok; not okay; isn'?t ok; not fine; still there with
    him; hurt; hurting; injured; bleeding; bruis\w+; scared; terrified; worse; hitting; hit
""")
# Where somebody is tells nothing of where they will be tonight.
_SOMEWHERE = any_of(
    "(?:at|in) (?:school|nursery|college|hospital|home|work|his|her); with (?:my|his|her|the|nan|gran|mum|dad|a)"
)
_BUT = any_of(r"""
    but; although; though; however; well; except; until; till; only; yet again; for now; at least
""")

_FILLER = re.compile(r"^(?:(?:well|oh|erm?|um+|so|hmm+|ah|sorry|hi|ok so)[,. ]+)+")
_WHOLE = re.compile(
    rf"\W*(?:(?:{_YES.pattern}|{_NO.pattern}|{_UNSURE.pattern}|{_THINKS_SO.pattern}|please|thanks|thank you"
    rf"|sorry)\W*)+"
)

_ORDINALS = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "1st": 1,
    "2nd": 2,
    "3rd": 3,
    "4th": 4,
    "5th": 5,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "top": 1,
}
_ORDINAL = re.compile(
    rf"(?:the |number |option |no\.? ?|answer |choice |#)*({'|'.join(_ORDINALS)})(?: one| option| please|"
    rf" of those| on the list)*\W*"
)
_NONE_OF_THEM = re.compile(r"(?:neither|none)(?: of (?:these|those|them|the above))?\W*|something else\W*|other\W*")
_DIGIT = re.compile(r"(?:the |number |option |no\.? ?|answer |choice |its |it's |#|\()*([1-9])(?: please)?\W*")
_LETTER = re.compile(r"(?:option |answer |\()?([a-f])\W*")


_SAME = re.compile(
    r"(?:(?:no|nope|ok|well|morning|hi|hello|still)\b[,.! ]*)*"
    r"(?:no (?:real )?changes?|nothing(?:'s| is| has)? (?:new|different|chang(?:ed|es))|nothing new"
    r"|(?:it'?s |all |still |everything'?s )*(?:the same|unchanged)|same as (?:before|last time|yesterday)|as before"
    r"|not chang(?:ed|ing)|has ?n'?t changed)(?: (?:here|there|really|today|since|at all|sorry|thanks))*\W*"
)


def says_the_same(text: str) -> bool:
    """Whether "has anything changed?" is answered with no."""
    return bool(_SAME.fullmatch(re.sub(r"\s+", " ", fold(text)).strip()))


def answer(text: str, asked: str | None) -> Answer | None:
    """A yes or no has to open the message; without a question it has to be the whole of it."""
    line = re.sub(r"\s+", " ", fold(text)).strip()
    if asked in RISK_QUESTIONS:
        return _about_risk(line, asked)
    if asked is None and (len(line) > 60 or not _WHOLE.fullmatch(line)):
        return None
    if _UNSURE.search(line) or _THINKS_SO.search(line) or re.fullmatch(r"\?+", line):
        return "unsure"
    if line.startswith(("👍", "✅", "✔")):
        return "yes"
    opening = _FILLER.sub("", line)
    if _YES.match(opening):
        return "yes"
    return "no" if _NO.match(opening) else None


# "Ok thanks, going home" takes leave, and says no yes to being asked whether somebody is in danger.
_POLITE = re.compile(r"^(?:(?:ok|okay|okey|right|great|lovely)\b[,.! ]*)?(?:thanks?(?: you)?|cheers|ta)\b[,.! ]*")


def _about_risk(line: str, asked: str | None) -> Answer | None:
    line = _POLITE.sub("", line)
    if _UNSURE.search(line) or re.fullmatch(r"\?+", line):
        return "unsure"
    if _THINKS_SO.search(line):
        return "unsure" if asked == "risk_seen" else "yes"
    unsafe = _UNSAFE.search(_without_denials(line))
    safe = _SAFE.search(line) and not _UNSAFE.search(line)
    yes, no = _opens_with(_YES, line), bool(_PLAIN_NO.match(_FILLER.sub("", line)))
    if asked == "risk_seen":
        return _single(yes, no)
    if yes:
        return "unsure" if no or (safe and not re.fullmatch(r"(?:ok|okay)\W*", line)) else "yes"
    if no:
        return "unsure" if unsafe or _doubt_follows(line) else "no"
    if unsafe:
        return "yes"
    if safe:
        return "unsure" if _BUT.search(line) else "no"
    return "unsure" if _SOMEWHERE.search(line) else None


def _single(yes: bool, no: bool) -> Answer | None:
    return "unsure" if yes and no else "yes" if yes else "no" if no else None


_DENIED_HARM = re.compile(
    r"\b(?:not|no|no one(?:'s| is)?|nobody(?:'s| is)?|isn'?t|never)(?: \w+){0,2} (?:hurt|injured|bleeding"
    r"|in(?: immediate)? danger|at risk|at immediate risk|hitting|hit|scared)\b"
)


_OWN_FEAR = re.compile(r"\bi(?:'?m| am) (?:\w+ )?(?:scared|terrified|afraid)\b")


def _without_denials(line: str) -> str:
    """ "Not hurt", "no one's hurt", "I'm scared to challenge him" do not say that somebody is in danger."""
    return _OWN_FEAR.sub(" ", _DENIED_HARM.sub(" ", line))


def _doubt_follows(line: str) -> bool:
    """A no with a "but": "no but he is due back tonight"."""
    return bool(re.search(r"\b(?:but|although|though|however|except|until|till|yet though|well)\b", line))


def _opens_with(pattern: re.Pattern[str], line: str) -> bool:
    match = pattern.search(line)
    return bool(match and match.start() <= 25)


def choice(text: str, asked: str | None) -> int | None:
    """The number of the item that was picked from a list, counted from 1; "the last one" is -1."""
    if asked not in LIST_QUESTIONS:
        return None
    line = re.sub(r"\s+", " ", fold(text)).strip()
    if asked == "category" and _NONE_OF_THEM.fullmatch(line):
        return -1  # something else
    if match := _DIGIT.fullmatch(line):
        return int(match[1])
    if match := _ORDINAL.fullmatch(line):
        return _ORDINALS[match[1]]
    if match := _LETTER.fullmatch(line):
        return "abcdef".index(match[1]) + 1
    return -1 if re.fullmatch(r"(?:the )?(?:last|bottom)(?: one| option)?\W*", line) else None
