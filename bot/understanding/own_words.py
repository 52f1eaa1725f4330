"""A person's own sentences, sorted by what they are good for in a short script: unsafe, change, means.

What merely tells the other side's decision, or who is writing, is in none of them. Nothing is reworded.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Literal

from bot.understanding.clauses import Passage, clauses, denied, sentences
from bot.understanding.disagreement import is_correction, tells_of_a_decision
from bot.understanding.harm_words import HARM
from bot.understanding.risk_words import ACUTE, STAND_FOR
from bot.understanding.tables import any_of

Part = Literal["unsafe", "change", "means"]
_LONGEST = 260
"""Letters of one part: what is longer can not be said in one breath."""

_ASKED = re.compile(
    r"\b(?:i|we|school|nursery)(?:'ve|'d| have| had| would)? (?:\w+ )?(?:want(?:ed)?|request\w*|recommend\w*"
    r"|ask(?:ed|ing)?(?= for| them| that| mash| the)|need (?:them|a|an|somebody|someone)"
    r"|(?:think|feel) (?:they|he|she|it|there)(?:'s)? (?:should|needs?|ought|must)"
    r"|(?:would )?like (?:them|a|an|it|her|him))\b"
)
_NEEDED = re.compile(
    r"\b(?:he|she|they|this|it|child|children|baby|family|case|mum|somebody|someone|resident|patient)(?:'s)?"
    r" (?:really |clearly |now )?(?:needs?|should|ought|must|has to|have to)\b"
)
_MEANS = any_of(r"""
    (?:he|she|they|it|this|somebody|someone|baby|child|children|mum)(?:'ll| will| could| might| may|'s going to|is
    going to|'re going to| are going to| is likely to| would) (?:\w+
    )?(?:be|get|end|come|go|happen|have|die|lose|hurt|suffer|miss|stop|fall|run|disappear|harm|kill|escalate|continue|not|never|slip|become);
    at risk of; i(?:'m| am) (?:\w+ )?(?:afraid|frightened|scared|worried) (?:that
    )?(?:he|she|they|it|this|somebody|someone)(?:'ll| will|could|might|may); i (?:fear|dread); ends? up; something
    (?:awful|terrible|bad|serious|worse); if nothing (?:is done|happens|changes); on (?:his|her|their)
    (?:development|health|safety|schooling|recovery)
""")
_WORRY = any_of(r"""
    worr(?:y|ied|ies|ying); concern(?:ed|s)?; seen; saw; noticed; found; heard; disclosed?; told
    (?:me|us|a|the|his|her); said (?:that )?(?:mum|dad|he|she|his|her); came (?:in|to); comes? in; bruis\w+;
    marks?; smell\w*; dirty; hungry; thin; losing weight; weight loss; tired; withdrawn; crying; frightened;
    scared; missing; absent; attendance; drunk; drinking; drugs?; left alone; alone; unsafe; not safe; shout\w*;
    injur\w+; hurt; assault\w*; violen\w+; arrested; falls?; fell; sores?; unkempt; not
    (?:eating|washing|taking|been seen|attending); missed; nappy; filthy; mould; self-?neglect\w*;
    hoard\w*; us(?:ing|es) again; relaps\w+; back (?:on|using)
""")
_DISAGREES = re.compile(r"\b(?:disagree|don'?t agree|do not agree|told (?:us|me) (?:today|yesterday)|we were told)\b")
_JOINED = re.compile(r"(?:[ ,:;-]|\b(?:and|but|so)\b)+$")
_HARM = any_of(";".join([*ACUTE.values(), *HARM.values()]), **STAND_FOR)


def for_a_script(words: Sequence[str]) -> Mapping[str, tuple[str, ...]]:
    """The sentences of all that a person has said of a case, newest last, as they were typed."""
    found: dict[Part, list[str]] = {"unsafe": [], "change": [], "means": []}
    for said in words:
        for sentence in map(_without_the_decision, sentences(said)):
            typed = said[sentence.start : sentence.end].strip()
            part = _part(sentence)
            if part and typed not in found[part]:
                found[part].append(typed)
    return {part: _short(lines) for part, lines in found.items()}


def _without_the_decision(sentence: Passage) -> Passage:
    """What a sentence in one breath says before it comes to the decision: "mum is using again, they closed it"."""
    for clause in clauses(sentence):
        if tells_of_a_decision(clause.text):
            before = _JOINED.sub("", sentence.text[: clause.start - sentence.start])
            return Passage(before, sentence.start) if _worries(before) else sentence
    return sentence


def _worries(line: str) -> bool:
    """Whether it tells of harm or worry. "No, she's not hurt" tells of none."""
    found = [match for words in (_HARM, _WORRY) for match in words.finditer(line)]
    return any(not denied(line, match.start()) for match in found)


def _part(sentence: Passage) -> Part | None:
    line = sentence.text
    if line.endswith("?") or is_correction(line) or _DISAGREES.search(line) or len(line) > _LONGEST:
        return None
    if _ASKED.search(line):
        return "change"
    harm = bool(_HARM.search(line))
    if tells_of_a_decision(line) and not harm:
        return None
    if _MEANS.search(line):
        return "means"
    if _worries(line):
        return "unsafe"
    return "change" if _NEEDED.search(line) else None


def _short(lines: Sequence[str]) -> tuple[str, ...]:
    """The newest that can be said in one breath, in the order in which they were told."""
    kept: list[str] = []
    for line in reversed(lines):
        if len(kept) == 2 or sum(map(len, kept)) + len(line) > _LONGEST:
            break
        kept.insert(0, line)
    return tuple(kept)
