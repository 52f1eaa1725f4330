"""The database itself: engine, column types, transactions, migrations. Tables live with the rooms that use them."""

from __future__ import annotations

import random
import sqlite3
import time
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, ClassVar

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    ColumnElement,
    Connection,
    DateTime,
    Engine,
    Integer,
    MetaData,
    Select,
    bindparam,
    create_engine,
    event,
    or_,
    text,
)
from sqlalchemy.engine import Dialect, make_url
from sqlalchemy.exc import OperationalError
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement
from sqlalchemy.types import TypeDecorator

MIGRATION_TRIES = 60
MIGRATIONS = Path(__file__).resolve().parents[2] / "migrations"
BUSY_TIMEOUT_MS = 5_000
SESSION = {
    "connect_timeout": 5,
    "tcp_user_timeout": 10_000,
    "options": "-c lock_timeout=5s -c idle_in_transaction_session_timeout=60s -c random_page_cost=1.1",
}
"""How long PostgreSQL is waited for. What waits for a lock gives up with an honest sentence, and whoever was suspended
in the middle of a transaction holds up the others no longer than this.

It is told, too, that its data lie in memory or on a disk that does not spin: else a statement that was planned while a
table was small, as that of deliveries is on the first morning, goes on reading it from end to end.
"""

LONGEST_PAUSE = timedelta(hours=7)
"""Nothing is put off for longer, whatever a channel asks for (bot/delivery.py)."""
metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)


NUMBER = BigInteger().with_variant(Integer, "sqlite")  # only INTEGER counts upwards by itself on SQLite


class UtcDateTime(TypeDecorator[datetime]):
    """An aware moment, stored in UTC. A naive one is refused: nobody knows which hour it means."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment without a time zone cannot be stored")
        return value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        return None if value is None else value.replace(tzinfo=UTC)


class _Several(TypeDecorator[Collection[Any]]):
    """Any number of values as one parameter, which is JSON."""

    impl = JSON
    cache_ok = True

    def process_bind_param(self, value: Collection[Any] | None, dialect: Dialect) -> list[Any]:
        return list(value or ())


class _AmongFound(FunctionElement[bool]):
    """Whether a column has one of the values that a query finds."""

    type = Boolean()
    inherit_cache = True
    _is_implicitly_boolean = True  # else "= 1" is written after it on SQLite, which then reads the whole table
    said: ClassVar = {"postgresql": "{} = ANY (ARRAY{})", "sqlite": "{} IN {}"}


class _Among(_AmongFound):
    """Whether a column has one of several values."""

    inherit_cache = True
    said: ClassVar = {
        "postgresql": "{0} = ANY (ARRAY(SELECT CAST(value AS {2}) FROM json_array_elements_text({1})))",
        "sqlite": "{0} IN (SELECT value FROM json_each({1}))",
    }


def among(column: ColumnElement[Any], name: str) -> ColumnElement[bool]:
    """Whether the column has one of the values (numbers or texts) that are given under that name when the statement
    runs. However many they are it is the same statement, which an ``IN`` list is not: that is put together, sent and
    planned anew for each number of values.

    PostgreSQL sees the values only when it runs it, as with :func:`among_found`, and looks each of them up in an index:
    where it sees some hundreds while it plans, it reads tables of a hundred thousand rows from end to end.
    """
    return _Among(column, bindparam(name, type_=_Several()))


def among_found(column: ColumnElement[Any], query: Select[Any]) -> ColumnElement[bool]:
    """Whether the column has one of the values that the query finds first: PostgreSQL would rather read a whole table
    to join it with what an ``IN`` query finds."""
    return _AmongFound(column, query.scalar_subquery())


@compiles(_AmongFound)
def _said(element: _AmongFound, compiler: SQLCompiler, **more: Any) -> str:
    column, among_which = element.clauses
    kind = "BIGINT" if isinstance(column.type, Integer) else "TEXT"  # not VARCHAR(16), which would cut a longer one
    said = (compiler.process(each, **more) for each in (column, among_which))
    return element.said[compiler.dialect.name].format(*said, kind)


Moment = datetime | ColumnElement[datetime]


def is_over(until: ColumnElement[datetime | None], real: Moment, furthest: Moment) -> ColumnElement[bool]:
    """Whether a pause that ends at ``until`` has passed by the machine's clock (``real``), or was none.

    An end after the ``furthest`` that any pause has now was written before the clock was set back, and holds up
    nothing.
    """
    return or_(until.is_(None), until <= real, until > furthest)


class Database:
    """One database, SQLite or PostgreSQL, and its transactions."""

    def __init__(self, url: str) -> None:
        self.engine: Engine = _engine(url)
        self._is_sqlite = self.engine.dialect.name == "sqlite"

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """A transaction: committed when the block ends, rolled back when it raises.

        On SQLite it takes the write lock at once, so that two writers wait for each other instead of failing half way.
        """
        with self.engine.begin() as connection:
            self._begin(connection, "BEGIN IMMEDIATE")
            yield connection

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection for looking only; nothing is committed."""
        with self.engine.connect() as connection:
            self._begin(connection, "BEGIN")
            yield connection

    @contextmanager
    def snapshot(self) -> Iterator[Connection]:
        """A connection for looking only that sees one moment throughout, whatever is written meanwhile."""
        still = {} if self._is_sqlite else {"isolation_level": "REPEATABLE READ"}
        with self.engine.connect().execution_options(**still) as connection:
            self._begin(connection, "BEGIN")
            yield connection

    def works(self) -> bool:
        """Whether the database answers. Raises what the driver raises where it does not."""
        with self.reading() as connection:
            return connection.execute(text("SELECT 1")).scalar() == 1

    def settle(self) -> None:
        """Have what was deleted leave SQLite's journal too, unless somebody is reading; then :meth:`tidy` does it."""
        if self._is_sqlite:
            self._outside_a_transaction("PRAGMA wal_checkpoint(TRUNCATE)")

    def tidy(self) -> None:
        """Leave no trace of what was deleted in the database's files. Writers wait meanwhile.

        On PostgreSQL room is made for new rows, which write over it; copies elsewhere (WAL archives, backups) have
        an end of their own.
        """
        self._outside_a_transaction("VACUUM")
        self.settle()

    def _outside_a_transaction(self, statement: str) -> None:
        raw = self.engine.raw_connection()
        try:
            if not self._is_sqlite:
                raw.driver_connection.autocommit = True  # type: ignore[union-attr]  # it is connected
            raw.cursor().execute(statement)
        finally:
            raw.invalidate()

    def _begin(self, connection: Connection, how: str) -> None:
        """Begin on SQLite, whose driver would do so too late. Said to the driver itself: to say it as a statement, or
        to have SQLAlchemy tell of each beginning, takes a tenth of all that the gateway does in a turn.

        Raises SQLAlchemy's OperationalError where others hold the database for too long.
        """
        if not self._is_sqlite:
            return
        try:
            connection.connection.cursor().execute(how)
        except sqlite3.Error as error:
            raise OperationalError(how, None, error) from error

    def close(self) -> None:
        self.engine.dispose()


def _engine(url: str) -> Engine:
    parsed = make_url(url)
    if parsed.get_backend_name() != "sqlite":
        return create_engine(url, pool_pre_ping=True, connect_args=SESSION)
    if parsed.database not in (None, "", ":memory:"):
        Path(str(parsed.database)).parent.mkdir(parents=True, exist_ok=True)
    # The driver's own transactions are switched off: it would begin late, and writers would fail instead of waiting.
    engine = create_engine(url, connect_args={"isolation_level": None})
    event.listen(engine, "connect", _prepare_sqlite)
    return engine


def _prepare_sqlite(connection: Any, _record: object) -> None:
    for pragma in (
        "journal_mode=WAL",
        f"busy_timeout={BUSY_TIMEOUT_MS}",
        "foreign_keys=ON",
        "secure_delete=ON",  # what is deleted is written over
        "synchronous=FULL",  # a recorded step must survive a power cut
    ):
        connection.execute(f"PRAGMA {pragma}")


def migrate(url: str, to: str = "head") -> None:
    """Bring the database at ``url`` to the newest shape. Safe to call on every start, and while others use it: a step
    that does not get its lock at once lets them go on, and is tried again.
    """
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["url"] = url
    for tries_left in reversed(range(MIGRATION_TRIES)):
        try:
            command.upgrade(config, to)
            return
        except OperationalError:
            if not tries_left:
                raise
            time.sleep(random.uniform(0.2, 1.0))
