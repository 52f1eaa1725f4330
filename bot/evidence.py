"""Whether the records are what was written: each looked at against its seals, its end, its case, and what was known."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

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


def verify(database: Database, known: Mapping[str, Head] | None = None) -> Verdict:
    """Look at every record. ``known`` is where records ended at an earlier time, by what was noted elsewhere then:
    without it, somebody who can seal anew all that follows on a change is not noticed."""
    with database.snapshot() as connection:
        erased = {stone.case: stone for stone in record.tombstones_of(connection)}
        there = cases.references(connection)
        heads, faults = {}, list(_remains(erased, there))
        for case in sorted(there | record.recorded(connection)):
            head = record.head_of(connection, case)
            heads[case] = head or Head(0, chain.BEGINNING)
            faults += _faults_of(connection, case, head)
        for case, before in sorted((known or {}).items()):
            faults += _against(connection, case, before, heads.get(case), erased.get(case))
    return Verdict(heads, erased, tuple(faults))


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
