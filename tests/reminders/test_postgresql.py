"""What PostgreSQL does for a worker where all of a morning is due at once."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import Connection, event, insert, text

from bot.storage import Database, migrate, outbox
from bot.storage.cases import cases
from bot.storage.reminders import reminders
from tests.postgresql import Cluster

pytestmark = pytest.mark.processes

NINE = datetime(2026, 11, 6, 9, tzinfo=UTC)
NOW, REAL = NINE + timedelta(minutes=30), datetime(2026, 11, 6, 9, 30, tzinfo=UTC)
DUE = 3_000


@pytest.fixture(scope="module")
def morning(cluster: Cluster) -> Iterator[Database]:
    """A database in which very many reminders are due."""
    url = cluster.database("morning")
    migrate(url)
    case = {"reference": "W-0000001", "person": "person", "version": 1, "status": "open"}
    one = {"case": "W-0000001", "person": "person", "audience": "practitioner", "kind": "before", "stage": "1"}
    one |= {"deadline": "1/RULE/2026-11-06", "rule": "RULE", "state": "pending"}
    database = Database(url)
    with database.transaction() as connection:
        connection.execute(insert(cases).values(**case, opened_at=NINE, changed_at=NINE))
        each = [{**one, "key": f"{n}", "number": n, "token": f"t{n}", "urgent": False} for n in range(DUE)]
        connection.execute(insert(reminders), [{**row, "due_at": NINE} for row in each])
        connection.execute(text("ANALYZE"))
    yield database
    database.close()


@pytest.fixture
def connection(morning: Database) -> Iterator[Connection]:
    with morning.reading() as made:
        yield made


def test_whether_anything_is_due_is_seen_at_the_first_of_the_index(connection: Connection) -> None:
    asked: list[tuple[str, object]] = []

    def note(_c: object, _cursor: object, statement: str, given: object, _x: object, _many: object) -> None:
        asked.append((statement, given))

    event.listen(connection, "before_cursor_execute", note)
    assert outbox.any_due(connection, NOW, REAL)
    event.remove(connection, "before_cursor_execute", note)
    [(statement, given)] = asked
    plan = "\n".join(connection.exec_driver_sql(f"EXPLAIN {statement}", given).scalars())  # type: ignore[arg-type]
    assert "ix_reminders_waiting" in plan and "Seq Scan" not in plan


def test_a_claim_is_written_beside_its_reminder_and_no_index_hears_of_it(connection: Connection) -> None:
    held = outbox.claim(connection, "me", NOW, REAL, timedelta(seconds=90), 10)
    beside = connection.scalar(text("SELECT pg_stat_get_xact_tuples_hot_updated('reminders'::regclass)"))
    assert len(held) == beside == 10
