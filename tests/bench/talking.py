"""Turns: how long one takes, in short conversations, from a stored case, with many senders; and the memory."""

from __future__ import annotations

from tests.bench.machine import megabytes
from tests.bench.pair import Pair, converse, say, timed, together
from tests.bench.samples import Row, ratio
from tests.bench.sides import Peer, Side

TURN_BLOCKS, CONVERSATIONS = 6, 5
STORED = "what do I do now?"
STORED_TURNS = 50
OPENING = 6
"""So many messages of the script tell the case; what follows is answered from it."""
MEMORY_CONVERSATIONS = 1000


def turns(pair: Pair) -> list[Row]:
    """Short conversations of ten messages."""
    ours, theirs = pair.alternate(TURN_BLOCKS, lambda side: converse(side, CONVERSATIONS))
    cpu = Row("processor time a turn", f"{ours.cpu_ms:.1f} ms", f"{theirs.cpu_ms:.1f} ms", ours.cpu / theirs.cpu)
    return [*(ratio("a turn", ours.sample, theirs.sample, share, "<= 0.8") for share in (0.5, 0.95)), cpu]


def stored(pair: Pair) -> list[Row]:
    """The question what to do now, answered from the case; the peer answers its own short conversations."""

    def block(side: Side) -> list[float]:
        if isinstance(side, Peer):
            return converse(side, STORED_TURNS // 10)
        person = side.person()
        for message in side.script[:OPENING]:
            person.says(message)
        return [timed(person.says, STORED) for _ in range(STORED_TURNS)]

    ours, theirs = pair.alternate(3, block)
    what = "a turn answered from the case"
    return [ratio(what, ours.sample, theirs.sample, share, "<= 0.6") for share in (0.5, 0.95)]


def throughput(pair: Pair) -> list[Row]:
    """Messages a second with many senders at once."""
    rows = []
    for senders in (8, 32):
        ours, theirs = pair.alternate(3, lambda side, n=senders: together(side, n, n))
        shown = [f"{side.rate:.1f}/s; {side.sample}" for side in (ours, theirs)]
        rows.append(Row(f"messages a second, {senders} senders", *shown, ours.rate / theirs.rate, ">= 2.0"))
    return rows


def memory(pair: Pair) -> list[Row]:
    """All processes after 1,000 conversations, and what the second half of these added."""
    found = {}
    pair.start()
    for side in pair.sides:
        sizes = [megabytes(side.pids())]
        for _ in range(4):
            say(f"  {side.name}: {sizes[-1]:.0f} MB")
            together(side, 8, MEMORY_CONVERSATIONS // 4, side.script[:2])
            sizes.append(megabytes(side.pids()))
        found[side.name] = sizes
    ours, theirs = (found[side.name] for side in pair.sides)
    shown = [f"{sizes[-1]:,.0f} MB" for sizes in (ours, theirs)]
    halves = [f"{sizes[2]:,.0f} to {sizes[4]:,.0f} MB" for sizes in (ours, theirs)]
    return [
        Row("memory of all processes after 1,000 conversations", *shown, ours[-1] / theirs[-1], "<= 0.9"),
        Row("its growth over the second 500", *halves, ours[4] / ours[2], "<= 1.02"),
    ]
