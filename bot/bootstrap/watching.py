"""What is watched from outside: whether any worker lives, and what is late or waiting."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from sqlalchemy import Connection

from bot.door import Clock
from bot.storage import Database, inbox, outbox

SILENT_AFTER = timedelta(seconds=60)
"""A worker says that it is alive every few seconds; after so long it is taken for dead."""


def is_beating(database: Database) -> bool:
    """Whether any worker has been heard of lately, by the machine's clock. A time to come is from before that was set
    back, and says nothing."""
    with database.reading() as connection:
        last = outbox.last_beat(connection)
    return last is not None and abs(datetime.now(UTC) - last) < SILENT_AFTER


def gauges(database: Database, clock: Clock) -> dict[str, tuple[str, Callable[[], float]]]:
    """What to watch of the database, each with what it says; one worker is enough to ask."""

    def looked_up(look: Callable[[Connection], float]) -> Callable[[], float]:
        def now() -> float:
            with database.reading() as connection:
                return look(connection)

        return now

    def silence(connection: Connection) -> float:
        last = outbox.last_beat(connection)
        return (datetime.now(UTC) - last).total_seconds() if last else float("inf")

    late = looked_up(lambda connection: outbox.late(connection, clock.now()))
    return {
        "waymark_reminders_late": ("Reminders that are due and not yet sent", late),
        "waymark_inbox_waiting": ("Accepted messages that are not yet answered", looked_up(inbox.waiting)),
        "waymark_worker_silence_seconds": ("Since any worker was heard of", looked_up(silence)),
    }
