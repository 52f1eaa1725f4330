"""A case and the people around it: with whom it is shared, and who looked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.casework.permissions import Tie


@dataclass(frozen=True, slots=True)
class Share:
    """A colleague who was let in, as what, and since when."""

    person: str
    tie: Tie
    at: datetime


@dataclass(frozen=True, slots=True)
class Look:
    """A look at somebody else's case."""

    person: str
    tie: Tie
    at: datetime


@dataclass(frozen=True, slots=True)
class Around:
    """The people around one case."""

    shares: tuple[Share, ...]
    looks: tuple[Look, ...]
