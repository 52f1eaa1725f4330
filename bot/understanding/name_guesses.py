"""What a model's guess at a name has to pass: whether it is asked at all, and what it is never believed on."""

from __future__ import annotations

from collections.abc import Collection

from bot.understanding.canonical import fold
from bot.understanding.name_contexts import INSTITUTION, SAINT
from bot.understanding.name_kept import FAMILY_NAMES, Kept, no_ones_name, ordinary, verb_of_shorthand
from bot.understanding.name_places import WORD, bare_word, words_of
from bot.understanding.name_proof import proof_of
from bot.understanding.name_words import TITLES
from bot.understanding.word_names import VERBS


def leaves_open(text: str, named: Collection[tuple[int, int]], kept: Kept) -> bool:
    """Whether a word with a capital, outside the spans already found, may still be a name."""
    for word in WORD.finditer(text):
        bare = bare_word(word.group())
        lowered = bare.lower()
        if bare[:1].isupper() and not any(start <= word.start() < end for start, end in named):
            known = proof_of(lowered) != "no" or lowered in FAMILY_NAMES
            if not kept.never(lowered) and (known or not ordinary(lowered)):
                return True
    return False


def vetoes(text: str, start: int, end: int, kept: Kept) -> bool:
    """Whether a passage that a model took for a name is a place, a body or words of the field."""
    folded = fold(text)
    if any(first < end and start < last for first, last in kept.spans(folded)):
        return True
    if verb_of_shorthand(text[start:end]) or _names_nobody(text[start:end], shouted=text.isupper()):
        return True
    lead, passage = folded[max(0, start - 10) : start], folded[start:end]
    if SAINT.search(lead) or passage.startswith(("st ", "saint ")) or folded.startswith(" of the", end):
        return True
    within = [bare_word(word) for word in words_of(passage)]
    if any(kept.never(word) for word in within) or all(map(no_ones_name, within)):
        return True
    return bool(INSTITUTION.match(folded, end)) or _ends_as_institution(passage)


def _names_nobody(passage: str, *, shouted: bool) -> bool:
    """ "X" of "Mr X", "OM" for a role, a town or a month by itself, an order ("Bill the council")."""
    parts = [word for word in words_of(passage) if word not in TITLES]
    if len(parts) != 1:
        return not parts
    letters = not shouted and len(passage) < 4 and passage.isupper()
    return letters or len(parts[0]) == 1 or proof_of(parts[0]) == "introduced" or parts[0] in VERBS


def _ends_as_institution(passage: str) -> bool:
    """ "Holly Lodge", unless the last word is a family name as well ("Thandeka Hall")."""
    first, _, last = passage.rpartition(" ")
    return bool(first) and last not in FAMILY_NAMES and bool(INSTITUTION.match(f" {last}"))
