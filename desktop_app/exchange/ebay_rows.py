"""The rows of eBay's orders report that are orders: no padding, no footers, no headings that were pasted in again."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from desktop_app.exchange.csv_rows import Row
from desktop_app.exchange.headings import folded
from desktop_app.exchange.layout import Layout
from desktop_app.exchange.table import Table

_NUMBER = re.compile(r"\d\d-\d{5}-\d{5}")
_FEWEST = 3  # cells of an order: its number, its day, its money


def order_rows(table: Table, layout: Layout) -> Table:
    """The table without the rows that are no orders; an order without a number goes by its sales record number."""
    return replace(table, rows=_told(table, layout))


def _told(table: Table, layout: Layout) -> Iterator[Row]:
    number_at, record_at = layout.at("number"), layout.at("record")
    width = len(table.headings)
    heading = folded(table.headings.names[max(number_at, record_at)])
    for row, cells in table.rows:
        if "--" in cells:  # what eBay writes for nothing
            cells[:] = ["" if cell == "--" else cell for cell in cells]
        filled = [cell for cell in cells if cell.strip()]
        if len(filled) < _FEWEST and not any(_NUMBER.search(cell) for cell in filled):
            continue
        if len(cells) == width:
            if folded(cells[max(number_at, record_at)]) == heading:
                continue
            if number_at >= 0 and record_at >= 0 and not cells[number_at].strip():
                cells[number_at] = cells[record_at]
        yield row, cells
