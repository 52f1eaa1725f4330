"""The door to the cases: one transaction a use case, and all that can be asked of the cases in it.

Each question is answered in the file of its subject. What every use case asks comes first (:mod:`bot.service.store`),
then what reminding, sharing and the versions of policies ask besides.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from typing import TypeVar

from sqlalchemy import Connection

from bot.casework.case import Entry, Kept
from bot.casework.caseload import Focus
from bot.casework.permissions import Tie
from bot.casework.policy import Policy
from bot.casework.reminders import Reminder, Reply, Schedule
from bot.casework.sharing import Around
from bot.storage import cases, colleagues, fence, focus, policies, record, reminders, shares, sitting
from bot.storage.base import Database
from bot.storage.sitting import Sitting

T = TypeVar("T")


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
        return cases.find(self._connection, reference)

    def in_focus(self, person: str) -> Kept | None:
        """The case that this person is talking about."""
        return cases.in_focus(self._connection, person)

    def of_person(self, person: str) -> list[Kept]:
        """All the cases of this person, the newest first."""
        return cases.of_person(self._connection, person)

    def shared_with(self, person: str) -> list[tuple[Kept, Tie]]:
        """The cases of others that are shared with this person, the newest first."""
        return cases.shared_with(self._connection, person)

    def has_others(self, person: str) -> bool:
        """Whether another case of this person, or one shared with them, is open than the one they talk about."""
        return cases.has_others(self._connection, person)

    def record_of(self, reference: str) -> Sequence[Entry]:
        """The record of a case, oldest first."""
        return record.of_case(self._connection, reference)

    def focus_of(self, person: str) -> Focus | None:
        """Which case the person talks about, since when, and when they were last reminded of another one."""
        return focus.of_person(self._connection, person)

    def focus_on(self, reference: str, person: str, now: datetime) -> None:
        """Make that case the one the person talks about, for certain."""
        focus.turn_to(self._connection, person, reference, now)

    def open(self, reference: str, person: str, now: datetime) -> Kept:
        """A new, empty case in this person's focus, of their organisation. Raises IntegrityError where the reference
        is taken."""
        return cases.begin(self._connection, reference, person, now)

    def append(self, kept: Kept, entries: Sequence[Entry], schedule: Schedule, now: datetime) -> Kept:
        """Add entries to a record and keep what follows from them: where the case stands, its deadlines and reminders.

        Raises CaseworkError ``changed_meanwhile`` where somebody else has added to the record since it was read.
        """
        return cases.append(self._connection, kept, entries, schedule, now)

    def tie_of(self, reference: str, person: str) -> Tie:
        """As what the case is shared with that person; ``none`` where it is not."""
        return shares.tie(self._connection, reference, person)

    def around(self, reference: str) -> Around:
        """With whom the case is shared, and who looked at it."""
        return Around(shares.of_case(self._connection, reference), shares.looks_at(self._connection, reference))

    def note_look(self, reference: str, person: str, as_what: Tie, now: datetime) -> None:
        """Somebody else than its owner looks at the case."""
        shares.note_look(self._connection, reference, person, as_what, now)

    def names(self, persons: Collection[str]) -> dict[str, str]:
        """What these people are called, as far as the directory has told."""
        return colleagues.names(self._connection, persons)

    def keep_policy(self, policy: Policy, now: datetime) -> None:
        """Keep what a policy says, for the cases that are opened under it."""
        policies.keep(self._connection, policy, now)

    def policy_kept(self, content_hash: str) -> Policy:
        """The policy with that content, as it was kept. Raises LookupError."""
        return policies.kept(self._connection, content_hash)

    # Reminding

    def find_all(self, references: Collection[str]) -> dict[str, Kept]:
        """The cases of these references, read together."""
        return cases.find_all(self._connection, references)

    def without_reminders(self) -> list[str]:
        """Open cases in a stage that have no reminder at all, for they are older than reminders."""
        return cases.without_reminders(self._connection)

    def of_button(self, token: str) -> tuple[Reminder, Reply] | None:
        """The reminder to which a button belongs, and what it stands for; its case is held until the end."""
        found = reminders.of_button(self._connection, token)
        if found is not None:
            cases.hold(self._connection, found[0].case)
            found = reminders.of_button(self._connection, token)
        return found

    def answer(self, reminder: Reminder, reply: Reply, by: str, now: datetime) -> bool:
        """Take the answer to a reminder; False where one was taken before."""
        return reminders.answer(self._connection, reminder, reply, by, now)

    # Sharing

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
        cases.hand_over(self._connection, kept, person)

    # The versions of policies

    def open_under_policies(self) -> list[Kept]:
        """Every open case that has a policy, the oldest first."""
        return cases.open_under_policies(self._connection)

    def contents_in_use(self) -> list[tuple[str, str, str]]:
        """Policy, version and hash of the content under which each open case is advised; one item a case."""
        return cases.contents_in_use(self._connection)

    def policy_of_version(self, policy_id: str, version: str) -> Policy | None:
        """What that version of a policy said, where a case was opened under it."""
        return policies.latest(self._connection, policy_id, version)


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
