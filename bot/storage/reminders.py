"""Reminders and their way to people: what is due to whom and when, what became of each attempt, who is at work."""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    UniqueConstraint,
    text,
)

from bot.storage.base import NUMBER, UtcDateTime, metadata

_WAITING = text("state = 'pending'")

reminders = Table(
    "reminders",
    metadata,
    Column("id", NUMBER, primary_key=True, autoincrement=True),
    Column("case", String(16), ForeignKey("cases.reference", ondelete="CASCADE"), nullable=False),
    Column("key", String(96), nullable=False),
    Column("person", String(36), nullable=False, index=True),
    Column("audience", String(12), nullable=False),
    Column("kind", String(12), nullable=False),
    Column("number", Integer, nullable=False),
    Column("rule", String(16)),
    Column("stage", String(16), nullable=False),
    Column("deadline", String(64), nullable=False),
    Column("moment", UtcDateTime),
    Column("urgent", Boolean, nullable=False),
    Column("due_at", UtcDateTime, nullable=False),
    Column("token", String(32), nullable=False, unique=True),
    Column("state", String(14), nullable=False),
    Column("claimed_by", String(64)),
    Column("free_at", UtcDateTime),
    Column("sent_at", UtcDateTime),
    Column("answered_at", UtcDateTime),
    Column("answered_by", String(36)),
    Column("answered_as", String(16)),
    UniqueConstraint("case", "key"),
    Index("ix_reminders_waiting", "due_at", sqlite_where=_WAITING, postgresql_where=_WAITING),
)
deliveries = Table(
    "deliveries",
    metadata,
    Column("id", NUMBER, primary_key=True, autoincrement=True),
    Column("reminder", NUMBER, ForeignKey("reminders.id", ondelete="CASCADE"), nullable=False),
    Column("channel", String(16), nullable=False),
    Column("state", String(12), nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("ambiguous", Integer, nullable=False),
    Column("next_try_at", UtcDateTime),
    Column("reason", String(64)),
    Column("message_id", String(255)),
    Column("changed_at", UtcDateTime, nullable=False),
    Column("settled_at", UtcDateTime),
    UniqueConstraint("reminder", "channel"),
)
workers = Table(
    "workers",
    metadata,
    Column("name", String(64), primary_key=True),
    Column("started_at", UtcDateTime, nullable=False),
    Column("beat_at", UtcDateTime, nullable=False),
)
