"""Drawing in SVG: boxes, lines and columns of text. Presentation attributes only, so that a strict CSP lets it pass.

Each line of text carries its measured width, so that it stays in its box also where the reader's font is a wider one.
"""

from __future__ import annotations

import re
from xml.etree import ElementTree

from bot.drawing.letters import INK, PAPER, Run, Style, lines

FONT = "Arial, Helvetica, 'Liberation Sans', sans-serif"
_NOT_XML = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def number(value: float) -> str:
    """A length as SVG writes it, to a hundredth."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


class Canvas:
    """A part of the drawing that is drawn on."""

    def __init__(self, element: ElementTree.Element) -> None:
        self.element = element

    def part(self, name: str) -> Canvas:
        """A group of its own, by which the part can be found again."""
        return Canvas(ElementTree.SubElement(self.element, "g", {"data-part": name}))

    def said(self, tag: str, text: str, **attributes: str) -> None:
        """An element that holds nothing but text."""
        ElementTree.SubElement(self.element, tag, attributes).text = _NOT_XML.sub(" ", text)

    def box(
        self,
        x: float,
        y: float,
        width: float,
        *,
        fill: str = PAPER,
        stroke: str = INK,
        line: float = 1,
        dashes: str | None = None,
    ) -> Box:
        """A box; its height is set when it is closed."""
        element = ElementTree.SubElement(
            self.element,
            "rect",
            {"x": number(x), "y": number(y), "width": number(width), "fill": fill, "stroke": stroke}
            | {"stroke-width": number(line)}
            | ({"stroke-dasharray": dashes} if dashes else {}),
        )
        return Box(element, y)

    def path(
        self, d: str, *, stroke: str = INK, line: float = 1.5, fill: str = "none", dashes: str | None = None
    ) -> None:
        """A line, or a filled shape, by the letters of SVG."""
        ElementTree.SubElement(
            self.element,
            "path",
            {"d": d, "fill": fill, "stroke": stroke, "stroke-width": number(line)}
            | ({"stroke-dasharray": dashes} if dashes else {}),
        )

    def arrow(self, x: float, y: float, *, turn: str = "down", fill: str = INK) -> None:
        """The head of an arrow whose tip is at that point."""
        back, side = 9, 6
        corners = {
            "down": f"M{x} {y}L{x - side} {y - back}L{x + side} {y - back}Z",
            "up": f"M{x} {y}L{x - side} {y + back}L{x + side} {y + back}Z",
            "right": f"M{x} {y}L{x - back} {y - side}L{x - back} {y + side}Z",
            "left": f"M{x} {y}L{x + back} {y - side}L{x + back} {y + side}Z",
        }
        self.path(corners[turn], fill=fill, stroke="none", line=0)

    def run(self, run: Run, x: float, y: float) -> None:
        """Words with their baseline at that point."""
        style = run.style
        weight = {"font-weight": "bold"} if style.bold else {}
        self.said(
            "text",
            run.text,
            **{"x": number(x + run.x), "y": number(y), "font-size": number(style.size), "fill": style.fill},
            **weight,
            **{"textLength": number(run.width), "lengthAdjust": "spacingAndGlyphs"},
        )


class Box:
    """A rectangle that grows with what it holds."""

    def __init__(self, element: ElementTree.Element, top: float) -> None:
        self._element, self._top = element, top

    def close(self, bottom: float) -> None:
        """Where it ends."""
        self._element.set("height", number(bottom - self._top))


class Column:
    """Text from top to bottom between two edges; ``y`` is where the next line begins."""

    def __init__(self, canvas: Canvas, x: float, y: float, room: float) -> None:
        self.canvas, self.x, self.y, self.room = canvas, x, y, room

    def write(self, *runs: Run, after: float = 0, indent: float = 0) -> None:
        """A paragraph, and some space after it. The biggest letters of a line say how high it is."""
        for line in lines(runs, self.room - indent):
            size = max(run.style.size for run in line)
            for run in line:
                self.canvas.run(run, self.x + indent, self.y + size * 0.95)
            self.y += size * 1.25
        self.y += after

    def say(self, text: str, style: Style, after: float = 0) -> None:
        """A paragraph in one style."""
        self.write(Run(text, style), after=after)

    def point(self, *runs: Run, after: float = 0) -> None:
        """A paragraph of a list, with its bullet."""
        self.canvas.path(f"M{number(self.x)} {number(self.y + 5)}h5v5h-5Z", fill=INK, line=0)
        self.write(*runs, after=after, indent=11)
