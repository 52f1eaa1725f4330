"""What is nobody's name: words of the field, places and bodies of the policies, and plain English."""

from __future__ import annotations

import re
from collections.abc import Collection

from bot.understanding.date_words import spell
from bot.understanding.english import is_english
from bot.understanding.given_names import DOUBTFUL, ONLY_INTRODUCED, SURE
from bot.understanding.name_places import words_of
from bot.understanding.name_proof import proof_of
from bot.understanding.name_words import KEPT_PHRASES, NEVER, SHORTHAND
from bot.understanding.public_names import PUBLIC
from bot.understanding.surnames import SURNAMES, WORD_SURNAMES

FAMILY_NAMES = SURNAMES | WORD_SURNAMES


class Kept:
    """The words and phrases that stay; `keep` holds those that the policies add."""

    def __init__(self, keep: Collection[str]) -> None:
        people = FAMILY_NAMES | SURE | DOUBTFUL | ONLY_INTRODUCED  # the Forest of Dean makes no Dean public
        self._words = NEVER | {word for phrase in keep for word in words_of(phrase) if word not in people}
        phrases = {*KEPT_PHRASES, *(phrase.lower() for phrase in keep if " " in phrase and not phrase[0].isdigit())}
        longest_first = sorted(phrases, key=len, reverse=True)
        self._phrases = re.compile(rf"\b(?:{'|'.join(re.escape(phrase) for phrase in longest_first)})\b")

    def spans(self, folded: str) -> list[tuple[int, int]]:
        """Where the phrases stand in a folded text."""
        return [match.span() for match in self._phrases.finditer(folded)]

    def never(self, lowered: str) -> bool:
        """Whether the word is one that names no person."""
        stem = lowered.split("'")[0]
        return any(word in self._words for word in (lowered, lowered.removesuffix("s"), stem))

    def unknown(self, lowered: str) -> bool:
        """A word of no list that is no English either."""
        if len(lowered) < 3 or self.never(lowered):
            return False
        return not any(ordinary(part) for part in (lowered, *lowered.split("-")))


def ordinary(word: str) -> bool:
    """English, shorthand for English, or the name of what is no person."""
    return word in PUBLIC or word in SHORTHAND or "n't" in word or is_english(word) or spell(word) != word


def no_ones_name(word: str) -> bool:
    return word in PUBLIC or (ordinary(word) and proof_of(word) == "no" and word not in FAMILY_NAMES)


def verb_of_shorthand(word: str) -> bool:
    """ "NFA'd", "ICPC'd": letters with capitals, done to somebody; no name ends so."""
    stem, _, ending = word.replace("’", "'").rpartition("'")
    return ending == "d" and stem.isupper() and proof_of(stem.lower()) == "no"
