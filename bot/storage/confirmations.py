"""E-mail addresses that wait to be confirmed. What the link holds is stored hashed; all is forgotten after a day.

Every function takes the connection of a transaction that its caller opened.
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Column, Connection, ForeignKey, Integer, String, Table, delete, func, insert, or_, select, update

from bot.storage.base import UtcDateTime, metadata

confirmations = Table(
    "confirmations",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("person", String(32), ForeignKey("people.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("email", String(254), nullable=False, index=True),
    Column("token_hash", String(64), nullable=False, unique=True),
    Column("made_at", UtcDateTime, nullable=False),
    Column("state", String(8), nullable=False),
)


def forget_before(connection: Connection, moment: datetime) -> None:
    """Forget what nobody confirmed in time."""
    connection.execute(delete(confirmations).where(confirmations.c.made_at < moment))


def asked(connection: Connection, person: str, email: str) -> int:
    """How often this person has asked, or this address was asked, whichever is more."""
    mine, theirs = confirmations.c.person == person, confirmations.c.email == email
    rows = connection.execute(select(confirmations.c.person, confirmations.c.email).where(or_(mine, theirs))).all()
    return max([row.person for row in rows].count(person), [row.email for row in rows].count(email))


def begin(connection: Connection, person: str, email: str, token_hash: str, now: datetime) -> None:
    """An address waits to be confirmed; another one that this person was asked about does not any more."""
    drop(connection, person)
    row = {"person": person, "email": email, "token_hash": token_hash, "made_at": now, "state": "waiting"}
    connection.execute(insert(confirmations).values(row))


def drop(connection: Connection, person: str) -> None:
    """No address of this person waits any more."""
    waiting = (confirmations.c.person == person) & (confirmations.c.state == "waiting")
    connection.execute(update(confirmations).where(waiting).values(state="over"))


def waiting(connection: Connection, person: str, since: datetime) -> str | None:
    """The address that this person was asked about since then."""
    found = (confirmations.c.person == person) & (confirmations.c.state == "waiting")
    newest = select(func.max(confirmations.c.id)).where(found, confirmations.c.made_at >= since).scalar_subquery()
    return connection.scalar(select(confirmations.c.email).where(confirmations.c.id == newest))


def find(connection: Connection, token_hash: str, since: datetime) -> str | None:
    """The address that a link confirms, if it still can."""
    live = (confirmations.c.token_hash == token_hash) & (confirmations.c.state == "waiting")
    return connection.scalar(select(confirmations.c.email).where(live, confirmations.c.made_at >= since))


def take(connection: Connection, token_hash: str, since: datetime) -> tuple[str, str] | None:
    """Use a link up: the person and their address. Of two at once, one gets it."""
    live = (confirmations.c.token_hash == token_hash) & (confirmations.c.state == "waiting")
    query = update(confirmations).where(live, confirmations.c.made_at >= since).values(state="used")
    row = connection.execute(query.returning(confirmations.c.person, confirmations.c.email)).one_or_none()
    return (row.person, row.email) if row else None
