"""A database with cases in it, on SQLite and on PostgreSQL, and every case replayed from its record."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pytest

from bot import bankholidays
from bot.casework.policy import Policy
from bot.casework.reminders import schedule
from bot.casework.standing import Standing, standing
from bot.storage import Database, migrate
from bot.storage.case_store import Cases
from bot.storage.cases import references
from tests.bench.seeding import NOW, seed
from tests.postgresql import Cluster

CASES, MADE = 130, 50


@pytest.fixture(scope="session")
def full(tmp_path_factory: pytest.TempPathFactory, policies: Mapping[str, Policy]) -> Iterator[Database]:
    """A SQLite file with cases in it, which nobody changes."""
    made = _seeded(f"sqlite:///{tmp_path_factory.mktemp('overview') / 'waymark.db'}", policies)
    yield made
    made.close()


@pytest.fixture(scope="session", params=["sqlite", pytest.param("postgresql", marks=pytest.mark.processes)])
def either(request: pytest.FixtureRequest, policies: Mapping[str, Policy]) -> Iterator[Database]:
    """The same, and once more on PostgreSQL."""
    if request.param == "sqlite":
        yield request.getfixturevalue("full")
        return
    cluster: Cluster = request.getfixturevalue("cluster")
    made = _seeded(cluster.database("overview"), policies)
    yield made
    made.close()


@pytest.fixture(scope="session")
def recounted(full: Database, policies: Mapping[str, Policy]) -> dict[str, Standing]:
    """Where each case stands, by its record and nothing else: slow and obvious."""
    found = {}
    with full.reading() as connection:
        cases = Cases(connection)
        for reference, kept in cases.find_all(sorted(references(connection))).items():
            policy = policies[kept.case.policy] if kept.case.policy else None
            calendar = bankholidays.calendar("ENG").keeping(policy.office) if policy else None
            found[reference] = standing(kept.case, schedule(kept.case, policy, calendar, NOW))
    return found


def _seeded(url: str, policies: Mapping[str, Policy]) -> Database:
    migrate(url)
    database = Database(url)
    seed(database, CASES, policies=policies, made=MADE)
    return database
