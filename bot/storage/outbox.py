"""The way out: what workers claim, what became of each attempt, and who is at work.

Due is what the practised clock says; leases, pauses and heartbeats run on the machine's clock (``real``), so that
setting the training clock neither frees nor holds anything. Every function takes the connection of a transaction.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from typing import Any, cast

from sqlalchemy import (
    JSON,
    Column,
    Connection,
    Executable,
    ForeignKey,
    Index,
    Integer,
    Row,
    String,
    Table,
    UniqueConstraint,
    and_,
    bindparam,
    delete,
    exists,
    func,
    insert,
    literal,
    or_,
    select,
    text,
    true,
    update,
)
from sqlalchemy import cast as sql_cast
from sqlalchemy.dialects import postgresql, sqlite

from bot.casework.reminders import Reminder
from bot.casework.tallies import Shown
from bot.storage.base import LONGEST_PAUSE, NUMBER, UtcDateTime, among, among_found, is_over, metadata
from bot.storage.cases import cases
from bot.storage.reminders import READ, TO_BE_SEEN, reminder, reminders

LONGEST_CLAIM = timedelta(minutes=10)
"""No worker holds a reminder for longer."""
_SHOWN = text("state = 'sent' AND settled_at IS NULL AND message_id IS NOT NULL")

deliveries = Table(
    "deliveries",
    metadata,
    Column("id", NUMBER, primary_key=True, autoincrement=True),
    Column("reminder", NUMBER, ForeignKey("reminders.id", ondelete="CASCADE"), nullable=False),
    Column("channel", String(16), nullable=False),
    Column("state", String(12), nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("ambiguous", Integer, nullable=False),
    Column("next_try_at", UtcDateTime),
    Column("reason", String(64)),
    Column("message_id", String(255)),
    Column("changed_at", UtcDateTime, nullable=False),
    Column("settled_at", UtcDateTime),
    Column("settle_attempts", Integer, nullable=False, server_default="0"),
    UniqueConstraint("reminder", "channel"),
    Index("ix_deliveries_shown", "channel", sqlite_where=_SHOWN, postgresql_where=_SHOWN),
)
workers = Table(
    "workers",
    metadata,
    Column("name", String(64), primary_key=True),
    Column("started_at", UtcDateTime, nullable=False),
    Column("beat_at", UtcDateTime, nullable=False),
)

# Made once: to make a statement takes longer than to run it.
_NOW, _REAL = (bindparam(name, type_=UtcDateTime()) for name in ("now", "real"))
_FURTHEST_CLAIM, _FURTHEST_PAUSE = (bindparam(name, type_=UtcDateTime()) for name in ("claim_ends", "pause_ends"))
_HELD_NO_MORE = and_(reminders.c.claimed_by.is_not(None), is_over(reminders.c.free_at, _REAL, _FURTHEST_CLAIM))
_FREE = select(reminders.c.id).where(
    text("state = 'pending'"),  # said in letters, as the index has it
    reminders.c.due_at <= _NOW,
    or_(is_over(reminders.c.free_at, _REAL, _FURTHEST_PAUSE), _HELD_NO_MORE),
)
# In an order, though any will do: without one PostgreSQL looks through the table where much is due, and past all of it
# that has been sent.
_IN_ORDER = _FREE.order_by(reminders.c.due_at)
_ANY_DUE = _IN_ORDER.limit(1)
# PostgreSQL passes over what another worker is taking; on SQLite there is only one writer at a time anyway. What is due
# at the same moment, often all of a morning, comes in any order: to sort it, all of it would have to be read.
_PICKED = _IN_ORDER.limit(bindparam("most")).with_for_update(skip_locked=True).cte("picked")
_CLAIM = (
    update(reminders)
    .where(among_found(reminders.c.id, select(_PICKED.c.id)))
    .values(claimed_by=bindparam("worker"), free_at=bindparam("until"))
    .returning(*READ)
)
_THESE = among(reminders.c.id, "numbers")
_NEWER = reminders.alias("newer")
# The newest of the stage instead of "is there a newer one": that, PostgreSQL would answer by reading all that is due.
_NEWEST = select(func.max(_NEWER.c.due_at)).where(
    _NEWER.c.case == reminders.c.case,
    _NEWER.c.stage == reminders.c.stage,
    _NEWER.c.audience == reminders.c.audience,
    _NEWER.c.state.in_(("pending", "sent", "over")),
    _NEWER.c.due_at <= _NOW,
)
_SUPERSEDE = (
    update(reminders)
    .where(_THESE, reminders.c.due_at < _NEWEST.scalar_subquery())
    .values(state="superseded", claimed_by=None, free_at=None)
    .returning(reminders.c.id)
)
_STILL_HELD = select(reminders.c.id, reminders.c.person).where(
    _THESE, reminders.c.claimed_by == bindparam("worker"), reminders.c.state == "pending"
)
_SENT = (
    update(reminders)
    .where(_THESE, reminders.c.state.in_(("pending", "superseded")))
    .values(state="sent", sent_at=bindparam("then"), claimed_by=None, free_at=None)
)
_TRIED = select(deliveries.c.reminder, deliveries.c.channel, deliveries.c.state, deliveries.c.attempts).where(
    among(deliveries.c.reminder, "numbers")
)
_INTO: dict[str, Any] = {"sqlite": sqlite.insert(deliveries), "postgresql": postgresql.insert(deliveries)}
_CHANGED = ("state", "ambiguous", "next_try_at", "reason", "message_id", "changed_at")
_FAILED_WITH = ("reminder", "channel", "state", "ambiguous", "next_try_at", "reason", "changed_at")
_MESSAGES = bindparam("messages", type_=JSON())
_MESSAGE = {"sqlite": func.json_each(_MESSAGES), "postgresql": func.json_each_text(_MESSAGES)}


def _adding(query: Any) -> Executable:
    """An attempt is written down, or added to those before by the same channel."""
    changed: dict[str, Any] = {name: query.excluded[name] for name in _CHANGED}
    changed["ambiguous"] = deliveries.c.ambiguous + changed["ambiguous"]
    changed["attempts"] = deliveries.c.attempts + 1
    return cast("Executable", query.on_conflict_do_update(index_elements=["reminder", "channel"], set_=changed))


def _delivering(dialect: str) -> Executable:
    """All that one channel has delivered, in one statement: from an object of reminders and their messages' ids."""
    each = _MESSAGE[dialect].table_valued("key", "value")
    row: dict[str, Any] = {
        "reminder": sql_cast(each.c.key, NUMBER),
        "channel": bindparam("channel"),
        "state": literal("sent"),
        "attempts": literal(1),
        "ambiguous": literal(0),
        "message_id": each.c.value,
        "changed_at": _REAL,
    }
    # SQLite would read "ON CONFLICT" as a part of the join, if no condition stood before it.
    return _adding(_INTO[dialect].from_select(list(row), select(*row.values()).where(true())))


_DELIVERED = {dialect: _delivering(dialect) for dialect in _INTO}
_FAILED = {
    dialect: _adding(query.values(attempts=1, **{name: bindparam(name) for name in _FAILED_WITH}))
    for dialect, query in _INTO.items()
}
_BEAT = update(workers).where(workers.c.name == bindparam("worker")).values(beat_at=_REAL)


@dataclass(frozen=True, slots=True)
class Failed:
    """An attempt that failed: ``state`` is unreachable or refused."""

    reminder: int
    channel: str
    state: str
    reason: str
    ambiguous: bool = False
    next_try_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Tried:
    """How far one channel has come with one reminder."""

    state: str
    attempts: int


# Claiming


def any_due(connection: Connection, now: datetime, real: datetime) -> bool:
    """Whether something is due that nobody holds. Cheap: it looks at the first of an index."""
    return connection.execute(_ANY_DUE, _moments(now, real)).first() is not None


def claim(
    connection: Connection, worker: str, now: datetime, real: datetime, lease: timedelta, limit: int
) -> list[Reminder]:
    """Take up to ``limit`` due reminders, the longest due first; they return to the others when the lease is over."""
    given = {**_moments(now, real), "worker": worker, "until": real + lease, "most": limit}
    found = [reminder(row) for row in connection.execute(_CLAIM, given).all()]
    return sorted(found, key=lambda each: (each.planned.at, each.id))


def supersede(connection: Connection, ids: Collection[int], now: datetime) -> set[int]:
    """After a long stop only the newest of what is due about one stage is said: it tells what has passed.

    Gives those of the claimed reminders in whose place a newer one stands.
    """
    return set(connection.scalars(_SUPERSEDE, {"numbers": ids, "now": now}))


def still_held(connection: Connection, worker: str, ids: Collection[int]) -> dict[int, str]:
    """Whom those of the claimed reminders are for that are still wanted and still this worker's."""
    found = connection.execute(_STILL_HELD, {"numbers": ids, "worker": worker}).all()
    return dict(found)


def late(connection: Connection, now: datetime) -> int:
    """How many reminders are due and not yet said, whoever holds them."""
    due = (reminders.c.state == "pending") & (reminders.c.due_at <= now)
    return connection.scalar(select(func.count()).select_from(reminders).where(due)) or 0


# What became of it


def sent(connection: Connection, ids: Sequence[int], now: datetime) -> None:
    """These have been delivered, also where a newer one took their place meanwhile."""
    if ids:
        connection.execute(_SENT, {"numbers": sorted(ids), "then": now})


def put_off(connection: Connection, number: int, until: datetime) -> None:
    """Let go of a claimed reminder; nobody takes it before then."""
    mine = (reminders.c.id == number) & (reminders.c.state == "pending")
    connection.execute(update(reminders).where(mine).values(claimed_by=None, free_at=until))


def drop(connection: Connection, number: int) -> None:
    """There is nothing left to say: the case is over."""
    mine = (reminders.c.id == number) & (reminders.c.state == "pending")
    connection.execute(update(reminders).where(mine).values(state="cancelled", claimed_by=None, free_at=None))


def undeliverable(connection: Connection, number: int) -> None:
    """No channel takes it. It is shown to the coordinator, and waits for the person to be reachable again."""
    mine = (reminders.c.id == number) & (reminders.c.state == "pending")
    connection.execute(update(reminders).where(mine).values(state="undeliverable", claimed_by=None, free_at=None))


def delivered(connection: Connection, channel: str, messages: Mapping[int, str | None], real: datetime) -> None:
    """Write down what a channel has delivered: these reminders, each with the id that its message has there."""
    given = {"messages": messages, "channel": channel, "real": real}
    connection.execute(_DELIVERED[connection.dialect.name], given)


def failed(connection: Connection, attempts: Sequence[Failed], real: datetime) -> None:
    """Write down attempts that failed: one row for each reminder and channel, which counts them."""
    if attempts:
        rows = [{**asdict(each), "ambiguous": int(each.ambiguous), "changed_at": real} for each in attempts]
        connection.execute(_FAILED[connection.dialect.name], rows)


def tried(connection: Connection, ids: Sequence[int]) -> dict[int, dict[str, Tried]]:
    """How far each channel has come with these reminders."""
    found: dict[int, dict[str, Tried]] = {}
    for number, channel, state, attempts in connection.execute(_TRIED, {"numbers": ids}):
        found.setdefault(number, {})[channel] = Tried(state, attempts)
    return found


def revive(connection: Connection, person: str) -> None:
    """The person can be reached again: what could not be delivered and is still wanted is due once more."""
    mine = (reminders.c.person == person) & (reminders.c.state == "undeliverable")
    ids = list(connection.scalars(select(reminders.c.id).where(mine)))
    if ids:
        connection.execute(delete(deliveries).where(deliveries.c.reminder.in_(ids), deliveries.c.state == "refused"))
        connection.execute(update(reminders).where(reminders.c.id.in_(ids)).values(state="pending"))


# Who is at work


def beat(connection: Connection, worker: str, real: datetime) -> None:
    """Say that this worker is alive."""
    if connection.execute(_BEAT, {"worker": worker, "real": real}).rowcount == 0:
        connection.execute(insert(workers).values(name=worker, started_at=real, beat_at=real))


def leave(connection: Connection, worker: str) -> None:
    """This worker stops: what it holds is free at once."""
    held = (reminders.c.claimed_by == worker) & (reminders.c.state == "pending")
    connection.execute(update(reminders).where(held).values(claimed_by=None, free_at=None))
    connection.execute(delete(workers).where(workers.c.name == worker))


def forget_dead(connection: Connection, before: datetime) -> None:
    """Forget workers that have not been heard of since then."""
    connection.execute(delete(workers).where(workers.c.beat_at < before))


def last_beat(connection: Connection) -> datetime | None:
    """When any worker was last heard of."""
    newest: datetime | None = connection.scalar(select(func.max(workers.c.beat_at)))
    return newest


def shown_to_coordinators(
    connection: Connection, organisation: str | None = None, limit: int = 100
) -> tuple[list[Shown], int]:
    """What a coordinator should see, the oldest first: open cases about which nobody answers, and what reaches nobody.

    Besides, how many there are (counted up to a thousand). ``organisation`` None means all of them.
    """
    ours = (cases.c.status == "open") & (true() if organisation is None else cases.c.organisation == organisation)
    # Not joined: SQLite would begin with the cases, which are many more.
    query = select(reminders).where(TO_BE_SEEN, exists().where(cases.c.reference == reminders.c.case, ours))
    some = query.with_only_columns(reminders.c.id).limit(1_000).subquery()
    count = connection.scalar(select(func.count()).select_from(some)) or 0
    found = connection.execute(query.order_by(reminders.c.due_at, reminders.c.id).limit(limit)).all()
    named = select(cases).where(cases.c.reference.in_([row.case for row in found]))
    of = {row.reference: row for row in connection.execute(named)}
    return [_shown(row, of[row.case]) for row in found], count


def _shown(row: Row[Any], case: Row[Any]) -> Shown:
    lost = row.state == "undeliverable"
    return Shown(row.id, row.case, case.person, case.organisation, case.policy, row.stage, row.due_at, lost)


def _moments(now: datetime, real: datetime) -> dict[str, datetime]:
    return {"now": now, "real": real, "claim_ends": real + LONGEST_CLAIM, "pause_ends": real + LONGEST_PAUSE}
