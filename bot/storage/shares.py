"""Who besides its owner may see a case, whose it becomes, and every look that somebody else took at it.

Every function takes the connection of a transaction that its caller opened.
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Column, Connection, ForeignKey, String, Table, delete, insert, select, update

from bot.casework.permissions import Tie
from bot.casework.sharing import Look, Share
from bot.storage import reminders
from bot.storage.base import NUMBER, UtcDateTime, metadata

shares = Table(
    "shares",
    metadata,
    Column("case", String(16), ForeignKey("cases.reference", ondelete="CASCADE"), primary_key=True),
    Column("person", String(36), primary_key=True, index=True),
    Column("tie", String(8), nullable=False),
    Column("by", String(36), nullable=False),
    Column("at", UtcDateTime, nullable=False),
)
looks = Table(
    "looks",
    metadata,
    Column("id", NUMBER, primary_key=True, autoincrement=True),
    Column("case", String(16), ForeignKey("cases.reference", ondelete="CASCADE"), nullable=False, index=True),
    Column("person", String(36), nullable=False),
    Column("tie", String(8), nullable=False),
    Column("at", UtcDateTime, nullable=False),
)


def tie(connection: Connection, case: str, person: str) -> Tie:
    """As what a case is shared with this person; ``none`` where it is not."""
    query = select(shares.c.tie).where(shares.c.case == case, shares.c.person == person)
    return Tie(connection.scalar(query) or Tie.NONE)


def of_case(connection: Connection, case: str) -> tuple[Share, ...]:
    """With whom a case is shared, the longest first."""
    rows = connection.execute(select(shares).where(shares.c.case == case).order_by(shares.c.at, shares.c.person))
    return tuple(Share(row.person, Tie(row.tie), row.at) for row in rows)


def of_person(connection: Connection, person: str) -> dict[str, Tie]:
    """Which cases are shared with this person."""
    rows = connection.execute(select(shares.c.case, shares.c.tie).where(shares.c.person == person))
    return {row.case: Tie(row.tie) for row in rows}


def share(connection: Connection, case: str, person: str, as_what: Tie, by: str, now: datetime) -> None:
    """Let a colleague in, or in as something else than before."""
    stop(connection, case, person)
    values = {"case": case, "person": person, "tie": as_what.value, "by": by, "at": now}
    connection.execute(insert(shares).values(values))


def stop(connection: Connection, case: str, person: str) -> bool:
    """Let a colleague out again; says whether they were in."""
    return connection.execute(delete(shares).where(shares.c.case == case, shares.c.person == person)).rowcount == 1


def note_look(connection: Connection, case: str, person: str, as_what: Tie, now: datetime) -> None:
    """Somebody else than its owner looks at a case."""
    connection.execute(insert(looks).values(case=case, person=person, tie=as_what.value, at=now))


def looks_at(connection: Connection, case: str) -> tuple[Look, ...]:
    """Who looked, the newest first."""
    rows = connection.execute(select(looks).where(looks.c.case == case).order_by(looks.c.id.desc()))
    return tuple(Look(row.person, Tie(row.tie), row.at) for row in rows)


def move_reminders(connection: Connection, case: str, person: str) -> None:
    """What is still to be said about a case is said to this person from now on."""
    table = reminders.reminders
    coming = (table.c.case == case) & table.c.state.in_(reminders.WAITING)
    connection.execute(update(table).where(coming).values(person=person))
