"""The worker: claims what is due, has it delivered, says that it is alive. Any number of them share one database."""

from __future__ import annotations

import gc
import logging
import os
import random
import secrets
import signal
import socket
import threading
import time
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy.exc import SQLAlchemyError

from bot import bootstrap, evidence, logs, metrics
from bot.bootstrap import Parts, watching, ways
from bot.channels.sending import SEND_WITHIN_SECONDS, Channel
from bot.delivery import Delivery
from bot.settling import Settling
from bot.storage import outbox

log = logging.getLogger(__name__)

AT_ONCE = 200
LOOK_EVERY = 1.0
BEAT_EVERY = 10.0
LEASE = timedelta(seconds=90)
"""What a worker has claimed returns to the others after this. Longer than any one message may take to send."""
MARGIN = timedelta(seconds=SEND_WITHIN_SECONDS + 10)
"""So long before that it begins to send nothing more."""
FORGET_AFTER = timedelta(days=1)
CLEAN_EVERY = 3600.0
"""So often, in seconds, what is over is deleted, and what was deleted leaves the files."""


class Worker:
    """One worker; ``stop`` may be called from a signal handler or another thread."""

    def __init__(
        self,
        parts: Parts,
        channels: Mapping[str, Channel] | None = None,
        *,
        at_once: int = AT_ONCE,
        lease: timedelta = LEASE,
    ) -> None:
        self.name = f"{socket.gethostname()[:40]}-{os.getpid()}-{secrets.token_hex(4)}"
        self._parts = parts
        self._at_once, self._lease = at_once, lease
        self._stopping = threading.Event()
        self._beaten = -BEAT_EVERY
        self._cleaned = -CLEAN_EVERY
        self._personal = bootstrap.personal(parts)
        chosen = ways.channels(parts.settings, parts.database, parts.clock) if channels is None else channels
        link = f"{parts.settings.pages}/" if parts.settings.pages else ""
        self._delivery = Delivery(parts.database, parts.reminding, chosen, link, self._stopping.is_set)
        self._settling = Settling(parts.database, parts.clock, chosen)

    def run(self) -> None:
        """Work until told to stop. A database that is away is waited for."""
        planned = False
        gc.freeze()  # what is there by now stays: the collector need not look through it again and again
        self._settling.start(self._stopping)
        while not self._stopping.is_set():
            try:
                self._beat()
                planned = planned or self._begin()
                self._clean()
                busy = self.round() == self._at_once
            except SQLAlchemyError as error:
                log.warning("the database does not answer: error=%s", type(error).__name__)
                busy = False
            except Exception as error:  # the lease gives back what was claimed; the others have to be reminded
                log.error("unexpected: error=%s", type(error).__name__)
                busy = False
            if not busy:
                self._stopping.wait(LOOK_EVERY * random.uniform(0.8, 1.2))  # so that workers do not look in step
        self._leave()

    def stop(self) -> None:
        """Finish what is being sent, let go of the rest, and end."""
        self._stopping.set()

    def round(self) -> int:
        """Look once, and deal with what is due; gives how many reminders were claimed."""
        database, now, real = self._parts.database, self._parts.clock.now(), datetime.now(UTC)
        with database.reading() as connection:
            if not outbox.any_due(connection, now, real):
                return 0
        with database.transaction() as connection:
            held = outbox.claim(connection, self.name, now, real, self._lease, self._at_once)
            older = outbox.supersede(connection, [reminder.id for reminder in held], now)
        newest = [reminder for reminder in held if reminder.id not in older]
        self._delivery.deliver(self.name, newest, now, real + self._lease - MARGIN)
        return len(held)

    def _begin(self) -> bool:
        """Plan for cases that are older than reminders, once."""
        real = datetime.now(UTC)
        with self._parts.database.transaction() as connection:
            outbox.forget_dead(connection, real - FORGET_AFTER)
        self._parts.reminding.plan_missing(self._parts.clock.now())
        return True

    def _beat(self) -> None:
        if time.monotonic() - self._beaten < BEAT_EVERY:
            return
        with self._parts.database.transaction() as connection:
            outbox.beat(connection, self.name, datetime.now(UTC))
        self._beaten = time.monotonic()

    def _clean(self) -> None:
        """Delete what has been kept for long enough. It is tried again in an hour, whatever happens."""
        if time.monotonic() - self._cleaned < CLEAN_EVERY:
            return
        self._cleaned = time.monotonic()
        gone = self._personal.expire(self._parts.clock.now())
        self._personal.tidy()
        if gone:
            log.warning("deleted: cases=%s", gone)
        if self._parts.settings.anchors:
            self._note_ends(self._parts.settings.anchors)

    def _note_ends(self, anchors: Path) -> None:
        """Where the records end, outside the database. What the log says of the file tells whether that was changed."""
        try:
            noted = evidence.note_ends(self._parts.database, anchors, datetime.now(UTC))
        except (OSError, ValueError) as error:
            log.error("the ends of the records are not noted: error=%s", type(error).__name__)
            return
        metrics.ALTERED.set(len(noted.faults))
        for fault in noted.faults:
            log.error("a record is not what it was: case=%s entry=%s what=%s", fault.case, fault.entry, fault.what)
        if noted.added:
            log.warning("ends noted: new=%s length=%s sha256=%s", noted.added, noted.length, noted.digest)

    def _leave(self) -> None:
        try:
            with self._parts.database.transaction() as connection:
                outbox.leave(connection, self.name)
        except SQLAlchemyError:  # then the lease gives back what it holds
            log.warning("the database does not answer at the end")


def main() -> int:
    """Work until SIGTERM or Ctrl-C."""
    logs.configure()
    parts = bootstrap.parts()
    metrics.serve(parts.settings, watching.gauges(parts.database, parts.clock))
    worker = Worker(parts)
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: worker.stop())
    worker.run()
    return 0
