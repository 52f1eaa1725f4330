"""Whether the records are what was written: each looked at against its seals, its end, its case, and what was known.

What was known is kept outside the database, in a file that is only ever added to: one line of JSON for each place where
a record has ended. Without it, whoever can write to the database could seal a whole record anew.
"""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Connection

from bot.casework import chain
from bot.casework.chain import Fault, Head, Tombstone, Wrong
from bot.storage import Database, cases, record


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was found: where each record ends (for a later comparison), what was erased, and all that is wrong."""

    heads: Mapping[str, Head]
    erased: Mapping[str, Tombstone]
    faults: tuple[Fault, ...]

    @property
    def entries(self) -> int:
        """How many entries were looked at."""
        return sum(head.entries for head in self.heads.values())


@dataclass(frozen=True, slots=True)
class Noted:
    """What came of noting ends: how many are new, what the file is now, and what does not fit what it said."""

    added: int
    length: int
    """In bytes."""
    digest: str
    """SHA-256 of all these bytes."""
    faults: tuple[Fault, ...]


def verify(database: Database, known: Iterable[tuple[str, Head]] = ()) -> Verdict:
    """Look at every record. ``known`` is where records ended at earlier times, by what was noted elsewhere then:
    without it, somebody who can seal anew all that follows on a change is not noticed."""
    with database.snapshot() as connection:
        erased = {stone.case: stone for stone in record.tombstones_of(connection)}
        there = cases.references(connection)
        heads, faults = {}, list(_remains(erased, there))
        for case in sorted(there | record.recorded(connection)):
            head = record.head_of(connection, case)
            heads[case] = head or Head(0, chain.BEGINNING)
            faults += _faults_of(connection, case, head)
        faults += _all_against(connection, known)
    return Verdict(heads, erased, tuple(faults))


def ends_in(path: Path) -> list[tuple[str, Head]]:
    """Where records have ended by that file, the oldest first. Raises OSError and ValueError where it cannot be read; a
    last line that was cut off in the middle of writing is passed over."""
    data = path.read_bytes()
    return _ends(data[: _whole(data)])


def note_ends(database: Database, path: Path, now: datetime) -> Noted:
    """Hold the records against what that file says of them, and add where they end now, if that is news.

    A record that does not fit is told each time, and nothing more is noted of it. Raises OSError and ValueError where
    the file cannot be read or written.
    """
    with path.open("a+b") as file:
        fcntl.flock(file, fcntl.LOCK_EX)  # several workers share it
        file.seek(0)
        data = file.read()
        if (whole := _whole(data)) < len(data):
            file.truncate(whole)
        latest = dict(_ends(data[:whole]))
        with database.snapshot() as connection:
            heads = record.heads_of(connection)
            known = [(case, end) for case, end in latest.items() if heads.get(case) != end]
            faults = _all_against(connection, known)
        wrong = {fault.case for fault in faults}
        news = [(case, end) for case, end in heads.items() if end != latest.get(case) and case not in wrong]
        added = b"".join(_line(case, end, now) for case, end in news)
        file.write(added)
        file.flush()
        os.fsync(file.fileno())
    after = data[:whole] + added
    return Noted(len(news), len(after), hashlib.sha256(after).hexdigest(), tuple(faults))


def _whole(data: bytes) -> int:
    return data.rfind(b"\n") + 1


def _ends(data: bytes) -> list[tuple[str, Head]]:
    try:
        lines = [json.loads(line) for line in data.splitlines()]
        return [(str(line["case"]), Head(int(line["entries"]), str(line["seal"]))) for line in lines]
    except (KeyError, TypeError) as error:
        raise ValueError("a line that says no end of a record") from error


def _line(case: str, end: Head, now: datetime) -> bytes:
    at = now.astimezone(UTC).isoformat(timespec="seconds")
    return json.dumps({"at": at, "case": case, "entries": end.entries, "seal": end.seal}).encode() + b"\n"


def _all_against(connection: Connection, known: Iterable[tuple[str, Head]]) -> list[Fault]:
    """The first fault of each case."""
    erased = {stone.case: stone for stone in record.tombstones_of(connection)}
    found: dict[str, Fault] = {}
    for case, before in sorted(known, key=lambda end: (end[0], end[1].entries)):
        wrong = _against(connection, case, before, record.head_of(connection, case), erased.get(case))
        if fault := next(wrong, None):
            found.setdefault(case, fault)
    return list(found.values())


def _remains(erased: Mapping[str, Tombstone], there: set[str]) -> Iterator[Fault]:
    for case, stone in erased.items():
        if not chain.is_whole(stone):
            yield Fault(case, Wrong.TOMBSTONE)
        if case in there:
            yield Fault(case, Wrong.NOT_ERASED)


def _faults_of(connection: Connection, case: str, head: Head | None) -> list[Fault]:
    if found := chain.faults(case, record.lines_of(connection, case), head):
        return found
    return [Fault(case, Wrong.STANDING, detail=column) for column in cases.differing(connection, case)]


def _against(
    connection: Connection, case: str, before: Head, head: Head | None, stone: Tombstone | None
) -> Iterator[Fault]:
    """A record only grows, so what was its end has to be in it still."""
    if head is None and stone is None:
        yield Fault(case, Wrong.VANISHED)
    elif head is None and stone is not None:
        if stone.head.entries < before.entries or (stone.head.entries == before.entries and stone.head != before):
            yield Fault(case, Wrong.REWRITTEN, before.entries)
    elif before.entries:
        seals = {line.number: line.seal for line in record.lines_of(connection, case)}
        if seals.get(before.entries) != before.seal:
            yield Fault(case, Wrong.REWRITTEN, before.entries)
