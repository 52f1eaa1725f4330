"""docs/performance.md: the table is written anew by every whole run; what people wrote around it stays."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from bot.casework.calendar import LONDON, say_date
from bot.config import ROOT
from tests.bench.machine import description
from tests.bench.samples import HEADS, Row
from tests.quality.tables import Table

PAGE = ROOT / "docs" / "performance.md"
BEGIN, END = "<!-- written by make bench -->", "<!-- end of what make bench writes -->"


def table(rows: Sequence[Row]) -> Table:
    """The rows, as Markdown that can be read as it stands."""
    return Table("Speed", HEADS, [row.cells() for row in rows])


def keep(rows: Sequence[Row], loads: Sequence[float]) -> None:
    """Put the table into the page."""
    now = datetime.now(LONDON)
    told = (
        f"Measured on {say_date(now.date())}, {now:%H:%M}, on {description()}; the load (processes that want to run, "
        f"Waymark, peer and measuring included) was {min(loads):.1f} to {max(loads):.1f}."
    )
    PAGE.write_text(placed(PAGE.read_text(encoding="utf-8"), f"{told}\n\n{table(rows)}"), encoding="utf-8")


def placed(page: str, text: str) -> str:
    """The page with that text between its marks. Raises ValueError where it has none."""
    before, begin, rest = page.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise ValueError("the page has no place for the table")
    return f"{before}{BEGIN}\n\n{text}\n\n{END}{after}"
