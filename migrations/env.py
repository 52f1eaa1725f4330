"""Alembic's entry point: runs the migrations on the database that :func:`bot.storage.migrate` names."""

from __future__ import annotations

from alembic import context

from bot.storage import (
    UtcDateTime,
    addresses,
    belongings,
    calendars,
    cards,
    cases,
    clock,
    confirmations,
    conversations,
    identities,
    inbox,
    metadata,
    outbox,
    policies,
    record,
    reminders,
)
from bot.storage.base import Database

# Imported so that their tables are known.
TABLES = (
    addresses, belongings, calendars, cards, cases, clock, confirmations, conversations, identities, inbox, outbox,
    policies, record, reminders,
)  # fmt: skip


def plain_type(kind: str, item: object, _context: object) -> str | bool:
    """Write our moment column as what it is in the database, so that migrations do not need our code."""
    return "sa.DateTime()" if kind == "type" and isinstance(item, UtcDateTime) else False


database = Database(context.config.attributes["url"])
with database.transaction() as connection:
    context.configure(
        connection=connection, target_metadata=metadata, render_as_batch=True, render_item=plain_type
    )
    with context.begin_transaction():
        context.run_migrations()
database.close()
