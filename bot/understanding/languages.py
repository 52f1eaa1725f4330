"""Whether a message is mostly in another language than English, and in which of those that Waymark can greet in.

English with a foreign word, a name or an abbreviation stays English. Small tables, since a message has few words:
measured against a trained identifier they were as good on sentences and had no false alarm on "NFA from MASH".
"""

from __future__ import annotations

import re
import unicodedata

from bot.understanding.canonical import fold
from bot.understanding.language_words import ENGLISH, LATIN, ONLY_URDU, SCRIPTS

OTHER = "other"
"""A language that is not English, and none that Waymark knows."""

_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
_MASKED = re.compile(r"\[[^\]]*\]")
_MOSTLY = 0.5
_SMALL_WORDS = 0.4
"""Of a sentence's words so many have to be known small words of the language."""


def other_language(text: str) -> str | None:
    """The language of a message that is mostly not English (a tag of BCP 47, or OTHER); None for English."""
    text = _MASKED.sub(" ", text)
    letters = [letter for letter in text if letter.isalpha()]
    foreign = [each for each in letters if not each.isascii() and not unicodedata.name(each, "").startswith("LATIN")]
    if len(foreign) >= 2 and len(foreign) > _MOSTLY * len(letters):
        return _by_script(foreign)
    return _by_words(_WORD.findall(fold(text)))


def _by_script(letters: list[str]) -> str:
    counts = {name: sum(low <= each <= high for each in letters) for name, (low, high, _) in SCRIPTS.items()}
    name = max(counts, key=lambda found: counts[found])
    if counts[name] <= _MOSTLY * len(letters):
        return OTHER
    if name == "ar":
        return "ur" if set(letters) & set(ONLY_URDU) else "ar"
    return OTHER if set(letters) & set(SCRIPTS[name][2]) else name


def _by_words(found: list[str]) -> str | None:
    """The language whose small words a message holds most, if it holds more of them than English ones."""
    known = {name: [word for word in found if word in table] for name, table in LATIN.items()}
    name = max(known, key=lambda language: (len(known[language]), sum(map(len, known[language]))))
    hits, english = known[name], [word for word in found if word in ENGLISH]
    return name if _is_sure(found, hits, english) else None


def _is_sure(found: list[str], hits: list[str], english: list[str]) -> bool:
    own = [word for word in hits if word not in english]
    # Two or three letters make an abbreviation as easily as a word: one word at least has to be longer.
    if len(hits) >= 2 and len(hits) > len(english) and len(hits) >= _SMALL_WORDS * len(found) and own:
        return any(len(word) > 3 for word in own) or len(own) > 3
    # Of three English words one is nearly always among the commonest: without it, one word of the other will do.
    return len(found) >= 3 and not english and any(len(word) > 2 for word in own)
