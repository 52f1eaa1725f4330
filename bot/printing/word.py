"""A paper as a Word document: real headings, tables with header rows, British English, and a title."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from bot.casework.paper import Bullets, Cell, Grid, Heading, Paper, Paragraph
from bot.printing.letters import printable

LANGUAGE = "en-GB"
FONT = "Arial"
TEXT_WIDTH = Cm(17)
QUIET = RGBColor(0x4B, 0x57, 0x55)
INK = RGBColor(0x12, 0x3C, 0x39)
SHADE, LINE = "EEF4F2", "7D8A87"
CELL_MARGINS = {"top": 70, "left": 110, "bottom": 20, "right": 110}
"""In twentieths of a point. The foot is small: each paragraph keeps a distance below it."""


def as_docx(paper: Paper) -> bytes:
    """The file."""
    document = Document()
    _set_up(document, paper)
    document.add_heading(printable(paper.title), level=1)
    for part in paper.parts:
        match part:
            case Heading(text):
                document.add_heading(printable(text), level=2)
            case Paragraph(text, quiet):
                _write(document.add_paragraph(), text, quiet=quiet)
            case Bullets(lines):
                for line in lines:
                    _write(document.add_paragraph(style="List Bullet"), line)
            case Grid():
                _grid(document, part)
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def _set_up(document: Any, paper: Paper) -> None:
    properties = document.core_properties
    properties.title, properties.language = printable(paper.title), LANGUAGE
    properties.author, properties.comments = "Waymark", ""
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(2)
    for name, size in (("Normal", 11), ("Heading 1", 18), ("Heading 2", 14), ("List Bullet", 11)):
        style = document.styles[name]
        style.font.name, style.font.size = FONT, Pt(size)
        style.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), FONT)
        if name.startswith("Heading"):
            style.font.color.rgb = INK
            for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
                style.element.rPr.rFonts.attrib.pop(qn(f"w:{theme}"), None)
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), LANGUAGE)
    _foot(section, paper)


def _foot(section: Any, paper: Paper) -> None:
    line = section.footer.paragraphs[0]
    _write(line, f"{paper.foot} · page ", quiet=True)
    run = line.add_run("1")
    run.font.size, run.font.color.rgb = Pt(9), QUIET
    page = OxmlElement("w:fldSimple")
    page.set(qn("w:instr"), "PAGE")
    line._p.append(page)
    page.append(run._r)  # so that the number looks like the words beside it


def _grid(document: Any, grid: Grid) -> None:
    document.paragraphs[-1].paragraph_format.space_after = Pt(9)
    table = document.add_table(rows=1, cols=len(grid.head), style="Table Grid")
    table.autofit = False
    _named(table, grid.title)
    _drawn(table)
    widths = [int(TEXT_WIDTH * share) for share in grid.shares]
    for column, width in zip(table._tbl.tblGrid.gridCol_lst, widths, strict=True):
        column.w = width
    for box, title, width in zip(table.rows[0].cells, grid.head, widths, strict=True):
        _write(box.paragraphs[0], title, strong=True)
        _shade(box)
        box.width = width
    _mark(table.rows[0], "w:tblHeader")
    for row in grid.rows:
        for box, cell, width in zip(table.add_row().cells, row, widths, strict=True):
            _fill(box, cell)
            box.width = width
    for line in table.rows:
        _mark(line, "w:cantSplit")  # a row that no page can hold is split all the same
    after = document.add_paragraph()  # Word wants one; a small one makes no page of its own
    after.paragraph_format.space_after, after.paragraph_format.line_spacing = Pt(0), Pt(8)


def _fill(box: Any, cell: Cell) -> None:
    texts = [(line, False) for line in cell.lines] + ([(cell.hint, True)] if cell.hint else [])
    texts += [("", False)] * cell.free + [(line, False) for line in cell.tail]
    for place, (line, hint) in enumerate(texts or [("", False)]):
        paragraph = box.paragraphs[0] if place == 0 else box.add_paragraph()
        _write(paragraph, line, quiet=hint, slanted=hint, strong=cell.strong)


def _write(paragraph: Any, text: str, *, quiet: bool = False, slanted: bool = False, strong: bool = False) -> None:
    paragraph.paragraph_format.space_after = Pt(4)
    run = paragraph.add_run(printable(text))
    run.bold, run.italic = strong or None, slanted or None
    if quiet:
        run.font.size, run.font.color.rgb = Pt(9), QUIET


def _named(table: Any, title: str) -> None:
    """The table's title, which screen readers tell."""
    _put(table._tbl.tblPr, "tblCaption", val=printable(title))


def _drawn(table: Any) -> None:
    """Quiet lines, and room around the words."""
    borders, margins = OxmlElement("w:tblBorders"), OxmlElement("w:tblCellMar")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        _put(borders, side, val="single", sz="4", space="0", color=LINE)
    for side, width in CELL_MARGINS.items():
        _put(margins, side, w=str(width), type="dxa")
    layout = table._tbl.tblPr.find(qn("w:tblLayout"))
    layout.addprevious(borders)
    layout.addnext(margins)


def _put(parent: Any, name: str, **values: str) -> None:
    element = OxmlElement(f"w:{name}")
    for key, value in values.items():
        element.set(qn(f"w:{key}"), value)
    parent.append(element)


def _mark(row: Any, name: str) -> None:
    element = OxmlElement(name)
    element.set(qn("w:val"), "true")
    row._tr.get_or_add_trPr().append(element)


def _shade(box: Any) -> None:
    _put(box._tc.get_or_add_tcPr(), "shd", val="clear", color="auto", fill=SHADE)
