"""Cutting a message into sentences and clauses, each with its place in the text, and whether one is denied."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from bot.understanding.canonical import fold
from bot.understanding.tables import any_of

_SENTENCE_END = re.compile(r"(?:(?<!\be\.g)(?<!\bi\.e)(?<!\bmrs)(?<!\bmr)(?<!\bms)(?<!\bdr)\.(?=\s|$|[a-z])|[!?;\n]+)")
_CLAUSE_END = re.compile(
    r"[,:()]| - |\b(?:but|so|because|although|though|however|whereas|while|unless)\b"
    r"|\b(?:and|then)\b(?= (?:i|we|he|she|they|it|nobody|no one|the \w+ (?:said|says|won't|refused)"
    r"|(?:the )?(?:sw|csc|mash|social (?:care|workers?|services)))\b)"
)


@dataclass(frozen=True)
class Passage:
    """Folded words of a message and where they begin in it."""

    text: str
    start: int

    @property
    def end(self) -> int:
        return self.start + len(self.text)


@lru_cache(maxsize=4)
def sentences(text: str) -> tuple[Passage, ...]:
    """The sentences of a message, folded; the letter positions are those of the message. Every reader asks for them."""
    return tuple(_cut(Passage(fold(text), 0), _SENTENCE_END, keep_mark=True))


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


NEGATION = any_of(r"""
    not; no; never; none; nobody; no one; neither; nor; without; hardly; cannot; dont; don't; (?:is|are|was|
    were|has|have|had|do|does|did|wo|ca|could|would|should)n'?t; aint; ain't; yet to; rather than; instead of;
    no longer; stopped being; came off; come off; off
""")


def denied(text: str, position: int, reach: int = 40) -> bool:
    """Whether a word at `position` stands under a negation that precedes it closely."""
    lead = re.split(r"[,.;:]|\bbut\b", text[max(0, position - reach) : position])[-1]
    return bool(NEGATION.search(lead))
