"""Cases: the row that says where each stands, kept with its record; whose they are, and how they are found.

Every function takes the connection of a transaction that its caller opened.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import (
    Column,
    Connection,
    Integer,
    Row,
    String,
    Table,
    bindparam,
    exists,
    insert,
    or_,
    select,
    update,
)

from bot.casework.case import Case, Entry, Kept, after
from bot.casework.errors import CaseworkError
from bot.casework.permissions import Tie
from bot.casework.reminders import Schedule
from bot.casework.standing import left_at
from bot.storage import counted, deadlines, focus, people, record, reminders, shares
from bot.storage.base import UtcDateTime, among, metadata

cases = Table(
    "cases",
    metadata,
    Column("reference", String(16), primary_key=True),
    Column("person", String(36), nullable=False, index=True),
    Column("version", Integer, nullable=False),
    Column("status", String(10), nullable=False),
    Column("policy", String(64)),
    Column("policy_version", String(32)),
    Column("policy_hash", String(64)),
    Column("stage", String(16)),
    Column("opened_at", UtcDateTime, nullable=False),
    Column("changed_at", UtcDateTime, nullable=False),
    Column("due_at", UtcDateTime, index=True),
    Column("organisation", String(64), nullable=False, server_default="", index=True),
    *counted.COLUMNS,
    *counted.INDEXES,
)

# Made once: to make a statement takes longer than to run it.
_MINE = cases.c.person == bindparam("who")
_TALKED = focus.focus.c
_FIND = select(cases).where(cases.c.reference == bindparam("of"))
_FIND_ALL = select(cases.c.reference, cases.c.person, cases.c.version, cases.c.organisation).where(
    among(cases.c.reference, "of")
)
_IN_FOCUS = select(cases).join(focus.focus, _TALKED.case == cases.c.reference).where(_TALKED.person == bindparam("who"))
_OF_PERSON = select(cases.c.reference).where(_MINE).order_by(cases.c.opened_at.desc(), cases.c.reference)
_SHARED = select(shares.shares.c.case).where(shares.shares.c.person == bindparam("who"))
_TALKED_ABOUT = select(_TALKED.case).where(_TALKED.person == bindparam("who"), _TALKED.case == cases.c.reference)
_OTHERS = (
    select(cases.c.reference)
    .where(or_(_MINE, cases.c.reference.in_(_SHARED)), cases.c.status == "open", ~_TALKED_ABOUT.exists())
    .limit(1)
)
_OPEN = insert(cases)
_CHANGE = update(cases).where(cases.c.reference == bindparam("of"), cases.c.version == bindparam("seen"))
_CHANGE_AND_LEAVE = _CHANGE.values(late=counted.late_by(bindparam("left_at", type_=UtcDateTime())))


def find(connection: Connection, reference: str) -> Kept | None:
    """The case of that reference, replayed from its record; None where there is none."""
    row = connection.execute(_FIND, {"of": reference}).one_or_none()
    return _replayed(connection, row) if row else None


def find_all(connection: Connection, references: Collection[str]) -> dict[str, Kept]:
    """The cases of these references, read together."""
    if not references:
        return {}
    rows = connection.execute(_FIND_ALL, {"of": references}).all()
    entries = record.of_cases(connection, references)
    return {
        reference: Kept(Case.replay(reference, entries.get(reference, ())), person, version, organisation)
        for reference, person, version, organisation in rows
    }


def in_focus(connection: Connection, person: str) -> Kept | None:
    """The case that this person is talking about."""
    row = connection.execute(_IN_FOCUS, {"who": person}).one_or_none()
    return _replayed(connection, row) if row else None


def _replayed(connection: Connection, row: Row[Any]) -> Kept:
    replayed = Case.replay(row.reference, record.of_case(connection, row.reference))
    return Kept(replayed, row.person, row.version, row.organisation)


def of_person(connection: Connection, person: str) -> list[Kept]:
    """All the cases of this person, the newest first."""
    order = connection.scalars(_OF_PERSON, {"who": person}).all()
    found = find_all(connection, order)
    return [found[reference] for reference in order]


def shared_with(connection: Connection, person: str) -> list[tuple[Kept, Tie]]:
    """The cases of others that are shared with this person, the newest first."""
    ties = shares.of_person(connection, person)
    found = sorted(find_all(connection, ties).values(), key=lambda kept: kept.case.reference)
    found.sort(key=lambda kept: kept.case.opened_at.timestamp() if kept.case.opened_at else 0.0, reverse=True)
    return [(kept, ties[kept.case.reference]) for kept in found]


def has_others(connection: Connection, person: str) -> bool:
    """Whether another case of this person, or one shared with them, is open than the one they talk about."""
    return connection.scalar(_OTHERS, {"who": person}) is not None


def without_reminders(connection: Connection) -> list[str]:
    """Open cases in a stage that have no reminder at all, for they are older than reminders."""
    some = exists().where(reminders.reminders.c.case == cases.c.reference)
    chosen = (cases.c.status == "open") & cases.c.stage.is_not(None) & ~some
    return list(connection.scalars(select(cases.c.reference).where(chosen)))


def open_under_policies(connection: Connection) -> list[Kept]:
    """Every open case that has a policy, the oldest first."""
    chosen = select(cases.c.reference).where(cases.c.status == "open", cases.c.policy.is_not(None))
    found = connection.scalars(chosen.order_by(cases.c.opened_at, cases.c.reference)).all()
    return [kept for reference in found if (kept := find(connection, reference))]


def contents_in_use(connection: Connection) -> list[tuple[str, str, str]]:
    """Policy, version and hash of the content under which each open case is advised; one item a case."""
    columns = (cases.c.policy, cases.c.policy_version, cases.c.policy_hash)
    rows = connection.execute(select(*columns).where(cases.c.status == "open", cases.c.policy_hash.is_not(None)))
    return [(policy, version, content_hash) for policy, version, content_hash in rows]


def references(connection: Connection) -> set[str]:
    """Every case that there is."""
    return set(connection.scalars(select(cases.c.reference)))


def begin(connection: Connection, reference: str, person: str, now: datetime) -> Kept:
    """A new, empty case in this person's focus, of their organisation. Raises IntegrityError where the reference is
    taken."""
    organisation = people.organisation_of(connection, person)
    row = {"reference": reference, "person": person, "version": 0, "status": "open", "opened_at": now}
    connection.execute(_OPEN, {**row, "changed_at": now, "organisation": organisation})
    focus.turn_to(connection, person, reference, now)
    return Kept(Case(reference), person, 0, organisation)


def append(connection: Connection, kept: Kept, entries: Sequence[Entry], schedule: Schedule, now: datetime) -> Kept:
    """Add entries to a record and keep what follows from them: where the case stands, its deadlines and reminders.

    Raises CaseworkError ``changed_meanwhile`` where somebody else has added to the record since it was read.
    """
    case, version = after(kept.case, entries), kept.version + len(entries)
    row = {"version": version, "changed_at": now, **counted.values(case, schedule)}
    if not _changed(connection, kept, row, entries):
        raise CaseworkError("changed_meanwhile", case=case.reference)
    if entries:
        focus.talk_on(connection, entries[-1].actor, case.reference, now)
        record.add(connection, case.reference, kept.version, entries)
    if kept.case.stage is not None or schedule != Schedule():  # before the first stage nothing runs, nor ever did
        deadlines.keep(connection, case.reference, schedule.running)
        reminders.hold_against(connection, case.reference, kept.person, schedule.reminders, now)
    return Kept(case, kept.person, version, kept.organisation)


def _changed(connection: Connection, kept: Kept, row: Mapping[str, Any], entries: Sequence[Entry]) -> bool:
    """Change the row of a case, unless somebody else has since it was read."""
    given = {"of": kept.case.reference, "seen": kept.version, **row}
    if (left := left_at(entries)) is None:
        return connection.execute(_CHANGE, given).rowcount == 1
    return connection.execute(_CHANGE_AND_LEAVE, {**given, "left_at": left}).rowcount == 1


def hold(connection: Connection, reference: str) -> None:
    """Let nobody else change the case until the transaction ends."""
    connection.execute(select(cases.c.reference).where(cases.c.reference == reference).with_for_update())


def hand_over(connection: Connection, kept: Kept, person: str) -> None:
    """Make the case somebody else's; who had it talks about it no more, and is reminded of it no more."""
    reference = kept.case.reference
    shares.stop(connection, reference, person)
    focus.leave(connection, kept.person, reference)
    connection.execute(update(cases).where(cases.c.reference == reference).values(person=person))
    shares.move_reminders(connection, reference, person)


def claim(connection: Connection, person: str, organisation: str) -> None:
    """Cases that this person opened before anybody had told where they belong are that organisation's."""
    unclaimed = (cases.c.person == person) & (cases.c.organisation == "")
    connection.execute(update(cases).where(unclaimed).values(organisation=organisation))


def differing(connection: Connection, reference: str) -> list[str]:
    """What the row of a case says otherwise than its record does, by the names of the columns."""
    row = connection.execute(select(cases).where(cases.c.reference == reference)).mappings().one_or_none()
    if row is None:
        return ["reference"]
    entries = list(record.of_case(connection, reference))
    ought = {**counted.of_record(Case.replay(reference, entries)), "version": len(entries)}
    return sorted(column for column, value in ought.items() if row[column] != value)
