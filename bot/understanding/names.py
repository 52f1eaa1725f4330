"""Names of persons: by the word before them ("mum Sarah", "Mrs Patel", "called kayleigh"), and by gazetteer.

Roles, agencies, places, months and the field's own proper names ("MASH", "Claire's Law") are never names.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from itertools import chain

from bot.understanding.canonical import fold
from bot.understanding.english import is_english
from bot.understanding.given_names import NEARLY_SURE, ONLY_INTRODUCED
from bot.understanding.name_contexts import (
    A_FAMILY,
    ADDRESSED,
    ANNOUNCED,
    CALLED_SOMEONE,
    HANDLE,
    IN_A_PLACE,
    INITIALS,
    INSTITUTION,
    INTRODUCED,
    MISS_SOMEONE,
    NAMED_AFTER,
    OF_A_PERSON,
    SAINT,
    SIGNED,
    SIGNED_OFF,
    TITLE,
    TOLD,
)
from bot.understanding.name_extent import CARRIES_ON, end_of_name, public_after, with_initials
from bot.understanding.name_guesses import leaves_open, vetoes
from bot.understanding.name_kept import FAMILY_NAMES, Kept, verb_of_shorthand
from bot.understanding.name_places import WORD, Place, bare_word, place_of, words_of
from bot.understanding.name_proof import LISTED, Known, of_a_condition, proof_of
from bot.understanding.name_words import LOOSE_TITLES, MARRIED_TITLES, SHORTHAND, VERBS_OF_PERSONS
from bot.understanding.public_names import PLACES, PUBLIC
from bot.understanding.surnames import SURNAMES
from bot.understanding.word_names import (
    acts,
    goes_with_names,
    is_elsewhere,
    said_again,
    stands_as_name,
    stands_for_somebody,
    tells,
)

_LIST_GOES_ON = re.compile(r"$|[.;]|, [\w'-]+(?:,| and )| (?:and|&|are|were|have|both|all)\b")


class NameFinder:
    """Names by rule; `keep` holds further words that are public (places and bodies of the policies)."""

    def __init__(self, keep: Collection[str]) -> None:
        self._kept = Kept(keep)

    def find(self, text: str) -> Iterator[tuple[int, int]]:
        """Spans of names in order, initials and names on a screen among them; nothing overlaps."""
        marks = [self._mark(match) for pattern in (HANDLE, INITIALS) for match in pattern.finditer(text)]
        done = 0
        for start, end in sorted(filter(None, chain(marks, self._words(text))), key=lambda span: (span[0], -span[1])):
            if start >= done:
                yield start, end
                done = end

    def _mark(self, match: re.Match[str]) -> tuple[int, int] | None:
        groups = match.groupdict()
        group = next((name for name in groups if groups[name]), 0)
        marked = match[group].lower()
        return None if self._kept.never(marked) or marked in SHORTHAND else match.span(group)

    def _words(self, text: str) -> Iterator[tuple[int, int]]:
        """Spans of names in order; a given name takes its family name with it."""
        folded = fold(text)
        phrases = self._kept.spans(folded)
        words = list(WORD.finditer(text))
        done = 0
        named: set[str] = set()
        for index, word in enumerate(words):
            if word.start() < done or any(start <= word.start() < end for start, end in phrases):
                continue
            listed = bool(done) and bool(LISTED.fullmatch(joint := text[done : word.start()])) and joint != " "
            titled = index > 0 and words[index - 1].group().lower() in MARRIED_TITLES
            if titled or self._may_be_name(word.group()):
                place = place_of(text, folded, words, index)
                if self._is_name(place) or (listed and self._is_one_more(place)) or said_again(place, named):
                    end = end_of_name(text, folded, words, index, self._kept)
                    if not public_after(folded, place, end):
                        done = end
                        named.update(words_of(folded[place.start : end]))
                        yield with_initials(text, words, index), done

    def leaves_open(self, text: str, named: Collection[tuple[int, int]]) -> bool:
        """Whether a word with a capital, outside the spans already found, may still be a name."""
        return leaves_open(text, named, self._kept)

    def vetoes(self, text: str, start: int, end: int) -> bool:
        """Whether a passage that a model took for a name is a place, a body or words of the field."""
        return vetoes(text, start, end, self._kept)

    def _may_be_name(self, word: str) -> bool:
        """A quick look: most words of a message are English and not capitalised."""
        bare = bare_word(word)
        lowered = bare.lower()
        if verb_of_shorthand(bare):
            return False
        if len(lowered) < 2 or (self._kept.never(lowered) and lowered not in ONLY_INTRODUCED):
            return False
        if bare[0].isupper() or lowered in FAMILY_NAMES or not is_english(lowered):
            return True
        return proof_of(lowered) != "no" or proof_of(lowered.removesuffix("s")) != "no"

    def _is_name(self, place: Place) -> bool:
        if SAINT.search(place.before):
            return False
        known = proof_of(place.word)
        if title := TITLE.search(place.before):
            return self._after_title(place, known, title[1])
        if INTRODUCED.search(place.before) or CALLED_SOMEONE.search(place.before):
            return self._introduced(place, known)
        if SIGNED.search(place.before) and SIGNED_OFF.match(place.after) and self._signs(place, known):
            return True
        if of_a_condition(place) or _of_an_institution(place) or (known == "sure" and _is_no_person(place)):
            return False
        if known == "introduced":
            return stands_for_somebody(place)
        if known == "doubtful":
            return stands_as_name(place)
        if place.after_initial and place.capital and (place.word in FAMILY_NAMES or self._kept.unknown(place.word)):
            return True
        family = place.capital and place.word in SURNAMES
        if known == "sure" or (family and (not place.opens_sentence or A_FAMILY.match(place.after))):
            return True
        return self._kept.unknown(place.word) and self._said_of_a_person(place)

    def _is_one_more(self, place: Place) -> bool:
        """Whether a word among listed names is the next of them: an unknown one, or "Skye, Summer and Autumn"."""
        one_of_them = self._kept.unknown(place.word) or goes_with_names(place)
        return one_of_them and bool(_LIST_GOES_ON.match(place.after))

    def _signs(self, place: Place, known: Known) -> bool:
        if known == "no":
            return self._kept.unknown(place.word)
        return place.capital or not place.after.strip(" .!")

    def _said_of_a_person(self, place: Place) -> bool:
        """What is needed to take an unknown word for a name; inside a sentence a capital is enough."""
        of_a_person = bool(OF_A_PERSON.match(place.after) or (place.capital and A_FAMILY.match(place.after)))
        if not place.capital or place.shouted:
            return of_a_person
        named_on = place.next_capital and (place.following in CARRIES_ON or not is_english(place.following))
        if place.opens_sentence:
            return of_a_person or named_on or place.following in VERBS_OF_PERSONS
        if IN_A_PLACE.search(place.before):
            return False
        part_of_more = (place.after_capital or place.next_capital) and not named_on
        return of_a_person or bool(TOLD.search(place.before)) or not part_of_more

    def _after_title(self, place: Place, known: Known, title: str) -> bool:
        loose = title in LOOSE_TITLES
        if len(place.word) < 2:
            return False
        if loose and (place.opens_sentence or of_a_condition(place) or _is_a_word(place, known)):
            return False
        if known != "no" or (place.capital and not self._kept.never(place.word)):
            return True
        if self._kept.never(place.word) or place.word in VERBS_OF_PERSONS:
            return False
        if loose:
            led = MISS_SOMEONE.search(place.before) or (title == "miss" and acts(place))
            return bool(led) and self._kept.unknown(place.word)
        if title in MARRIED_TITLES:
            return place.word not in SHORTHAND
        return place.word in FAMILY_NAMES or self._kept.unknown(place.word)

    def _introduced(self, place: Place, known: Known) -> bool:
        """Known names in any case ("mum is kelly"), "will" only where a name is announced, others by a capital."""
        if known == "sure":
            return True
        if known != "no":
            told = place.capital or place.word in NEARLY_SURE or tells(place)
            return told or bool(ANNOUNCED.search(place.before))
        if not place.capital:
            followed = place.following in VERBS_OF_PERSONS and place.after.startswith(" ")
            return followed and self._kept.unknown(place.word)
        a_heading = place.after_heading and not self._kept.unknown(place.word)
        plain = not (place.shouted or place.opens_sentence or a_heading)
        public = ADDRESSED.search(place.before) or (place.word in PUBLIC and not ANNOUNCED.search(place.before))
        return plain and not public and not self._kept.never(place.word)


def _of_an_institution(place: Place) -> bool:
    """ "Rose Centre", "Jordan's law"; "Kayleigh's school" is where she goes."""
    if not place.capital or not INSTITUTION.match(place.after):
        return False
    return not place.owns or bool(NAMED_AFTER.match(place.after))


def _is_no_person(place: Place) -> bool:
    """A sure name that is a town led up to ("in Paisley"), or an abbreviation ("the PRU closed it")."""
    short = place.shouted and len(place.word) < 5 and place.word in PUBLIC
    return short or (place.word in PLACES and is_elsewhere(place))


def _is_a_word(place: Place, known: Known) -> bool:
    """ "Uncle will finish", "the lady may ring": in small letters rather the word than the name."""
    return not place.capital and known in ("doubtful", "introduced") and place.word not in NEARLY_SURE
