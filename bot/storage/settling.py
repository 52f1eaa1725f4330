"""Reminders that nobody can answer any more, and that still show their buttons where what was sent can be replaced.

Leases and pauses run on the machine's clock (``real``). Every function takes the connection of a transaction that its
caller opened.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, exists, func, or_, select, true, update

from bot.casework.reminders import Reminder
from bot.storage.addresses import addresses
from bot.storage.base import LONGEST_PAUSE, among_found, is_over
from bot.storage.cases import cases
from bot.storage.outbox import deliveries
from bot.storage.record import record
from bot.storage.reminders import reminder, reminders

_NEWEST = select(func.max(record.c.id))


@dataclass(frozen=True, slots=True)
class Shown:
    """A message that still shows the buttons of reminders which nobody can answer any more: of one, or of a digest."""

    id: int
    person: str
    reminders: tuple[Reminder, ...]
    channel: str
    message_id: str
    address: Mapping[str, Any]
    attempts: int
    """How often its buttons could not be taken away."""


def newest_entry(connection: Connection) -> int:
    """The number of the last entry in any record. While it stays the same nothing has been answered or moved on."""
    return connection.scalar(_NEWEST) or 0


def any_shown(connection: Connection, channels: Collection[str], real: datetime, since: int | None = None) -> bool:
    """Whether one waits that nobody holds; of the cases with entries after ``since`` alone, if that is given."""
    return connection.execute(_free(channels, real, since).limit(1)).first() is not None


def claim(
    connection: Connection, channels: Collection[str], real: datetime, lease: timedelta, limit: int,
    since: int | None = None,
) -> list[Shown]:  # fmt: skip
    """Take up to ``limit`` of them on these channels; they return to the others when the lease is over."""
    free = _free(channels, real, since).order_by(deliveries.c.id).limit(limit)
    # PostgreSQL passes over what another worker is taking; on SQLite there is only one writer at a time anyway.
    ids = list(connection.scalars(free.with_for_update(skip_locked=True, of=deliveries)))
    connection.execute(update(deliveries).where(deliveries.c.id.in_(ids)).values(next_try_at=real + lease))
    query = select(
        reminders.c.person, deliveries.c.id, deliveries.c.channel, deliveries.c.message_id,
        deliveries.c.settle_attempts, addresses.c.address,
    ).select_from(_joined()).where(deliveries.c.id.in_(ids)).order_by(deliveries.c.id)  # fmt: skip
    return [
        Shown(
            row.id, row.person, standing_in(connection, row.person, row.channel, row.message_id), row.channel,
            row.message_id, row.address, row.settle_attempts,
        )
        for row in connection.execute(query)
    ]  # fmt: skip


def standing_in(connection: Connection, person: str, channel: str, message_id: str) -> tuple[Reminder, ...]:
    """The reminders of this person that stand in that message: one, or those of a digest."""
    there = (deliveries.c.channel == channel) & (deliveries.c.message_id == message_id)
    query = select(reminders).join(deliveries, deliveries.c.reminder == reminders.c.id)
    found = query.where(there, reminders.c.person == person).order_by(reminders.c.due_at, reminders.c.id)
    return tuple(reminder(row) for row in connection.execute(found))


def settled(connection: Connection, number: int, real: datetime, reason: str | None = None) -> None:
    """Its buttons are gone; or, for that reason, they stay and nothing more is tried."""
    values = {"settled_at": real, "next_try_at": None, "reason": reason}
    connection.execute(update(deliveries).where(deliveries.c.id == number).values(values))


def settled_there(connection: Connection, number: int, channel: str, message_id: str, real: datetime) -> None:
    """The message of that reminder shows its buttons no more: whoever took the answer has seen to it."""
    there = (deliveries.c.reminder == number) & (deliveries.c.channel == channel)
    mine = there & (deliveries.c.message_id == message_id)
    connection.execute(update(deliveries).where(mine).values(settled_at=real, next_try_at=None))


def later(connection: Connection, number: int, until: datetime, reason: str) -> None:
    """It did not work: nobody tries again before then."""
    values = {"settle_attempts": deliveries.c.settle_attempts + 1, "next_try_at": until, "reason": reason}
    connection.execute(update(deliveries).where(deliveries.c.id == number).values(values))


def _joined() -> Any:
    mine = (addresses.c.person == reminders.c.person) & (addresses.c.channel == deliveries.c.channel)
    return deliveries.join(reminders, reminders.c.id == deliveries.c.reminder).join(addresses, mine)


def _free(channels: Collection[str], real: datetime, since: int | None) -> Any:
    """Delivered, not yet settled, nothing left to answer in that message, and the person can be reached there."""
    return select(deliveries.c.id).select_from(_joined()).where(
        deliveries.c.state == "sent",
        deliveries.c.settled_at.is_(None),
        deliveries.c.message_id.is_not(None),
        deliveries.c.channel.in_(sorted(channels)),
        _done(reminders),
        ~_another_is_open(),
        addresses.c.state == "live",
        is_over(deliveries.c.next_try_at, real, real + LONGEST_PAUSE),
        true() if since is None else _changed(since),
    )  # fmt: skip


def _changed(since: int) -> ColumnElement[bool]:
    """Whether the record of its case has entries after that one. Asked of its number, by which both databases then
    find it: they would rather look at all that is shown."""
    theirs = reminders.alias()
    of_case = among_found(theirs.c.case, select(record.c.case).where(record.c.id > since))
    return among_found(deliveries.c.reminder, select(theirs.c.id).where(of_case))


def _done(table: Any) -> Any:
    """Answered, or its case has moved on. While a case is being put right it is at no stage, and may come back."""
    at_no_stage = (cases.c.status == "open") & cases.c.stage.is_(None)
    put_right = exists().where(cases.c.reference == table.c.case, at_no_stage)
    return or_(table.c.answered_at.is_not(None), and_(table.c.state == "over", ~put_right))


def _another_is_open() -> Any:
    """Whether another reminder stands in the same message, and can still be answered."""
    beside, other = deliveries.alias(), reminders.alias()
    same = (beside.c.channel == deliveries.c.channel) & (beside.c.message_id == deliveries.c.message_id)
    theirs = (other.c.id == beside.c.reminder) & (other.c.person == reminders.c.person)
    return exists().where(same, theirs, beside.c.id != deliveries.c.id, ~_done(other))
