"""What cases are counted by, filled in from the records of those that are there."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from itertools import groupby
from typing import Any
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"

LONDON = ZoneInfo("Europe/London")
INDEXES = {
    "ix_cases_counted": [
        "organisation", "status", "due_at", "reference", "policy", "stage", "agency", "other_agency", "categories",
        "told_at", "heard_at", "heard",
    ],
    "ix_cases_began": [
        "organisation", "began_on", "first_stage", "policy", "status", "agency", "other_agency", "categories",
        "unanswered", "stage",
    ],
    "ix_cases_ended": ["organisation", "ended_on", "first_stage", "status", "policy", "stage", "began_on", "late"],
}  # fmt: skip
TO_BE_SEEN = sa.text(
    "(state = 'undeliverable' OR audience = 'coordinator' AND state = 'sent' AND answered_at IS NULL)"
)
AT_ONCE = 1000
ORDER = ("thresholds", "roles", "communication", "need_for_action", "other")
SECTORS = {
    "early_years", "education", "health", "police", "social_care", "housing", "probation", "voluntary", "other",
}  # fmt: skip
OUTSIDE: dict[str, Any] = {"stage": None, "first_stage": None, "unanswered": (), "heard": None, "heard_at": None}

def columns() -> tuple[sa.Column[Any], ...]:
    """They belong to one table only, so each use makes its own."""
    several = sa.String(length=64)
    return (
        sa.Column("first_stage", sa.String(length=16)),
        sa.Column("unanswered", several, nullable=False, server_default=""),
        sa.Column("categories", several, nullable=False, server_default=""),
        sa.Column("agency", sa.String(length=16)),
        sa.Column("other_agency", sa.String(length=16)),
        sa.Column("began_on", sa.Date()),
        sa.Column("ended_on", sa.Date()),
        sa.Column("told_at", sa.DateTime()),
        sa.Column("heard_at", sa.DateTime()),
        sa.Column("heard", sa.String(length=16)),
        sa.Column("late", sa.Integer()),
    )


cases = sa.table("cases", sa.column("reference"), *(sa.column(each.name, each.type) for each in columns()))
record = sa.table(
    "record",
    sa.column("case"),
    sa.column("number"),
    sa.column("event"),
    sa.column("at", sa.DateTime()),
    sa.column("about", sa.JSON()),
)


def upgrade() -> None:
    for each in columns():
        op.add_column("cases", each)
    _fill(op.get_bind())
    for name, over in INDEXES.items():
        op.create_index(name, "cases", over)
    seen = {"sqlite_where": TO_BE_SEEN, "postgresql_where": TO_BE_SEEN}
    op.create_index("ix_reminders_to_be_seen", "reminders", ["due_at", "id"], **seen)


def downgrade() -> None:
    op.drop_index("ix_reminders_to_be_seen", "reminders")
    for name in INDEXES:
        op.drop_index(name, "cases")
    for each in reversed(columns()):
        op.drop_column("cases", each.name)


def _fill(connection: sa.Connection) -> None:
    """When the end of a date is told, and which dates were missed, is not in a record: these stay empty."""
    fill = sa.update(cases).where(cases.c.reference == sa.bindparam("of"))
    fill = fill.values({name: sa.bindparam(name) for name in _row("", []) if name != "of"})
    batch: list[dict[str, Any]] = []
    for row in _rows(connection):
        batch.append(row)
        if len(batch) == AT_ONCE:
            connection.execute(fill, batch)
            batch = []
    if batch:
        connection.execute(fill, batch)


def _rows(connection: sa.Connection) -> Iterator[dict[str, Any]]:
    """Read a stretch of cases at a time: on SQLite one may not write while one reads."""
    after = ""
    while True:
        some = sa.select(cases.c.reference).where(cases.c.reference > after).order_by(cases.c.reference)
        references = list(connection.scalars(some.limit(AT_ONCE)))
        if not references:
            return
        query = sa.select(record).where(record.c.case.between(references[0], references[-1]))
        entries = connection.execute(query.order_by(record.c.case, record.c.number)).all()
        for reference, of_case in groupby(entries, key=lambda entry: entry.case):
            yield _row(reference, list(of_case))
        after = references[-1]


def _row(reference: str, entries: list[Any]) -> dict[str, Any]:
    known: dict[str, Any] = {"categories": (), **OUTSIDE}
    for entry in entries:
        _take(known, entry.event, entry.at, entry.about)
    began, ended = known.get("raised") or known.get("opened"), known.get("closed") or known.get("resolved")
    return {
        "of": reference,
        "first_stage": known["first_stage"],
        "unanswered": " ".join(known["unanswered"]),
        "categories": " ".join(known["categories"]),
        "agency": known.get("agency"),
        "other_agency": known.get("other_agency"),
        "began_on": began and _day(began),
        "ended_on": ended and _day(ended),
        "heard_at": known["heard_at"] if not ended else None,
        "heard": known["heard"] if not ended else None,
    }


def _take(known: dict[str, Any], event: str, at: datetime, about: dict[str, Any]) -> None:
    """What one entry says of a case that is counted."""
    match event:
        case "opened":
            known["opened"] = at.replace(tzinfo=UTC)
        case "raised_set":
            known["raised"] = _moment(about.get("at"))
        case "category_set":
            known["categories"] = tuple(each for each in ORDER if each in about["categories"])
        case "circumstances_set":
            named = {name: about[name] for name in ("agency", "other_agency") if name in about}
            known.update({name: value if value in SECTORS else None for name, value in named.items()})
        case "reminder_answered" if about["deadline"].startswith(f"{known['stage']}/"):
            known.update(heard=about.get("reply"), heard_at=at)
        case _:
            _move(known, event, at, about)


def _move(known: dict[str, Any], event: str, at: datetime, about: dict[str, Any]) -> None:
    """Where one entry brings a case."""
    match event:
        case "policy_set":
            known.update(OUTSIDE)
        case "tried_set":
            known.update(OUTSIDE, tried=about.get("outcome") if "level" in about else None)
        case "stage_entered":
            _enter(known, about)
        case "resolved":
            known["resolved"] = _moment(about["at"])
        case "withdrawn" | "closed":
            known["closed"] = at.replace(tzinfo=UTC)
        case "reopened":
            known.update(resolved=None, closed=None)


def _enter(known: dict[str, Any], about: dict[str, Any]) -> None:
    because = about.get("because")
    told = known.get("tried") if because == "arrival" else because
    silent = (about["stage"],) if told == "no_answer" else ()
    known.update(
        stage=about["stage"],
        first_stage=known["first_stage"] or about["stage"],
        unanswered=(*known["unanswered"], *silent),
        heard=None,
        heard_at=None,
    )


def _moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None


def _day(moment: datetime) -> date:
    return moment.astimezone(LONDON).date()
