"""One spelling for each word, and the way back to the text as it was typed.

Tired people write "Tues", "wensday" and "yday". Readers of dates want one spelling each, but whoever
shows or masks a passage needs its place in the original. `Canonical` holds both.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

_TENS_AND_UNITS = (
    r"(?:twenty|thirty)[ -](?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)(?!\w)"
    r"|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)[ -]"
    r"(?:one|two|three|four|five|six|seven|eight|nine)(?!\w)"
)
_TOKEN = re.compile(rf"{_TENS_AND_UNITS}|b4(?!\w)|y'day(?!\w)|[^\W\d_]+|\s+|.", re.IGNORECASE | re.DOTALL)
_PLAIN = str.maketrans({"’": "'", "‘": "'", "`": "'", "´": "'", "–": "-", "—": "-", "‑": "-", "\u00a0": " "})


def fold(text: str) -> str:
    """Lower case with straight quotes and dashes, letter for letter: positions stay the same."""
    plain = text.translate(_PLAIN)
    lowered = plain.lower()
    if len(lowered) == len(plain):
        return lowered
    return "".join(low if len(low := letter.lower()) == 1 else letter for letter in plain)


@dataclass(frozen=True)
class Canonical:
    """`text` is canonical; each of its letters remembers where it began and ended in the original."""

    text: str
    original: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The passage of the original that a passage of `text` stands for."""
        return self.starts[start], self.ends[end - 1]


def canonical(original: str, spell: Callable[[str], str]) -> Canonical:
    """Fold, squeeze white space to one blank, and give every word the spelling that `spell` returns."""
    folded = fold(original)
    spelling: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for token in _TOKEN.finditer(folded):
        word = token.group()
        spelled = " " if word.isspace() else spell(word) if word[0].isalpha() else word
        spelling.append(spelled)
        start, end = token.span()
        starts += range(start, end) if spelled == word else [start] * len(spelled)
        ends += range(start + 1, end + 1) if spelled == word else [end] * len(spelled)
    return Canonical("".join(spelling), original, tuple(starts), tuple(ends))
