"""The middle of the chart: a box for each stage, and brackets beside the stages that share a limit."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from bot.casework.calendar import say_date
from bot.casework.policy import Policy
from bot.casework.stages import Limit, Stage, Step
from bot.drawing import words
from bot.drawing.canvas import Canvas, Column, number
from bot.drawing.letters import BRAND, INK, NBSP, PAPER, QUIET, Run, Style, width

TITLE, BODY, STRONG = Style(15, bold=True), Style(12), Style(12, bold=True)
SMALL, SMALL_STRONG, CITE = Style(10.5), Style(10.5, bold=True), Style(9.5, fill=QUIET)
LEFT, BADGE, TIME, PAD, LANE = 42, 36, 148, 8, 13
LARGEST = 26.0
"""The number of a stage."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a stage came to stand."""

    top: float
    bottom: float


def cite(rule: str, *parts: str) -> Run:
    """Where it says so, small, and never torn apart."""
    return Run(" · ".join(part for part in (*parts, rule) if part).replace(" ", NBSP), CITE)


def step_runs(policy: Policy, step: Step) -> list[Run]:
    """What a step asks and of whom, with its force and rule, and the form or notice that goes with it."""
    runs = [Run(f"{words.who(step)}:", STRONG)] if words.who(step) else []
    runs += [Run(words.what(step), BODY), cite(step.rule, step.force.value)]
    if step.form and not policy.form(step.form).ours:
        runs += [Run("Form:", SMALL_STRONG), Run(f"{policy.form(step.form).name}.", SMALL)]
    if step.notice:
        runs.append(Run("Notice only.", SMALL_STRONG))
    runs += [Run(words.copied(step), SMALL)] if step.copies else []
    runs += [Run(f"{words.amount(limit)}.", SMALL) for limit in policy.limits if limit.step == step.rule]
    return runs


def write_limit(column: Column, limit: Limit, step: Step | None = None, after: float = 7) -> None:
    """How much time, and from when. Beside its step it need not say for what."""
    for condition in words.conditions([each for each in limit.when if step is None or each not in step.when]):
        column.say(f"{condition}:", SMALL)
    column.say(words.amount(limit), STRONG)
    if step is None:
        column.say(words.capital(limit.on), SMALL)
    counted = [Run(words.counted(limit), CITE)] if words.counted(limit) else []
    column.write(*counted, cite(limit.rule, words.strength(limit)), after=after)


class StageBox:
    """One stage: number and name, whom to contact, what everybody does, and at the right the time for it."""

    def __init__(self, canvas: Canvas, policy: Policy, stage: Stage, top: float, right: float) -> None:
        self.policy, self.stage, self.top, self.right = policy, stage, top, right
        self.part = canvas.part(f"stage {stage.id}")
        self.time = right - TIME
        text = LEFT + BADGE + PAD
        self.acts = Column(self.part, text, top + PAD, self.time - text - PAD)
        self.times = Column(self.part, self.time + PAD, top + PAD + 2, TIME - 2 * PAD)

    def draw(self, current: bool, done: date | None) -> Place:
        """Draw it, marked as the current one or as done on a day."""
        frame = self.part.box(LEFT, self.top, self.right - LEFT, stroke=BRAND, line=2)
        badge = self.part.box(LEFT, self.top, BADGE, fill=BRAND, stroke=BRAND, line=2)
        self._number()
        self._head(current, done)
        self._limits()
        self._steps()
        bottom = max(self.acts.y, self.times.y) + 2
        frame.close(bottom)
        badge.close(bottom)
        if current:
            self.part.box(LEFT, self.top, self.right - LEFT, fill="none", line=6).close(bottom)
        return Place(self.top, bottom)

    def _number(self) -> None:
        """The number; a name, or its first letter where that would be too small to read."""
        label = self.stage.id if self.stage.id.isdigit() else words.capital(self.stage.id)
        if (size := _fitting(label)) < 10:
            label, size = label[:1], LARGEST
        run = Run(label, Style(size, bold=True, fill=PAPER))
        self.part.run(run, LEFT + (BADGE - run.width) / 2, self.top + 32)

    def _head(self, current: bool, done: date | None) -> None:
        head = self.acts
        if current:
            label = Run("YOU ARE HERE", Style(12, bold=True, fill=PAPER), 8)
            self.part.box(head.x, head.y, label.width + 16, fill=INK).close(head.y + 19)
            self.part.run(label, head.x, head.y + 14)
            head.y += 24
        if done:
            self.part.path(f"M{number(head.x)} {number(head.y + 7)}l4 5l8 -11", line=2.5)
            head.write(Run(f"Done, {say_date(done)}", STRONG), indent=18, after=2)
        head.write(Run(words.name(self.stage), TITLE), cite(self.stage.rule, self.stage.at))
        head.say(f"Contact next: {self.stage.contact_next}.", STRONG)
        for contact in self.stage.other_contacts:
            head.say(words.other_contact(contact), BODY)
        head.y += 5
        for said, notes in (("First:", self.stage.before), ("Straight here:", self.stage.shortcut)):
            for note in notes:
                head.point(Run(said, STRONG), Run(note.says, BODY), cite(note.rule), after=3)

    def _limits(self) -> None:
        """The limits that are for the whole stage, and those that it shares with the stages after it."""
        shared = words.shared_limits(self.policy)
        for limit in (limit for limit in shared if limit.covers[0] == self.stage.id):
            self.times.say(words.sharing(limit), SMALL_STRONG)
            write_limit(self.times, limit)
        own = words.own_limits(self.policy, self.stage.id)
        for limit in (limit for limit in own if not self._beside_its_step(limit)):
            write_limit(self.times, limit)
        if not own and not any(limit.covers[0] == self.stage.id for limit in shared):
            self.times.say(words.time_elsewhere(self.policy, self.stage.id), STRONG, after=6)

    def _steps(self) -> None:
        """What everybody does, each with its time beside it; under the last time the lines are wider."""
        timed = {limit.step for limit in self.stage.limits}
        last = max((place for place, step in enumerate(self.stage.steps) if step.rule in timed), default=-1)
        wide = False
        for place, step in enumerate(self.stage.steps):
            if not wide and place > last and self.acts.y >= self.times.y:
                wide, self.acts.room = True, self.right - PAD - self.acts.x
            limits = [limit for limit in self.stage.limits if limit.step == step.rule]
            if limits:
                self.acts.y = self.times.y = max(self.acts.y, self.times.y)
            for limit in limits:
                write_limit(self.times, limit, step, after=4)
            self.acts.point(*step_runs(self.policy, step), after=3)
        self._notes()
        self._fence(self.times.y - 2 if wide else max(self.acts.y, self.times.y) - 4, wide)

    def _notes(self) -> None:
        """Who sits on the panel, and what is odd about the stage in the document."""
        for panel in (panel for panel in self.policy.panels if panel.stage == self.stage.id):
            name = Run(f"{words.capital(panel.name)}:", SMALL_STRONG)
            self.acts.write(name, Run(words.panel(panel), SMALL), cite(panel.rule), after=3)
        for note in self.stage.notes:
            self.acts.write(Run(note.says, SMALL), cite(note.rule), after=3)

    def _fence(self, bottom: float, closed: bool) -> None:
        """A thin line round the times."""
        under = f"H{number(self.right - PAD)}" if closed else ""
        d = f"M{number(self.time)} {number(self.top + PAD)}V{number(bottom)}{under}"
        self.part.path(d, stroke=QUIET, line=1, dashes="2 3")

    def _beside_its_step(self, limit: Limit) -> bool:
        return any(limit.step == step.rule for step in self.stage.steps)


def _fitting(label: str) -> float:
    """How large the letters in the badge can be."""
    return min(LARGEST, LARGEST * (BADGE - 8) / width(label, Style(LARGEST, bold=True)))


def draw_brackets(canvas: Canvas, policy: Policy, places: Mapping[str, Place], left: float) -> None:
    """A bracket at the right of the stages that share a limit. Its words stand in the first of them."""
    for lane, limits in enumerate(lanes(policy)):
        x = left + lane * LANE
        for limit in limits:
            covered = [places[each] for each in limit.covers]
            top, bottom = min(place.top for place in covered), max(place.bottom for place in covered)
            part = canvas.part(f"shared {limit.rule}")
            part.path(f"M{number(x)} {number(top + 1.5)}h7V{number(bottom - 1.5)}h-7", stroke=INK, line=3)


def lanes(policy: Policy) -> list[list[Limit]]:
    """The shared limits, side by side where they cover the same stages."""
    found: list[list[Limit]] = []
    for limit in words.shared_limits(policy):
        free = (lane for lane in found if not any(set(limit.covers) & set(other.covers) for other in lane))
        lane = next(free, None)
        if lane is None:
            found.append([limit])
        else:
            lane.append(limit)
    return found
