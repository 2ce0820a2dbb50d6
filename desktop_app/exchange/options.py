"""What a reader is told besides the table, and the things it yields."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from desktop_app.domain.importing import (
    ComplaintRecord,
    OrderRecord,
    PersonRecord,
    Place,
    ProductRecord,
    Refusal,
    Remarked,
    SalesRecord,
)
from desktop_app.domain.mapping import FileMapping
from desktop_app.domain.text import shorten
from desktop_app.exchange.csv_rows import Row
from desktop_app.exchange.table import Table
from desktop_app.exchange.values import BadValue
from desktop_app.i18n import msg


@dataclass(frozen=True, slots=True)
class Stray:
    """A row that continues an order further up, with others between; the next reading gets it in `Options.strays`."""

    key: str
    row: Row


Item = OrderRecord | PersonRecord | ProductRecord | ComplaintRecord | SalesRecord | Refusal | Remarked | Stray


@dataclass(frozen=True, slots=True)
class Options:
    """How to read: the mapping with every question settled, the currency where none is named, and rows astray."""

    mapping: FileMapping
    currency: str
    today: dt.date
    strays: Mapping[str, list[Row]] = field(default_factory=dict)


def refusal(table: Table, row: int, bad: BadValue) -> Refusal:
    """A bad value with its place in the file; `row` is the record's first."""
    return Refusal(Place(table.file, bad.row or row, table.sheet, bad.column), shorten(bad.value), bad.reason)


def ragged(table: Table, row: int, cells: Sequence[str]) -> Refusal:
    """A row with more or fewer cells than the table has headings."""
    return Refusal(
        Place(table.file, row, table.sheet),
        shorten(" ".join(cells)),
        msg(
            "The row has {cells} cells under {headings} headings, so its values may stand in wrong columns. "
            "Put quotation marks around texts that hold the separator, or export the file again.",
            cells=len(cells),
            headings=len(table.headings),
        ),
    )
