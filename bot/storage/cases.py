"""Cases: the row that says where each stands, and what runs: deadlines and reminders."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime

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
    delete,
    exists,
    func,
    insert,
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
from bot.storage import colleagues, conversations, counted, fence, policies, record, reminders, shares
from bot.storage.base import Database, UtcDateTime, metadata

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


class Cases:
    """The cases, inside one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def find(self, reference: str) -> Kept | None:
        """The case of that reference, replayed from its record; None where there is none."""
        row = self._connection.execute(select(cases).where(cases.c.reference == reference)).one_or_none()
        if row is None:
            return None
        return Kept(Case.replay(reference, self.record_of(reference)), row.person, row.version, row.organisation)

    def find_all(self, references: Collection[str]) -> dict[str, Kept]:
        """The cases of these references, read together."""
        rows = self._connection.execute(select(cases).where(cases.c.reference.in_(references))).all()
        entries = record.of_cases(self._connection, references)
        return {
            row.reference: Kept(
                Case.replay(row.reference, entries.get(row.reference, ())), row.person, row.version, row.organisation
            )
            for row in rows
        }

    def without_reminders(self) -> list[str]:
        """Open cases in a stage that have no reminder at all, for they are older than reminders."""
        some = exists().where(reminders.reminders.c.case == cases.c.reference)
        chosen = (cases.c.status == "open") & cases.c.stage.is_not(None) & ~some
        return list(self._connection.scalars(select(cases.c.reference).where(chosen)))

    def in_focus(self, person: str) -> Kept | None:
        """The case that this person is talking about."""
        reference = self._connection.scalar(select(focus.c.case).where(focus.c.person == person))
        return self.find(reference) if reference else None

    def of_person(self, person: str) -> list[Kept]:
        """All the cases of this person, the newest first."""
        query = select(cases.c.reference).where(cases.c.person == person)
        order = self._connection.scalars(query.order_by(cases.c.opened_at.desc(), cases.c.reference)).all()
        found = self.find_all(order)
        return [found[reference] for reference in order]

    def has_several(self, person: str) -> bool:
        """Whether more than one case of this person is open."""
        open_ = select(cases.c.reference).where(cases.c.person == person, cases.c.status == "open").limit(2)
        return len(self._connection.scalars(open_).all()) == 2

    def record_of(self, reference: str) -> Iterator[Entry]:
        """The record of a case, oldest first."""
        return record.of_case(self._connection, reference)

    def open(self, reference: str, person: str, now: datetime) -> Kept:
        """A new, empty case in this person's focus, of their organisation. Raises IntegrityError where the reference
        is taken."""
        organisation = conversations.organisation_of(self._connection, person)
        row = {"reference": reference, "person": person, "version": 0, "status": "open", "opened_at": now}
        self._connection.execute(insert(cases).values(**row, changed_at=now, organisation=organisation))
        self.focus_on(reference, person, now)
        return Kept(Case(reference), person, 0, organisation)

    def focus_on(self, reference: str, person: str, now: datetime) -> None:
        """Make that case the one the person talks about, for certain."""
        mine = update(focus).where(focus.c.person == person).values(case=reference, at=now)
        if self._connection.execute(mine).rowcount == 0:
            self._connection.execute(insert(focus).values(person=person, case=reference, at=now))

    def focus_of(self, person: str) -> Focus | None:
        """Which case the person talks about, since when, and when they were last reminded of another one."""
        row = self._connection.execute(select(focus).where(focus.c.person == person)).one_or_none()
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
        changed = self._connection.execute(
            update(cases)
            .where(cases.c.reference == case.reference, cases.c.version == kept.version)
            .values(version=version, changed_at=now, **counted.values(case, entries, schedule))
        )
        if changed.rowcount != 1:
            raise CaseworkError("changed_meanwhile", case=case.reference)
        if entries:
            talked_about = (focus.c.person == entries[-1].actor) & (focus.c.case == case.reference)
            self._connection.execute(update(focus).where(talked_about).values(at=now))
            record.add(self._connection, case.reference, kept.version, entries)
        self._keep_deadlines(case.reference, schedule.running)
        reminders.hold_against(self._connection, case.reference, kept.person, schedule.reminders, now)
        return Kept(case, kept.person, version, kept.organisation)

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
        self._connection.execute(delete(deadlines).where(deadlines.c.case == reference))
        rows = [_deadline(reference, item) for item in limits if item.deadline.due is not None]
        if rows:
            self._connection.execute(insert(deadlines), rows)


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
        with self._database.transaction() as connection:
            fence.hold(connection)
            yield Cases(connection)

    @contextmanager
    def reading(self) -> Iterator[Cases]:
        """Look at cases as they are now. It waits for no writer, and nothing that is done in it is kept."""
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
