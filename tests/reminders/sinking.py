"""A worker with a channel that only writes down what it is given, and what was replaced later:
`python -m tests.reminders.sinking FILE`.

It sleeps a moment in each sending, so that killing it hits every place there is.
"""

from __future__ import annotations

import os
import random
import signal
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from bot import bootstrap, settling, worker
from bot.casework.message import Message
from bot.channels.sending import Notice
from bot.worker import Worker


@dataclass
class Sink:
    """One line a notice, in a file that several workers share. An appended line is whole, whoever is killed."""

    path: str
    slow: float = 0.0
    name: str = "sink"

    def __post_init__(self) -> None:
        self._file = os.open(self.path, os.O_WRONLY | os.O_APPEND | os.O_CREAT)

    def send(self, address: Mapping[str, Any], notice: Notice) -> str | None:
        os.write(self._file, f"{notice.reminder} {notice.case}\n".encode())
        self._dawdle()
        return f"sunk-{notice.reminder}"

    def settle(self, address: Mapping[str, Any], message_id: str, message: Message) -> None:
        os.write(self._file, f"settled {message_id}\n".encode())
        self._dawdle()

    def _dawdle(self) -> None:
        if self.slow:
            time.sleep(random.uniform(0, self.slow))


def main(path: str, slow: str = "0", lease: str = "90", settle_every: str = "0.2") -> None:
    worker.LOOK_EVERY, settling.LOOK_EVERY = 0.2, float(settle_every)
    settling.LEASE = timedelta(seconds=float(lease))
    settling.LOOK_AT_ALL_EVERY = min(settling.LOOK_AT_ALL_EVERY, float(lease))
    worker.MARGIN = timedelta(seconds=float(lease) / 2)
    made = Worker(bootstrap.parts(), {"sink": Sink(path, float(slow))}, lease=timedelta(seconds=float(lease)))
    signal.signal(signal.SIGTERM, lambda *_: made.stop())
    made.run()


if __name__ == "__main__":
    main(*sys.argv[1:])
