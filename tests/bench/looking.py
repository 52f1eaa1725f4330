"""Pages: 500 people who only look, and the pages over 100,000 cases."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from tests.bench.machine import PROC, cpu_seconds
from tests.bench.pair import Pair, say, timed
from tests.bench.samples import Row, Sample
from tests.bench.sides import Visitor
from tests.bench.talking import OPENING, STORED

PEOPLE, LOOKS_EVERY = 500, 15.0
"""The script of the page looks for something new every 15 seconds (bot/static/chat.js)."""
QUIET_SECONDS, TURNS, HANDS = 20.0, 100, 4


def idle(pair: Pair) -> list[Row]:
    """What 500 open pages cost the gateway, and what they do to somebody who talks."""
    pair.start()
    waymark = pair.waymark
    say(f"  {PEOPLE} people open the page")
    people = [waymark.person() for _ in range(PEOPLE)]
    talker = waymark.person()
    for message in waymark.script[:OPENING]:
        talker.says(message)
    alone, among, share = [], [], []
    for _ in range(2):
        alone += _turns(talker)
        with _looking(people):
            share.append(_share_of_a_core(_gateways(waymark.pids())))
            among += _turns(talker)
    ours, theirs = Sample(among), Sample(alone)
    value, slower = sum(share) / len(share), ours.at(0.99) / theirs.at(0.99)
    return [
        Row(f"{PEOPLE} open pages, idle: per cent of one core", f"{value:.1%}", "", value * 100, "<= 10 %"),
        Row("a turn beside them, p99, against none", str(ours), f"unloaded {theirs}", slower, "<= 1.5"),
    ]


@contextmanager
def _looking(people: Sequence[Visitor]) -> Iterator[None]:
    """Everybody looks for something new, each in their own rhythm, until the block ends."""
    over = threading.Event()

    def look(mine: Sequence[Visitor]) -> None:
        began, number = time.monotonic(), 0
        while not over.wait(max(0.0, began + number * LOOKS_EVERY / len(mine) - time.monotonic())):
            mine[number % len(mine)].looks()
            number += 1

    hands = [threading.Thread(target=look, args=(people[hand::HANDS],)) for hand in range(HANDS)]
    for hand in hands:
        hand.start()
    try:
        yield
    finally:
        over.set()
        for hand in hands:
            hand.join()


def _turns(talker: Visitor) -> list[float]:
    return [timed(talker.says, STORED) for _ in range(TURNS)]


def _share_of_a_core(pids: set[int]) -> float:
    before = cpu_seconds(pids)
    time.sleep(QUIET_SECONDS)
    return (cpu_seconds(pids) - before) / QUIET_SECONDS


def _gateways(pids: set[int]) -> set[int]:
    return {pid for pid in pids if b"bot.gateway" in Path(PROC / str(pid) / "cmdline").read_bytes()}
