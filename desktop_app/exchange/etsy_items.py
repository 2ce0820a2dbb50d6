"""Etsy's sold order items: one row an article, the order's own amounts repeated on its rows; yields order records."""

from __future__ import annotations

from collections.abc import Iterator

from desktop_app.domain.file_guides import cannot_tell
from desktop_app.domain.file_kinds import FileKind
from desktop_app.domain.importing import LineRecord, OrderRecord, Remarked
from desktop_app.domain.orders import Status
from desktop_app.domain.text import shorten
from desktop_app.exchange import odd
from desktop_app.exchange.amounts import Amounts, quantity
from desktop_app.exchange.csv_rows import Row
from desktop_app.exchange.etsy import (
    LESS,
    SHARED,
    SOURCE,
    TOTALS,
    buyer,
    etsy_fields,
    is_not_posted,
    money,
    order_number,
)
from desktop_app.exchange.fields import Cells, once, order_items
from desktop_app.exchange.grouping import Group, Shape
from desktop_app.exchange.options import Item, Options
from desktop_app.exchange.reader import Reader
from desktop_app.exchange.table import Table
from desktop_app.exchange.values import BadValue, line
from desktop_app.i18n import msg

_COLUMNS: dict[str, tuple[str | tuple[str, ...], ...]] = {
    **SHARED,
    "product": ("item name", "title"),
    "variations": ("variations",),
    "sku": ("sku",),
    "quantity": ("quantity",),
    "unit": ("price",),
    "total": ("item total",),
    "discount": ("discount amount", "discount"),
    "shipping": ("order shipping", "order delivery", "shipping", "delivery"),
    "tax": ("order sales tax",),
    "ship_name": ("ship name", "delivery name", "shipping name"),
    "ship_street": (
        ("ship address1", "ship address2"), ("delivery address1", "delivery address2"),
        ("ship address 1", "ship address 2"), ("delivery address 1", "delivery address 2"),
    ),
}  # fmt: skip
_LONGEST_CHOICE = 300  # letters of what the buyer chose or had written on the article


class _Items:
    """Makes records of the rows of one file."""

    def __init__(self, table: Table, options: Options) -> None:
        self.options = options
        self.fields = etsy_fields(table, options, _COLUMNS)

    def order(self, group: Group) -> tuple[OrderRecord, list[Remarked]]:
        """The order of some rows; raises BadValue."""
        row, cells = group.rows[0]
        fields = self.fields
        code, amounts = money(fields, cells, self.options)
        remarks: list[Remarked] = []
        found = [line for each in group.rows if (line := self._line(each, amounts, remarks)) is not None]
        totals = [line.total_minor for line in found if line.total_minor is not None]
        goods = sum(totals) if len(totals) == len(found) else None
        less = self._all_of(LESS, group.rows, amounts)
        shipping, tax = (self._all_of(names, group.rows, amounts) for names in (("shipping",), ("tax", "vat")))
        placed, number = fields.moment(cells, "placed_at"), order_number(fields, cells)
        name = fields.line(cells, "ship_name")
        ship_to = fields.address(cells, name=name)
        shipped, paid = fields.moment(cells, "shipped_at"), "paid_at" not in fields or fields.text(cells, "paid_at")
        record = OrderRecord(
            row,
            number,
            number,
            buyer(fields, cells, row, name=name, home=ship_to),
            placed,
            shipped or placed,
            self._status(cells, bool(shipped), paid=bool(paid)),
            bool(paid),
            code,
            None if goods is None else goods - (less or 0) + (shipping or 0) + (tax or 0),
            shipping,
            less,
            ship_to=ship_to,
            lines=tuple(found),
            unsaid="shipped_at" not in fields,
            reckoned=True,
        )
        return record, remarks + odd.of_postcode(record, fields.layout.heading("ship_postcode"))

    def _status(self, cells: Cells, shipped: bool, *, paid: bool) -> Status:
        if shipped or not paid:
            return Status.SHIPPED if shipped else Status.NEW
        return Status.DELIVERED if is_not_posted(self.fields, cells) else Status.PAID

    def _all_of(self, names: tuple[str, ...], rows: list[Row], amounts: Amounts) -> int | None:
        """The sum of amounts of the order, each of which may stand on every row; None where the file has no column."""
        amount = self.fields.amount
        told = [name for name in names if name in self.fields]
        if not told:
            return None
        return sum(abs(once(amount(cells, name, amounts) for _, cells in rows) or 0) for name in told)

    def _line(self, each: Row, amounts: Amounts, remarks: list[Remarked]) -> LineRecord | None:
        row, cells = each
        fields, heading = self.fields, self.fields.layout.heading
        try:
            name, sku = self._name(cells), fields.code(cells, "sku")
            if not name and not sku:
                raise BadValue("", heading("product"), msg("The article has no name. Fill it in or remove the row."))
            count = quantity(fields.text(cells, "quantity"), heading("quantity"))
            unit = fields.amount(cells, "unit", amounts)
            total = fields.amount(cells, "total", amounts)
        except BadValue as bad:
            bad.row = row
            raise
        if not count:
            remarks.append(odd.of_pieces(fields.text(cells, "quantity"), row, heading("quantity")))
            return None
        if total is None and unit is not None:
            total = unit * count
        return LineRecord(row, name or sku, count, sku, unit, total)

    def _name(self, cells: list[str]) -> str:
        """The article with what the buyer chose, by which it is packed."""
        name = self.fields.line(cells, "product")
        chosen = line(self.fields.text(cells, "variations"), self.fields.layout.heading("variations"))
        return f"{name} - {shorten(chosen, _LONGEST_CHOICE)}" if name and chosen else name


def read_etsy_items(table: Table, options: Options) -> Iterator[Item]:
    """The orders of the file, in its sequence."""
    items = _Items(table, options)
    layout = items.fields.layout
    return order_items(table, options, Shape(layout.at("number"), -1, (), layout.last()), order_of=items.order)


READER = Reader(
    FileKind.ETSY_ITEMS, SOURCE, read_etsy_items,
    marks=(
        ("sale date", "item name", "transaction id"), ("item name", "listing id", "order id"),
        ("sale date", "item name", "buyer", "order id"),
    ),
    needs=(("order id",), ("item name", "title", "sku"), ("quantity",), ("price", "item total")),
    money=("price", "item total", "order shipping", "order sales tax"),
    notes=(*cannot_tell(FileKind.ETSY_ITEMS), TOTALS),
)  # fmt: skip
