"""A word where it stands in a message, with what leads up to it and what follows."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.understanding.english import is_english
from bot.understanding.given_names import GIVEN, SURE
from bot.understanding.name_contexts import OWNED
from bot.understanding.name_words import GENERIC, SHORTHAND
from bot.understanding.public_names import PUBLIC
from bot.understanding.surnames import SURNAMES

WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
# "Plan B", "Child A", "Year 6 B": the letter is no initial.
_LETTERED = re.compile(
    r"(?:\b(?:child|person|adult|plan|class|year|group|part|option|appendix|form|unit|ward|block|flat|section"
    r"|vitamin|hepatitis|hep|strep|type|band|tier|grade|mr|mrs|ms)|\d)\s+[a-z]$"
)
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
    after_initial: bool
    owns: bool
    after_capital: bool
    next_capital: bool


def words_of(phrase: str) -> list[str]:
    return [match.group().lower() for match in WORD.finditer(phrase)]


def bare_word(word: str) -> str:
    """Without the possessive: "Kayleigh's" is Kayleigh."""
    for tail in ("'s", "’s", "'", "’"):
        word = word.removesuffix(tail)
    return word


def end_of_word(folded: str, found: list[re.Match[str]], index: int) -> int:
    """Where a word ends without its possessive, also where that was typed without its apostrophe: "Georgias mum"."""
    word, (start, end) = folded[slice(*found[index].span())], found[index].span()
    bare = bare_word(word)
    if bare == word and word.endswith("s") and word not in GIVEN and folded.startswith(" ", end):
        owner = word[:-1]
        if (GIVEN.issuperset(owner.split("-")) and OWNED.match(folded, end)) or (owner in SURE and _no_word(word)):
            return end - 1
    return start + len(bare)


def _no_word(word: str) -> bool:
    return not (is_english(word) or word in SURNAMES or word in PUBLIC or word in SHORTHAND)


def _initial(text: str, start: int, previous: re.Match[str]) -> bool:
    """Whether a word follows an initial: "T J Whitcombe", "R. Hill"; "I", "A" and the letter of "Child B" are none."""
    letter, gap = previous.group(), text[previous.end() : start]
    if len(letter) > 1 or not letter.isupper() or gap not in (" ", ".", ". "):
        return False
    lead = text[max(0, start - 24) : previous.end()].lower()
    return not (gap == " " and letter in "AI") and not _LETTERED.search(lead)


def place_of(text: str, folded: str, found: list[re.Match[str]], index: int) -> Place:
    start = found[index].start()
    end = end_of_word(folded, found, index)
    bare = text[start:end]
    previous = found[index - 1].group() if index else ""
    following = bare_word(found[index + 1].group()) if index + 1 < len(found) else ""
    after_initial = bool(index) and _initial(text, start, found[index - 1])
    touches = bool(index) and text[found[index - 1].end() : start] == " "
    after_capital = touches and previous[:1].isupper() and not after_initial
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
        after_initial=after_initial,
        owns=end < found[index].end() and not following[:1].isupper(),
        after_capital=after_capital,
        next_capital=following[:1].isupper() and not following.isupper() and text[end : end + 1] == " ",
    )
