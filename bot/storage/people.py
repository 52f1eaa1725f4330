"""People: who there is, by which session they are known until there is a sign-in, and when they were last here.

Every function takes the connection of a transaction that its caller opened.
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Column, Connection, Integer, String, Table, bindparam, insert, select, update

from bot.storage.base import UtcDateTime, metadata

people = Table(
    "people",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("session_hash", String(64), unique=True),
    Column("created_at", UtcDateTime, nullable=False),
    Column("last_seen_at", UtcDateTime, nullable=False),
    Column("turn_holder", String(32)),
    Column("turn_until", UtcDateTime),
    Column("turn_button", String(32)),
    Column("turn_standing", Integer),
    Column("organisation", String(64), nullable=False, server_default=""),
    Column("name", String(120), nullable=False, server_default=""),
    Column("email", String(254), nullable=False, server_default="", index=True),
    Column("vouched_at", UtcDateTime),
)

# Made once: to make a statement takes longer than to run it.
_OF_SESSION = select(people.c.id).where(people.c.session_hash == bindparam("session"))
_SEEN = update(people).where(people.c.id == bindparam("who")).values(last_seen_at=bindparam("moment"))


def create(connection: Connection, person: str, session_hash: str | None, now: datetime) -> None:
    """Write down a new person, who is known by a session until there is a sign-in."""
    values = {"id": person, "session_hash": session_hash, "created_at": now, "last_seen_at": now}
    connection.execute(insert(people).values(values))


def of_session(connection: Connection, session_hash: str) -> str | None:
    """The person whose session this is."""
    return connection.scalar(_OF_SESSION, {"session": session_hash})


def organisation_of(connection: Connection, person: str) -> str:
    """To which organisation the person belongs; "" where there is only one, or nobody has said."""
    return connection.scalar(select(people.c.organisation).where(people.c.id == person)) or ""


def see(connection: Connection, person: str, now: datetime) -> None:
    """Note that the person was here, and hold their row: those who add to one conversation wait for each other."""
    connection.execute(_SEEN, {"who": person, "moment": now})


def hold(connection: Connection, person: str) -> bool:
    """Hold their row until the transaction ends; says whether there is such a person."""
    return connection.scalar(select(people.c.id).where(people.c.id == person).with_for_update()) is not None
