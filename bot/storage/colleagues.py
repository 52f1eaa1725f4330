"""What people who signed in are called, where they belong, and how a colleague is found by a work e-mail address.

Every function takes the connection of a transaction that its caller opened.
"""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import Connection, select, update

from bot.storage.conversations import people


def describe(connection: Connection, person: str, name: str, email: str, organisation: str) -> None:
    """Keep what the directory says of a person."""
    said = {"name": name, "email": email, "organisation": organisation}
    connection.execute(update(people).where(people.c.id == person).values(said))


def find(connection: Connection, email: str, organisation: str) -> list[str]:
    """Those of that organisation who signed in with that address; one, unless the directory is in disorder."""
    named = (people.c.email == email.strip().lower()) & (people.c.organisation == organisation) & (people.c.email != "")
    return list(connection.scalars(select(people.c.id).where(named)))


def names(connection: Connection, persons: Collection[str]) -> dict[str, str]:
    """What to call these people: name and address as the directory has them, as far as it has told."""
    rows = connection.execute(select(people.c.id, people.c.name, people.c.email).where(people.c.id.in_(persons)))
    found = {row.id: f"{row.name} ({row.email})" if row.name and row.email else row.name or row.email for row in rows}
    return {person: name for person, name in found.items() if name}
