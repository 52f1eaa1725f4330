"""Cases: the row that says where each stands, and what runs: deadlines and reminders."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from typing import Any, TypeVar

from sqlalchemy import (
    Boolean,
    Column,
    Connection,
    Date,
    ForeignKey,
    Integer,
    Row,
    String,
    Table,
    Text,
    bindparam,
    delete,
    exists,
    func,
    insert,
    or_,
    select,
    update,
)

from bot.casework.advice import Running
from bot.casework.case import Case, Entry, Kept, after
from bot.casework.caseload import Focus
from bot.casework.errors import CaseworkError
from bot.casework.permissions import Tie
from bot.casework.policy import Policy
from bot.casework.reminders import Reminder, Reply, Schedule
from bot.casework.sharing import Around
from bot.casework.standing import left_at
from bot.storage import colleagues, conversations, counted, fence, policies, record, reminders, shares, sitting
from bot.storage.base import Database, UtcDateTime, among, metadata
from bot.storage.sitting import Sitting

T = TypeVar("T")

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
focus = Table(
    "focus",
    metadata,
    Column("person", String(36), primary_key=True),
    Column("case", String(16), ForeignKey("cases.reference"), nullable=False),
    Column("at", UtcDateTime),
)

# Made once: to make a statement takes longer than to run it.
_MINE = cases.c.person == bindparam("who")
_FIND = select(cases).where(cases.c.reference == bindparam("of"))
_FIND_ALL = select(cases.c.reference, cases.c.person, cases.c.version, cases.c.organisation).where(
    among(cases.c.reference, "of")
)
_IN_FOCUS = select(cases).join(focus, focus.c.case == cases.c.reference).where(focus.c.person == bindparam("who"))
_OF_PERSON = select(cases.c.reference).where(_MINE).order_by(cases.c.opened_at.desc(), cases.c.reference)
_SHARED = select(shares.shares.c.case).where(shares.shares.c.person == bindparam("who"))
_TALKED_ABOUT = select(focus.c.case).where(focus.c.person == bindparam("who"), focus.c.case == cases.c.reference)
_OTHERS = (
    select(cases.c.reference)
    .where(or_(_MINE, cases.c.reference.in_(_SHARED)), cases.c.status == "open", ~_TALKED_ABOUT.exists())
    .limit(1)
)
_OPEN, _BEGIN_TO_TALK = insert(cases), insert(focus)
_TALK = update(focus).where(focus.c.person == bindparam("who"))
_TALK_ON = _TALK.where(focus.c.case == bindparam("of"))
_CHANGE = update(cases).where(cases.c.reference == bindparam("of"), cases.c.version == bindparam("seen"))
_CHANGE_AND_LEAVE = _CHANGE.values(late=counted.late_by(bindparam("left_at", type_=UtcDateTime())))
_FOCUS = select(focus).where(focus.c.person == bindparam("who"))
_FORGET_DEADLINES = delete(deadlines).where(deadlines.c.case == bindparam("of"))
_ADD_DEADLINES = insert(deadlines)


class Cases:
    """The cases, inside one transaction."""

    def __init__(self, connection: Connection, sitting: Sitting | None = None) -> None:
        self._connection = connection
        self._sitting = sitting

    def once(self, what: Hashable, find: Callable[[], T]) -> T:
        """What ``find`` gives; within a sitting, what it gave the first time."""
        return self._sitting.once(what, find) if self._sitting else find()

    def find(self, reference: str) -> Kept | None:
        """The case of that reference, replayed from its record; None where there is none."""
        row = self._connection.execute(_FIND, {"of": reference}).one_or_none()
        return self._replayed(row) if row else None

    def _replayed(self, row: Row[Any]) -> Kept:
        replayed = Case.replay(row.reference, self.record_of(row.reference))
        return Kept(replayed, row.person, row.version, row.organisation)

    def find_all(self, references: Collection[str]) -> dict[str, Kept]:
        """The cases of these references, read together."""
        if not references:
            return {}
        rows = self._connection.execute(_FIND_ALL, {"of": references}).all()
        entries = record.of_cases(self._connection, references)
        return {
            reference: Kept(Case.replay(reference, entries.get(reference, ())), person, version, organisation)
            for reference, person, version, organisation in rows
        }

    def without_reminders(self) -> list[str]:
        """Open cases in a stage that have no reminder at all, for they are older than reminders."""
        some = exists().where(reminders.reminders.c.case == cases.c.reference)
        chosen = (cases.c.status == "open") & cases.c.stage.is_not(None) & ~some
        return list(self._connection.scalars(select(cases.c.reference).where(chosen)))

    def in_focus(self, person: str) -> Kept | None:
        """The case that this person is talking about."""
        row = self._connection.execute(_IN_FOCUS, {"who": person}).one_or_none()
        return self._replayed(row) if row else None

    def of_person(self, person: str) -> list[Kept]:
        """All the cases of this person, the newest first."""
        order = self._connection.scalars(_OF_PERSON, {"who": person}).all()
        found = self.find_all(order)
        return [found[reference] for reference in order]

    def has_others(self, person: str) -> bool:
        """Whether another case of this person, or one shared with them, is open than the one they talk about."""
        return self._connection.scalar(_OTHERS, {"who": person}) is not None

    def record_of(self, reference: str) -> Sequence[Entry]:
        """The record of a case, oldest first."""
        return record.of_case(self._connection, reference)

    def open(self, reference: str, person: str, now: datetime) -> Kept:
        """A new, empty case in this person's focus, of their organisation. Raises IntegrityError where the reference
        is taken."""
        organisation = conversations.organisation_of(self._connection, person)
        row = {"reference": reference, "person": person, "version": 0, "status": "open", "opened_at": now}
        self._connection.execute(_OPEN, {**row, "changed_at": now, "organisation": organisation})
        self.focus_on(reference, person, now)
        return Kept(Case(reference), person, 0, organisation)

    def focus_on(self, reference: str, person: str, now: datetime) -> None:
        """Make that case the one the person talks about, for certain."""
        talked = {"case": reference, "at": now}
        if self._connection.execute(_TALK, {"who": person, **talked}).rowcount == 0:
            self._connection.execute(_BEGIN_TO_TALK, {"person": person, **talked})

    def focus_of(self, person: str) -> Focus | None:
        """Which case the person talks about, since when, and when they were last reminded of another one."""
        row = self._connection.execute(_FOCUS, {"who": person}).one_or_none()
        if row is None:
            return None
        table = reminders.reminders
        elsewhere = (table.c.person == person) & (table.c.case != row.case) & table.c.sent_at.is_not(None)
        last = self._connection.scalar(select(func.max(table.c.sent_at)).where(elsewhere))
        return Focus(row.case, row.at, last)

    def append(self, kept: Kept, entries: Sequence[Entry], schedule: Schedule, now: datetime) -> Kept:
        """Add entries to a record and keep what follows from them: where the case stands, its deadlines and reminders.

        Raises CaseworkError ``changed_meanwhile`` where somebody else has added to the record since it was read.
        """
        case, version = after(kept.case, entries), kept.version + len(entries)
        if not self._changed(kept, {"version": version, "changed_at": now, **counted.values(case, schedule)}, entries):
            raise CaseworkError("changed_meanwhile", case=case.reference)
        if entries:
            self._connection.execute(_TALK_ON, {"who": entries[-1].actor, "of": case.reference, "at": now})
            record.add(self._connection, case.reference, kept.version, entries)
        if kept.case.stage is not None or schedule != Schedule():  # before the first stage nothing runs, nor ever did
            self._keep_deadlines(case.reference, schedule.running)
            reminders.hold_against(self._connection, case.reference, kept.person, schedule.reminders, now)
        return Kept(case, kept.person, version, kept.organisation)

    def _changed(self, kept: Kept, row: Mapping[str, Any], entries: Sequence[Entry]) -> bool:
        """Change the row of a case, unless somebody else has since it was read."""
        given = {"of": kept.case.reference, "seen": kept.version, **row}
        if (left := left_at(entries)) is None:
            return self._connection.execute(_CHANGE, given).rowcount == 1
        return self._connection.execute(_CHANGE_AND_LEAVE, {**given, "left_at": left}).rowcount == 1

    def of_button(self, token: str) -> tuple[Reminder, Reply] | None:
        """The reminder to which a button belongs, and what it stands for; its case is held until the end."""
        found = reminders.of_button(self._connection, token)
        if found is not None:
            held = select(cases.c.reference).where(cases.c.reference == found[0].case).with_for_update()
            self._connection.execute(held)
            found = reminders.of_button(self._connection, token)
        return found

    def answer(self, reminder: Reminder, reply: Reply, by: str, now: datetime) -> bool:
        """Take the answer to a reminder; False where one was taken before."""
        return reminders.answer(self._connection, reminder, reply, by, now)

    def tie_of(self, reference: str, person: str) -> Tie:
        """As what the case is shared with that person; ``none`` where it is not."""
        return shares.tie(self._connection, reference, person)

    def shared_with(self, person: str) -> list[tuple[Kept, Tie]]:
        """The cases of others that are shared with this person, the newest first."""
        ties = shares.of_person(self._connection, person)
        found = sorted(self.find_all(ties).values(), key=lambda kept: kept.case.reference)
        found.sort(key=lambda kept: kept.case.opened_at.timestamp() if kept.case.opened_at else 0.0, reverse=True)
        return [(kept, ties[kept.case.reference]) for kept in found]

    def around(self, reference: str) -> Around:
        """With whom the case is shared, and who looked at it."""
        return Around(shares.of_case(self._connection, reference), shares.looks_at(self._connection, reference))

    def note_look(self, reference: str, person: str, as_what: Tie, now: datetime) -> None:
        """Somebody else than its owner looks at the case."""
        shares.note_look(self._connection, reference, person, as_what, now)

    def names(self, persons: Collection[str]) -> dict[str, str]:
        """What these people are called, as far as the directory has told."""
        return colleagues.names(self._connection, persons)

    def colleagues(self, email: str, organisation: str) -> list[str]:
        """Those of that organisation who signed in with that address."""
        return colleagues.find(self._connection, email, organisation)

    def share(self, reference: str, person: str, as_what: Tie, by: str, now: datetime) -> None:
        """Let a colleague into the case."""
        shares.share(self._connection, reference, person, as_what, by, now)

    def stop_sharing(self, reference: str, person: str) -> bool:
        """Let a colleague out of the case; says whether they were in."""
        return shares.stop(self._connection, reference, person)

    def hand_over(self, kept: Kept, person: str) -> None:
        """Make the case somebody else's; who had it talks about it no more, and is reminded of it no more."""
        reference = kept.case.reference
        shares.stop(self._connection, reference, person)
        talked = (focus.c.person == kept.person) & (focus.c.case == reference)
        self._connection.execute(delete(focus).where(talked))
        self._connection.execute(update(cases).where(cases.c.reference == reference).values(person=person))
        shares.move_reminders(self._connection, reference, person)

    def open_under_policies(self) -> list[Kept]:
        """Every open case that has a policy, the oldest first."""
        chosen = select(cases.c.reference).where(cases.c.status == "open", cases.c.policy.is_not(None))
        found = self._connection.scalars(chosen.order_by(cases.c.opened_at, cases.c.reference)).all()
        return [kept for reference in found if (kept := self.find(reference))]

    def contents_in_use(self) -> list[tuple[str, str, str]]:
        """Policy, version and hash of the content under which each open case is advised; one item a case."""
        columns = (cases.c.policy, cases.c.policy_version, cases.c.policy_hash)
        rows = self._connection.execute(
            select(*columns).where(cases.c.status == "open", cases.c.policy_hash.is_not(None))
        )
        return [(policy, version, content_hash) for policy, version, content_hash in rows]

    def keep_policy(self, policy: Policy, now: datetime) -> None:
        """Keep what a policy says, for the cases that are opened under it."""
        policies.keep(self._connection, policy, now)

    def policy_kept(self, content_hash: str) -> Policy:
        """The policy with that content, as it was kept. Raises LookupError."""
        return policies.kept(self._connection, content_hash)

    def policy_of_version(self, policy_id: str, version: str) -> Policy | None:
        """What that version of a policy said, where a case was opened under it."""
        return policies.latest(self._connection, policy_id, version)

    def _keep_deadlines(self, reference: str, limits: Iterable[Running]) -> None:
        self._connection.execute(_FORGET_DEADLINES, {"of": reference})
        rows = [_deadline(reference, item) for item in limits if item.deadline.due is not None]
        if rows:
            self._connection.execute(_ADD_DEADLINES, rows)


def claim(connection: Connection, person: str, organisation: str) -> None:
    """Cases that this person opened before anybody had told where they belong are that organisation's."""
    unclaimed = (cases.c.person == person) & (cases.c.organisation == "")
    connection.execute(update(cases).where(unclaimed).values(organisation=organisation))


class CaseStore:
    """The door to the cases: one transaction a use case."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @contextmanager
    def transaction(self) -> Iterator[Cases]:
        """Work on cases: kept together when the block ends, forgotten together when it raises.

        Raises CaseworkError ``turn_over`` where the turn that this is done for has been given up.
        """
        if going_on := sitting.current():
            going_on.end()
        with self._database.transaction() as connection:
            fence.hold(connection)
            yield Cases(connection)

    @contextmanager
    def reading(self) -> Iterator[Cases]:
        """Look at cases as they are now (in a sitting, as they were at its first look). It waits for no writer, and
        nothing that is done in it is kept."""
        if going_on := sitting.current():
            yield Cases(going_on.connection(self._database), going_on)
            return
        with self._database.reading() as connection:
            yield Cases(connection)


def differing(connection: Connection, reference: str) -> list[str]:
    """What the row of a case says otherwise than its record does, by the names of the columns."""
    row = connection.execute(select(cases).where(cases.c.reference == reference)).mappings().one_or_none()
    if row is None:
        return ["reference"]
    entries = list(record.of_case(connection, reference))
    ought = {**counted.of_record(Case.replay(reference, entries)), "version": len(entries)}
    return sorted(column for column, value in ought.items() if row[column] != value)


def references(connection: Connection) -> set[str]:
    """Every case that there is."""
    return set(connection.scalars(select(cases.c.reference)))


def _deadline(reference: str, item: Running) -> dict[str, object]:
    deadline = item.deadline
    return {
        "case": reference,
        "rule": deadline.rule,
        "start": deadline.start,
        "due": deadline.due,
        "due_at": deadline.due_at,
        "why": deadline.why,
        "strength": deadline.strength.value,
        "provisional": deadline.provisional,
        "agreed": deadline.agreed,
    }
