"""The organisation's own contacts in words: always labelled as its own, with the day on which they were checked."""

from __future__ import annotations

from collections.abc import Sequence

from bot.casework.calendar import say_date
from bot.casework.message import Block
from bot.casework.organisation import Own, OwnContact
from bot.casework.vocabulary import Person
from bot.wording.contacting import opening_hours
from bot.wording.shaping import listed


def colleagues(own: Own | None) -> list[Block]:
    """The organisation's lead and deputy."""
    return _listed(own, own.organisation.colleagues()) if own else []


def doors(own: Own | None, person: Person | None) -> list[Block]:
    """The organisation's front door for this person, and its number for other hours."""
    return _listed(own, own.organisation.doors(person)) if own else []


def everybody(own: Own | None, person: Person | None) -> list[Block]:
    """All whom a practitioner of the organisation may need for this person."""
    if own is None:
        return []
    return _listed(own, (*own.organisation.colleagues(), *own.organisation.doors(person)))


def _listed(own: Own, contacts: Sequence[OwnContact]) -> list[Block]:
    lines = [_said(own, contact) for contact in contacts]
    return [listed(lines, f"Your organisation’s ({own.organisation.name})")] if lines else []


def _said(own: Own, contact: OwnContact) -> str:
    checked = f"checked on {say_date(contact.checked)}"
    if contact.is_old(own.today):
        checked += ", over a year ago: confirm it before you rely on it"
    ways = ", ".join(way for way in (contact.phone, contact.email) if way)
    asides = "; ".join([*opening_hours(contact.hours), checked])
    return f"{contact.name}: {ways} ({asides})." + (f" {contact.note}" if contact.note else "")
