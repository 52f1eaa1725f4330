"""What the row of a case holds so that cases can be counted without their records: columns, indexes, values.

The row is written in the transaction that adds to the record (see :mod:`bot.casework.standing`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import fields
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Column, ColumnElement, Date, Index, Integer, String, case, column

from bot.casework.case import Case
from bot.casework.reminders import Schedule
from bot.casework.standing import Standing, standing
from bot.storage.base import UtcDateTime

SEVERAL = String(64)
"""Several words in one column, in a fixed order, with a space between them."""

COLUMNS: tuple[Column[Any], ...] = (
    Column("first_stage", String(16)),
    Column("unanswered", SEVERAL, nullable=False, server_default=""),
    Column("categories", SEVERAL, nullable=False, server_default=""),
    Column("agency", String(16)),
    Column("other_agency", String(16)),
    Column("began_on", Date),
    Column("ended_on", Date),
    Column("told_at", UtcDateTime),
    Column("heard_at", UtcDateTime),
    Column("heard", String(16)),
    Column("late", Integer, default=0),  # stages left after their date; nothing where that was not yet counted
)
INDEXES = (
    # Holds all that the overview counts of open cases, so that it need not look into the table.
    Index(
        "ix_cases_counted",
        "organisation", "status", "due_at", "reference", "policy", "stage", "agency", "other_agency", "categories",
        "told_at", "heard_at", "heard",
    ),
    # The same for the report on a period.
    Index(
        "ix_cases_began",
        "organisation", "began_on", "first_stage", "policy", "status", "agency", "other_agency", "categories",
        "unanswered", "stage",
    ),
    Index(
        "ix_cases_ended",
        "organisation", "ended_on", "first_stage", "status", "policy", "stage", "began_on", "late",
    ),
)  # fmt: skip

_OF_DEADLINE = frozenset({"due_at", "told_at", "heard_at", "heard"})


def values(after: Case, follows: Schedule) -> dict[str, Any]:
    """The columns of a case, given what follows from it; but for ``late``, which counts upwards."""
    return as_row(standing(after, follows))


def late_by(moment: ColumnElement[datetime]) -> ColumnElement[int]:
    """What ``late`` is once a stage was left at that moment: one more where that was after its date."""
    due_at = column("due_at", UtcDateTime)  # as it stood until now
    return column("late", Integer) + case((due_at <= moment, 1), else_=0)


def of_record(after: Case) -> Mapping[str, Any]:
    """Those of these columns that follow from the record alone, without its policy."""
    row = as_row(standing(after, Schedule()))
    return {name: value for name, value in row.items() if name not in _OF_DEADLINE}


def as_row(found: Standing) -> dict[str, Any]:
    """What a case stands at, as it lies in the database."""
    return {each.name: _plain(getattr(found, each.name)) for each in fields(found)}


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return together(value)
    return str(value) if isinstance(value, StrEnum) else value


def names() -> tuple[str, ...]:
    """The columns in which that lies."""
    return tuple(each.name for each in fields(Standing))


def together(words: Iterable[str]) -> str:
    """Several words as they stand in one column."""
    return " ".join(words)
