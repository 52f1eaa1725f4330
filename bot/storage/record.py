"""The record: entries that are only ever added, each sealed with the one before; where it ends; what erasing leaves.

The database itself refuses to change an entry, and to remove one unless a tombstone of its case stands (migration 10).
Every function takes the connection of a transaction that its caller opened.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import UTC, datetime
from operator import itemgetter
from typing import Any

from sqlalchemy import (
    JSON,
    Column,
    Connection,
    ForeignKey,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
    bindparam,
    cast,
    delete,
    func,
    insert,
    select,
    update,
)

from bot.casework import chain
from bot.casework.case import Entry, Event
from bot.casework.chain import BEGINNING, Head, Line, Tombstone, seal
from bot.storage.base import UtcDateTime, among, metadata

record = Table(
    "record",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("case", String(16), ForeignKey("cases.reference"), nullable=False),
    Column("number", Integer, nullable=False),
    Column("event", String(32), nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Column("actor", String(36), nullable=False),
    Column("about", JSON, nullable=False),
    Column("seal", String(64), nullable=False),
    UniqueConstraint("case", "number"),
)
heads = Table(
    "heads",
    metadata,
    Column("case", String(16), ForeignKey("cases.reference"), primary_key=True),
    Column("entries", Integer, nullable=False),
    Column("seal", String(64), nullable=False),
)
tombstones = Table(
    "tombstones",
    metadata,
    Column("case", String(16), primary_key=True),
    Column("entries", Integer, nullable=False),
    Column("head", String(64), nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Column("why", String(16), nullable=False),
    Column("seal", String(64), nullable=False),
)
# Made once: to make a statement takes longer than to run it.
_ADD = insert(record)
_BEGIN = insert(heads)
_GO_ON = update(heads).where(heads.c.case == bindparam("of"))
_HEAD = select(heads.c.entries, heads.c.seal).where(heads.c.case == bindparam("of"))
_OF_CASE = (
    select(record.c.event, record.c.at, record.c.actor, cast(record.c.about, Text))
    .where(record.c.case == bindparam("of"))
    .order_by(record.c.number)
)
_BETWEEN = "\x1f"
_HEAD_OF_ENTRY = cast(record.c.number, String) + " " + record.c.event + " " + cast(record.c.at, String)
# One row a case: a row for each entry, and JSON in each of them, takes twice as long.
_OF_CASES = (
    select(
        record.c.case,
        func.aggregate_strings(_HEAD_OF_ENTRY + " " + record.c.actor, _BETWEEN),
        func.aggregate_strings(cast(record.c.about, Text), ","),
    )
    .where(among(record.c.case, "of"))
    .group_by(record.c.case)
)
_NEVER = datetime.min.replace(tzinfo=UTC)


def add(connection: Connection, case: str, version: int, entries: Sequence[Entry]) -> None:
    """Add entries to a record that has ``version`` of them, and keep where it ends now."""
    before = head_of(connection, case)
    last, rows = before.seal if before else BEGINNING, []
    for number, entry in enumerate(entries, start=version + 1):
        last = seal(last, case, number, entry.event.value, entry.at, entry.actor, entry.about)
        row = {"case": case, "number": number, "event": entry.event.value, "at": entry.at, "actor": entry.actor}
        rows.append({**row, "about": dict(entry.about), "seal": last})
    connection.execute(_ADD, rows)
    end = {"entries": version + len(entries), "seal": last}
    if before is None:
        connection.execute(_BEGIN, {"case": case, **end})
    else:
        connection.execute(_GO_ON, {"of": case, **end})


def of_case(connection: Connection, case: str) -> Sequence[Entry]:
    """The record of a case, oldest first. JSON is read once, for to read each entry's takes a third of all this.

    Raises ValueError where an entry cannot be read.
    """
    rows = connection.execute(_OF_CASE, {"of": case}).all()
    abouts = json.loads(f"[{','.join(about for *_, about in rows)}]")
    return [Entry(Event(event), at, actor, about) for (event, at, actor, _), about in zip(rows, abouts, strict=True)]


def of_cases(connection: Connection, cases: Collection[str]) -> Mapping[str, Sequence[Entry]]:
    """The records of these cases, read together; a case without entries is left out.

    Raises ValueError where an entry cannot be read.
    """
    rows = connection.execute(_OF_CASES, {"of": cases}).all() if cases else ()
    return {case: _entries(heads.split(_BETWEEN), json.loads(f"[{abouts}]")) for case, heads, abouts in rows}


def _entries(heads: Iterable[str], abouts: Iterable[dict[str, Any]]) -> Sequence[Entry]:
    found = []
    for head, about in zip(heads, abouts, strict=True):
        number, event, day, time, actor = head.split(" ", 4)
        found.append((int(number), Entry(Event(event), datetime.fromisoformat(f"{day} {time}+00:00"), actor, about)))
    found.sort(key=itemgetter(0))  # a database puts them together in any order
    return [entry for _, entry in found]


def entomb(connection: Connection, case: str, why: str, now: datetime) -> None:
    """Take away the record of a case and leave its tombstone. ``why`` is one word: ``asked`` or ``retention``."""
    head = head_of(connection, case) or Head(0, BEGINNING)
    left = chain.tombstone(case, head, now, why)
    row = {"case": case, "entries": head.entries, "head": head.seal, "at": now, "why": why, "seal": left.seal}
    connection.execute(insert(tombstones).values(row))
    connection.execute(delete(record).where(record.c.case == case))
    connection.execute(delete(heads).where(heads.c.case == case))


# For whoever checks it


def head_of(connection: Connection, case: str) -> Head | None:
    """Where the record of a case ends; None where nothing was recorded."""
    row = connection.execute(_HEAD, {"of": case}).one_or_none()
    return Head(row.entries, row.seal) if row else None


def heads_of(connection: Connection) -> dict[str, Head]:
    """Where every record ends."""
    rows = connection.execute(select(heads).order_by(heads.c.case))
    return {row.case: Head(row.entries, row.seal) for row in rows}


def lines_of(connection: Connection, case: str) -> list[Line]:
    """The record as it lies there. An entry that cannot even be read is given without its contents."""
    mine = record.c.case == case
    try:
        return _lines(connection, mine)
    except ValueError:
        numbers = connection.scalars(select(record.c.number).where(mine).order_by(record.c.number)).all()
        return [_line(connection, case, number) for number in numbers]


def recorded(connection: Connection) -> set[str]:
    """Every case of which there is an entry, or an end."""
    return {*connection.scalars(select(record.c.case).distinct()), *connection.scalars(select(heads.c.case))}


def tombstones_of(connection: Connection) -> list[Tombstone]:
    """What is left of the cases that were erased."""
    rows = connection.execute(select(tombstones).order_by(tombstones.c.case))
    return [Tombstone(row.case, Head(row.entries, row.head), row.at, row.why, row.seal) for row in rows]


def _lines(connection: Connection, chosen: object) -> list[Line]:
    table = record.c
    columns = (table.number, table.event, table.at, table.actor, table.about, table.seal)
    rows = connection.execute(select(*columns).where(chosen).order_by(table.number))  # type: ignore[arg-type]
    return [Line(*row) for row in rows]


def _line(connection: Connection, case: str, number: int) -> Line:
    try:
        return _lines(connection, (record.c.case == case) & (record.c.number == number))[0]
    except ValueError:
        kept = select(record.c.seal).where(record.c.case == case, record.c.number == number)
        return Line(number, "", _NEVER, "", None, connection.scalar(kept) or "")
