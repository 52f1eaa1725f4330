"""What a practitioner calls a case, so that they can tell it from their others: a few plain words, never a name."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bot.casework.case import Case
from bot.casework.errors import CaseworkError

LONGEST = 40
"""Characters: what still fits on a button."""
_ARTICLE = re.compile(r"^(?:the|a|an|my|our)\s+", re.IGNORECASE)
_FEW_WORDS = 4


def fitting(words: str, others: Iterable[Case]) -> str | None:
    """The label that these words give, None where they give none any more.

    Raises CaseworkError ``label_name`` where something was left out of them because it identifies somebody,
    ``label_long``, or ``label_taken`` where another open case is called the same.
    """
    label = " ".join(words.split())
    if "[" in label:
        raise CaseworkError("label_name")
    if len(label) > LONGEST:
        raise CaseworkError("label_long")
    if any(case.label and plain(case.label) == plain(label) for case in others):
        raise CaseworkError("label_taken")
    return label or None


def named_in(text: str, cases: Iterable[Case]) -> Case | None:
    """The one case whose label stands in this text. One word alone counts only in a message of a few words:
    "the school" is in many messages that are not about the case of that label."""
    said = plain(text)
    few = len(said.split()) <= _FEW_WORDS
    found = [case for case in cases if case.label and _stands_in(plain(case.label), said, few)]
    return found[0] if len(found) == 1 else None


def without(text: str, label: str) -> str:
    """The text less that label: "the Tuesday family" tells of no Tuesday."""
    words = r"\W+".join(map(re.escape, re.findall(r"\w+", _ARTICLE.sub("", label.strip()))))
    return re.sub(rf"(?:\b(?:the|a|an|my|our)\s+)?\b{words}\b", "", text, flags=re.IGNORECASE).strip(" .,:;-–")


def plain(text: str) -> str:
    """A label as it is compared: without its article, capitals and punctuation."""
    return " ".join(re.findall(r"\w+", _ARTICLE.sub("", text.strip()).casefold()))


def _stands_in(label: str, said: str, few: bool) -> bool:
    return bool(label) and f" {label} " in f" {said} " and (few or " " in label)
