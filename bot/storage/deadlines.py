"""The deadlines that run for each case, with why they are when they are: for the report and for whoever looks at them.

They follow from the record and are written anew with each change to it. Every function takes the connection of a
transaction that its caller opened.
"""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import (
    Boolean,
    Column,
    Connection,
    Date,
    ForeignKey,
    Integer,
    String,
    Table,
    Text,
    bindparam,
    delete,
    insert,
)

from bot.casework.advice import Running
from bot.storage.base import UtcDateTime, metadata

deadlines = Table(
    "deadlines",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("case", String(16), ForeignKey("cases.reference"), nullable=False, index=True),
    Column("rule", String(16), nullable=False),
    Column("start", UtcDateTime),
    Column("due", Date),
    Column("due_at", UtcDateTime),
    Column("why", Text, nullable=False),
    Column("strength", String(10), nullable=False),
    Column("provisional", Boolean, nullable=False),
    Column("agreed", Boolean, nullable=False),
)

# Made once: to make a statement takes longer than to run it.
_FORGET = delete(deadlines).where(deadlines.c.case == bindparam("of"))
_ADD = insert(deadlines)


def keep(connection: Connection, case: str, limits: Iterable[Running]) -> None:
    """These limits run for a case, and no others. One that gives no date is not kept."""
    connection.execute(_FORGET, {"of": case})
    rows = [_row(case, item) for item in limits if item.deadline.due is not None]
    if rows:
        connection.execute(_ADD, rows)


def _row(case: str, item: Running) -> dict[str, object]:
    deadline = item.deadline
    return {
        "case": case,
        "rule": deadline.rule,
        "start": deadline.start,
        "due": deadline.due,
        "due_at": deadline.due_at,
        "why": deadline.why,
        "strength": deadline.strength.value if deadline.strength else None,
        "provisional": deadline.provisional,
        "agreed": deadline.agreed,
    }
