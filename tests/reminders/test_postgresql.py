"""What PostgreSQL does for a worker where all of a morning is due at once, and among many cases."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import Connection, event, insert, select, text

from bot.storage import Database, migrate, outbox, record
from bot.storage.cases import cases
from bot.storage.outbox import Failed, Tried, deliveries
from bot.storage.reminders import reminders
from tests.bench.many import Copies, open_waymark
from tests.postgresql import Cluster

pytestmark = pytest.mark.processes

NINE = datetime(2026, 11, 6, 9, tzinfo=UTC)
NOW, REAL = NINE + timedelta(minutes=30), datetime(2026, 11, 6, 9, 30, tzinfo=UTC)
DUE, MANY = 3_000, 1_000


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


@contextmanager
def asked_of(connection: Connection) -> Iterator[list[tuple[str, object]]]:
    """The statements that are asked meanwhile, with what was given."""
    asked: list[tuple[str, object]] = []

    def note(_c: object, _cursor: object, statement: str, given: object, _x: object, _many: object) -> None:
        asked.append((statement, given))

    event.listen(connection, "before_cursor_execute", note)
    yield asked
    event.remove(connection, "before_cursor_execute", note)


def plan_of(connection: Connection, statement: str, given: object) -> str:
    return "\n".join(connection.exec_driver_sql(f"EXPLAIN {statement}", given).scalars())  # type: ignore[arg-type]


def test_whether_anything_is_due_is_seen_at_the_first_of_the_index(connection: Connection) -> None:
    with asked_of(connection) as asked:
        assert outbox.any_due(connection, NOW, REAL)
    [(statement, given)] = asked
    plan = plan_of(connection, statement, given)
    assert "ix_reminders_waiting" in plan and "Seq Scan" not in plan


def test_a_claim_is_written_beside_its_reminder_and_no_index_hears_of_it(connection: Connection) -> None:
    held = outbox.claim(connection, "me", NOW, REAL, timedelta(seconds=90), 10)
    beside = connection.scalar(text("SELECT pg_stat_get_xact_tuples_hot_updated('reminders'::regclass)"))
    assert len(held) == beside == 10


def test_each_attempt_is_counted_and_what_arrived_is_kept_with_its_message(connection: Connection) -> None:
    known = list(connection.scalars(select(reminders.c.id).limit(2)))
    for state in ("unreachable", "refused"):
        outbox.failed(connection, [Failed(known[0], "teams", state, "broken", ambiguous=True)], REAL)
    assert outbox.tried(connection, known) == {known[0]: {"teams": Tried("refused", 2)}}
    outbox.delivered(connection, "teams", {known[0]: "card", known[1]: None}, REAL)
    rows = connection.execute(select(deliveries).order_by(deliveries.c.id)).all()
    assert [(row.state, row.attempts, row.ambiguous, row.message_id, row.reason) for row in rows] == [
        ("sent", 3, 2, "card", None),
        ("sent", 1, 0, None, None),
    ]


def test_the_records_of_some_are_looked_up_among_those_of_many(cluster: Cluster) -> None:
    with open_waymark(cluster.database("many")) as parts:
        Copies(parts.database).whole(MANY)
        some = [f"W-{number}" for number in range(0, MANY, 5)]
        with parts.database.reading() as connection:
            with asked_of(connection) as asked:
                assert len(record.of_cases(connection, some)) == len(some)
            plan = plan_of(connection, *asked[0])
            assert "uq_record_case_number" in plan and "Seq Scan" not in plan
