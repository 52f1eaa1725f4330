"""People and what was said with them: sessions, messages in their order, the choices under them.

Every function takes the connection of a transaction that its caller opened. Texts are stored masked, never as typed.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import (
    JSON,
    Column,
    Connection,
    ForeignKey,
    Index,
    Integer,
    Row,
    String,
    Table,
    Text,
    bindparam,
    exists,
    func,
    insert,
    select,
    update,
)

from bot.casework.message import Kind, Message
from bot.storage import reminders
from bot.storage.base import NUMBER, UtcDateTime, metadata

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

buttons = Table(
    "buttons",
    metadata,
    Column("token", String(32), primary_key=True),
    Column("person", String(32), ForeignKey("people.id", ondelete="CASCADE"), nullable=False),
    Column("message", NUMBER, ForeignKey("messages.id", ondelete="CASCADE"), nullable=False),
    Column("position", Integer, nullable=False),
    Column("title", Text, nullable=False),
    Column("payload", Text, nullable=False),
    Column("used_at", UtcDateTime),
    Index(None, "person", "message"),
    Index(None, "message"),
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


@dataclass(frozen=True, slots=True)
class Choice:
    """A pressed button: what the person saw on it, and what it means to the assistant."""

    title: str
    payload: str


# Made once: to make a statement takes three times as long as to run it, and each turn runs these.
_ANOTHER = buttons.alias()
_NEWEST_WITH_BUTTONS = (
    select(func.max(_ANOTHER.c.message)).where(_ANOTHER.c.person == bindparam("who")).scalar_subquery()
)
_OF_SESSION = select(people.c.id).where(people.c.session_hash == bindparam("session"))
_SEEN = update(people).where(people.c.id == bindparam("who")).values(last_seen_at=bindparam("moment"))
_ADD = insert(messages).returning(messages.c.id)
_ADD_BUTTONS = insert(buttons)
_SINCE = (
    select(messages).where(messages.c.person == bindparam("who"), messages.c.id > bindparam("since"))
).order_by(messages.c.id)
_OF_KEY = select(messages.c.id).where(messages.c.person == bindparam("who"), messages.c.key == bindparam("known_by"))
_LAST = select(func.max(messages.c.id)).where(messages.c.person == bindparam("who"))
_CHOICES = (
    select(buttons.c.message, buttons.c.token, buttons.c.used_at)
    .where(buttons.c.message == _NEWEST_WITH_BUTTONS)
    .order_by(buttons.c.position)
)


def create_person(connection: Connection, person: str, session_hash: str | None, now: datetime) -> None:
    """Write down a new person, who is known by a session until there is a sign-in."""
    values = {"id": person, "session_hash": session_hash, "created_at": now, "last_seen_at": now}
    connection.execute(insert(people).values(values))


def find_person(connection: Connection, session_hash: str) -> str | None:
    """The person whose session this is."""
    return connection.scalar(_OF_SESSION, {"session": session_hash})


def organisation_of(connection: Connection, person: str) -> str:
    """To which organisation the person belongs; "" where there is only one, or nobody has said."""
    return connection.scalar(select(people.c.organisation).where(people.c.id == person)) or ""


def see(connection: Connection, person: str, now: datetime) -> None:
    """Note that the person was here, and hold their row: those who add to one conversation wait for each other."""
    connection.execute(_SEEN, {"who": person, "moment": now})


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
    rows = [
        {"token": secrets.token_urlsafe(18), "person": person, "message": number, "position": position,
         "title": button.title, "payload": button.payload}
        for position, button in enumerate(message.buttons if reminder is None else ())
    ]  # fmt: skip
    if rows:
        connection.execute(_ADD_BUTTONS, rows)
    return StoredMessage(number, message, now, tuple(str(row["token"]) for row in rows))


def tell(
    connection: Connection, person: str, message: Message, now: datetime, reminder: int | None = None
) -> StoredMessage | None:
    """Say something unasked; None where there is no such person."""
    if connection.scalar(select(people.c.id).where(people.c.id == person).with_for_update()) is None:
        return None
    return add(connection, person, message, now, reminder)


def history(connection: Connection, person: str, after: int = 0) -> list[StoredMessage]:
    """What was said with this person after that message, oldest first; tokens only where they are live."""
    rows = connection.execute(_SINCE, {"who": person, "since": after}).all()
    if not rows:
        return []
    number, tokens = live_choices(connection, person)
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
    number, tokens = live_choices(connection, person)
    if number is None:
        return None
    row = connection.execute(select(messages).where(messages.c.id == number)).one()
    return _stored(row, tokens)


def live_choices(connection: Connection, person: str) -> tuple[int | None, tuple[str, ...]]:
    """The message whose buttons can be pressed, and their tokens: the newest with buttons, if none of them was used."""
    rows = connection.execute(_CHOICES, {"who": person}).all()
    if not rows or any(row.used_at for row in rows):
        return None, ()
    return rows[0].message, tuple(row.token for row in rows)


def press(connection: Connection, person: str, token: str, now: datetime) -> Choice | None:
    """Use up a live button of this person; None where it is not live. Of two presses at once, one gets it."""
    see(connection, person, now)
    sibling = buttons.alias()
    used = exists().where(sibling.c.message == buttons.c.message, sibling.c.used_at.is_not(None))
    live = (
        (buttons.c.token == token)
        & (buttons.c.person == person)
        & (buttons.c.message == _NEWEST_WITH_BUTTONS)
        & ~used
    )
    if connection.execute(update(buttons).where(live).values(used_at=now), {"who": person}).rowcount != 1:
        return None
    row = connection.execute(select(buttons.c.title, buttons.c.payload).where(buttons.c.token == token)).one()
    return Choice(row.title, row.payload)


def release(connection: Connection, token: str) -> None:
    """Make a used button live again, because nothing came of it."""
    connection.execute(update(buttons).where(buttons.c.token == token).values(used_at=None))


def told(connection: Connection, reminder: int) -> StoredMessage | None:
    """What that reminder says in the person's history, where it stands there."""
    row = connection.execute(select(messages).where(messages.c.reminder == reminder)).one_or_none()
    return _stored(row, ()) if row else None


def _stored(row: Row[tuple[object, ...]], tokens: tuple[str, ...]) -> StoredMessage:
    return StoredMessage(row.id, Message.from_dict(row.body), row.created_at, tokens)
