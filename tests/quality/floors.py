"""What each figure is to be (tests/quality/floors.yml): the goal, the floor, and a figure to hold it against."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

FILE = Path(__file__).parent / "floors.yml"


@dataclass(frozen=True)
class Floor:
    """``goal`` is what is wanted; below ``at_least``, or above ``at_most``, CI fails. ``reference`` decides nothing."""

    title: str
    goal: float | None = None
    at_least: float | None = None
    at_most: float | None = None
    reference: float | None = None

    def holds(self, measured: float) -> bool:
        """Whether the figure is good enough. What was not measured is not."""
        low = self.at_least is None or measured >= self.at_least
        high = self.at_most is None or measured <= self.at_most
        return low and high

    def __str__(self) -> str:
        if self.at_most is not None:
            return f"at most {percent(self.at_most)}"
        return "" if self.at_least is None else f"at least {percent(self.at_least)}"


def floors() -> dict[str, Floor]:
    """Every figure that is shown, in the order of the table."""
    kept = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return {key: Floor(**entry) for key, entry in kept.items()}


def fallen(measured: Mapping[str, float]) -> list[str]:
    """A sentence for each figure that is below its floor."""
    return [
        f"{floor.title}: {percent(measured[key])}, and not {floor}"
        for key, floor in floors().items()
        if not floor.holds(measured[key])
    ]


def percent(value: float | None) -> str:
    """A share as people read it; nothing where there is none."""
    return "" if value is None else f"{value:.1%}".replace("%", " %")
