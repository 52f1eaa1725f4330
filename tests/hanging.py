"""Processes that hang for a while: alive, holding what they hold, answering nobody."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from signal import SIGCONT, SIGSTOP, Signals
from typing import Protocol


class Process(Protocol):
    """Whatever takes signals: a part of Waymark, or what it stands on."""

    def signal(self, number: Signals) -> None: ...


@contextmanager
def suspended(*processes: Process) -> Iterator[None]:
    """These hang until the context ends, however it ends."""
    for process in processes:
        process.signal(SIGSTOP)
    try:
        yield
    finally:
        for process in processes:
            process.signal(SIGCONT)
