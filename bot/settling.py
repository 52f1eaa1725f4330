"""Once a reminder is answered, wherever that was, its old message shows what was answered instead of its buttons; once
its case has moved on by other ways, it says so.

This may fail for hours and nobody is worse off: a button that is pressed twice has one effect. So it has a thread of
its own, and reminders never wait for it.

Very many messages may wait for an answer. Each look is at those whose cases have new entries in their records; once a
minute it is at all of them, for what was put off, what a dead worker held, and whoever can be reached again.
"""

from __future__ import annotations

import logging
import math
import random
import threading
import time
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import cast

from sqlalchemy.exc import SQLAlchemyError

from bot.channels.sending import SEND_WITHIN_SECONDS, Channel, Refused, SettlingChannel, Unreachable
from bot.delivery import pause
from bot.door import Clock
from bot.storage import Database, addresses
from bot.storage import settling as store
from bot.storage.settling import Shown
from bot.wording import reminding as wording

log = logging.getLogger(__name__)

AT_ONCE = 5
LOOK_EVERY, LOOK_AT_ALL_EVERY = 2.0, 60.0
LEASE = timedelta(seconds=AT_ONCE * SEND_WITHIN_SECONDS + 20)
"""Longer than all that is claimed at once may take."""
MOST_ATTEMPTS = 40
"""After about half a day the buttons stay; pressed, they say that the reminder is answered."""


class Settling:
    """Takes the buttons from under what was answered, on the channels that can do it."""

    def __init__(self, database: Database, clock: Clock, channels: Mapping[str, Channel]) -> None:
        self._database, self._clock = database, clock
        able = {name: channel for name, channel in channels.items() if hasattr(channel, "settle")}
        self._channels = cast("dict[str, SettlingChannel]", able)
        self._seen, self._looked_at_all = 0, -math.inf

    def start(self, stopping: threading.Event) -> None:
        """Do so until told to stop. The thread ends with its process; what it held comes back after the lease."""
        if self._channels:
            threading.Thread(target=self._run, args=(stopping,), name="settling", daemon=True).start()

    def round(self) -> int:
        """Look once, and replace a few; gives how many were taken up."""
        whole = time.monotonic() - self._looked_at_all >= LOOK_AT_ALL_EVERY
        with self._database.reading() as connection:
            newest = store.newest_entry(connection)
        if newest == self._seen and not whole:
            return 0
        held = self._claimed(None if whole else min(self._seen, newest))  # of what was erased numbers are used again
        for shown in held:
            self._settle(shown)
        if len(held) < AT_ONCE:
            self._seen = newest
            self._looked_at_all = time.monotonic() if whole else self._looked_at_all
        return len(held)

    def _claimed(self, since: int | None) -> list[Shown]:
        real = datetime.now(UTC)
        with self._database.reading() as connection:
            if not store.any_shown(connection, self._channels, real, since):
                return []
        with self._database.transaction() as connection:
            return store.claim(connection, self._channels, real, LEASE, AT_ONCE, since)

    def _run(self, stopping: threading.Event) -> None:
        while not stopping.is_set():
            try:
                busy = self.round() == AT_ONCE
            except Exception as error:  # a database that is away, or a defect: neither ends the thread
                known = isinstance(error, SQLAlchemyError)
                log.log(logging.WARNING if known else logging.ERROR, "not settled: error=%s", type(error).__name__)
                busy = False
            if not busy:
                stopping.wait(LOOK_EVERY * random.uniform(0.8, 1.2))

    def _settle(self, shown: Shown) -> None:
        try:
            self._channels[shown.channel].settle(shown.address, shown.message_id, wording.settled(shown.reminders))
        except Refused as refused:
            self._give_up(shown, refused)
        except Exception as error:  # whatever broke in a channel is tried again, and replacing twice is replacing once
            failure = error if isinstance(error, Unreachable) else Unreachable(f"broken:{type(error).__name__}"[:64])
            log.warning("not settled: delivery=%s reason=%s", shown.id, failure.reason)
            self._later(shown, failure)
        else:
            with self._database.transaction() as connection:
                store.settled(connection, shown.id, datetime.now(UTC))

    def _later(self, shown: Shown, failure: Unreachable) -> None:
        real = datetime.now(UTC)
        with self._database.transaction() as connection:
            if shown.attempts + 1 >= MOST_ATTEMPTS:
                store.settled(connection, shown.id, real, failure.reason)
            else:
                store.later(connection, shown.id, real + pause(shown.attempts, failure), failure.reason)

    def _give_up(self, shown: Shown, refused: Refused) -> None:
        with self._database.transaction() as connection:
            store.settled(connection, shown.id, datetime.now(UTC), refused.reason)
            if refused.gone:
                addresses.bury(connection, shown.person, shown.channel, refused.reason, self._clock.now())
