"""The organisation that runs Waymark: its own lead, deputy and front doors, which stand beside a policy's contacts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from bot.casework.contacts import Hours
from bot.casework.vocabulary import Person

HOLDS_FOR = timedelta(days=365)
"""After so long a number has to be confirmed before people rely on it."""


@dataclass(frozen=True, slots=True)
class OwnContact:
    """One of the organisation's own contacts, and the day on which somebody last checked it."""

    name: str
    checked: date
    phone: str | None = None
    email: str | None = None
    hours: tuple[Hours, ...] = ()
    note: str | None = None

    def is_old(self, today: date) -> bool:
        """Whether it was checked over a year ago."""
        return today - self.checked > HOLDS_FOR


@dataclass(frozen=True, slots=True)
class Organisation:
    """The contacts that a deploying organisation names. Roles only, never a person's name."""

    name: str
    lead: OwnContact | None = None
    deputy: OwnContact | None = None
    children: OwnContact | None = None
    adults: OwnContact | None = None
    out_of_hours: OwnContact | None = None

    def colleagues(self) -> tuple[OwnContact, ...]:
        """Whom to speak to inside the organisation, in order."""
        return tuple(contact for contact in (self.lead, self.deputy) if contact)

    def doors(self, person: Person | None) -> tuple[OwnContact, ...]:
        """The front door for this person (both while nobody has said), and the number for all other hours."""
        children = None if person is Person.ADULT else self.children
        adults = None if person is Person.CHILD else self.adults
        return tuple(contact for contact in (children, adults, self.out_of_hours) if contact)


@dataclass(frozen=True, slots=True)
class Own:
    """The organisation's contacts as they stand today."""

    organisation: Organisation
    today: date
