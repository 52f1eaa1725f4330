"""A paper as a PDF: text that can be selected, a title, the language, and headings as bookmarks."""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import CondPageBreak, ListFlowable, SimpleDocTemplate, Spacer, Table, TableStyle
from reportlab.platypus import Paragraph as Text

from bot.casework.paper import Bullets, Cell, Grid, Heading, Paper, Paragraph, Part
from bot.printing.letters import printable

INK, QUIET, LINE, SHADE = (HexColor(colour) for colour in ("#123c39", "#4b5755", "#7d8a87", "#eef4f2"))
MARGIN = 18 * mm
WIDTH = A4[0] - 2 * MARGIN


def as_pdf(paper: Paper) -> bytes:
    """The file."""
    _fonts()
    file = BytesIO()
    document = _Document(
        file,
        pagesize=A4,
        leftMargin=MARGIN, rightMargin=MARGIN, topMargin=MARGIN, bottomMargin=MARGIN + 4 * mm,
        title=printable(paper.title), author="Waymark", lang="en-GB", displayDocTitle=True,
    )  # fmt: skip
    parts = [flowable for part in paper.parts for flowable in _flowables(part)]
    document.foot = printable(paper.foot)
    document.build([Text(_safe(paper.title), _style("title")), *parts])
    return file.getvalue()


class _Document(SimpleDocTemplate):  # type: ignore[misc]  # the library has no type hints
    """Puts the foot on each page and a bookmark at each heading."""

    foot = ""

    def handle_pageEnd(self) -> None:  # noqa: N802  # named by the library
        self.canv.setFont("Waymark", 8)
        self.canv.setFillColor(QUIET)
        self.canv.drawString(MARGIN, 11 * mm, self.foot)
        self.canv.drawRightString(A4[0] - MARGIN, 11 * mm, f"page {self.canv.getPageNumber()}")
        super().handle_pageEnd()

    def afterFlowable(self, flowable: Any) -> None:  # noqa: N802  # named by the library
        level = {"title": 0, "heading": 1}.get(getattr(getattr(flowable, "style", None), "name", ""))
        if level is not None:
            key = f"part-{self.seq.next('part')}"
            self.canv.bookmarkPage(key)
            self.canv.addOutlineEntry(flowable.getPlainText(), key, level)


def _flowables(part: Part) -> list[Any]:
    match part:
        case Heading(text):
            return [CondPageBreak(35 * mm), Text(_safe(text), _style("heading"))]
        case Paragraph(text, quiet):
            return [Text(_safe(text), _style("quiet" if quiet else "text"))]
        case Bullets(lines):
            items = [Text(_safe(line), _style("text")) for line in lines]
            return [ListFlowable(items, bulletType="bullet", start="•", leftIndent=14, bulletFontName="Waymark")]
        case Grid():
            return [_grid(part), Spacer(1, 4 * mm)]


def _grid(grid: Grid) -> Table:
    rows = [[Text(_safe(title), _style("strong")) for title in grid.head]]
    rows += [[_cell(cell) for cell in row] for row in grid.rows]
    widths = [WIDTH * share for share in grid.shares]
    # A row goes over two pages only where no page could hold it: the library would tear every last one otherwise.
    table = Table(rows, widths, repeatRows=1, splitInRow=int(_has_giant(rows[1:], widths)))
    table.setStyle(
        TableStyle(
            [
                ("GRID", (0, 0), (-1, -1), 0.6, LINE),
                ("BACKGROUND", (0, 0), (-1, 0), SHADE),
                ("VALIGN", (0, 0), (-1, -1), "TOP"),
                ("TOPPADDING", (0, 0), (-1, -1), 4),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 4),
            ]
        )
    )
    return table


def _has_giant(rows: list[list[Any]], widths: list[float]) -> bool:
    room = A4[1] - 2 * MARGIN - 40 * mm
    cells = (pair for row in rows for pair in zip(row, widths, strict=True))
    return any(sum(part.wrap(width - 12, room)[1] + 5 for part in parts) > room for parts, width in cells)


def _cell(cell: Cell) -> list[Any]:
    words = [Text(_safe(line), _style("strong" if cell.strong else "cell")) for line in cell.lines]
    words += [Text(_safe(cell.hint), _style("hint"))] if cell.hint else []
    words += [Spacer(1, cell.free * 14)] if cell.free else []
    return words + [Text(_safe(line), _style("cell")) for line in cell.tail]


def _safe(text: str) -> str:
    """The text, none of it taken for the library's own mark-up."""
    return escape(printable(text)).replace("\n", "<br/>")


@cache
def _style(name: str) -> ParagraphStyle:
    plain = ParagraphStyle("text", fontName="Waymark", fontSize=10, leading=14, spaceAfter=5, splitLongWords=1)
    large = ParagraphStyle("large", plain, fontName="Waymark-Bold", textColor=INK)
    return {
        "text": plain,
        "title": ParagraphStyle("title", large, fontSize=17, leading=22, spaceAfter=8),
        "heading": ParagraphStyle("heading", large, fontSize=13, leading=17, spaceBefore=8),
        "quiet": ParagraphStyle("quiet", plain, fontSize=8.5, leading=12, textColor=QUIET),
        "cell": ParagraphStyle("cell", plain, fontSize=9, leading=12.5, spaceAfter=2),
        "strong": ParagraphStyle("strong", plain, fontName="Waymark-Bold", fontSize=9, leading=12.5, spaceAfter=2),
        "hint": ParagraphStyle("hint", plain, fontName="Waymark-Oblique", fontSize=8.5, leading=12, textColor=QUIET),
    }[name]


@cache
def _fonts() -> None:
    """DejaVu Sans, which comes with matplotlib: the standard fonts of PDF have no Polish or Welsh letters."""
    found = find_spec("matplotlib")
    assert found is not None and found.origin is not None, "matplotlib is installed with Waymark"
    folder = Path(found.origin).parent / "mpl-data" / "fonts" / "ttf"
    for name, file in (("", "DejaVuSans"), ("-Bold", "DejaVuSans-Bold"), ("-Oblique", "DejaVuSans-Oblique")):
        pdfmetrics.registerFont(TTFont(f"Waymark{name}", folder / f"{file}.ttf"))
