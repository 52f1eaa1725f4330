"""Cutting a message into sentences and clauses, each with its place in the text, and whether one is denied."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bot.understanding.canonical import fold

_SENTENCE_END = re.compile(r"(?:(?<!\be\.g)(?<!\bi\.e)(?<!\bmrs)(?<!\bmr)(?<!\bms)(?<!\bdr)\.(?=\s|$|[a-z])|[!?;\n]+)")
_CLAUSE_END = re.compile(
    r"[,:()]| - |\b(?:but|so|because|although|though|however|whereas|while|unless)\b"
    r"|\b(?:and|then)\b(?= (?:i|we|he|she|they|it|nobody|no one|the \w+ (?:said|says|won't|refused))\b)"
)


@dataclass(frozen=True)
class Passage:
    """Folded words of a message and where they begin in it."""

    text: str
    start: int

    @property
    def end(self) -> int:
        return self.start + len(self.text)


def sentences(text: str) -> list[Passage]:
    """The sentences of a message, folded; the letter positions are those of the message."""
    return list(_cut(Passage(fold(text), 0), _SENTENCE_END, keep_mark=True))


def clauses(sentence: Passage) -> list[Passage]:
    return list(_cut(sentence, _CLAUSE_END, keep_mark=False))


def _cut(whole: Passage, mark: re.Pattern[str], *, keep_mark: bool) -> Iterator[Passage]:
    begin = 0
    for match in [*mark.finditer(whole.text), None]:
        end = len(whole.text) if match is None else match.end() if keep_mark else match.start()
        part = whole.text[begin:end]
        if part.strip():
            lead = len(part) - len(part.lstrip())
            yield Passage(part.strip(), whole.start + begin + lead)
        begin = end if match is None or keep_mark else match.end()


def any_of(*phrases: str) -> re.Pattern[str]:
    """One pattern for a table of phrases: whole words; a blank stands for any white space."""
    joined = "|".join(phrase.replace(" ", r"\s+") for phrase in phrases)
    return re.compile(rf"(?<![a-z0-9])(?:{joined})(?![a-z0-9])")


NEGATION = any_of(
    "not", "no", "never", "none", "nobody", "no one", "neither", "nor", "without", "hardly", "cannot", "dont", "don't",
    r"(?:is|are|was|were|has|have|had|do|does|did|wo|ca|could|would|should)n'?t", "aint", "ain't", "yet to",
    "rather than", "instead of", "no longer", "stopped being", "came off", "come off", "off",
)  # fmt: skip


def denied(text: str, position: int, reach: int = 40) -> bool:
    """Whether a word at `position` stands under a negation that precedes it closely."""
    return bool(NEGATION.search(text[max(0, position - reach) : position]))


def found(patterns: Iterable[re.Pattern[str]], text: str) -> bool:
    return any(pattern.search(text) for pattern in patterns)
