"""Reminders as rows: held against the plan when a case changes, found by their token, answered once.

What workers do with them is in :mod:`bot.storage.outbox`. Every function takes the connection of a transaction that its
caller opened.
"""

from __future__ import annotations

import secrets
from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    Connection,
    ForeignKey,
    Index,
    Integer,
    Row,
    String,
    Table,
    UniqueConstraint,
    bindparam,
    insert,
    select,
    text,
    update,
)

from bot.casework.reminders import Kind, Planned, Reminder, Reply
from bot.storage.base import NUMBER, UtcDateTime, metadata

_WAITING = text("state = 'pending'")
TO_BE_SEEN = text("(state = 'undeliverable' OR audience = 'coordinator' AND state = 'sent' AND answered_at IS NULL)")
"""What a coordinator should see. Said in letters: only so does SQLite see that the index of these will do."""
WAITING = ("pending", "undeliverable")
"""States of a reminder that has not reached anybody and is still wanted."""

reminders = Table(
    "reminders",
    metadata,
    Column("id", NUMBER, primary_key=True, autoincrement=True),
    Column("case", String(16), ForeignKey("cases.reference", ondelete="CASCADE"), nullable=False),
    Column("key", String(96), nullable=False),
    Column("person", String(36), nullable=False, index=True),
    Column("audience", String(12), nullable=False),
    Column("kind", String(12), nullable=False),
    Column("number", Integer, nullable=False),
    Column("rule", String(16)),
    Column("stage", String(16), nullable=False),
    Column("deadline", String(64), nullable=False),
    Column("moment", UtcDateTime),
    Column("urgent", Boolean, nullable=False),
    Column("due_at", UtcDateTime, nullable=False),
    Column("token", String(32), nullable=False, unique=True),
    Column("state", String(14), nullable=False),
    Column("claimed_by", String(64)),
    Column("free_at", UtcDateTime),
    Column("sent_at", UtcDateTime),
    Column("answered_at", UtcDateTime),
    Column("answered_by", String(36)),
    Column("answered_as", String(16)),
    UniqueConstraint("case", "key"),
    Index("ix_reminders_waiting", "due_at", sqlite_where=_WAITING, postgresql_where=_WAITING),
    Index("ix_reminders_to_be_seen", "due_at", "id", sqlite_where=TO_BE_SEEN, postgresql_where=TO_BE_SEEN),
)

_UNREAD = frozenset({"key", "audience", "state", "claimed_by", "free_at", "sent_at"})
READ = tuple(column for column in reminders.c if column.name not in _UNREAD)
"""What :func:`reminder` reads."""
_OF_CASE = select(reminders.c.id, reminders.c.key, reminders.c.state, reminders.c.deadline).where(
    reminders.c.case == bindparam("of")
)
_ADD = insert(reminders)
_CODES = {Reply.RESOLVED: "r", Reply.NOT_RESOLVED: "n", Reply.NO_ANSWER: "s", Reply.NEW_DATE: "d"}
_REPLIES = {code: reply for reply, code in _CODES.items()}


def button_token(token: str, reply: Reply) -> str:
    """What stands for a reply under the reminder with that token, outside."""
    return token + _CODES[reply]


def hold_against(connection: Connection, case: str, person: str, plan: Iterable[Planned], now: datetime) -> None:
    """Make the rows of a case those of its plan: what is new and to come is added, what is needed no more is cancelled.

    What was sent is never planned again, and what waits although its time has gone by is still due.
    """
    wanted = {planned.key: planned for planned in plan}
    deadlines = {planned.deadline for planned in wanted.values()}
    rows = connection.execute(_OF_CASE, {"of": case}).all()
    coming = {key for key, planned in wanted.items() if planned.at > now}
    changes = {
        "cancelled": [row.id for row in rows if row.state in WAITING and row.key not in wanted],
        "pending": [row.id for row in rows if row.state == "cancelled" and row.key in coming],
        "over": [row.id for row in rows if row.state == "sent" and row.deadline not in deadlines],
        "sent": [row.id for row in rows if row.state == "over" and row.deadline in deadlines],
    }
    for state, ids in changes.items():
        if ids:
            free: dict[str, Any] = {"free_at": None, "claimed_by": None} if state == "pending" else {}
            connection.execute(update(reminders).where(reminders.c.id.in_(ids)).values(state=state, **free))
    known = {row.key for row in rows}
    new = [_row(case, person, wanted[key]) for key in wanted if key in coming and key not in known]
    if new:
        connection.execute(_ADD, new)


def of_button(connection: Connection, token: str) -> tuple[Reminder, Reply] | None:
    """The reminder to which a button belongs, and what it stands for; None where there is no such button."""
    row = connection.execute(select(reminders).where(reminders.c.token == token[:-1])).one_or_none()
    reply = _REPLIES.get(token[-1:])
    return (reminder(row), reply) if row and reply else None


def tokens(found: Reminder) -> tuple[str, ...]:
    """What stands for each reply under a reminder, in the order of its buttons."""
    return tuple(button_token(found.token, reply) for reply in Reply)


def live_tokens(connection: Connection, numbers: Collection[int]) -> dict[int, tuple[str, ...]]:
    """The tokens of those reminders that wait for an answer."""
    if not numbers:
        return {}
    waiting = reminders.c.id.in_(numbers) & reminders.c.answered_at.is_(None) & (reminders.c.state != "over")
    return {row.id: tokens(reminder(row)) for row in connection.execute(select(reminders).where(waiting))}


def answer(connection: Connection, answered: Reminder, reply: Reply, by: str, now: datetime) -> bool:
    """Take the answer to a reminder, and to all that were sent about its deadline; False where one was taken before."""
    mine = (reminders.c.case == answered.case) & (reminders.c.deadline == answered.planned.deadline)
    open_ = reminders.c.answered_at.is_(None)
    values = {"answered_at": now, "answered_by": by, "answered_as": reply.value}
    first = update(reminders).where(reminders.c.id == answered.id, open_).values(values)
    if connection.execute(first).rowcount != 1:
        return False
    connection.execute(update(reminders).where(mine, open_, reminders.c.state.in_(("sent", "over"))).values(values))
    return True


def reminder(row: Row[Any]) -> Reminder:
    """The reminder that a row holds."""
    planned = Planned(
        Kind(row.kind), row.number, row.due_at, row.stage, row.deadline, row.rule, row.moment, row.urgent
    )
    said = Reply(row.answered_as) if row.answered_as else None
    return Reminder(row.id, row.case, row.person, planned, row.token, row.answered_at, row.answered_by, said)


def _row(case: str, person: str, planned: Planned) -> Mapping[str, Any]:
    return {
        "case": case,
        "key": planned.key,
        "person": person,
        "audience": "coordinator" if planned.kind is Kind.COORDINATOR else "practitioner",
        "kind": planned.kind.value,
        "number": planned.number,
        "rule": planned.rule,
        "stage": planned.stage,
        "deadline": planned.deadline,
        "moment": planned.moment,
        "urgent": planned.urgent,
        "due_at": planned.at,
        "token": secrets.token_urlsafe(18),
        "state": "pending",
    }
