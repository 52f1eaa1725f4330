"""Sessions of people who signed in: by the hash of their secret, with what the directory last said of them.

Every function takes the connection of a transaction that its caller opened.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import JSON, Column, Connection, ForeignKey, String, Table, Text, delete, insert, or_, select, update

from bot.casework.permissions import Actor, Role
from bot.storage.base import UtcDateTime, metadata

sessions = Table(
    "sessions",
    metadata,
    Column("hash", String(64), primary_key=True),
    Column("person", String(32), ForeignKey("people.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("roles", JSON, nullable=False),
    Column("organisation", String(64), nullable=False),
    Column("began_at", UtcDateTime, nullable=False),
    Column("seen_at", UtcDateTime, nullable=False, index=True),
    Column("read_at", UtcDateTime, nullable=False),
    Column("asked_at", UtcDateTime, nullable=False),
    Column("sealed", Text, nullable=False),
)


@dataclass(frozen=True, slots=True)
class Session:
    """A session: whose, since when, when the person last did something, and since when their roles are known.

    ``sealed`` is what renews it, readable with the session's secret only; empty where the directory gave nothing.
    """

    actor: Actor
    began_at: datetime
    seen_at: datetime
    read_at: datetime
    sealed: str


def begin(connection: Connection, session: str, actor: Actor, sealed: str, now: datetime) -> None:
    """A new session, known by the hash of its secret."""
    values = {"hash": session, "person": actor.id, "began_at": now, "seen_at": now, **_said(actor, sealed, now)}
    connection.execute(insert(sessions).values(values))


def find(connection: Connection, session: str) -> Session | None:
    """The session of that hash."""
    row = connection.execute(select(sessions).where(sessions.c.hash == session)).one_or_none()
    if row is None:
        return None
    actor = Actor(row.person, frozenset(map(Role, row.roles)), row.organisation)
    return Session(actor, row.began_at, row.seen_at, row.read_at, row.sealed)


def seen(connection: Connection, session: str, now: datetime) -> None:
    """The person has done something."""
    connection.execute(update(sessions).where(sessions.c.hash == session).values(seen_at=now))


def may_ask(connection: Connection, session: str, asked_before: datetime, now: datetime) -> bool:
    """Whether this caller is the one to ask the directory again: of several at once, one is."""
    mine = (sessions.c.hash == session) & (sessions.c.asked_at <= asked_before)
    return connection.execute(update(sessions).where(mine).values(asked_at=now)).rowcount == 1


def renew(connection: Connection, session: str, actor: Actor, sealed: str, now: datetime) -> None:
    """The directory has said anew what the person is."""
    connection.execute(update(sessions).where(sessions.c.hash == session).values(_said(actor, sealed, now)))


def end(connection: Connection, session: str) -> None:
    """The session works no more."""
    connection.execute(delete(sessions).where(sessions.c.hash == session))


def sweep(connection: Connection, began_before: datetime, seen_before: datetime) -> None:
    """Forget sessions that are over anyway."""
    over = or_(sessions.c.began_at < began_before, sessions.c.seen_at < seen_before)
    connection.execute(delete(sessions).where(over))


def _said(actor: Actor, sealed: str, now: datetime) -> dict[str, object]:
    roles: Collection[str] = sorted(role.value for role in actor.roles)
    return {"roles": roles, "organisation": actor.organisation, "sealed": sealed, "read_at": now, "asked_at": now}
