"""Waymark and the peer, both running, and the same done to both in turns, so that a busy machine is fair to both."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field

from tests.bench.machine import cpu_seconds
from tests.bench.samples import Sample
from tests.bench.sides import Peer, Side, Waymark, peers_project

BEGAN = time.monotonic()


@dataclass
class Tally:
    """What came of one side's blocks: the time of each message, the time and the CPU seconds of all."""

    seconds: list[float] = field(default_factory=list)
    elapsed: float = 0.0
    cpu: float = 0.0

    @property
    def sample(self) -> Sample:
        return Sample(self.seconds)

    @property
    def rate(self) -> float:
        """Messages a second."""
        return len(self.seconds) / self.elapsed

    @property
    def cpu_ms(self) -> float:
        """Milliseconds of processor time a message."""
        return self.cpu / len(self.seconds) * 1000

    def __str__(self) -> str:
        return f"{self.sample}; CPU {self.cpu_ms:.0f} ms"


@dataclass
class Pair:
    """Both sides. Not started until somebody needs them."""

    waymark: Waymark = field(default_factory=Waymark)
    peer: Peer = field(default_factory=Peer)
    running: bool = False

    @property
    def sides(self) -> tuple[Side, Side]:
        return self.waymark, self.peer

    def start(self) -> None:
        """Start both, one after the other, and warm them up."""
        if self.running:
            return
        peers_project()
        for side in self.sides:
            say(f"starting {side.name}")
            side.start()
            converse(side, conversations=3)
        self.running = True

    def stop(self) -> None:
        if self.running:
            self.running = False
            for side in self.sides:
                side.stop()

    def alternate(self, blocks: int, block: Callable[[Side], list[float]]) -> tuple[Tally, Tally]:
        """Do a block with one side and then with the other, again and again; ``block`` gives each message's time."""
        self.start()
        tallies = Tally(), Tally()
        for number in range(blocks):
            say(f"  block {number + 1} of {blocks}")
            for side, tally in zip(self.sides, tallies, strict=True):
                began, before = time.perf_counter(), cpu_seconds(side.pids())
                tally.seconds += block(side)
                tally.elapsed += time.perf_counter() - began
                tally.cpu += cpu_seconds(side.pids()) - before
        return tallies


def converse(side: Side, conversations: int, messages: Sequence[str] = ()) -> list[float]:
    """New people go through the script, one after the other; gives the time of each message."""
    times = []
    for _ in range(conversations):
        person = side.person()
        times += [timed(person.says, message) for message in messages or side.script]
        person.rest()
    return times


def together(side: Side, senders: int, conversations: int, messages: Sequence[str] = ()) -> list[float]:
    """So many people at once, and so many conversations between them."""
    with ThreadPoolExecutor(senders) as pool:
        parts = list(pool.map(lambda _: converse(side, 1, messages), range(conversations)))
    return [seconds for part in parts for seconds in part]


def timed(says: Callable[[str], object], text: str) -> float:
    began = time.perf_counter()
    says(text)
    return time.perf_counter() - began


@contextmanager
def both() -> Iterator[Pair]:
    """The pair, stopped at the end."""
    pair = Pair()
    try:
        yield pair
    finally:
        pair.stop()


def say(text: str) -> None:
    """How far it is."""
    print(f"[{time.monotonic() - BEGAN:4.0f} s] {text}", file=sys.stderr, flush=True)
