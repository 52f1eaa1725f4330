"""Where a name begins and ends: with its initials, its family name, and nothing that the sentence goes on with."""

from __future__ import annotations

import re

from bot.understanding.given_names import GIVEN, SURE
from bot.understanding.name_contexts import INSTITUTION, PARTICLES
from bot.understanding.name_kept import FAMILY_NAMES, Kept, ordinary, verb_of_shorthand
from bot.understanding.name_places import Place, bare_word, end_of_word
from bot.understanding.name_words import VERBS_OF_PERSONS
from bot.understanding.public_names import PLACES
from bot.understanding.surnames import SURNAMES, WORD_SURNAMES
from bot.understanding.tables import words

CARRIES_ON = SURE | FAMILY_NAMES
# Of these the small letters say little: "tommy lee from year 4", "ryan may be late".
_LOWER_SURNAMES = WORD_SURNAMES - words("may long short read law power will day ward hall lane field wood")
_A_DAY_OR_PLACE = re.compile(r" \d|, \d|[,-]? (?:Mash|MASH|CSC|ASC|Council|Police)\b")
_BREAK = re.compile(rf"$|[.,;:()'’]|\s(?:{'|'.join(VERBS_OF_PERSONS)}|from|in|at|and|y\d|yr|year|dob)\b| [-–]")


def with_initials(text: str, words: list[re.Match[str]], index: int) -> int:
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


def end_of_name(text: str, folded: str, words: list[re.Match[str]], index: int, kept: Kept) -> int:
    """Where a name ends that begins with that word: a given name takes its family name with it."""
    end = at = end_of_word(folded, words, index)
    for previous, word in zip(words[index:], words[index + 1 : index + 4], strict=False):
        gap, bare = text[previous.end() : word.start()], bare_word(word.group())
        initial = len(previous.group()) == 1
        if at != previous.end() or not (gap == " " or (initial and gap in (".", ". "))):
            break
        at = word.start() + len(bare)
        if bare in PARTICLES:
            continue
        small = bare.lower() in _LOWER_SURNAMES and _BREAK.match(text, at)
        if not (small or _carries_on(bare, kept) or _second_name(bare, text, at)):
            break
        end = at
    return end


def _second_name(bare: str, text: str, at: int) -> bool:
    """ "Lily May told", "Precious May Adeleke", "MAUREEN TRENT": also a month or a place, but with a capital."""
    lowered = bare.lower()
    if not bare[0].isupper() or not (lowered in GIVEN or (bare.isupper() and lowered in PLACES)):
        return False
    return not _A_DAY_OR_PLACE.match(text, at) and not INSTITUTION.match(text[at : at + 40].lower())


def _carries_on(bare: str, kept: Kept) -> bool:
    """Whether a word that follows a given name belongs to it."""
    lowered = bare.lower()
    if lowered in VERBS_OF_PERSONS or verb_of_shorthand(bare):
        return False
    if kept.never(lowered) and lowered not in SURNAMES:
        return False
    if not bare[0].isupper():
        return lowered in SURNAMES or not (len(bare) < 4 or ordinary(lowered))
    return not bare.isupper() or lowered in CARRIES_ON or len(bare) == 1


def public_after(folded: str, place: Place, end: int) -> bool:
    """Whether the name, as a whole, is that of a school, a law or a foundation."""
    return end > place.start + len(place.word) and folded[end : end + 1] == " " and bool(INSTITUTION.match(folded, end))
