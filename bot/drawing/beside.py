"""What stands beside the stages: other routes, what holds at every stage, more time, and the end."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from bot.casework.policy import Policy
from bot.casework.stages import Step
from bot.drawing import words
from bot.drawing.canvas import Canvas, Column
from bot.drawing.letters import Run
from bot.drawing.stages import BODY, PAD, STRONG, TITLE, cite, step_runs
from bot.drawing.vocabulary import ENDINGS, MATTERS

GAP = 8
"""Between two boxes."""


class Sidebar:
    """Boxes one under the other; ``y`` is where the next begins."""

    def __init__(self, canvas: Canvas, policy: Policy, x: float, y: float, width: float) -> None:
        self.canvas, self.policy, self.x, self.y, self.width = canvas, policy, x, y, width

    def routes(self) -> None:
        """What belongs to another route, and where the policy is silent."""
        with self._box("routes", "Other routes") as column:
            for each, to in words.elsewhere(self.policy):
                source = [cite(each.rule)] if each.rule else []
                column.point(Run(f"{MATTERS[each.about]}:", STRONG), Run(f"{to}.", BODY), *source, after=3)
            if silent := words.silent(self.policy):
                column.point(Run("The policy is silent on:", STRONG), Run(f"{silent}.", BODY), after=3)

    def throughout(self) -> None:
        """What holds at every stage."""
        if self.policy.throughout or self.policy.meanwhile:
            with self._box("throughout", "At every stage") as column:
                self._list(column, self.policy.throughout)
                for note in self.policy.meanwhile:
                    column.point(Run(note.says, BODY), cite(note.rule), after=3)

    def time(self) -> None:
        """What a missed limit asks for, and whether there can be more time."""
        if self.policy.missed:
            with self._box("missed", "If a limit is missed") as column:
                self._list(column, self.policy.missed)
        longer = self.policy.longer
        with self._box("longer", "Can we have longer?") as column:
            column.write(Run(longer.says, BODY), cite(longer.rule, longer.at), after=3)
            if words.adjusted(self.policy):
                column.say(words.adjusted(self.policy), BODY, after=3)

    def closing(self) -> None:
        """What is due when it is resolved."""
        with self._box("closing", "When it is resolved", line=3) as column:
            self._list(column, self.policy.closing)
            if not self.policy.closing:
                column.say("The policy asks for nothing more.", BODY, after=3)
        if self.policy.endings:
            with self._box("endings", "How it may end") as column:
                for ending in self.policy.endings:
                    kind = Run(f"{ENDINGS[ending.kind]}:", STRONG)
                    column.point(kind, Run(ending.says, BODY), cite(ending.rule), after=3)

    def _list(self, column: Column, steps: tuple[Step, ...]) -> None:
        for step in steps:
            column.point(*step_runs(self.policy, step), after=3)

    @contextmanager
    def _box(self, name: str, title: str, line: float = 1.5) -> Iterator[Column]:
        """A box with a heading, as high as what is written into it."""
        part = self.canvas.part(name)
        frame = part.box(self.x, self.y, self.width, line=line)
        column = Column(part, self.x + PAD, self.y + PAD - 2, self.width - 2 * PAD)
        column.say(title, TITLE, after=3)
        yield column
        frame.close(column.y + 4)
        self.y = column.y + 4 + GAP
