"""Messages that still show buttons on a channel where what was sent can be replaced.

Every function takes the connection of a transaction that its caller opened.
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Column, Connection, ForeignKey, String, Table, delete, insert, select

from bot.casework.message import Message
from bot.storage import buttons
from bot.storage.base import NUMBER, metadata
from bot.storage.conversations import messages

cards = Table(
    "cards",
    metadata,
    Column("message", NUMBER, ForeignKey("messages.id", ondelete="CASCADE"), primary_key=True, autoincrement=False),
    Column("person", String(32), ForeignKey("people.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("place", String(255), nullable=False),
)


@dataclass(frozen=True, slots=True)
class Card:
    """A message whose buttons have to go: where it is, what it says, what was chosen under it (if anything was)."""

    place: str
    message: Message
    chosen: str | None


def shown(connection: Connection, message: int, person: str, place: str) -> None:
    """The message shows its buttons there."""
    connection.execute(delete(cards).where(cards.c.message == message))  # sent again: the newer one is theirs
    connection.execute(insert(cards).values(message=message, person=person, place=place))


def is_shown(connection: Connection, message: int) -> bool:
    """Whether the message still shows its buttons somewhere."""
    return connection.scalar(select(cards.c.place).where(cards.c.message == message)) is not None


def take_stale(connection: Connection, person: str) -> list[Card]:
    """The cards of this person that can no longer be answered; each is given once."""
    live, _ = buttons.live(connection, person)
    stale = (cards.c.person == person) & (cards.c.message != (live or 0))
    query = select(cards.c.place, cards.c.message, messages.c.body).join(messages, messages.c.id == cards.c.message)
    found = connection.execute(query.where(stale).order_by(cards.c.message)).all()
    connection.execute(delete(cards).where(stale))
    return [Card(row.place, Message.from_dict(row.body), buttons.chosen(connection, row.message)) for row in found]
