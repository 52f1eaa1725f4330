"""Who a person is to those who vouch for them: a directory's object id, whichever door they come in by.

Teams and sign-in in a browser name the same person by the same pair, so that both lead to the same cases. Every
function takes the connection of a transaction that its caller opened.
"""

from __future__ import annotations

import secrets
from datetime import datetime

from sqlalchemy import Column, Connection, ForeignKey, String, Table, insert, select
from sqlalchemy.exc import IntegrityError

from bot.storage import people
from bot.storage.base import UtcDateTime, metadata

identities = Table(
    "identities",
    metadata,
    Column("provider", String(64), primary_key=True),
    Column("subject", String(255), primary_key=True),
    Column("person", String(32), ForeignKey("people.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("created_at", UtcDateTime, nullable=False),
)


def directory(tenant: str) -> str:
    """The provider that a Microsoft Entra tenant is; its subjects are the directory's object ids (``oid``)."""
    return f"entra:{tenant.lower()}"


def find(connection: Connection, provider: str, subject: str) -> str | None:
    """The person whom that provider knows by that subject."""
    mine = (identities.c.provider == provider) & (identities.c.subject == subject)
    return connection.scalar(select(identities.c.person).where(mine))


def find_or_begin(connection: Connection, provider: str, subject: str, now: datetime) -> str:
    """The person whom that provider knows by that subject, who is written down when they come for the first time."""
    if known := find(connection, provider, subject):
        return known
    person = secrets.token_hex(16)
    try:
        with connection.begin_nested():
            people.create(connection, person, None, now)
            values = {"provider": provider, "subject": subject, "person": person, "created_at": now}
            connection.execute(insert(identities).values(values))
    except IntegrityError:  # somebody else wrote them down in the meantime
        if known := find(connection, provider, subject):
            return known
        raise
    return person
