"""Documents on paper: Word and PDF, made of what :mod:`bot.casework.paper` says and of nothing else."""

from __future__ import annotations

from bot.casework.paper import Paper
from bot.printing.pdf import as_pdf
from bot.printing.word import as_docx

__all__ = ["KINDS", "MIMETYPES", "as_docx", "as_pdf", "printed"]

KINDS = {"docx": as_docx, "pdf": as_pdf}
MIMETYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
}


def printed(paper: Paper, kind: str) -> bytes:
    """The document as a file of that kind. Raises KeyError for a kind that there is not."""
    return KINDS[kind](paper)
