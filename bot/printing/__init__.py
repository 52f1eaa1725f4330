"""Documents on paper (Word and PDF) and tables of figures (workbook and text), made of what the casework says."""

from __future__ import annotations

from collections.abc import Sequence

from bot.casework.paper import Paper
from bot.casework.sheet import Sheet
from bot.printing.pdf import as_pdf
from bot.printing.sheets import Facts, as_csv, as_xlsx
from bot.printing.word import as_docx

__all__ = ["KINDS", "MIMETYPES", "TABLES", "as_csv", "as_docx", "as_pdf", "as_xlsx", "printed", "saved"]

KINDS = {"docx": as_docx, "pdf": as_pdf}
TABLES = {"xlsx": as_xlsx, "csv": as_csv}
MIMETYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv; charset=utf-8",
}


def printed(paper: Paper, kind: str) -> bytes:
    """The document as a file of that kind. Raises KeyError for a kind that there is not."""
    return KINDS[kind](paper)


def saved(sheets: Sequence[Sheet], about: Facts, kind: str) -> bytes:
    """Tables as a file of that kind, with what they are about. Raises KeyError for a kind that there is not."""
    return TABLES[kind](sheets, about)
