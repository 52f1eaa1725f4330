"""A table of figures as a picture: a bar for each row, one under the other, with its figure beside it.

Where a row has two figures it has two bars. The table stands beside the picture, so nothing is told by colour alone.
"""

from __future__ import annotations

from datetime import date
from xml.etree import ElementTree

from bot.casework.sheet import Sheet, Value
from bot.drawing.canvas import FONT, Canvas, number
from bot.drawing.letters import BRAND, Style, width

WIDTH, BAR, GAP, MARGIN = 620, 14, 12, 4
SECOND = "#c77700"
"""Told apart from the first by people who see few colours, and lighter in grey."""
LABEL, KEY = Style(13), Style(13, bold=True)
LONGEST_LABEL = 230


def bars(sheet: Sheet) -> str:
    """The picture, to stand in a page. The first columns name a row, the others are drawn."""
    figures = len(sheet.head) - sheet.labels
    labels = [", ".join(_said(value) for value in row[: sheet.labels]) for row in sheet.rows]
    left = min(max((width(label, LABEL) for label in labels), default=0), LONGEST_LABEL) + 10
    most = max((value for row in sheet.rows for value in row[sheet.labels :] if isinstance(value, int)), default=0)
    scale = (WIDTH - left - 60) / max(most, 1)
    svg = ElementTree.Element("svg", {"xmlns": "http://www.w3.org/2000/svg", "role": "img", "font-family": FONT})
    svg.set("class", "waymark-bars")
    canvas, name = Canvas(svg), f"bars-{sheet.name.lower().replace(' ', '-')}"
    svg.set("aria-labelledby", f"{name}-title")
    canvas.said("title", f"{sheet.title}: bars for the figures in the table", id=f"{name}-title")
    y = _key(canvas, sheet, left) if figures > 1 else MARGIN
    for label, row in zip(labels, sheet.rows, strict=True):
        _write(canvas, _short(label), left - 8, y + (figures * BAR + 9) / 2, end=True)
        for place, value in enumerate(row[sheet.labels :]):
            _bar(canvas, place, value, left, y + place * BAR, scale)
        y += figures * BAR + GAP
    svg.set("viewBox", f"0 0 {WIDTH} {number(y)}")
    return ElementTree.tostring(svg, encoding="unicode")


def _key(canvas: Canvas, sheet: Sheet, left: float) -> float:
    x = left
    for place, title in enumerate(sheet.head[sheet.labels :]):
        _rectangle(canvas, place, x, MARGIN + 1, 12, 12)
        _write(canvas, title, x + 18, MARGIN + 12, style=KEY)
        x += 18 + width(title, KEY) + 24
    return MARGIN + 26


def _bar(canvas: Canvas, place: int, value: Value, left: float, y: float, scale: float) -> None:
    if isinstance(value, int):
        _rectangle(canvas, place, left, y + 1, max(value * scale, 1), BAR - 2)
        _write(canvas, f"{value:,}", left + value * scale + 6, y + BAR - 3)


def _rectangle(canvas: Canvas, place: int, x: float, y: float, across: float, high: float) -> None:
    about = {"x": number(x), "y": number(y), "width": number(across), "height": number(high)}
    colours = {"fill": SECOND if place else BRAND, "class": f"waymark-bar-{place + 1}"}
    ElementTree.SubElement(canvas.element, "rect", about | colours)


def _write(canvas: Canvas, text: str, x: float, y: float, *, end: bool = False, style: Style = LABEL) -> None:
    anchor = {"text-anchor": "end"} if end else {}
    weight = {"font-weight": "bold"} if style.bold else {}
    place = {"x": number(x), "y": number(y), "font-size": number(style.size), "fill": "currentColor"}
    canvas.said("text", text, **place, **anchor, **weight)


def _said(value: Value) -> str:
    return f"{value.day} {value:%b %Y}" if isinstance(value, date) else str(value)


def _short(label: str) -> str:
    while width(label, LABEL) > LONGEST_LABEL:
        label = label[:-2].rstrip(" ,…") + "…"
    return label
