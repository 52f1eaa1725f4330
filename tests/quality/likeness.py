"""Which texts are copies of each other, or nearly: by the pieces of a few letters that they have in common."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

LETTERS = 6
"""In a piece. Changing one word of a sentence of twelve leaves about three quarters of its pieces as they were."""
WORDS = re.compile(r"[^\W_]+")


def plain(text: str) -> str:
    """The words alone: no capitals, no marks."""
    return " ".join(WORDS.findall(text.lower().replace("'", "").replace("\u2019", "")))


def pieces(text: str) -> set[str]:
    said = f" {plain(text)} "
    return {said[at : at + LETTERS] for at in range(max(1, len(said) - LETTERS + 1))}


def alike(texts: Sequence[str], others: Sequence[str], least: float) -> Iterator[tuple[int, int]]:
    """The places of each pair whose common pieces are at least that share of all their pieces (Jaccard).

    Put the rarest pieces of each first: two such texts have one in common among the first few. Only those that do
    are compared, so that thousands of texts take a second or two.
    """
    right = [pieces(text) for text in others]
    known = Counter(piece for held in right for piece in held)
    rarity = {piece: rank for rank, piece in enumerate(sorted(known, key=lambda piece: (known[piece], piece)))}
    ranked = [sorted(rarity[piece] for piece in held) for held in right]
    with_piece = defaultdict(set)
    for there, ranks in enumerate(ranked):
        for rank in ranks[: int((1 - least) * len(ranks)) + 1]:
            with_piece[rank].add(there)
    for here, text in enumerate(texts):
        held = pieces(text)
        shared = sorted(rarity[piece] for piece in held if piece in rarity)
        first = int((1 - least) * len(held)) + 1 - (len(held) - len(shared))  # what no other has is rarest of all
        for there in set().union(*(with_piece.get(rank, ()) for rank in shared[: max(0, first)])):
            if least * len(held) <= len(ranked[there]) <= len(held) / least:
                common = len(held & right[there])
                if common >= least * (len(held) + len(right[there]) - common):
                    yield here, there
