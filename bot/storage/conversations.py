"""What was said with people: messages in their order, each as it was shown.

Every function takes the connection of a transaction that its caller opened. Texts are stored masked, never as typed.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import (
    JSON,
    Column,
    Connection,
    ForeignKey,
    Index,
    Row,
    String,
    Table,
    bindparam,
    func,
    insert,
    select,
)

from bot.casework.message import Kind, Message
from bot.storage import buttons, people, reminders
from bot.storage.base import NUMBER, UtcDateTime, metadata

messages = Table(
    "messages",
    metadata,
    Column("id", NUMBER, primary_key=True, autoincrement=True),
    Column("person", String(32), ForeignKey("people.id", ondelete="CASCADE"), nullable=False),
    Column("kind", String(16), nullable=False),
    Column("body", JSON, nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
    Column("reminder", NUMBER),
    Column("key", String(64)),
    Index(None, "person", "id"),
    Index("uq_messages_person_key", "person", "key", unique=True),  # what is delivered again is kept once
    Index("uq_messages_reminder", "reminder", unique=True),  # a reminder is said once, however often it is sent
    sqlite_autoincrement=True,  # an id is never given twice, so that "after this id" stays true when rows are deleted
)


@dataclass(frozen=True, slots=True)
class StoredMessage:
    """A message in a conversation: without an id where it was not kept, with tokens while it can be answered."""

    id: int | None
    message: Message
    created_at: datetime
    tokens: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sent:
    """A person's words on their way in: as they would be kept, by what they are known when they are delivered again,
    and the last message that there was when they came."""

    text: str
    key: str | None
    since: int


# Made once: to make a statement takes three times as long as to run it, and each turn runs these.
_ADD = insert(messages).returning(messages.c.id)
_SINCE = (
    select(messages).where(messages.c.person == bindparam("who"), messages.c.id > bindparam("since"))
).order_by(messages.c.id)
_OF_KEY = select(messages.c.id).where(messages.c.person == bindparam("who"), messages.c.key == bindparam("known_by"))
_LAST = select(func.max(messages.c.id)).where(messages.c.person == bindparam("who"))


def add(
    connection: Connection, person: str, message: Message, now: datetime, reminder: int | None = None,
    key: str | None = None,
) -> StoredMessage:  # fmt: skip
    """Add a message to the end of a conversation, with new tokens for its buttons.

    Those under a reminder are the reminder's own, and live until it is answered; it is added once. ``key`` is by what
    the message is known when it is delivered again.
    """
    if reminder is not None and (before := told(connection, reminder)):
        return before
    said = {"kind": message.kind.value, "body": message.as_dict(), "created_at": now}
    row = {"person": person, **said, "key": key, "reminder": reminder}
    number = connection.execute(_ADD, row).scalar_one()
    tokens = buttons.add(connection, person, number, message.buttons if reminder is None else ())
    return StoredMessage(number, message, now, tokens)


def tell(
    connection: Connection, person: str, message: Message, now: datetime, reminder: int | None = None
) -> StoredMessage | None:
    """Say something unasked; None where there is no such person."""
    return add(connection, person, message, now, reminder) if people.hold(connection, person) else None


def history(connection: Connection, person: str, after: int = 0) -> list[StoredMessage]:
    """What was said with this person after that message, oldest first; tokens only where they are live."""
    rows = connection.execute(_SINCE, {"who": person, "since": after}).all()
    if not rows:
        return []
    number, tokens = buttons.live(connection, person)
    open_ = reminders.live_tokens(connection, [row.reminder for row in rows if row.reminder])
    return [_stored(row, tokens if row.id == number else open_.get(row.reminder, ())) for row in rows]


def newest(connection: Connection, person: str) -> int:
    """The number of the last message; 0 where there is none."""
    return connection.scalar(_LAST, {"who": person}) or 0


def answered(connection: Connection, person: str, sent: Sent) -> list[StoredMessage]:
    """These words where they have been here before, and what was answered to them; else nothing.

    They are known by their key, or kept since they came: then it is the same message delivered twice. Nobody says a
    thing again before they can have read the answer to it.
    """
    number = connection.scalar(_OF_KEY, {"who": person, "known_by": sent.key}) if sent.key else None
    if number:
        return _turn_from(history(connection, person, number - 1))
    found = history(connection, person, sent.since)
    same = (at for at, said in enumerate(found) if said.message.kind is Kind.PERSON and said.message.text == sent.text)
    return _turn_from(found[at:]) if (at := next(same, None)) is not None else []


def _turn_from(found: list[StoredMessage]) -> list[StoredMessage]:
    """One turn: a person's words, and all that was said until they spoke again. A reminder in between is no answer."""
    ends = next((at for at, said in enumerate(found) if at and said.message.kind is Kind.PERSON), len(found))
    return [said for said in found[:ends] if said.message.kind is not Kind.REMINDER]


def live_question(connection: Connection, person: str) -> StoredMessage | None:
    """The newest message that still waits for one of its buttons."""
    number, tokens = buttons.live(connection, person)
    if number is None:
        return None
    row = connection.execute(select(messages).where(messages.c.id == number)).one()
    return _stored(row, tokens)


def told(connection: Connection, reminder: int) -> StoredMessage | None:
    """What that reminder says in the person's history, where it stands there."""
    row = connection.execute(select(messages).where(messages.c.reminder == reminder)).one_or_none()
    return _stored(row, ()) if row else None


def _stored(row: Row[tuple[object, ...]], tokens: tuple[str, ...]) -> StoredMessage:
    return StoredMessage(row.id, Message.from_dict(row.body), row.created_at, tokens)
