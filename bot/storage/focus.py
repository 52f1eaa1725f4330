"""Which of the cases a person talks about, and since when they have for certain.

Every function takes the connection of a transaction that its caller opened.
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Column, Connection, ForeignKey, String, Table, bindparam, delete, func, insert, select, update

from bot.casework.caseload import Focus
from bot.storage import reminders
from bot.storage.base import UtcDateTime, metadata

focus = Table(
    "focus",
    metadata,
    Column("person", String(36), primary_key=True),
    Column("case", String(16), ForeignKey("cases.reference"), nullable=False),
    Column("at", UtcDateTime),
)

# Made once: to make a statement takes longer than to run it.
_OF = select(focus).where(focus.c.person == bindparam("who"))
_BEGIN = insert(focus)
_TURN = update(focus).where(focus.c.person == bindparam("who"))
_TALK_ON = _TURN.where(focus.c.case == bindparam("of"))


def of_person(connection: Connection, person: str) -> Focus | None:
    """Which case the person talks about, since when, and when they were last reminded of another one."""
    row = connection.execute(_OF, {"who": person}).one_or_none()
    if row is None:
        return None
    table = reminders.reminders
    elsewhere = (table.c.person == person) & (table.c.case != row.case) & table.c.sent_at.is_not(None)
    last = connection.scalar(select(func.max(table.c.sent_at)).where(elsewhere))
    return Focus(row.case, row.at, last)


def turn_to(connection: Connection, person: str, case: str, now: datetime) -> None:
    """Make that case the one the person talks about, for certain."""
    talked = {"case": case, "at": now}
    if connection.execute(_TURN, {"who": person, **talked}).rowcount == 0:
        connection.execute(_BEGIN, {"person": person, **talked})


def talk_on(connection: Connection, person: str, case: str, now: datetime) -> None:
    """The person still talks about that case, if they did before."""
    connection.execute(_TALK_ON, {"who": person, "of": case, "at": now})


def leave(connection: Connection, person: str, case: str) -> None:
    """The person talks about that case no more."""
    talked = (focus.c.person == person) & (focus.c.case == case)
    connection.execute(delete(focus).where(talked))
