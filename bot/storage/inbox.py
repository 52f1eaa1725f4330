"""Messages that were accepted and are still to be answered, so that none is lost when a process dies.

What is kept here is masked. A row is claimed for a while by whoever works on it, and comes back to the others when that
one is not heard of again. It runs on the machine's clock, not on the practised one. Every function takes the connection
of a transaction that its caller opened.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Connection,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    delete,
    func,
    insert,
    or_,
    select,
    text,
    update,
)
from sqlalchemy.exc import IntegrityError

from bot.storage.base import LONGEST_PAUSE, NUMBER, UtcDateTime, is_over, metadata
from bot.storage.turns import standing

REMEMBERED = timedelta(days=1)
"""A message that is delivered again within this is known to have been here already."""
_OPEN = text("done_at IS NULL")

inbox = Table(
    "inbox",
    metadata,
    Column("id", NUMBER, primary_key=True, autoincrement=True),
    Column("key", String(64), nullable=False, unique=True),
    Column("words", String(64)),
    Column("person", String(32), ForeignKey("people.id", ondelete="CASCADE"), index=True),
    Column("address", JSON, nullable=False),
    Column("body", JSON, nullable=False),
    Column("urgent", Boolean, nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("pressed", Boolean, nullable=False),
    Column("standing", Integer, nullable=False),
    Column("answer", JSON),
    Column("accepted_at", UtcDateTime, nullable=False),
    Column("free_at", UtcDateTime, nullable=False),
    Column("done_at", UtcDateTime),
    Index("ix_inbox_open", "free_at", sqlite_where=_OPEN, postgresql_where=_OPEN),
)


@dataclass(frozen=True, slots=True)
class Accepted:
    """A message that is to be answered, as far as it has come."""

    id: int
    person: str | None
    address: Mapping[str, Any]
    body: Mapping[str, Any]
    attempts: int
    """How often it was begun, with this time."""
    pressed: bool
    """Its button was used up by an attempt before."""
    moved: bool
    """The person's case has moved since it was first begun."""
    answer: tuple[int, ...] | None
    """What is still to be sent of the answer, once there is one."""
    accepted_at: datetime


def accept(
    connection: Connection,
    key: str,
    person: str | None,
    address: Mapping[str, Any],
    body: Mapping[str, Any],
    moment: datetime,
    *,
    words: str | None = None,
    urgent: bool = False,
) -> bool:
    """Keep a message until it is answered; False where the same one has been here before.

    ``words`` is the same for the same words in the same conversation.
    """
    values = {
        "key": key, "words": words, "person": person, "address": dict(address), "body": dict(body), "urgent": urgent,
        "attempts": 0, "pressed": False, "standing": 0, "accepted_at": moment, "free_at": moment,
    }  # fmt: skip
    try:
        with connection.begin_nested():
            connection.execute(insert(inbox).values(values))
    except IntegrityError:
        return False
    return True


def is_repeated(
    connection: Connection, key: str, person: str, words: str, moment: datetime, within: timedelta, *, answered: bool
) -> bool:
    """Whether this person's same words came in another message ``within`` that time before; ``answered`` counts those
    that have been dealt with as well as those that still wait."""
    same = (inbox.c.person == person) & (inbox.c.words == words) & (inbox.c.key != key)
    query = select(inbox.c.id).where(same, inbox.c.accepted_at > moment - within).limit(1)
    counted = query if answered else query.where(inbox.c.done_at.is_(None))
    return connection.execute(counted).first() is not None


def waiting(connection: Connection, person: str | None = None) -> int:
    """How many messages wait for their answer: this person's, or everybody's."""
    query = select(func.count()).select_from(inbox).where(inbox.c.done_at.is_(None))
    return connection.scalar(query.where(inbox.c.person == person) if person else query) or 0


def claim(connection: Connection, moment: datetime, lease: timedelta, *, urgent_only: bool = False) -> Accepted | None:
    """Take the next message that nobody works on: urgent ones first, and one person's in their order."""
    earlier = inbox.alias()
    is_behind = (
        select(earlier.c.id)
        .where(earlier.c.person == inbox.c.person, earlier.c.id < inbox.c.id, earlier.c.done_at.is_(None))
        .exists()
    )
    eligible = inbox.c.urgent if urgent_only else or_(inbox.c.urgent, ~is_behind)
    query = (
        select(inbox)
        .where(inbox.c.done_at.is_(None), is_over(inbox.c.free_at, moment, moment + LONGEST_PAUSE), eligible)
        .order_by(inbox.c.urgent.desc(), inbox.c.id)
        .limit(1)
        .with_for_update(skip_locked=True)
    )
    row = connection.execute(query).first()
    if row is None:
        return None
    stands = standing(connection, row.person)
    first = row.attempts == 0
    values = {"attempts": row.attempts + 1, "free_at": moment + lease, "standing": stands if first else row.standing}
    connection.execute(update(inbox).where(inbox.c.id == row.id).values(values))
    moved = not first and stands != row.standing
    answer = None if row.answer is None else tuple(row.answer)
    return Accepted(
        row.id, row.person, row.address, row.body, row.attempts + 1, row.pressed, moved, answer, row.accepted_at
    )


def note_press(connection: Connection, number: int) -> None:
    """This message has used up its button."""
    connection.execute(update(inbox).where(inbox.c.id == number).values(pressed=True))


def note_answer(connection: Connection, number: int, messages: Sequence[int]) -> None:
    """What is still to be sent of the answer; nothing has to be answered again."""
    connection.execute(update(inbox).where(inbox.c.id == number).values(answer=list(messages)))


def put_back(connection: Connection, number: int, free_at: datetime) -> None:
    """Let anybody take it again, from then on."""
    connection.execute(update(inbox).where(inbox.c.id == number).values(free_at=free_at))


def finish(connection: Connection, number: int, moment: datetime) -> None:
    """It has been dealt with. Only that it was here is remembered: its key, and a hash of its words."""
    values = {"done_at": moment, "body": {}, "address": {}, "answer": None}
    connection.execute(update(inbox).where(inbox.c.id == number).values(values))


def forget(connection: Connection, moment: datetime) -> None:
    """Remove what was dealt with long ago."""
    connection.execute(delete(inbox).where(inbox.c.done_at < moment - REMEMBERED))
