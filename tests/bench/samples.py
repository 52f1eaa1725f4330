"""What was measured, as the table shows it: p50, p95 and p99 of each side, the ratio, whether the goal is met."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tests.quality.listening import percentile


@dataclass(frozen=True)
class Sample:
    """Seconds that the same thing took, each time."""

    seconds: Sequence[float]

    def at(self, share: float) -> float:
        """The time within which this share of them ended."""
        return percentile(self.seconds, share)

    @property
    def p50(self) -> float:
        return self.at(0.50)

    @property
    def p95(self) -> float:
        return self.at(0.95)

    def __str__(self) -> str:
        spread = " / ".join(f"{self.at(share) * 1000:.3g}" for share in (0.50, 0.95, 0.99))
        return f"{spread} ms (n={len(self.seconds)})"


@dataclass(frozen=True)
class Row:
    """One line of the table. ``value`` is what the goal speaks of, mostly a ratio; no goal: reported only."""

    what: str
    waymark: str
    peer: str = ""
    value: float | None = None
    goal: str = ""

    @property
    def met(self) -> bool | None:
        """Whether the goal is met; None where there is none."""
        if self.value is None or not self.goal:
            return None
        sign, _, limit = self.goal.partition(" ")
        number = float(limit.replace(",", "").split()[0])
        return self.value <= number if sign == "<=" else self.value >= number

    def cells(self) -> tuple[str, ...]:
        """As the table shows it."""
        value = "" if self.value is None else f"{self.value:,.0f}" if abs(self.value) >= 100 else f"{self.value:.2f}"
        verdict = {True: "yes", False: "**no**", None: ""}[self.met]
        return self.what, self.waymark, self.peer, value, self.goal, verdict


HEADS = ("what", "Waymark", "peer", "measured", "goal", "met")


def ratio(what: str, waymark: Sample, peer: Sample, share: float, goal: str) -> Row:
    """How the two compare at p50 or p95."""
    named = f"{what}, p{share * 100:.0f}"
    return Row(named, str(waymark), str(peer), waymark.at(share) / peer.at(share), goal)
