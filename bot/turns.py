"""One turn at a time for one person, over all processes: a lease in the database."""

from __future__ import annotations

import secrets
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sqlalchemy import Connection
from sqlalchemy.exc import SQLAlchemyError

from bot.storage import conversations
from bot.storage import turns as store
from bot.storage.base import Database
from bot.storage.conversations import Sent, StoredMessage

LEASE = timedelta(seconds=8)
"""A turn that was never ended gives way after this: its process died, for one that lives renews it."""
RENEW_SECONDS = 2.0
PAUSE = 0.1


@dataclass(slots=True)
class Lease:
    """A person's turn, as long as it is held. ``interrupted``: the turn before recorded something, and died."""

    database: Database
    person: str
    holder: str
    interrupted: bool
    answered: Sequence[StoredMessage] = ()
    """The words for which it was taken, and what was answered to them, where they had been here before."""
    goes_on: bool = False
    """Whether something is still to be done in this turn after the answer is kept."""
    ended: bool = False

    def end(self, connection: Connection) -> None:
        """The turn is over as soon as this transaction is: nobody has to end it after that."""
        store.end(connection, self.person, self.holder)
        self.ended = True

    def pressed(self, connection: Connection, token: str) -> None:
        """This turn has used up that button."""
        store.pressed(connection, self.person, token)

    def cut_off(self) -> bool:
        """Let nothing more be written by whoever was asked in this turn; gives whether anything has been."""
        successor = secrets.token_hex(16)
        with self.database.transaction() as connection:
            moved = store.cut_off(connection, self.person, self.holder, successor)
        self.holder = successor
        return moved

    def give_up(self) -> None:
        """Something broke. What was recorded until now is told to the person in their next turn."""
        moved = self.cut_off()
        with self.database.transaction() as connection:
            store.give_up(connection, self.person, self.holder, moved, datetime.now(UTC))


@dataclass(frozen=True, slots=True)
class Turns:
    """Who may speak for a person.

    It runs on the machine's clock, not on the practised one: setting the training clock must not free or lock a turn.
    """

    database: Database

    @contextmanager
    def of(self, person: str, patience: float, sent: Sent | None = None) -> Iterator[Lease | None]:
        """Wait up to ``patience`` seconds for the person's turn; yields None when the one before has not ended.

        ``sent`` are the words for which it is taken: whether they have been answered is looked up with it.
        """
        deadline = time.monotonic() + patience
        while not (lease := self._take(person, sent)) and time.monotonic() < deadline:
            time.sleep(PAUSE)
        try:
            with self._renewed(lease):
                yield lease
        except BaseException:
            if lease:
                with suppress(SQLAlchemyError):  # then the lease runs out, and the next turn sees to it
                    lease.give_up()
            raise
        if lease and not lease.ended:
            with self.database.transaction() as connection:
                store.end(connection, person, lease.holder)

    @contextmanager
    def _renewed(self, lease: Lease | None) -> Iterator[None]:
        """For as long as this process lives and works on it, nobody takes the turn for one that was left."""
        over = threading.Event()

        def renew() -> None:
            while lease and not over.wait(RENEW_SECONDS):
                with suppress(SQLAlchemyError), self.database.transaction() as connection:
                    store.renew(connection, lease.person, lease.holder, datetime.now(UTC) + LEASE)

        keeper = threading.Thread(target=renew, name="turn", daemon=True)
        keeper.start()
        try:
            yield
        finally:
            over.set()
            keeper.join()

    def _take(self, person: str, sent: Sent | None) -> Lease | None:
        holder = secrets.token_hex(16)
        with self.database.transaction() as connection:
            taken = store.take(connection, person, holder, datetime.now(UTC), LEASE)
            answered = conversations.answered(connection, person, sent) if taken and sent else []
        return Lease(self.database, person, holder, taken.interrupted, answered) if taken else None
