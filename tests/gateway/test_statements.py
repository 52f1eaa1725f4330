"""What a turn asks of the database is found by an index: it takes as long among a million messages as among ten."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from sqlalchemy import event

from bot.storage import Database
from tests.gateway.conftest import Visitor

ONE_ROW = "training_clock"


@contextmanager
def asked(database: Database) -> Iterator[list[tuple[str, Any]]]:
    """The statements of this block, with what was put into them."""
    found: list[tuple[str, Any]] = []

    def note(_connection: object, _cursor: object, statement: str, given: Any, _context: object, many: bool) -> None:
        found.append((statement, given[0] if many else given))

    event.listen(database.engine, "before_cursor_execute", note)
    yield found
    event.remove(database.engine, "before_cursor_execute", note)


def looked_through(database: Database, statements: Sequence[tuple[str, Any]]) -> set[str]:
    """The tables that SQLite would read from their first row to their last, for any of these."""
    with database.reading() as connection:
        plans = [connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {words}", given) for words, given in statements]
        steps = [row[-1] for plan in plans for row in plan]
    return {step.split()[1] for step in steps if step.startswith("SCAN") and step.split()[1] != ONE_ROW}


def test_no_table_is_read_from_end_to_end(visitor: Visitor, database: Database) -> None:
    with asked(database) as statements:
        first = visitor.say("They closed our referral")
        visitor.post({"text": "They closed our referral", "id": "a" * 20})
        visitor.post({"text": "They closed our referral", "id": "a" * 20})
        last = visitor.history()[-1]
        token = last["buttons"][0]["token"]
        visitor.press(token)
        visitor.press(token)
        visitor.history(first["messages"][-1]["id"])
        visitor.client.get("/")
    assert {words.split()[0] for words, _ in statements} == {"SELECT", "INSERT", "UPDATE"}
    assert looked_through(database, statements) == set()


def test_a_table_that_is_looked_through_is_told(database: Database) -> None:
    assert looked_through(database, [("SELECT * FROM messages WHERE kind = ?", ("person",))]) == {"messages"}
    assert looked_through(database, [("SELECT * FROM messages WHERE id = ?", (1,))]) == set()
