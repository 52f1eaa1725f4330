"""A policy as a flowchart in SVG: for a staff-room wall, and with "you are here" for the page of a case.

The layout is one column of boxes, so it is made here and needs no layout program. The picture carries itself in words.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from math import sqrt
from xml.etree import ElementTree

from bot.casework.policy import Policy
from bot.drawing import around, told, words
from bot.drawing.beside import Sidebar
from bot.drawing.canvas import FONT, Canvas, number
from bot.drawing.letters import ALARM, PAPER, Run, Style
from bot.drawing.stages import LANE, LEFT, Place, StageBox, draw_brackets, lanes

LABEL = Style(10.5, bold=True)
RAIL, GAP = 25, 21
"""Where the way to the risk route runs, and how high an arrow between two boxes is."""
WIDTHS, SIDEBARS = (780, 900, 1000), (185, 210, 260)
"""How wide a chart and its sidebar may be: at least, to begin with, at most."""
SHEET = 190, 277
"""An A4 sheet in millimetres, without the margins that printers need."""


def flowchart(
    policy: Policy, here: str | None = None, done: Mapping[str, date] | None = None, paper: bool = False
) -> str:
    """The chart: narrow, to stand in a page, or a file in the shape of a sheet of ``paper``.

    ``here`` is the stage to mark, ``done`` says when others ended. Raises KeyError for a stage that is not there.
    """
    done = done or {}
    for stage_id in (*([here] if here else []), *done):
        policy.stage(stage_id)
    chart = _fitting(policy, here, done) if paper else _Chart(policy, here, done, WIDTHS[0], SIDEBARS[1])
    name = f"flowchart-{policy.id}"
    svg = ElementTree.Element("svg", {"xmlns": "http://www.w3.org/2000/svg", "role": "img", "font-family": FONT})
    svg.set("aria-labelledby", f"{name}-title")
    svg.set("aria-describedby", f"{name}-desc")
    svg.set("viewBox", f"0 0 {chart.width} {number(chart.height)}")
    if paper:
        svg.set("width", f"{SHEET[0]}mm")
        svg.set("height", f"{SHEET[1]}mm")
        svg.set("preserveAspectRatio", "xMidYMin meet")
    canvas = Canvas(svg)
    canvas.said("title", told.title(policy, here), id=f"{name}-title")
    canvas.said("desc", told.flow(policy, here, done), id=f"{name}-desc")
    canvas.box(0, 0, chart.width, stroke="none").close(chart.height)
    svg.append(chart.canvas.element)
    return ElementTree.tostring(svg, encoding="unicode") + "\n"


def _fitting(policy: Policy, here: str | None, done: Mapping[str, date]) -> _Chart:
    """The chart in the shape of the sheet, so that it prints as large as can be.

    A first one tells how much there is, and how it should be shared between the stages and the sidebar.
    """
    chart = _Chart(policy, here, done, WIDTHS[1], SIDEBARS[1])
    width = _within(WIDTHS, sqrt(chart.width * chart.height * SHEET[0] / SHEET[1]))
    return _Chart(policy, here, done, width, _within(SIDEBARS, width * chart.share))


def _within(bounds: tuple[int, int, int], value: float) -> int:
    return min(max(round(value), bounds[0]), bounds[-1])


class _Chart:
    """Everything from top to bottom. ``share`` is how much of the width the sidebar should have had."""

    def __init__(self, policy: Policy, here: str | None, done: Mapping[str, date], width: int, sidebar: int) -> None:
        self.canvas, self.policy, self.here, self.done = Canvas(ElementTree.Element("g")), policy, here, done
        self.width, self.side = width, width - around.MARGIN - sidebar
        self.right = self.side - 26 - len(lanes(policy)) * LANE
        self.places: dict[str, Place] = {}
        danger = around.risk(self.canvas, policy, around.heading(self.canvas, policy, width), width)
        top = danger + 16
        ends = self._stages(top), self._sidebar(top)
        self._risk_rail(danger)
        taken = self.side * (ends[0] - top), sidebar * (ends[1] - top)
        self.share = taken[1] / sum(taken)
        self.height = around.foot(self.canvas, policy, max(ends) + 8, width) + around.MARGIN

    def _stages(self, top: float) -> float:
        """The start, the stages and the last word."""
        bottom, before = around.start(self.canvas, self.policy, top, self.right), ""
        for stage in self.policy.stages:
            self._onward(bottom, before)
            box = StageBox(self.canvas, self.policy, stage, bottom + GAP, self.right)
            self.places[stage.id] = box.draw(stage.id == self.here, self.done.get(stage.id))
            bottom, before = self.places[stage.id].bottom, words.onward(stage)
        self._onward(bottom, "")
        draw_brackets(self.canvas, self.policy, self.places, self.right + 5)
        return around.last_word(self.canvas, self.policy, bottom + GAP, self.right)

    def _sidebar(self, top: float) -> float:
        """What stands beside them, and the ways there."""
        sidebar = Sidebar(self.canvas, self.policy, self.side, top, self.width - around.MARGIN - self.side)
        sidebar.routes()
        self.canvas.path(f"M{number(self.right)} {number(top + 13)}H{self.side - 9}")
        self.canvas.arrow(self.side, top + 13, turn="right")
        sidebar.throughout()
        sidebar.time()
        self._resolved_rail(sidebar.y + 17)
        sidebar.closing()
        return sidebar.y

    def _onward(self, bottom: float, said: str) -> None:
        """The arrow to the next box."""
        middle = (LEFT + self.right) / 2
        self.canvas.path(f"M{number(middle)} {number(bottom)}v{GAP - 9}", line=2)
        self.canvas.arrow(middle, bottom + GAP)
        if said:
            self.canvas.run(Run(said, LABEL), middle + 11, bottom + 14)

    def _risk_rail(self, danger: float) -> None:
        """The way from every stage to the risk route."""
        turns = [place.top + 22 for place in self.places.values()]
        for turn in turns:
            self.canvas.path(f"M{LEFT} {number(turn)}H{RAIL}", stroke=ALARM, line=3, dashes="7 4")
        self.canvas.path(f"M{RAIL} {number(turns[-1])}V{number(danger + 11)}", stroke=ALARM, line=3, dashes="7 4")
        self.canvas.arrow(RAIL, danger + 2, turn="up", fill=ALARM)

    def _resolved_rail(self, end: float) -> None:
        """The way from every stage to the end. Where it crosses a bracket, the bracket gives way."""
        rail = self.side - 15
        label = Run("resolved", LABEL)
        turns = [place.bottom - 12 for place in self.places.values()]
        for turn in turns:
            self.canvas.path(f"M{number(self.right + 3.5)} {number(turn)}H{rail}", stroke=PAPER, line=7)
            self.canvas.path(f"M{number(self.right)} {number(turn)}H{rail}")
            self.canvas.run(label, self.right - label.width - 4, turn + 26)
        self.canvas.path(f"M{rail} {number(min(*turns, end))}V{number(max(*turns, end))}")
        self.canvas.path(f"M{rail} {number(end)}H{self.side - 9}")
        self.canvas.arrow(self.side, end, turn="right")
