"""Examples that a policy file may hold: what is told of a case, and what has to come of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from bot.casework.vocabulary import Level, Outcome, Person


@dataclass(frozen=True, slots=True)
class Happening:
    """Something that happens in an example: a step is done, a talk ends, or a date is agreed. Times are London's."""

    at: datetime
    rule: str | None = None
    outcome: Outcome | None = None
    agreed: date | None = None
    refused: bool = False


@dataclass(frozen=True, slots=True)
class Given:
    """How an example begins and goes on. It is looked at when the last thing has happened, or at ``now``."""

    raised: datetime
    person: Person | None = None
    on_plan: bool | None = None
    urgent: bool | None = None
    tried: Level | None = None
    outcome: Outcome | None = None
    when: datetime | None = None
    protect_by: date | None = None
    did: tuple[Happening, ...] = ()
    now: datetime | None = None


@dataclass(frozen=True, slots=True)
class Due:
    """When one limit runs out. ``due_at`` only where it is counted in hours; ``due`` None where there is no date."""

    rule: str
    due: date | None
    due_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Then:
    """Where an example ends up: the stage, the limit that comes first and its date, the contact, the steps."""

    stage: str
    due: date | None
    rule: str | None = None
    due_at: datetime | None = None
    provisional: bool = False
    contact: str | None = None
    asks: tuple[str, ...] = ()
    omits: tuple[str, ...] = ()
    also: tuple[Due, ...] = ()


@dataclass(frozen=True, slots=True)
class Example:
    """One case worked out by somebody who knows the policy, by which Waymark's own answer is checked."""

    what: str
    given: Given
    then: Then
