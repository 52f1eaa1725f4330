"""A table of figures before it is shown, saved or printed, and what of it is withheld where it leaves the house."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

FEW = 5
"""Counts below this may point to one child, so they do not leave the house."""

Value = str | int | float | date | None
"""None is a figure that there is not, or that is withheld."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table: what its rows are called stands in the first ``labels`` columns, figures in the others.

    ``parts`` says that the rows are parts of a whole that is told elsewhere, so that one that is withheld could be
    worked out from the others. ``drawn`` says that the figures are worth a picture.
    """

    name: str
    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]
    note: str = ""
    labels: int = 1
    parts: bool = False
    drawn: bool = False


def withheld(sheet: Sheet) -> Sheet:
    """The table without the counts (the whole numbers) that may point to a person: nothing below ``FEW`` but 0.

    Where the rows are parts of a whole and one alone would be missing, or those that are come to less than ``FEW``,
    the smallest of the others is left out as well.
    """
    rows = [list(row) for row in sheet.rows]
    # Under two labels the first names a whole, and the rows that share it are its parts.
    wholes = {row[0] if sheet.labels > 1 else None for row in sheet.rows}
    for whole in wholes:
        places = [place for place, row in enumerate(sheet.rows) if sheet.labels == 1 or row[0] == whole]
        for column in range(sheet.labels, len(sheet.head)):
            kept = _column([sheet.rows[place][column] for place in places], sheet.parts)
            for place, value in zip(places, kept, strict=True):
                rows[place][column] = value
    return replace(sheet, rows=tuple(map(tuple, rows)))


def _column(values: Sequence[Value], parts: bool) -> list[Value]:
    counts = {place: value for place, value in enumerate(values) if isinstance(value, int) and value > 0}
    gone = {place for place, count in counts.items() if count < FEW}
    while parts and gone and (len(gone) == 1 or sum(counts[place] for place in gone) < FEW):
        others = [place for place in counts if place not in gone]
        if not others:
            break
        gone.add(min(others, key=lambda place: counts[place]))
    return [None if place in gone else value for place, value in enumerate(values)]
