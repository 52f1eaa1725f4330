"""What somebody does who has the database in their hands: its refusals are out of the way for a while."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, text

SEALED = ("record", "heads", "tombstones")


@contextmanager
def unguarded(connection: Connection) -> Iterator[None]:
    """Let anything be done to the record, inside this transaction."""
    if connection.dialect.name == "postgresql":
        for table in SEALED:
            connection.execute(text(f"ALTER TABLE {table} DISABLE TRIGGER USER"))
        yield
        for table in SEALED:
            connection.execute(text(f"ALTER TABLE {table} ENABLE TRIGGER USER"))
        return
    triggers = connection.execute(text("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")).all()
    for name, _ in triggers:
        connection.execute(text(f"DROP TRIGGER {name}"))
    yield
    for _, sql in triggers:
        connection.exec_driver_sql(sql)
