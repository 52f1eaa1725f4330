"""What stands in the row of a case is what its record adds up to, also where the migration filled it in."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from sqlite3 import connect
from typing import Any

from alembic import command
from alembic.config import Config
from sqlalchemy import select

from bot import bankholidays
from bot.casework.advice import advise
from bot.casework.counting import Due, Marks, due
from bot.casework.policy import Policy
from bot.casework.standing import Standing
from bot.storage import Database, counted, migrate
from bot.storage.base import MIGRATIONS
from bot.storage.case_store import Cases
from bot.storage.cases import cases
from tests.bench.seeding import NOW

BEFORE, FILLED = "0010", ("first_stage", "unanswered", "categories", "agency", "other_agency", "began_on", "ended_on")


def rows(database: Database) -> dict[str, dict[str, Any]]:
    with database.reading() as connection:
        return {row["reference"]: dict(row) for row in connection.execute(select(cases)).mappings()}


def test_a_row_says_what_the_record_adds_up_to(full: Database, recounted: dict[str, Standing]) -> None:
    found = rows(full)
    assert len(found) == len(recounted)
    for reference, standing in recounted.items():
        said = {name: found[reference][name] for name in counted.names()}
        assert said == counted.as_row(standing), reference


def test_the_cases_are_worth_counting(recounted: dict[str, Standing]) -> None:
    for name in ("policy", "stage", "first_stage", "unanswered", "categories", "ended_on", "due_at", "heard"):
        assert len({getattr(each, name) for each in recounted.values()}) > 1, name


def test_overdue_is_what_advice_calls_overdue(full: Database, policies: Mapping[str, Policy]) -> None:
    marks, seen = Marks.at(NOW), set()
    with full.reading() as connection:
        for kept in Cases(connection).open_under_policies():
            case = kept.case
            if case.stage is None or case.policy is None:
                continue
            policy = policies[case.policy]
            advice = advise(case, policy, bankholidays.calendar(policy.nation).keeping(policy.office), NOW)
            counted_as = due(rows_due(connection, case.reference), marks)
            assert (counted_as is Due.OVERDUE) is advice.overdue, case.reference
            provisional = advice.headline is not None and advice.headline.deadline.provisional
            seen.add((advice.overdue, provisional))
    assert {(True, False), (False, False), (True, True)} <= seen


def rows_due(connection: Any, reference: str) -> Any:
    return connection.scalar(select(cases.c.due_at).where(cases.c.reference == reference))


def test_the_migration_fills_in_what_was_there_before(full: Database, tmp_path: Path) -> None:
    before, url = rows(full), f"sqlite:///{tmp_path / 'old.db'}"
    with closing(connect(str(full.engine.url.database))) as there, closing(connect(tmp_path / "old.db")) as old:
        there.backup(old)
    command.downgrade(_config(url), BEFORE)
    migrate(url)
    database = Database(url)
    after = rows(database)
    database.close()
    assert {key: [row[name] for name in FILLED] for key, row in after.items()} == {
        key: [row[name] for name in FILLED] for key, row in before.items()
    }
    assert {row["heard"] for row in after.values()} >= {None, "no_answer"}


def _config(url: str) -> Config:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["url"] = url
    return config
