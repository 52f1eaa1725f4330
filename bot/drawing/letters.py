"""How wide words are, and where their lines break. No font file is needed, so a drawing comes out alike everywhere.

The widths are those of Arial, which Helvetica and Liberation Sans share, in thousandths of the letter size.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

INK, QUIET, BRAND, ALARM, PAPER = "#0b0c0c", "#4b5755", "#1d5c57", "#b8160c", "#ffffff"
NBSP = "\N{NO-BREAK SPACE}"


@dataclass(frozen=True, slots=True)
class Style:
    """How letters look."""

    size: float
    bold: bool = False
    fill: str = INK


@dataclass(frozen=True, slots=True)
class Run:
    """Words in one style, somewhere on a line: ``x`` counts from where the line begins."""

    text: str
    style: Style
    x: float = 0

    @property
    def width(self) -> float:
        """How much of the line the words take."""
        return width(self.text, self.style)


_NARROW = {
    191: "'",
    222: "ijl‘’",
    260: "|",
    278: " !,./:;I[\\]ft·" + NBSP,
    333: "()-`r“”",
    334: "{}",
    350: "•",
    355: '"',
    389: "*",
    469: "^",
    500: "Jcksvxyz",
    556: "#$0123456789?L_abdeghnopqu£§–",
    584: "+<=>~",
    611: "FTZ",
    667: "&ABEKPSVXY",
    722: "CDHNRUw",
    778: "GOQ",
    833: "Mm",
    889: "%",
    944: "W",
}
_BOLD = {
    238: "'",
    278: " ,./I\\ijl·‘’" + NBSP,
    280: "|",
    333: "!()-:;[]`ft",
    350: "•",
    389: "*r{}",
    474: '"',
    500: "z“”",
    556: "#$0123456789J_aceksvxy£§–",
    584: "+<=>^~",
    611: "?FLTZbdghnopqu",
    667: "EPSVXY",
    722: "&ABCDHKNRU",
    778: "GOQw",
    833: "M",
    889: "%m",
    944: "W",
}
_WIDTHS = {
    bold: {letter: thousandths for thousandths, letters in table.items() for letter in letters}
    for bold, table in ((False, _NARROW), (True, _BOLD))
}
_WIDEST = 1000


def width(text: str, style: Style) -> float:
    """How wide the text is. A letter with an accent is as wide as without; an unknown one counts as the widest."""
    return _thousandths(text, style.bold) * style.size / 1000


@lru_cache(maxsize=8192)
def _thousandths(text: str, bold: bool) -> int:
    widths = _WIDTHS[bold]
    plain = (letter for letter in unicodedata.normalize("NFD", text) if not unicodedata.combining(letter))
    return sum(widths.get(letter, _WIDEST) for letter in plain)


def lines(runs: Iterable[Run], room: float) -> Iterator[list[Run]]:
    """The runs broken into lines no wider than ``room``. Words joined by a no-break space stay together if they can."""
    line: list[Run] = []
    end = 0.0
    for word in _words(runs, room):
        gap = width(" ", line[-1].style) if line else 0.0
        if line and end + gap + word.width > room:
            yield _joined(line)
            line, end, gap = [], 0.0, 0.0
        line.append(Run(word.text, word.style, end + gap))
        end += gap + word.width
    if line:
        yield _joined(line)


def _words(runs: Iterable[Run], room: float) -> Iterator[Run]:
    """Word by word; what is too long for any line is cut."""
    for run in runs:
        for word in run.text.split(" "):
            pieces = [word] if width(word, run.style) <= room else word.split(NBSP)
            for piece in pieces:
                yield from (Run(part, run.style) for part in _cut(piece, run.style, room))


def _cut(word: str, style: Style, room: float) -> Iterator[str]:
    start = 0
    for end in range(1, len(word) + 1):
        if end - start > 1 and width(word[start:end], style) > room:
            yield word[start : end - 1]
            start = end - 1
    if word:
        yield word[start:]


def _joined(line: list[Run]) -> list[Run]:
    """Neighbours in the same style as one run."""
    joined = []
    for style, group in groupby(line, key=lambda run: run.style):
        words = list(group)
        joined.append(Run(" ".join(run.text for run in words), style, words[0].x))
    return joined
