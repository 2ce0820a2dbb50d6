"""The cells of a row by field, each checked as what it is; readers of marketplaces make their order records of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

from desktop_app.domain.customers import Address
from desktop_app.domain.importing import OrderRecord, Remarked
from desktop_app.domain.mapping import DateOrder
from desktop_app.exchange import values
from desktop_app.exchange.amounts import Amounts
from desktop_app.exchange.dates import moment, proven_order
from desktop_app.exchange.grouping import Group, Shape, groups
from desktop_app.exchange.layout import Layout
from desktop_app.exchange.options import Item, Options, refusal
from desktop_app.exchange.table import Table
from desktop_app.exchange.values import BadValue

Cells = Sequence[str]
Checked = TypeVar("Checked")
_PLACE = ("street", "city", "region", "postcode", "country")


class Fields:
    """Reads fields out of rows; raises BadValue that names the column."""

    def __init__(self, layout: Layout, date_order: DateOrder | None = None, from_1904: bool = False) -> None:
        self.layout = layout
        self.date_order = date_order
        self.from_1904 = from_1904
        self._single = {field: at[0] for field, at in layout.columns.items() if len(at) == 1}

    def __contains__(self, field: str) -> bool:
        return field in self.layout

    def cell(self, cells: Cells, field: str) -> str:
        """The cell as it stands."""
        at = self._single.get(field)
        return cells[at] if at is not None else self.layout.text(cells, field)

    def text(self, cells: Cells, field: str) -> str:
        """The cell without blanks around it."""
        return self.cell(cells, field).strip()

    def line(self, cells: Cells, field: str) -> str:
        """One line of text."""
        return self._checked(cells, field, values.line)

    def note(self, cells: Cells, field: str) -> str:
        """A text of several lines."""
        return self._checked(cells, field, values.lines)

    def number(self, cells: Cells, field: str) -> str:
        """An order number or id as text."""
        return self._checked(cells, field, values.number)

    def code(self, cells: Cells, field: str) -> str:
        """An article code."""
        return self._checked(cells, field, values.code)

    def phone(self, cells: Cells, field: str) -> str:
        """A telephone number."""
        return self._checked(cells, field, values.phone)

    def amount(self, cells: Cells, field: str, amounts: Amounts) -> int | None:
        """An amount of money in minor units, None for an empty cell."""
        return self._checked(cells, field, amounts.minor)

    def moment(self, cells: Cells, field: str) -> str:
        """A moment as ISO 8601."""
        text = self.cell(cells, field)
        return text and moment(text, self.layout.heading(field), order=self.date_order, from_1904=self.from_1904)

    def day(self, cells: Cells, field: str) -> dt.date | None:
        """A day."""
        found = self.moment(cells, field)
        return dt.date.fromisoformat(found[:10]) if found else None

    def _checked(self, cells: Cells, field: str, check: Callable[[str, str], Checked]) -> Checked:
        try:
            return check(self.cell(cells, field), "")
        except BadValue as bad:
            bad.column = self.layout.heading(field)
            raise

    def latest(self, cells: Cells, *fields: str) -> str:
        """The latest of some moments, as they are written."""
        return max((self.moment(cells, field) for field in fields), key=lambda at: at[:19], default="")

    def address(self, cells: Cells, *, of: str = "ship_", name: str = "") -> Address:
        """Street, city, region, postcode and country of the fields that begin with `of`."""
        street, city, region, postcode, country = (self.line(cells, of + part) for part in _PLACE)
        return Address(name, street, city, region, postcode.removeprefix("'"), country)


def order_items(
    table: Table, options: Options, shape: Shape, *, order_of: Callable[[Group], tuple[OrderRecord, list[Remarked]]]
) -> Iterator[Item]:
    """The orders of a table, made of their rows by `order_of`; a bad one is a Refusal and the rest still comes."""
    for group in groups(table, options, shape):
        if not isinstance(group, Group):
            yield group
            continue
        try:
            record, remarks = order_of(group)
        except BadValue as bad:
            yield refusal(table, group.rows[0][0], bad)
            continue
        yield record
        yield from remarks


def once(amounts: Iterable[int | None]) -> int | None:
    """An order's amount that stands on its rows: the same on each counts once; amounts that differ are parts of it."""
    found = [amount for amount in amounts if amount is not None]
    if not found:
        return None
    filled = [amount for amount in found if amount]
    return sum(filled) if len(set(filled)) > 1 else filled[0] if filled else 0


def order_of_dates(table: Table, options: Options, *, fields: Iterable[int], usual: DateOrder) -> DateOrder:
    """Day or month first: as a person said, as a re-saved file proves against the platform's habit, else that."""
    if options.mapping.date_order:
        return options.mapping.date_order
    return proven_order(cell for index in fields if index >= 0 for cell in table.sampled(index)) or usual
