"""A document before it is printed: headings, paragraphs, lists and tables, without a word about how they look."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside the document; its title stands above all of them."""

    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph. ``quiet`` sets it smaller."""

    text: str
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list."""

    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a cell: lines, a ``hint`` for the person who completes it, lines left free, and a ``tail``.

    ``strong`` marks the name of a field.
    """

    lines: tuple[str, ...] = ()
    hint: str = ""
    free: int = 0
    tail: tuple[str, ...] = ()
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A table with a row of headers. ``shares`` are the widths of its columns, adding up to 1."""

    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    shares: tuple[float, ...]


Part = Heading | Paragraph | Bullets | Grid


@dataclass(frozen=True, slots=True)
class Paper:
    """A whole document. ``foot`` stands on each page."""

    title: str
    parts: tuple[Part, ...]
    foot: str


def cell(*lines: str, strong: bool = False) -> Cell:
    """A cell with these lines."""
    return Cell(lines, strong=strong)
