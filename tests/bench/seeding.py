"""A database full of cases, as the product itself would have written them.

A few hundred cases are made through the service, by people who do what people do; the rest are copies of these under
other references. So every row is one that Waymark writes, and a hundred thousand cases take a few minutes (a gigabyte).

    python -m tests.bench.seeding sqlite:///var/full.db --cases 100000
"""

from __future__ import annotations

import itertools
import math
import sys
from argparse import ArgumentParser
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

from sqlalchemy import Connection, Table, insert, literal, select, update

from bot import bankholidays, library
from bot.casework.case import Answer, Entry, Outcome, Tried
from bot.casework.chain import BEGINNING, seal
from bot.casework.errors import CaseworkError
from bot.casework.intake import Ask, Told
from bot.casework.policy import Policy
from bot.casework.reminders import Reply
from bot.casework.vocabulary import Agency, Category, Level
from bot.reminding import Reminding
from bot.storage import Database, migrate
from bot.storage.case_store import CaseStore
from bot.storage.cases import cases
from bot.storage.deadlines import deadlines
from bot.storage.record import heads, of_cases, record
from bot.storage.reminders import button_token, reminders

NOW = datetime(2026, 11, 20, 10, tzinfo=UTC)
MADE = 300
"""So many cases are made by default."""
SPREAD = timedelta(days=540)
COPIED: tuple[Table, ...] = (cases, deadlines, reminders)


def seed(
    database: Database,
    cases: int = 100_000,
    *,
    now: datetime = NOW,
    policies: Mapping[str, Policy] | None = None,
    organisation: str = "",
    dice: int = 7,
    made: int = MADE,
) -> int:
    """Put so many cases into a migrated database that holds none; gives how many there are. The same ``dice`` give the
    same cases. All beyond those that are ``made`` are copies."""
    made = min(cases, made)
    people = _People(database, policies or library.load_all(Path(__file__).parents[2] / "policies"), Random(dice))
    for number in range(made):
        people.case(f"person-{number}", now)
    with database.transaction() as connection:
        _deliver(connection, now, Random(dice))
        connection.execute(update(COPIED[0]).values(organisation=organisation))
    people.answer(now)
    with database.reading() as connection:
        records = of_cases(connection, [_reference(number) for number in range(made)])
    for copy in range(1, math.ceil(cases / made) if made else 0):
        some = [_reference(number) for number in range(min(made, cases - copy * made))]
        with database.transaction() as connection:
            _copy(connection, f"-{copy}", some[-1])
            _copy_records(connection, f"-{copy}", {reference: records[reference] for reference in some})
    return cases


class _People:
    """Practitioners, each with one case, who do what comes to their mind."""

    def __init__(self, database: Database, policies: Mapping[str, Policy], random: Random) -> None:
        calendars = {policy.nation: bankholidays.calendar(policy.nation) for policy in policies.values()}
        numbers = itertools.count()
        self._database, self._policies, self._random = database, policies, random
        self._service = Reminding(CaseStore(database), policies, calendars, lambda: _reference(next(numbers)))

    def case(self, person: str, now: datetime) -> None:
        """Open a case some time ago and take it on, until it ends or today is reached."""
        at = now - self._random.random() ** 2 * SPREAD
        self._service.answer_risk(person, Ask.RISK, Answer.NO, at)
        if self._random.random() < 0.05:
            return  # never came back
        self._service.tell(person, self._told(at), at)
        while (at := at + timedelta(hours=self._random.expovariate(1 / 72))) < now:
            with suppress(CaseworkError):
                if self._act(person, at):
                    return

    def answer(self, now: datetime) -> None:
        """Answer some of the reminders that came."""
        with self._database.reading() as connection:
            told = select(reminders).where(reminders.c.state == "sent").order_by(reminders.c.id)
            sent = connection.execute(told).all()
        for row in sent:
            if self._random.random() < 0.4:
                reply = Reply.NO_ANSWER if self._random.random() < 0.5 else Reply.NEW_DATE
                act: Callable[[str, str, datetime], Any] = (
                    self._service.reply if reply is Reply.NO_ANSWER else self._service.date_asked
                )
                act(row.person, button_token(row.token, reply), min(row.due_at + timedelta(hours=2), now))

    def _told(self, at: datetime) -> Told:
        random, policy = self._random, self._random.choice(list(self._policies.values()))
        level = random.choice([None, None, None, Level.PRACTITIONER, Level.LINE_MANAGER])
        outcome = random.choice([Outcome.REFUSED, Outcome.NO_ANSWER, Outcome.UNRESOLVED])
        raised = at - timedelta(days=random.randrange(6))
        return Told(
            words="They have closed the referral, and we think that it is too early.",
            policy=policy.id,
            person=random.choice(policy.people),
            categories=tuple(random.sample(list(Category), k=random.choice([1, 1, 1, 2]))),
            circumstances={
                "agency": random.choice(list(Agency)).value,
                "other_agency": random.choice([Agency.SOCIAL_CARE, Agency.SOCIAL_CARE, *Agency]).value,
                "urgent": random.random() < 0.2,
            },
            raised_at=raised,
            tried=Tried(level, outcome if level else None, at if level else None),
        )

    def _act(self, person: str, at: datetime) -> bool:
        """One thing that is done; True where it was the last."""
        match self._random.choices(["up", "done", "resolved", "withdrawn", "nothing"], [3, 3, 2.5, 0.2, 2])[0]:
            case "up":
                silent = self._random.random() < 0.3
                self._service.not_resolved(person, Outcome.NO_ANSWER if silent else Outcome.REFUSED, None, at)
            case "done":
                self._service.step_done(person, None, at)
            case "resolved":
                self._service.resolve(person, None, at)
                return True
        return self._random.random() < 0.08


def _deliver(connection: Connection, now: datetime, random: Random) -> None:
    """What is due has been sent; a little of it reached nobody."""
    waiting = (reminders.c.state == "pending") & (reminders.c.due_at <= now)
    for number in list(connection.scalars(select(reminders.c.id).where(waiting).order_by(reminders.c.id))):
        state = "undeliverable" if random.random() < 0.02 else "sent"
        connection.execute(update(reminders).where(reminders.c.id == number).values(state=state, sent_at=now))


def _reference(number: int) -> str:
    return f"W-{number:06d}"


def _copy(connection: Connection, mark: str, last: str) -> None:
    """The cases that were made, up to the last, with all that hangs on them, under other names."""
    for table in COPIED:
        of = table.c.reference if table is cases else table.c.case
        named = {of.name, "person", "token", "answered_by"}
        kept = [column for column in table.c if column.name != "id"]
        chosen = [(column + literal(mark)) if column.name in named else column for column in kept]
        originals = select(*chosen).where(of <= last, of.not_like("W-%-%"))
        connection.execute(insert(table).from_select([column.name for column in kept], originals))


def _copy_records(connection: Connection, mark: str, records: Mapping[str, Sequence[Entry]]) -> None:
    """Their records, each sealed as its own."""
    lines: list[dict[str, Any]] = []
    ends: list[dict[str, Any]] = []
    for reference, entries in records.items():
        case, last = reference + mark, BEGINNING
        for number, entry in enumerate(entries, start=1):
            line = {"case": case, "number": number, "event": entry.event.value, "at": entry.at}
            line |= {"actor": entry.actor + mark, "about": dict(entry.about)}
            last = seal(last, **line)
            lines.append({**line, "seal": last})
        ends.append({"case": case, "entries": len(entries), "seal": last})
    connection.execute(insert(record), lines)
    connection.execute(insert(heads), ends)


def main() -> int:
    """Seed the database that is named."""
    parser = ArgumentParser(description="Fill a database with cases, to measure how fast they are counted.")
    parser.add_argument("url")
    parser.add_argument("--cases", type=int, default=100_000)
    given = parser.parse_args()
    migrate(given.url)
    database = Database(given.url)
    sys.stdout.write(f"{seed(database, given.cases):,} cases\n")
    database.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
