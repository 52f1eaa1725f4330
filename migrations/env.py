"""Alembic's entry point: runs the migrations on the database that :func:`bot.storage.migrate` names."""

from __future__ import annotations

from alembic import context
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Connection, inspect

from bot.storage import (
    UtcDateTime,
    addresses,
    belongings,
    buttons,
    calendars,
    cards,
    cases,
    clock,
    confirmations,
    conversations,
    deadlines,
    focus,
    identities,
    inbox,
    metadata,
    outbox,
    people,
    policies,
    record,
    reminders,
    sessions,
    shares,
)
from bot.storage.base import Database

# Imported so that their tables are known.
TABLES = (
    addresses, belongings, buttons, calendars, cards, cases, clock, confirmations, conversations, deadlines, focus,
    identities, inbox, outbox, people, policies, record, reminders, sessions, shares,
)  # fmt: skip


def plain_type(kind: str, item: object, _context: object) -> str | bool:
    """Write our moment column as what it is in the database, so that migrations do not need our code."""
    return "sa.DateTime()" if kind == "type" and isinstance(item, UtcDateTime) else False


def take_all(connection: Connection) -> None:
    """Of several migrators that start at once, one does it. It takes every table before it changes one, or gives up
    soon and tries again: whoever writes meanwhile waits for a moment, and never loses a deadlock against it."""
    connection.exec_driver_sql("SELECT pg_advisory_xact_lock(7928)")
    now = MigrationContext.configure(connection).get_current_revision()
    if now in (None, context.get_head_revision()):
        return
    mine = [f'"{name}"' for name in inspect(connection).get_table_names() if name in metadata.tables]
    connection.exec_driver_sql("SET LOCAL lock_timeout = '200ms'")
    connection.exec_driver_sql(f"LOCK TABLE {', '.join(sorted(mine))} IN ACCESS EXCLUSIVE MODE")


database = Database(context.config.attributes["url"])
with database.transaction() as connection:
    if connection.dialect.name == "postgresql":
        take_all(connection)
    context.configure(
        connection=connection, target_metadata=metadata, render_as_batch=True, render_item=plain_type
    )
    with context.begin_transaction():
        context.run_migrations()
database.close()
