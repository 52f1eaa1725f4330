"""What a policy says besides its stages: of itself and its areas, of other routes, of longer times, of its end.

Each says it in our own words, with the rule and the place in the document that it rests on.
"""

from __future__ import annotations

from dataclasses import dataclass

from bot.casework.vocabulary import Adjust, Category, Counted, EndingKind, Exclusion


@dataclass(frozen=True, slots=True)
class Note:
    """Something that the document says, or fails to say, and that people should know."""

    rule: str
    at: str
    says: str


@dataclass(frozen=True, slots=True)
class Context(Note):
    """A rule that asks nothing of a case, with the reason why it does not: whom it speaks of, or what it is for."""

    why: str


@dataclass(frozen=True, slots=True)
class Document:
    """What the published document says of itself, and what is wrong with that today."""

    title: str
    dates: str
    review: str
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class Area:
    """An area of disagreement in the policy's own naming, with the categories that it falls under."""

    name: str
    categories: tuple[Category, ...]
    rule: str
    at: str
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A matter that this policy sends to another route. ``to`` is None where the policy is silent."""

    about: Exclusion
    to: str | None
    rule: str | None
    at: str | None
    note: str | None = None
    covered: bool = False


@dataclass(frozen=True, slots=True)
class Longer:
    """The answer to "can we have longer?"."""

    allowed: Adjust | None
    says: str
    rule: str
    at: str


@dataclass(frozen=True, slots=True)
class Ending:
    """One way in which the policy lets a disagreement end."""

    kind: EndingKind
    rule: str
    at: str
    says: str


@dataclass(frozen=True, slots=True)
class Return:
    """What the policy wants to be counted from time to time, and for whom.

    ``leaves`` says that it goes out of the organisation; ``notice`` is the rule by which each case is notified.
    """

    rule: str
    at: str
    name: str
    to: str
    every: str
    counts: tuple[Counted, ...]
    leaves: bool = False
    notice: str | None = None
    note: str | None = None
