"""The seals of a record: each entry is sealed together with the seal before it, so that nothing can be changed unseen.

A seal is SHA-256 over one exact form of the entry. That form never changes: what was sealed years ago has to be sealed
the same way when it is looked at. Where each record ends is kept apart from it (:class:`Head`), so that the last
entries cannot go missing either, and what was erased leaves a sealed :class:`Tombstone`.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

FORM = "waymark record 1"
BEGINNING = "0" * 64
"""What stands for the seal before the first entry."""


@dataclass(frozen=True, slots=True)
class Line:
    """An entry as it lies in the database, with its number (from 1) and its seal. It need not make sense."""

    number: int
    event: str
    at: datetime
    actor: str
    about: Any
    seal: str


@dataclass(frozen=True, slots=True)
class Head:
    """Where a record ends: how many entries it has, and the seal of the last."""

    entries: int
    seal: str


@dataclass(frozen=True, slots=True)
class Tombstone:
    """What is left of a record that was erased: how long it was, where it ended, when it went and by whose wish."""

    case: str
    head: Head
    at: datetime
    why: str
    seal: str


class Wrong(StrEnum):
    """What can be wrong with a record."""

    CONTENTS = "contents"
    """The entry does not say what was sealed."""
    SEAL = "seal"
    """The entry's seal is another than the one it was given."""
    MISSING = "missing"
    """The entry is not there."""
    ADDED = "added"
    """The entry was never sealed as part of the record."""
    HEAD = "head"
    """Where the record ends is not known, or is not what was kept."""
    STANDING = "standing"
    """The row of the case says something else than its record."""
    TOMBSTONE = "tombstone"
    """What is left of an erased case is not what was sealed."""
    NOT_ERASED = "not_erased"
    """A case that was erased is still there."""
    REWRITTEN = "rewritten"
    """The record is whole in itself, but not the one that was known before."""
    VANISHED = "vanished"
    """The case was known before; neither its record nor a tombstone is there."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong, in which case and at which entry; ``detail`` is the column that differs, where there is one."""

    case: str
    what: Wrong
    entry: int | None = None
    detail: str = ""


def seal(before: str, case: str, number: int, event: str, at: datetime, actor: str, about: Any) -> str:
    """The seal of an entry that follows on the one with the seal ``before``."""
    return _digest(before, case, number, event, _moment(at), actor, about)


def tombstone(case: str, head: Head, at: datetime, why: str) -> Tombstone:
    """The tombstone of a record that ended there."""
    return Tombstone(case, head, at, why, _digest(head.seal, case, head.entries, "erased", _moment(at), why, None))


def faults(case: str, lines: Sequence[Line], head: Head | None) -> list[Fault]:
    """All that is wrong with a record, its lines in the order of their numbers."""
    if head is None:
        return [Fault(case, Wrong.HEAD)] if lines else []
    there = {line.number for line in lines}
    found = [Fault(case, Wrong.MISSING, number) for number in range(1, head.entries + 1) if number not in there]
    found += [Fault(case, Wrong.ADDED, number) for number in there if not 0 < number <= head.entries]
    sealed = [line for line in lines if 0 < line.number <= head.entries]
    found += _broken(case, sealed)
    if sealed and sealed[-1].number == head.entries and sealed[-1].seal != head.seal:
        found.append(Fault(case, Wrong.HEAD, head.entries))
    return found


def is_whole(found: Tombstone) -> bool:
    """Whether a tombstone says what it was sealed with."""
    return tombstone(found.case, found.head, found.at, found.why).seal == found.seal


def _broken(case: str, lines: Sequence[Line]) -> Iterator[Fault]:
    """The entries that do not match their seal. Each is held against what the one before it ought to be, so that one
    change is told once; an entry that follows on a missing one cannot be judged."""
    before, number = BEGINNING, 0
    for line, following in zip(lines, [*lines[1:], None], strict=True):
        ought = _ought(case, line, before)
        follows = line.number == number + 1
        before, number = line.seal, line.number
        if follows and ought != line.seal:
            only_seal = following is not None and _ought(case, following, ought) == following.seal
            before = ought if only_seal else line.seal
            yield Fault(case, Wrong.SEAL if only_seal else Wrong.CONTENTS, line.number)


def _ought(case: str, line: Line, before: str) -> str:
    return seal(before, case, line.number, line.event, line.at, line.actor, line.about)


def _moment(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="microseconds")


def _digest(*parts: Any) -> str:
    form = json.dumps([FORM, *parts], sort_keys=True, separators=(",", ":"), ensure_ascii=True)
    return hashlib.sha256(form.encode("ascii")).hexdigest()
