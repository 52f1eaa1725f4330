"""Transactions on SQLite: a writer holds the database from its beginning, and whoever looks sees one moment."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from sqlalchemy import Connection, event, func, select
from sqlalchemy.exc import OperationalError

from bot.storage import Database, people

NOW = datetime(2026, 11, 2, 10, tzinfo=UTC)
WHO = "a" * 32


def known(connection: Connection) -> int:
    return connection.scalar(select(func.count()).select_from(people.people)) or 0


def test_a_writer_holds_the_database_before_its_first_word_and_the_next_is_told(database: Database) -> None:
    event.listen(database.engine, "checkout", in_a_hurry)
    try:
        with database.transaction(), pytest.raises(OperationalError, match="locked"), database.transaction():
            pytest.fail("two writers at once")
    finally:
        event.remove(database.engine, "checkout", in_a_hurry)
    with database.transaction() as connection:
        people.create(connection, WHO, None, NOW)
    with database.reading() as connection:
        assert known(connection) == 1


def test_what_raises_is_not_kept(database: Database) -> None:
    with pytest.raises(KeyError), database.transaction() as connection:
        people.create(connection, WHO, None, NOW)
        raise KeyError
    with database.reading() as connection:
        assert known(connection) == 0


def test_whoever_looks_sees_one_moment_and_keeps_nothing(database: Database) -> None:
    with database.reading() as looking:
        assert known(looking) == 0
        with database.transaction() as writing:
            people.create(writing, WHO, None, NOW)
        assert known(looking) == 0, "as it was at the first look"
    with database.reading() as looking:
        assert known(looking) == 1
        people.create(looking, "b" * 32, None, NOW)
    with database.reading() as looking:
        assert known(looking) == 1


def in_a_hurry(connection: object, *_: object) -> None:
    connection.execute("PRAGMA busy_timeout = 50")  # type: ignore[attr-defined]
