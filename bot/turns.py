"""One turn at a time for one person, over all processes: a lease in the database."""

from __future__ import annotations

import secrets
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from bot.storage import conversations as store
from bot.storage.base import Database

LEASE = timedelta(seconds=90)
"""A turn that was never ended (the process died) gives way after this. Longer than the assistant is waited for."""
PAUSE = 0.1


@dataclass(frozen=True, slots=True)
class Turns:
    """Who may speak for a person.

    It runs on the machine's clock, not on the practised one: setting the training clock must not free or lock a turn.
    """

    database: Database

    @contextmanager
    def of(self, person: str, patience: float) -> Iterator[bool]:
        """Wait up to ``patience`` seconds for the person's turn; yields False when the one before has not ended."""
        holder = secrets.token_hex(16)
        deadline = time.monotonic() + patience
        while not (mine := self._take(person, holder)) and time.monotonic() < deadline:
            time.sleep(PAUSE)
        try:
            yield mine
        finally:
            if mine:
                with self.database.transaction() as connection:
                    store.end_turn(connection, person, holder)

    def _take(self, person: str, holder: str) -> bool:
        moment = datetime.now(UTC)
        with self.database.transaction() as connection:
            return store.take_turn(connection, person, holder, moment, moment + LEASE)
