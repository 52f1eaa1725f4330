"""The desk at which accepted messages are answered: a few threads of the gateway, over all gateways one inbox.

A message is claimed for a while. Its answer is kept in the same transaction that says what is still to be sent, so that
whoever takes over after a crash sends what is missing and answers nothing twice.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta

from sqlalchemy.exc import SQLAlchemyError

from bot.channels.sending import Refused, Unreachable
from bot.channels.teams.work import Work
from bot.storage import inbox
from bot.storage.base import Database
from bot.storage.inbox import Accepted

log = logging.getLogger(__name__)

LEASE = timedelta(seconds=180)
"""Longer than any turn and all its sending, and than the lease of a turn that was never ended."""
PATIENCE = timedelta(hours=1)
"""An answer that could not be sent for this long is not sent any more; it stands on the web page."""
LOOK_SECONDS = 3.0
THREADS = 4
MOST_ATTEMPTS = 3
SLOWEST_SECONDS = 60.0
SWEEP = timedelta(hours=1)


class Desk:
    """Works the inbox off. The threads end with their process; what they held comes back after the lease."""

    def __init__(
        self,
        database: Database,
        work: Callable[[Accepted], Work],
        threads: int = THREADS,
        lease: timedelta = LEASE,
    ) -> None:
        self._database = database
        self._work = work
        self._threads = threads
        self._lease = lease
        self._something = threading.Condition()
        self._news = 0
        self._stopped = False
        self._swept_at = datetime.min.replace(tzinfo=UTC)

    def start(self) -> None:
        """Begin. One thread more than asked for takes only what cannot wait for the others.

        The first one and that one look by themselves for what others have left; the rest wait to be woken.
        """
        for number in range(self._threads + 1):
            urgent = number == self._threads
            how = (urgent, urgent or number == 0)
            threading.Thread(target=self._keep_working, args=how, name=f"desk-{number}", daemon=True).start()

    def stop(self) -> None:
        """Take nothing further."""
        self._stopped = True
        self.wake()

    def wake(self) -> None:
        """There is something to do."""
        with self._something:
            self._news += 1
            self._something.notify_all()

    def work_off(self, *, urgent_only: bool = False) -> bool:
        """Deal with one message; False where none is waiting."""
        with self._database.transaction() as connection:
            accepted = inbox.claim(connection, datetime.now(UTC), self._lease, urgent_only=urgent_only)
        if accepted is None:
            return False
        self.wake()  # there may be more
        with self._looked_after(accepted) as work:
            pause = work.do()
            moment = datetime.now(UTC)
            with self._database.transaction() as connection:
                if pause is None:
                    inbox.finish(connection, accepted.id, moment)
                else:
                    inbox.put_back(connection, accepted.id, moment + pause)
        if accepted.person:
            self.wake()  # the person's next message may be waiting behind this one
        return True

    @contextmanager
    def _looked_after(self, accepted: Accepted) -> Iterator[Work]:
        """Whatever goes wrong, the message is tried again later, or given up with an honest word."""
        work = self._work(accepted)
        try:
            yield work
        except Unreachable as failure:
            self._later(accepted, failure.retry_after, failure.reason)
        except Refused as refused:
            log.warning("teams: refused: message=%s reason=%s gone=%s", accepted.id, refused.reason, refused.gone)
            self._give_up(accepted, work.bury if refused.gone else None, refused.reason)
        except Exception as error:  # the thread goes on: others wait for it
            log.error("teams: failed: message=%s attempt=%s %s", accepted.id, accepted.attempts, type(error).__name__)
            if accepted.attempts >= MOST_ATTEMPTS and accepted.answer is None:
                self._give_up(accepted, work.apologise, type(error).__name__)
            else:
                self._later(accepted, None, type(error).__name__)

    def _later(self, accepted: Accepted, seconds: float | None, reason: str) -> None:
        moment = datetime.now(UTC)
        if moment - accepted.accepted_at > PATIENCE:
            self._give_up(accepted, None, reason)
            return
        pause = max(seconds or 0.0, min(2.0 ** min(accepted.attempts, 10), SLOWEST_SECONDS))
        log.warning("teams: again in %.0f s: message=%s reason=%s", pause, accepted.id, reason)
        with self._database.transaction() as connection:
            inbox.put_back(connection, accepted.id, moment + timedelta(seconds=pause))

    def _give_up(self, accepted: Accepted, last: Callable[[], None] | None, reason: str) -> None:
        log.error("teams: given up: message=%s reason=%s", accepted.id, reason)
        try:
            if last:
                last()
        except (Unreachable, Refused):
            log.error("teams: nobody could be told: message=%s", accepted.id)
        with self._database.transaction() as connection:
            inbox.finish(connection, accepted.id, datetime.now(UTC))

    def _keep_working(self, urgent_only: bool, looks: bool) -> None:
        while not self._stopped:
            with self._something:
                seen = self._news
            try:
                if self.work_off(urgent_only=urgent_only):
                    continue
                self._sweep()
            except SQLAlchemyError as error:  # the claim comes back by itself
                log.error("teams: the inbox does not answer: %s", type(error).__name__)
            self._wait(seen, LOOK_SECONDS if looks else None)

    def _wait(self, seen: int, seconds: float | None) -> None:
        with self._something:
            self._something.wait_for(lambda: self._news != seen or self._stopped, seconds)

    def _sweep(self) -> None:
        moment = datetime.now(UTC)
        if moment - self._swept_at > SWEEP:
            self._swept_at = moment
            with self._database.transaction() as connection:
                inbox.forget(connection, moment)
