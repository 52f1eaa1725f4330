"""A person's words on their way in: cleaned, screened for danger and masked before anything of them is kept."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from bot.replies import TEXT_LIMIT

_KEPT = {"\n", "\t", "\u200c", "\u200d"}  # joiners belong to some scripts and to emoji


class Identifier(Protocol):
    """One thing that was masked."""

    @property
    def type(self) -> str: ...


class Masked(Protocol):
    """A text without what identifies people."""

    @property
    def text(self) -> str: ...

    @property
    def identifiers(self) -> Sequence[Identifier]: ...


class Masks(Protocol):
    """The masker."""

    def mask(self, text: str) -> Masked: ...


class Screening(Protocol):
    """What the risk screen thinks of a text: ``alarm``, ``ask`` or ``none``."""

    @property
    def level(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Heard:
    """A person's words as they may be kept: masked and screened. Empty where nothing, or too much, was written."""

    text: str
    level: str
    """What the risk screen thought of the words before they were masked: ``alarm``, ``ask`` or ``none``."""
    left_out: tuple[str, ...] = ()
    """The kinds of what was masked."""
    length: int = 0
    """Characters, as they were written."""


def hear(text: str, masker: Masks, screen: Callable[[str], Screening]) -> Heard:
    """What may be kept of these words: nothing of them where they are too many, and always what they say of danger."""
    written = clean(text)
    level = screen(written).level if written else "none"
    if not written or len(written) > TEXT_LIMIT:
        return Heard("", level, length=len(written))
    masked = masker.mask(written)
    return Heard(masked.text, level, tuple(found.type for found in masked.identifiers), len(written))


def clean(text: str) -> str:
    """The words themselves: composed, without control characters, and never looking like a command."""
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    kept = "".join(c for c in text if c in _KEPT or unicodedata.category(c) not in ("Cc", "Cf", "Cs", "Co"))
    return re.sub(r"^[\s/\u200c\u200d]+", "", kept).rstrip()
