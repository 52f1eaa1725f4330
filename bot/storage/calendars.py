"""Calendars that people subscribe to: whose secret address it is, and what was published, so that it can be changed.

Every function takes the connection of a transaction that its caller opened. Secrets are stored hashed only.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Column, Connection, ForeignKey, Integer, String, Table, delete, insert, select, update

from bot.storage.base import UtcDateTime, metadata

feeds = Table(
    "feeds",
    metadata,
    Column("person", String(32), ForeignKey("people.id", ondelete="CASCADE"), primary_key=True),
    Column("secret_hash", String(64), nullable=False, unique=True),
    Column("made_at", UtcDateTime, nullable=False),
)
appointments = Table(
    "appointments",
    metadata,
    Column("uid", String(160), primary_key=True),
    Column("case", String(16), ForeignKey("cases.reference", ondelete="CASCADE"), nullable=False, index=True),
    Column("sequence", Integer, nullable=False),
    Column("state", String(10), nullable=False),
    Column("content", JSON, nullable=False),
    Column("changed_at", UtcDateTime, nullable=False),
)


@dataclass(frozen=True, slots=True)
class Published:
    """A date as it was last put into calendars: how often it has changed, and whether it still holds."""

    uid: str
    case: str
    sequence: int
    live: bool
    content: Mapping[str, Any]
    changed_at: datetime


def open_feed(connection: Connection, person: str, secret_hash: str, now: datetime) -> None:
    """Give a person a calendar with that secret; one that they had before is closed."""
    close_feed(connection, person)
    connection.execute(insert(feeds).values(person=person, secret_hash=secret_hash, made_at=now))


def close_feed(connection: Connection, person: str) -> bool:
    """Nobody sees the person's calendar any more; says whether there was one."""
    return connection.execute(delete(feeds).where(feeds.c.person == person)).rowcount == 1


def has_feed(connection: Connection, person: str) -> bool:
    """Whether the person has a calendar."""
    return connection.execute(select(feeds.c.person).where(feeds.c.person == person)).first() is not None


def feed_of(connection: Connection, secret_hash: str) -> str | None:
    """The person whose calendar has that secret."""
    return connection.scalar(select(feeds.c.person).where(feeds.c.secret_hash == secret_hash))


def published(connection: Connection, cases: Sequence[str]) -> list[Published]:
    """All that was ever published of these cases."""
    query = select(appointments).where(appointments.c.case.in_(cases)).order_by(appointments.c.uid)
    return [
        Published(row.uid, row.case, row.sequence, row.state == "live", row.content, row.changed_at)
        for row in connection.execute(query)
    ]


def publish(connection: Connection, changes: Iterable[Published]) -> None:
    """Remember what is being published."""
    for item in changes:
        values = {
            "case": item.case,
            "sequence": item.sequence,
            "state": "live" if item.live else "cancelled",
            "content": dict(item.content),
            "changed_at": item.changed_at,
        }
        query = update(appointments).where(appointments.c.uid == item.uid).values(values)
        if connection.execute(query).rowcount == 0:
            connection.execute(insert(appointments).values(uid=item.uid, **values))
