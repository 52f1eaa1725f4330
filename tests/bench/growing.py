"""Growth: whether a turn takes longer, the longer its conversation has become.

A conversation that has become long is measured beside new ones, turn by turn, with the same messages. Its own beginning
would not do: that was minutes before, and within minutes what one and the same turn takes drifts by half. Its processor
time is told beside, without a goal: it drifts by a third.
"""

from __future__ import annotations

from itertools import cycle, islice

from tests.bench.machine import cpu_seconds
from tests.bench.pair import Pair, timed
from tests.bench.samples import Row, Sample
from tests.bench.sides import Peer, Side, Stranger, Visitor

BLOCKS, TURNS, PEERS_TURNS = 10, 50, 30
OPENING, END = 6, 9
"""So many messages of the script tell the case; those up to the end are questions that it answers."""
COMPARED = 9


class Long:
    """One long conversation with a side, and what it took."""

    def __init__(self, side: Side) -> None:
        self.person = opened(side)
        self.turns = OPENING
        self.cpu_ms: list[float] = []
        """Processor time a turn, of each block."""
        self.early: list[float] = []
        self.late: list[float] = []

    def lengthen(self, side: Side) -> list[float]:
        """Another block of turns."""
        before = cpu_seconds(side.pids())
        took = [timed(self.person.says, message) for message in asked(side, block(side))]
        self.person.rest()
        self.turns += len(took)
        self.cpu_ms.append((cpu_seconds(side.pids()) - before) / len(took) * 1000)
        return took

    def compare(self, side: Side) -> list[float]:
        """Say the same to a new conversation, around its tenth turn, and to the long one."""
        new = opened(side)
        for message in asked(side, COMPARED):
            self.early.append(timed(new.says, message))
            self.late.append(timed(self.person.says, message))
        new.rest()
        self.person.rest()
        return self.late[-COMPARED:]

    def __str__(self) -> str:
        return f"{Sample(self.late)} against {Sample(self.early)}"


def growth(pair: Pair) -> list[Row]:
    """One long conversation with each, against new ones; and its processor time against that of its own beginning."""
    pair.start()
    long = {side.name: Long(side) for side in pair.sides}
    pair.alternate(BLOCKS, lambda side: long[side.name].lengthen(side))
    ours, theirs = (long[side.name] for side in pair.sides)
    what = f"a turn, p50, of a conversation of {ours.turns} turns, against turn 10 (peer: {theirs.turns})"
    pair.alternate(BLOCKS, lambda side: long[side.name].compare(side))
    grown = Row(what, str(ours), str(theirs), Sample(ours.late).p50 / Sample(ours.early).p50, "<= 1.2")
    spans = [f"{each.cpu_ms[0]:.1f} to {each.cpu_ms[-1]:.1f} ms" for each in (ours, theirs)]
    what = f"its processor time a turn, first {TURNS} to last {TURNS} (peer: {PEERS_TURNS})"
    return [grown, Row(what, *spans, ours.cpu_ms[-1] / ours.cpu_ms[0])]


def opened(side: Side) -> Visitor | Stranger:
    """Somebody who has told their case."""
    person = side.person()
    for message in side.script[:OPENING]:
        person.says(message)
    return person


def block(side: Side) -> int:
    """The turns of a block: fewer with the peer, whose turns become long."""
    return PEERS_TURNS if isinstance(side, Peer) else TURNS


def asked(side: Side, number: int) -> list[str]:
    """So many messages that are answered alike at any turn: of Waymark the questions, of the peer all that it knows."""
    script = side.script if isinstance(side, Peer) else side.script[OPENING:END]
    return list(islice(cycle(script), number))
