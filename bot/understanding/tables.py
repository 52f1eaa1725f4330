"""How the tables of words are written, and the patterns that are made of them."""

from __future__ import annotations

import re


def words(table: str) -> frozenset[str]:
    """The words of a table, with blanks and line ends between."""
    return frozenset(table.split())


def phrases(table: str, **stand_for: str) -> tuple[str, ...]:
    """The phrases of a table: written one after the other with ";" between, over as many lines as they need.

    A line may also end after "|" (not before a blank that counts).
    """
    for name, pattern in stand_for.items():
        table = table.replace(f"<{name}>", pattern)
    joined = re.sub(r"\|\s*\n\s*", "|", table)
    return tuple(" ".join(phrase.split()) for phrase in joined.split(";") if phrase.strip())


def any_of(table: str, **stand_for: str) -> re.Pattern[str]:
    """One pattern for a table of phrases: whole words; a blank stands for any white space.

    Longer phrases are tried first, so that "duty social worker" is found and not "duty".
    """
    longest_first = sorted(phrases(table, **stand_for), key=len, reverse=True)
    joined = "|".join(phrase.replace(" ", r"\s+") for phrase in longest_first)
    return re.compile(rf"(?<![a-z0-9])(?:{joined})(?![a-z0-9])")
