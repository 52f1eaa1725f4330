"""A word where it stands in a message, with what leads up to it and what follows."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.understanding.name_words import GENERIC

WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_SENTENCE_ENDS = re.compile(r"(?:(?<!\b[A-Z])\.|[!?\n:;])\s*[\"'(]?\s*$")


@dataclass(frozen=True)
class Place:
    """A word where it stands: folded, with the folded words that lead up to it and the one that follows."""

    word: str
    start: int
    capital: bool
    shouted: bool
    before: str
    after: str
    following: str
    opens_sentence: bool
    after_heading: bool
    after_capital: bool
    next_capital: bool


def words_of(phrase: str) -> list[str]:
    return [match.group().lower() for match in WORD.finditer(phrase)]


def bare_word(word: str) -> str:
    """Without the possessive: "Kayleigh's" is Kayleigh."""
    for tail in ("'s", "’s", "'", "’"):
        word = word.removesuffix(tail)
    return word


def place_of(text: str, folded: str, found: list[re.Match[str]], index: int) -> Place:
    start = found[index].start()
    bare = bare_word(found[index].group())
    end = start + len(bare)
    previous = found[index - 1].group() if index else ""
    following = bare_word(found[index + 1].group()) if index + 1 < len(found) else ""
    after_capital = bool(index) and previous[:1].isupper() and text[found[index - 1].end() : start] == " "
    return Place(
        word=bare.lower(),
        start=start,
        capital=bare[0].isupper(),
        shouted=len(bare) > 1 and bare.isupper(),
        before=folded[max(0, start - 40) : start],
        after=folded[end : end + 30],
        following=following.lower(),
        opens_sentence=not text[:start].strip() or bool(_SENTENCE_ENDS.search(text[max(0, start - 6) : start])),
        after_heading=after_capital and previous.lower() in GENERIC,
        after_capital=after_capital,
        next_capital=following[:1].isupper() and not following.isupper() and text[end : end + 1] == " ",
    )
