"""The choices under messages: each a secret token, which can be pressed once, and only under the newest that has any.

Those under reminders are the reminders' own. Every function takes the connection of a transaction that its caller
opened.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import (
    Column,
    Connection,
    ForeignKey,
    Index,
    Integer,
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

from bot.casework.message import Button
from bot.storage import people
from bot.storage.base import NUMBER, UtcDateTime, metadata

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
class Choice:
    """A pressed button: what the person saw on it, and what it means to the assistant."""

    title: str
    payload: str


# Made once: to make a statement takes three times as long as to run it, and each turn runs these.
_ANOTHER = buttons.alias()
_NEWEST_WITH_BUTTONS = (
    select(func.max(_ANOTHER.c.message)).where(_ANOTHER.c.person == bindparam("who")).scalar_subquery()
)
_ADD = insert(buttons)
_LIVE = (
    select(buttons.c.message, buttons.c.token, buttons.c.used_at)
    .where(buttons.c.message == _NEWEST_WITH_BUTTONS)
    .order_by(buttons.c.position)
)


def add(connection: Connection, person: str, message: int, offered: Iterable[Button]) -> tuple[str, ...]:
    """Put these buttons under a message; gives their tokens."""
    rows = [
        {"token": secrets.token_urlsafe(18), "person": person, "message": message, "position": position,
         "title": button.title, "payload": button.payload}
        for position, button in enumerate(offered)
    ]  # fmt: skip
    if rows:
        connection.execute(_ADD, rows)
    return tuple(str(row["token"]) for row in rows)


def live(connection: Connection, person: str) -> tuple[int | None, tuple[str, ...]]:
    """The message whose buttons can be pressed, and their tokens: the newest with buttons, if none of them was used."""
    rows = connection.execute(_LIVE, {"who": person}).all()
    if not rows or any(row.used_at for row in rows):
        return None, ()
    return rows[0].message, tuple(row.token for row in rows)


def press(connection: Connection, person: str, token: str, now: datetime) -> Choice | None:
    """Use up a live button of this person; None where it is not live. Of two presses at once, one gets it."""
    people.see(connection, person, now)
    sibling = buttons.alias()
    used = exists().where(sibling.c.message == buttons.c.message, sibling.c.used_at.is_not(None))
    pressable = (
        (buttons.c.token == token) & (buttons.c.person == person) & (buttons.c.message == _NEWEST_WITH_BUTTONS) & ~used
    )
    if connection.execute(update(buttons).where(pressable).values(used_at=now), {"who": person}).rowcount != 1:
        return None
    row = connection.execute(select(buttons.c.title, buttons.c.payload).where(buttons.c.token == token)).one()
    return Choice(row.title, row.payload)


def release(connection: Connection, token: str) -> None:
    """Make a used button live again, because nothing came of it."""
    connection.execute(update(buttons).where(buttons.c.token == token).values(used_at=None))


def chosen(connection: Connection, message: int) -> str | None:
    """What was chosen under that message, if anything was."""
    used = (buttons.c.message == message) & buttons.c.used_at.is_not(None)
    return connection.scalar(select(buttons.c.title).where(used).limit(1))
