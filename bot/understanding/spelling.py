"""How far a typed word is from a known one, and which known word it was most likely meant to be."""

from __future__ import annotations

from collections.abc import Iterable


def distance(typed: str, meant: str) -> int:
    """Slips of the keyboard between two words: a letter added, lost, changed, or two swapped."""
    before: list[int] = []
    row = list(range(len(meant) + 1))
    for i, letter in enumerate(typed, 1):
        now = [i]
        for j, other in enumerate(meant, 1):
            cost = min(row[j] + 1, now[j - 1] + 1, row[j - 1] + (letter != other))
            if i > 1 and j > 1 and letter == meant[j - 2] and typed[i - 2] == other:
                cost = min(cost, before[j - 2] + 1)
            now.append(cost)
        before, row = row, now
    return row[-1]


def closest(typed: str, known: Iterable[str], allowed: int | None = None) -> str | None:
    """The known word that `typed` misspells: the same first letter, one slip (two in a long word)."""
    best: tuple[int, str] | None = None
    for word in known:
        slips = allowed if allowed is not None else 2 if len(word) >= 8 else 1
        if word[0] != typed[0] or abs(len(word) - len(typed)) > slips:
            continue
        if len(set(word) - set(typed)) > slips:
            continue
        found = distance(typed, word)
        if found <= slips and (best is None or found < best[0]):
            best = (found, word)
    return best[1] if best else None
