"""The clock of training mode: how far it has been set from the real one, shared by every process."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from sqlalchemy import Column, Float, Integer, Table, insert, select, update

from bot.storage.base import Database, metadata

training_clock = Table(
    "training_clock",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("ahead_seconds", Float, nullable=False),
)
ONLY_ROW = 1
_AHEAD = select(training_clock.c.ahead_seconds)


class RealClock:
    """The machine's clock, in UTC."""

    def now(self) -> datetime:
        return datetime.now(UTC)


class TrainingClock:
    """A clock that people can set, to rehearse weeks in minutes. It goes on from where it was set."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def now(self) -> datetime:
        """The moment that training pretends it is, in UTC."""
        with self._database.reading() as connection:
            ahead = connection.scalar(_AHEAD)
        return datetime.now(UTC) + timedelta(seconds=ahead or 0.0)

    def set(self, moment: datetime | None) -> None:
        """Pretend that it is ``moment`` (aware) now; None goes back to the real time."""
        ahead = 0.0 if moment is None else (moment - datetime.now(UTC)).total_seconds()
        with self._database.transaction() as connection:
            changed = connection.execute(update(training_clock).values(ahead_seconds=ahead))
            if changed.rowcount == 0:
                connection.execute(insert(training_clock).values(id=ONLY_ROW, ahead_seconds=ahead))
