"""Tables of figures as a workbook or as text. What a person might have typed is never read as a formula."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from datetime import date
from io import BytesIO, StringIO
from typing import Any

import xlsxwriter

from bot.casework.sheet import Sheet, Value
from bot.printing.letters import printable

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
BRAND, SECOND = "#1D5C57", "#C77700"
WITHHELD = "withheld"
Facts = Sequence[tuple[str, Value]]
"""What the tables are about: a name and a value each."""


def as_csv(sheets: Sequence[Sheet], about: Facts) -> bytes:
    """One line a figure: table, row, what is counted, the figure. UTF-8."""
    file = StringIO(newline="")
    writer = csv.writer(file)
    writer.writerow(("table", "row", "counted", "figure"))
    for name, value in about:
        writer.writerow(("About", _safe(name), "", _safe(value)))
    for sheet in sheets:
        for row in sheet.rows:
            label = ", ".join(_told(value) for value in row[: sheet.labels])
            for title, value in zip(sheet.head[sheet.labels :], row[sheet.labels :], strict=True):
                writer.writerow((_safe(sheet.name), _safe(label), _safe(title), _safe(value)))
    return file.getvalue().encode()


def as_xlsx(sheets: Sequence[Sheet], about: Facts) -> bytes:
    """A sheet a table, dates as dates, the row of headers in sight; a chart where the figures are worth one."""
    file = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(file, options) as book:
        formats = {
            "head": book.add_format({"bold": True, "bg_color": "#EEF4F2", "bottom": 1, "text_wrap": True}),
            "date": book.add_format({"num_format": "d mmmm yyyy", "align": "left"}),
            "count": book.add_format({"num_format": "#,##0"}),
            "figure": book.add_format({"num_format": "0.#"}),
            "quiet": book.add_format({"font_color": "#4B5755", "italic": True}),
        }
        facts = Sheet("About", "About these figures", ("What", "Value"), tuple(about))
        for sheet in (facts, *sheets):
            page = book.add_worksheet(sheet.name[:31])
            _fill(page, sheet, formats)
            if sheet.drawn and sheet.rows:
                _draw(book, page, sheet)
    return file.getvalue()


def _fill(page: Any, sheet: Sheet, formats: dict[str, Any]) -> None:
    for column, title in enumerate(sheet.head):
        page.write_string(0, column, printable(title), formats["head"])
    page.freeze_panes(1, 0)
    page.set_column(0, sheet.labels - 1, 44)
    page.set_column(sheet.labels, max(len(sheet.head) - 1, 1), 44 if sheet.name == "About" else 16)
    for place, row in enumerate(sheet.rows, start=1):
        for column, value in enumerate(row):
            _write(page, place, column, value, formats)
    if sheet.note:
        page.write_string(len(sheet.rows) + 2, 0, printable(sheet.note), formats["quiet"])


def _write(page: Any, row: int, column: int, value: Value, formats: dict[str, Any]) -> None:
    match value:
        case None:
            page.write_string(row, column, WITHHELD, formats["quiet"])
        case str():
            page.write_string(row, column, printable(value))
        case int():
            page.write_number(row, column, value, formats["count"])
        case float():
            page.write_number(row, column, value, formats["figure"])
        case date():
            page.write_datetime(row, column, value, formats["date"])


def _draw(book: Any, page: Any, sheet: Sheet) -> None:
    chart: Any = book.add_chart({"type": "bar"})
    for column in range(sheet.labels, len(sheet.head)):
        chart.add_series(
            {
                "name": [sheet.name[:31], 0, column],
                "categories": [sheet.name[:31], 1, 0, len(sheet.rows), sheet.labels - 1],
                "values": [sheet.name[:31], 1, column, len(sheet.rows), column],
                "fill": {"color": SECOND if column > sheet.labels else BRAND},
            }
        )
    chart.set_title({"name": sheet.title, "name_font": {"size": 12}})
    chart.set_y_axis({"reverse": True, "num_format": "d mmm yyyy"})
    chart.set_x_axis({"major_gridlines": {"visible": False}, "min": 0})
    chart.set_legend({"position": "bottom"} if len(sheet.head) > sheet.labels + 1 else {"none": True})
    chart.set_size({"width": 640, "height": max(240, 26 * len(sheet.rows) * (len(sheet.head) - sheet.labels) + 90)})
    page.insert_chart(0, len(sheet.head) + 1, chart, {"description": f"{sheet.title}, as bars"})


def _told(value: Value) -> str:
    return value.isoformat() if isinstance(value, date) else WITHHELD if value is None else str(value)


def _safe(value: Value) -> str | int | float:
    """A figure as it is; words so that no program takes them for a formula."""
    if isinstance(value, int | float):
        return value
    text = printable(_told(value))
    return f"'{text}" if text.startswith(FORMULA) else text
