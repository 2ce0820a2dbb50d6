"""Rows put into the form a reader knows before it sees them: cells filled, joined, or said in our own words."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from desktop_app.exchange.csv_rows import Row
from desktop_app.exchange.table import Table


def recast(table: Table, change: Callable[[list[str]], object], *, last: int) -> Table:
    """The table with `change` done to the cells of each row that reaches to the column `last`."""

    def rows() -> Iterator[Row]:
        for row, cells in table.rows:
            if len(cells) > last:
                change(cells)
            yield row, cells

    return replace(table, rows=rows())
