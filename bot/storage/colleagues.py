"""What people who signed in are called, where they belong, and how a colleague is found by a work e-mail address.

Every function takes the connection of a transaction that its caller opened.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import Connection, select, update

from bot.storage.base import among
from bot.storage.people import people

_KNOWN = (people.c.name != "") | (people.c.email != "")
# Made once: to make a statement takes longer than to run it.
_DISOWNED = select(people.c.id).where(among(people.c.id, "people"), _KNOWN, people.c.vouched_at.is_(None))


def describe(
    connection: Connection, person: str, name: str, email: str, organisation: str, vouched_at: datetime | None
) -> None:
    """Keep what the directory says of a person. ``vouched_at`` is None where it gives them no part in Waymark."""
    said = {"name": name, "email": email, "organisation": organisation, "vouched_at": vouched_at}
    connection.execute(update(people).where(people.c.id == person).values(said))


def disown(connection: Connection, person: str) -> None:
    """The directory vouches for this person no more."""
    connection.execute(update(people).where(people.c.id == person).values(vouched_at=None))


def vouched_at(connection: Connection, person: str) -> datetime | None:
    """When the directory last gave them a part in Waymark; None where it never did, or has taken it away."""
    found: datetime | None = connection.scalar(select(people.c.vouched_at).where(people.c.id == person))
    return found


def disowned(connection: Connection, persons: Collection[str]) -> set[str]:
    """Those of them for whom the directory vouched once, and does no more."""
    return set(connection.scalars(_DISOWNED, {"people": persons}))


def find(connection: Connection, email: str, organisation: str) -> list[str]:
    """Those of that organisation who signed in with that address; one, unless the directory is in disorder."""
    named = (people.c.email == email.strip().lower()) & (people.c.organisation == organisation) & (people.c.email != "")
    return list(connection.scalars(select(people.c.id).where(named)))


def names(connection: Connection, persons: Collection[str]) -> dict[str, str]:
    """What to call these people: name and address as the directory has them, as far as it has told."""
    rows = connection.execute(select(people.c.id, people.c.name, people.c.email).where(people.c.id.in_(persons)))
    found = {row.id: f"{row.name} ({row.email})" if row.name and row.email else row.name or row.email for row in rows}
    return {person: name for person, name in found.items() if name}
