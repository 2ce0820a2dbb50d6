"""A list written as CSV: UTF-8 with its mark, days as ISO writes them, and no cell a spreadsheet would calculate."""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import BinaryIO

from desktop_app.domain.list_columns import CellKind
from desktop_app.domain.money import Money
from desktop_app.domain.people_dates import Birthday
from desktop_app.exchange.list_cells import FileCell, ListTable, birthday_cell

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")  # what a spreadsheet takes for the beginning of a formula
_APOSTROPHE = re.compile(r"'[\d=+\-@'(\t\r]")  # an import would take it for such a mark


def write_csv(out: BinaryIO, table: ListTable) -> None:
    """Writes the table; an amount takes two columns, the number and its currency."""
    text = io.TextIOWrapper(out, encoding="utf-8-sig", newline="", write_through=False)
    writer = csv.writer(text)
    writer.writerow(_titles(table))
    for row in table.rows:
        writer.writerow(list(_plain(row, table.kinds, table.yes_no)))
    text.flush()
    text.detach()


def guarded(text: str) -> str:
    """A text as it may stand in a cell: one that would be calculated gets an apostrophe, which an import takes off."""
    return f"'{text}" if text.startswith(_FORMULA) else apart(text)


def apart(text: str) -> str:
    """A text that begins with an apostrophe of its own gets another one: an import takes off exactly one."""
    return f"'{text}" if _APOSTROPHE.match(text) else text


def _titles(table: ListTable) -> Iterator[str]:
    for title, kind in zip(table.titles, table.kinds, strict=True):
        yield guarded(title)
        if kind is CellKind.MONEY:
            yield guarded(f"{title}, {table.currency_title}")


def _plain(row: Sequence[FileCell], kinds: Iterable[CellKind], yes_no: tuple[str, str]) -> Iterator[str]:
    for value, kind in zip(row, kinds, strict=True):
        cell = birthday_cell(value) if isinstance(value, Birthday) else value
        if isinstance(cell, Money):
            yield str(cell.amount)
            if kind is CellKind.MONEY:
                yield guarded(cell.currency)
        elif kind is CellKind.MONEY:
            yield from ("", "")
        elif isinstance(cell, bool):
            yield yes_no[0] if cell else yes_no[1]
        elif isinstance(cell, dt.date):
            yield cell.isoformat()
        elif isinstance(cell, int):
            yield str(cell)
        else:
            yield guarded(cell) if cell else ""
