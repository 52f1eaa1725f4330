"""What the disagreement is about, and what the other side did: refused, kept silent, agreed, or not."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from bot.understanding.canonical import fold
from bot.understanding.clauses import clauses, sentences
from bot.understanding.disagreement_words import (
    CATEGORIES,
    CORRECTION,
    NO_ANSWER,
    NOT_SETTLED,
    NOT_URGENT,
    NOT_YET,
    REFUSED,
    SETTLED,
    URGENT,
    WAITING,
)

# "That's wrong" corrects what was understood; "we think that's wrong" speaks of the other side.
_WRONG = re.compile(r"\W*(?:no,? |sorry,? )*(?:that|it)'?s (?:not right|wrong)")

Result = Literal["unresolved", "waiting", "resolved"]


@dataclass(frozen=True)
class OtherSide:
    """What the other side is said to have done."""

    refused: bool = False
    no_answer: bool = False
    unresolved: bool = False
    resolved: bool = False


def categories(text: str) -> dict[str, float]:
    """Hints by words, from 0 to 1; several areas may hold at once. A trained classifier weighs in beside them."""
    line = fold(text)
    scores: dict[str, float] = {}
    for area, rows in CATEGORIES.items():
        score = sum(weight * len({match.group() for match in pattern.finditer(line)}) for weight, pattern in rows)
        if score:
            scores[area] = min(1.0, round(score, 2))
    return scores


def other_side(text: str) -> OtherSide:
    """Read clause by clause, so that "not resolved" and "they refused at first but have agreed now" come out right."""
    seen = OtherSide()
    for sentence in sentences(text):
        for clause in clauses(sentence):
            seen = _joined(seen, _one(clause.text))
    return seen if not (seen.resolved and seen.unresolved) else _last_word(text, seen)


def outcome_of(text: str) -> Result | None:
    """What came of a contact, from the words after it: the first thing that is said."""
    for sentence in sentences(text):
        for clause in clauses(sentence):
            side = _one(clause.text)
            if side.no_answer:
                return "waiting"
            if side.unresolved or side.refused:
                return "unresolved"
            if side.resolved:
                return "resolved"
    return None


def is_correction(text: str) -> bool:
    line = fold(text)
    return bool(CORRECTION.search(line) or _WRONG.match(line))


def urgent(text: str) -> bool | None:
    """Whether the matter is called urgent, or not urgent; of a question neither."""
    line = fold(text)
    if line.rstrip().endswith("?"):
        return None
    return False if NOT_URGENT.search(line) else True if URGENT.search(line) else None


def waits(text: str) -> bool:
    """Whether an answer is still to come: not yes, not no, and not silence either."""
    return bool(WAITING.search(fold(text)))


def tells_of_a_decision(sentence: str) -> bool:
    """Whether a sentence says what the other side decided, did or left undone."""
    side = other_side(sentence)
    return side.refused or side.no_answer or bool(categories(sentence))


def _one(clause: str) -> OtherSide:
    not_settled = bool(NOT_SETTLED.search(clause))
    settled = False
    if not not_settled and (match := SETTLED.search(clause)):
        settled = not NOT_YET.search(clause[: match.start()])
    refused = bool(REFUSED.search(clause)) and not settled
    no_answer = bool(NO_ANSWER.search(clause))
    return OtherSide(refused, no_answer, not_settled, settled)


def _joined(one: OtherSide, two: OtherSide) -> OtherSide:
    return OtherSide(
        one.refused or two.refused, one.no_answer or two.no_answer,
        one.unresolved or two.unresolved, one.resolved or two.resolved,
    )  # fmt: skip


def _last_word(text: str, seen: OtherSide) -> OtherSide:
    """Both were said: the later one stands ("they refused, but it's sorted now")."""
    later = seen
    for sentence in sentences(text):
        for clause in clauses(sentence):
            one = _one(clause.text)
            if one.resolved or one.unresolved:
                later = OtherSide(seen.refused, seen.no_answer, one.unresolved, one.resolved)
    return later
