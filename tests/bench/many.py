"""Very many open cases, copied from real ones inside the database: a million take a minute, not hours."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import count, cycle, product
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from sqlalchemy import ColumnElement, Insert, Integer, String, Table, cast, insert, literal, select, text, true, update

from bot import bootstrap
from bot.bootstrap import Parts
from bot.casework.calendar import LONDON
from bot.casework.vocabulary import Category, Level
from bot.config import ROOT, Settings
from bot.storage import Database, migrate
from bot.storage.addresses import addresses, preferences
from bot.storage.cases import cases
from bot.storage.clock import TrainingClock
from bot.storage.deadlines import deadlines
from bot.storage.people import people
from bot.storage.record import heads, record
from bot.storage.reminders import reminders
from tests.postgresql import Cluster
from tests.reminders.conftest import Office

TEMPLATE = "template"
KINDS = tuple(
    product(
        ("gloucestershire", "rainbow_early_years", "telford_wrekin", "warrington"),
        (None, Level.CONSULT, Level.PRACTITIONER),
        range(3, 9),
    )
)
"""Policy, what had been tried, how many days before the disagreement arose: of each, one reminder is due at DUE."""
TOLD = datetime(2026, 11, 5, 17, 30, tzinfo=LONDON)
DUE = datetime(2026, 11, 6, 9, 30, tzinfo=LONDON)
WHOLE: Sequence[Table] = (people, addresses, preferences, cases, record, heads, deadlines, reminders)
DAYS = 60
"""Over so many days the reminders of the copies are spread."""


@contextmanager
def open_waymark(url: str) -> Iterator[Parts]:
    """A new database, and in it one case of each kind, of people who are reached by the channel "sink"."""
    migrate(url)
    parts = bootstrap.build(Settings.from_environment({"DATABASE_URL": url, "WAYMARK_MODE": "training"}))
    try:
        assert isinstance(parts.clock, TrainingClock)
        office = Office(parts.database, parts.reminding, parts.clock)
        for number, ((policy, level, days), category) in enumerate(zip(KINDS, cycle(Category), strict=False)):
            person = office.person(f"{TEMPLATE}{number}", "sink")
            office.case(person, policy, level, category, TOLD - timedelta(days=days), TOLD)
        yield parts
    finally:
        parts.database.close()


@dataclass(frozen=True)
class Copies:
    """Copies of the cases in a database."""

    database: Database

    @property
    def originals(self) -> Sequence[tuple[str, str]]:
        """The reference and the person of each case that is copied."""
        mine = cases.c.person.like(f"{TEMPLATE}%")
        with self.database.reading() as connection:
            rows = connection.execute(select(cases.c.reference, cases.c.person).where(mine).order_by(cases.c.person))
            return [(row.reference, row.person) for row in rows]

    def whole(self, count: int) -> None:
        """Add so many, each with all of its rows, of as many people: as many of each kind."""
        originals = self.originals
        with self.database.transaction() as connection:
            for place, original in enumerate(originals[:count]):
                for table in WHOLE:
                    connection.execute(_copy(original, table, range(place, count, len(originals))))
            connection.execute(text("ANALYZE"))  # as both databases do by themselves, a little later

    def with_one_reminder(self, count: int, first: datetime) -> None:
        """Add so many of one kind with one reminder each, to come on one of sixty days from ``first`` on."""
        original = self.originals[0]
        one = select(reminders.c.id).where(reminders.c.case == original[0]).limit(1)
        only = reminders.c.id == one.scalar_subquery()
        with self.database.transaction() as connection:
            connection.execute(_copy(original, cases, range(count)))
            for day in range(DAYS):
                due = literal(first + timedelta(days=day), reminders.c.due_at.type)
                connection.execute(_copy(original, reminders, range(day, count, DAYS), {"due_at": due}, only))
            connection.execute(text("ANALYZE"))

    def make_due(self, many: int, now: datetime) -> None:
        """Let the reminders of so many be due."""
        named = [f"W-{number}" for number in range(many)]
        with self.database.transaction() as connection:
            connection.execute(update(reminders).where(reminders.c.case.in_(named)).values(due_at=now))


def _copy(
    original: tuple[str, str],
    table: Table,
    numbers: range,
    changed: Mapping[str, ColumnElement[Any]] | None = None,
    only: ColumnElement[bool] | None = None,
) -> Insert:
    """The statement that copies the rows of a case in one table, once for each number."""
    first = select(literal(numbers.start, Integer).label("n")).cte("numbers", recursive=True)
    series = first.union_all(select(first.c.n + numbers.step).where(first.c.n + numbers.step < numbers.stop))
    number = cast(series.c.n, String)
    reference, person = literal("W-") + number, literal("p") + number
    own = {"reference": reference, "case": reference, "person": person, "actor": person, **(changed or {})}
    if table is people:
        own["id"] = person
    if table is reminders:
        own["token"] = reminders.c.token + number
    kept = [column for column in table.c if column.name != "id" or table is people]
    chosen = [own.get(column.name, column) for column in kept]
    of = next(table.c[name] for name in ("reference", "case", "person", "id") if name in table.c)
    mine = of == original[0 if of.name in ("reference", "case") else 1]
    originals = select(*chosen).select_from(table.join(series, true())).where(mine if only is None else only)
    return insert(table).from_select([column.name for column in kept], originals)


@contextmanager
def places() -> Iterator[Mapping[str, Callable[[], str]]]:
    """Where databases can be had, by the name of the kind; each call gives the address of a new, empty one."""
    names = (f"bench{number}" for number in count())
    cluster, folder = Cluster(), Path(mkdtemp(prefix="bench-", dir=_made(ROOT / "var")))
    try:
        cluster.start()
        yield {
            "SQLite": lambda: f"sqlite:///{folder / next(names)}.db",
            "PostgreSQL": lambda: cluster.database(next(names)),
        }
    finally:
        cluster.stop()
        shutil.rmtree(folder)


def _made(folder: Path) -> Path:
    folder.mkdir(exist_ok=True)
    return folder
