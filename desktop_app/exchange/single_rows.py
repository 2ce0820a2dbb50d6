"""A table with one row a record: blank rows are passed over, ragged and bad ones refused, the rest still comes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from desktop_app.domain.importing import Place, Refusal
from desktop_app.domain.text import shorten
from desktop_app.exchange.layout import Layout
from desktop_app.exchange.options import Item, ragged, refusal
from desktop_app.exchange.table import Table
from desktop_app.exchange.values import BadValue
from desktop_app.i18n import Message

R = TypeVar("R")


def read_rows(
    table: Table,
    layout: Layout,
    read: Callable[[int, list[str]], R | None],
    told: Callable[[R, list[str]], Iterable[Item]],
) -> Iterator[Item]:
    """What `told` yields of each record that `read` makes of a row and its cells; None is passed over."""
    width = len(table.headings)
    for row, cells in table.rows:
        if not any(cell.strip() for cell in cells):
            continue
        if len(cells) <= layout.last() or any(cell.strip() for cell in cells[width:]):
            yield ragged(table, row, cells)
            continue
        try:
            record = read(row, cells)
        except BadValue as bad:
            yield refusal(table, row, bad)
            continue
        if record is not None:
            yield from told(record, cells)


def refused(table: Table, row: int, reason: Message, *, value: str = "", column: str = "") -> Refusal:
    """A whole row refused, at the heading it is about where there is one."""
    return Refusal(Place(table.file, row, table.sheet, column), shorten(value), reason)
