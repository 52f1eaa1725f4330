"""Names of persons: by the word before them ("mum Sarah", "Mrs Patel", "called kayleigh"), and by gazetteer.

Roles, agencies, places, months and the field's own proper names ("MASH", "Claire's Law") are never names.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Literal

from bot.understanding.canonical import fold
from bot.understanding.date_words import spell
from bot.understanding.english import is_english
from bot.understanding.given_names import DOUBTFUL, ONLY_INTRODUCED, SURE
from bot.understanding.name_contexts import (
    ANNOUNCED,
    CALLED_SOMEONE,
    IN_A_PLACE,
    INSTITUTION,
    INTRODUCED,
    LITTLE,
    OF_A_PERSON,
    PARTICLES,
    SAINT,
    TITLE,
    TOLD,
)
from bot.understanding.name_words import GENERIC, KEPT_PHRASES, LOOSE_TITLES, NEVER, SHORTHAND, VERBS_OF_PERSONS
from bot.understanding.public_names import PUBLIC
from bot.understanding.surnames import SURNAMES, WORD_SURNAMES
from bot.understanding.tables import words

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_SENTENCE_ENDS = re.compile(r"(?:(?<!\b[A-Z])\.|[!?\n:;])\s*[\"'(]?\s*$")
_SPEAKS = words("said says told disclosed cried hit hits hurt hurts wants lives")
_LISTED = re.compile(r"(?:,|&| and|, and| &)? ")
_LIST_GOES_ON = re.compile(r"$|[.;]|, [\w'-]+(?:,| and )| (?:and|&|are|were|have|both|all)\b")
_FAMILY_NAMES = SURNAMES | WORD_SURNAMES
_CARRIES_ON = SURE | _FAMILY_NAMES

Known = Literal["sure", "doubtful", "introduced", "no"]


@dataclass(frozen=True)
class _Place:
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


class NameFinder:
    """Names by rule; `keep` holds further words that are public (places and bodies of the policies)."""

    def __init__(self, keep: Collection[str]) -> None:
        people = _FAMILY_NAMES | SURE | DOUBTFUL | ONLY_INTRODUCED  # the Forest of Dean makes no Dean public
        self._kept_words = NEVER | {word for phrase in keep for word in _words(phrase) if word not in people}
        phrases = {*KEPT_PHRASES, *(phrase.lower() for phrase in keep if " " in phrase and not phrase[0].isdigit())}
        longest_first = sorted(phrases, key=len, reverse=True)
        self._phrases = re.compile(rf"\b(?:{'|'.join(re.escape(phrase) for phrase in longest_first)})\b")

    def find(self, text: str) -> Iterator[tuple[int, int]]:
        """Spans of names in order; a given name takes its family name with it."""
        folded = fold(text)
        kept = [match.span() for match in self._phrases.finditer(folded)]
        words = list(_WORD.finditer(text))
        done = 0
        for index, word in enumerate(words):
            if word.start() < done or any(start <= word.start() < end for start, end in kept):
                continue
            listed = bool(done) and bool(_LISTED.fullmatch(text[done : word.start()])) and text[done] != " "
            if self._may_be_name(word.group(), listed):
                place = _place(text, folded, words, index)
                if self._is_name(place) or (listed and _LIST_GOES_ON.match(place.after) and self._unknown(place)):
                    end = self._end_of_name(text, words, index)
                    if not _public_after(folded, place, end):
                        done = end
                        yield _with_initials(text, words, index), done

    def leaves_open(self, text: str, named: Collection[tuple[int, int]]) -> bool:
        """Whether a word with a capital, outside the spans already found, may still be a name."""
        for word in _WORD.finditer(text):
            bare = _bare(word.group())
            lowered = bare.lower()
            if bare[:1].isupper() and not any(start <= word.start() < end for start, end in named):
                known = _known(lowered) != "no" or lowered in _FAMILY_NAMES
                if not self._never(lowered) and (known or not self._ordinary(lowered)):
                    return True
        return False

    def vetoes(self, text: str, start: int, end: int) -> bool:
        """Whether a passage that a model took for a name is a place, a body or words of the field."""
        folded = fold(text)
        if any(
            first < end and start < last for first, last in (match.span() for match in self._phrases.finditer(folded))
        ):
            return True
        lead, passage = folded[max(0, start - 10) : start], folded[start:end]
        public = SAINT.search(lead) or passage.startswith(("st ", "saint ")) or INSTITUTION.match(folded, end)
        return bool(public) or passage in PUBLIC or any(self._never(word) for word in _words(passage))

    def _may_be_name(self, word: str, listed: bool) -> bool:
        """A quick look: most words of a message are English and not capitalised."""
        bare = _bare(word)
        lowered = bare.lower()
        if len(lowered) < 2 or (self._never(lowered) and lowered not in ONLY_INTRODUCED):
            return False
        return bare[0].isupper() or lowered in _FAMILY_NAMES or _known(lowered) != "no" or not is_english(lowered)

    def _is_name(self, place: _Place) -> bool:
        if SAINT.search(place.before):
            return False
        known = _known(place.word)
        if title := TITLE.search(place.before):
            return self._after_title(place, known, title[1])
        if INTRODUCED.search(place.before) or CALLED_SOMEONE.search(place.before):
            return self._introduced(place, known)
        if place.capital and INSTITUTION.match(place.after):
            return False
        if known == "introduced":
            return place.capital and place.following in _SPEAKS
        if known == "doubtful":
            return place.capital and _stands_as_name(place)
        if known == "sure" or (place.capital and place.word in SURNAMES and not place.opens_sentence):
            return True
        return self._unknown(place) and self._said_of_a_person(place)

    def _unknown(self, place: _Place) -> bool:
        """A word of no list that is no English either."""
        if len(place.word) < 3 or self._never(place.word):
            return False
        return not any(self._ordinary(part) for part in (place.word, *place.word.split("-")))

    def _ordinary(self, word: str) -> bool:
        """English, shorthand for English, or the name of what is no person."""
        return word in PUBLIC or word in SHORTHAND or "n't" in word or is_english(word) or spell(word) != word

    def _said_of_a_person(self, place: _Place) -> bool:
        """What is needed to take an unknown word for a name; inside a sentence a capital is enough."""
        of_a_person = bool(OF_A_PERSON.match(place.after))
        if not place.capital or place.shouted:
            return of_a_person
        named_on = place.next_capital and (place.following in _CARRIES_ON or not is_english(place.following))
        if place.opens_sentence:
            return of_a_person or named_on or place.following in VERBS_OF_PERSONS
        if IN_A_PLACE.search(place.before):
            return False
        part_of_more = (place.after_capital or place.next_capital) and not named_on
        return of_a_person or bool(TOLD.search(place.before)) or not part_of_more

    def _after_title(self, place: _Place, known: Known, title: str) -> bool:
        if known != "no" or (place.capital and not self._never(place.word)):
            return True
        return title not in LOOSE_TITLES and place.word in _FAMILY_NAMES

    def _introduced(self, place: _Place, known: Known) -> bool:
        """Known names in any case ("mum is kelly"), "will" only where a name is announced, others by a capital."""
        if known == "sure":
            return True
        if known != "no":
            return place.capital or bool(ANNOUNCED.search(place.before))
        if not place.capital:
            return self._unknown(place) and place.following in VERBS_OF_PERSONS
        plain = not place.shouted and not place.opens_sentence and not place.after_heading
        public = place.word in PUBLIC and not ANNOUNCED.search(place.before)
        return plain and not public and not self._never(place.word)

    def _end_of_name(self, text: str, words: list[re.Match[str]], index: int) -> int:
        end = at = words[index].start() + len(_bare(words[index].group()))
        for previous, word in zip(words[index:], words[index + 1 : index + 4], strict=False):
            gap, bare = text[previous.end() : word.start()], _bare(word.group())
            initial = len(previous.group()) == 1
            if at != previous.end() or not (gap == " " or (initial and gap in (".", ". "))):
                break
            at = word.start() + len(bare)
            if bare in PARTICLES:
                continue
            if not self._carries_on(bare):
                break
            end = at
        return end

    def _carries_on(self, bare: str) -> bool:
        """Whether a word that follows a given name belongs to it."""
        lowered = bare.lower()
        if lowered in VERBS_OF_PERSONS or (self._never(lowered) and lowered not in SURNAMES):
            return False
        if not bare[0].isupper():
            return lowered in SURNAMES or not (len(bare) < 4 or self._ordinary(lowered))
        return not bare.isupper() or lowered in _CARRIES_ON or len(bare) == 1

    def _never(self, lowered: str) -> bool:
        stem = lowered.split("'")[0]
        return any(word in self._kept_words for word in (lowered, lowered.removesuffix("s"), stem))


def _known(lowered: str) -> Known:
    """How much proof a word needs; "lily-mae" and "tyler-james" are as sure as their parts."""
    if lowered in SURE:
        return "sure"
    if lowered in ONLY_INTRODUCED:
        return "introduced"
    if lowered in DOUBTFUL:
        return "doubtful"
    parts = lowered.split("-")
    every_known = len(parts) > 1 and all(part in SURE or part in DOUBTFUL or part in ONLY_INTRODUCED for part in parts)
    return "sure" if every_known else "no"


def _stands_as_name(place: _Place) -> bool:
    """ "Grace was hit", but not "Will they ...": before a verb of persons, or in mid-sentence."""
    if place.opens_sentence:
        owned = re.match(r"'s\b", place.after)
        return bool(place.following in VERBS_OF_PERSONS or owned or place.following in SURNAMES)
    return not place.shouted or bool(LITTLE.search(place.before))


def _place(text: str, folded: str, found: list[re.Match[str]], index: int) -> _Place:
    start = found[index].start()
    bare = _bare(found[index].group())
    end = start + len(bare)
    previous = found[index - 1].group() if index else ""
    following = _bare(found[index + 1].group()) if index + 1 < len(found) else ""
    after_capital = bool(index) and previous[:1].isupper() and text[found[index - 1].end() : start] == " "
    return _Place(
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


def _public_after(folded: str, place: _Place, end: int) -> bool:
    """Whether the name, as a whole, is that of a school, a law or a foundation."""
    return end > place.start + len(place.word) and folded[end : end + 1] == " " and bool(INSTITUTION.match(folded, end))


def _with_initials(text: str, words: list[re.Match[str]], index: int) -> int:
    """Where a name begins, its initials included: "A. Kowalczyk", "J Smith"."""
    start = words[index].start()
    for word in reversed(words[max(0, index - 2) : index]):
        gap = text[word.end() : start]
        if len(word.group()) > 1 or not word.group().isupper() or gap not in (". ", ".", " "):
            break
        if gap == " " and word.group() in "AI":
            break
        start = word.start()
    return start


def _words(phrase: str) -> list[str]:
    return [match.group().lower() for match in _WORD.finditer(phrase)]


def _bare(word: str) -> str:
    """Without the possessive: "Kayleigh's" is Kayleigh."""
    for tail in ("'s", "’s", "'", "’"):
        word = word.removesuffix(tail)
    return word
