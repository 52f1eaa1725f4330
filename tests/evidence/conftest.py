"""Two cases with some history, written once and looked at in copies."""

from __future__ import annotations

import itertools
import shutil
from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Connection, delete

from bot import bankholidays
from bot.casework.calendar import LONDON
from bot.casework.case import Answer, Outcome, Tried
from bot.casework.intake import Ask, Told
from bot.casework.policy import Policy
from bot.casework.vocabulary import Category, Person
from bot.service import Casework
from bot.storage import Database
from bot.storage.case_store import CaseStore
from bot.storage.cases import cases
from bot.storage.deadlines import deadlines
from bot.storage.focus import focus
from bot.storage.record import entomb

ONE, TWO = "W-0000001", "W-0000002"
NOW = datetime(2026, 11, 2, 10, tzinfo=LONDON)


def write(database: Database, policies: Mapping[str, Policy]) -> None:
    """Two people, a case each."""
    calendars = {policy.nation: bankholidays.calendar(policy.nation) for policy in policies.values()}
    numbers = itertools.count(1)
    casework = Casework(CaseStore(database), policies, calendars, lambda: f"W-{next(numbers):07d}")
    for actor in ("first", "second"):
        casework.answer_risk(actor, Ask.RISK, Answer.NO, NOW)
        told = Told("their threshold", "gloucestershire", Person.CHILD, (Category.ROLES,), {}, NOW, Tried(None))
        casework.tell(actor, told, NOW + timedelta(minutes=3))
        casework.not_resolved(actor, Outcome.REFUSED, None, NOW + timedelta(days=1, microseconds=7))
        casework.agree_date(actor, date(2026, 11, 12), NOW + timedelta(days=2))


def erase(connection: Connection) -> None:
    """The first case goes, and its tombstone stays."""
    entomb(connection, ONE, "asked", NOW)
    for table in (deadlines, focus):
        connection.execute(delete(table).where(table.c.case == ONE))
    connection.execute(delete(cases).where(cases.c.reference == ONE))


@pytest.fixture(scope="session")
def written_file(migrated: Path, policies: Mapping[str, Policy], tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = Path(shutil.copy(migrated, tmp_path_factory.mktemp("written") / "waymark.db"))
    database = Database(f"sqlite:///{path}")
    write(database, policies)
    database.close()
    return path


@pytest.fixture
def written(written_file: Path, tmp_path: Path) -> Iterator[Database]:
    """The two cases, in a database file of its own."""
    made = Database(f"sqlite:///{shutil.copy(written_file, tmp_path / 'waymark.db')}")
    yield made
    made.close()
