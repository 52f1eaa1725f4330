"""Whether a word is English: what is written with a capital and is no word of the language is likely to be a name.

The words are in `english.txt`, each in its plainest form; it says whose list it is and on what terms.
"""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path

# What is taken off a word, and what may then have to be put back, to find its plainest form.
_ENDINGS = (
    ("'s", ("",)), ("ies", ("y",)), ("es", ("", "e")), ("s", ("",)), ("ied", ("y",)), ("ed", ("", "e")),
    ("ing", ("", "e")), ("ings", ("", "e")), ("ly", ("",)), ("er", ("", "e")), ("ers", ("", "e")), ("ness", ("",)),
)  # fmt: skip
_DOUBLING = ("ed", "ing", "er")
_BEGINNINGS = ("un", "non", "re", "mis", "over", "under", "pre", "dis", "out")


@lru_cache(maxsize=4096)
def is_english(word: str) -> bool:
    """Whether a word in lower case is in the list, as it stands or without its endings and beginnings."""
    known = _words()
    return word in known or any(form in known for form in _plainer(word))


def _plainer(word: str) -> list[str]:
    """Without an ending, a beginning, or both ("disagrees")."""
    begun = [word.removeprefix(start) for start in _BEGINNINGS if word.startswith(start) and len(word) > len(start) + 3]
    return [form for whole in (word, *begun) for form in (whole, *_without_ending(whole)) if form != word]


def _without_ending(word: str) -> list[str]:
    forms = []
    for ending, put_back in _ENDINGS:
        root = word.removesuffix(ending)
        if root != word and len(root) > 2:
            forms += [root + letters for letters in put_back]
            if ending in _DOUBLING and len(root) > 3 and root[-1] == root[-2]:
                forms.append(root[:-1])
    return forms


@cache
def _words() -> frozenset[str]:
    lines = Path(__file__).with_suffix(".txt").read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())
