"""Etsy's sold orders: one row an order without its articles, which stand in the other file; yields order records."""

from __future__ import annotations

from collections.abc import Iterator

from desktop_app.domain.file_guides import cannot_tell
from desktop_app.domain.file_kinds import FileKind
from desktop_app.domain.importing import OrderRecord, Remark, Remarked
from desktop_app.domain.orders import Status
from desktop_app.exchange import odd
from desktop_app.exchange.amounts import Amounts
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
from desktop_app.exchange.fields import Cells, order_items
from desktop_app.exchange.grouping import Group, Shape
from desktop_app.exchange.options import Item, Options
from desktop_app.exchange.reader import Reader
from desktop_app.exchange.table import Table

_COLUMNS: dict[str, tuple[str | tuple[str, ...], ...]] = {
    **SHARED,
    "buyer_id": ("buyer user id",),
    "name": ("full name", ("first name", "last name")),
    "given": ("first name",),
    "family": ("last name",),
    "ship_street": (("street 1", "street 2"), ("delivery street 1", "delivery street 2")),
    "value": ("order value",),
    "discount": ("discount amount",),
    "shipping": ("shipping", "delivery"),
    "tax": ("sales tax",),
    "total": ("order total",),
    "adjusted": ("adjusted order total",),
    "status": ("status",),
    "note": ("buyer receipt message", "message from buyer"),
}
_REFUNDED = frozenset(("fully refunded", "refunded"))
_CANCELLED = frozenset(("canceled", "cancelled", "fully canceled", "fully cancelled"))
_UNPAID = frozenset(("open", "pending", "unpaid", "payment processing", "processing payment"))
_SHIPPED = frozenset(("completed", "complete", "shipped", "dispatched", "delivered"))
_PAID = frozenset(("", "paid", "unshipped", "partially refunded"))
_KNOWN = _REFUNDED | _CANCELLED | _UNPAID | _SHIPPED | _PAID


class _Orders:
    """Makes records of the rows of one file."""

    def __init__(self, table: Table, options: Options) -> None:
        self.options = options
        self.fields = etsy_fields(table, options, _COLUMNS)

    def order(self, group: Group) -> tuple[OrderRecord, list[Remarked]]:
        """The order of one row; raises BadValue."""
        row, cells = group.rows[0]
        fields = self.fields
        code, amounts = money(fields, cells, self.options)
        word = fields.text(cells, "status").casefold()
        total, less = self._total(cells, amounts), self._less(cells, amounts)
        placed, number = fields.moment(cells, "placed_at"), order_number(fields, cells)
        shipped = fields.moment(cells, "shipped_at")
        name = fields.line(cells, "name")
        ship_to = fields.address(cells, name=name)
        record = OrderRecord(
            row,
            number,
            number,
            buyer(fields, cells, row, name=name, home=ship_to),
            placed,
            shipped or placed,
            self._status(cells, word, bool(shipped)),
            word not in _UNPAID,
            code,
            total,
            self._amount(cells, "shipping", amounts),
            less,
            self._refunded(cells, word, total, amounts=amounts),
            ship_to=ship_to,
            note=fields.note(cells, "note"),
            unsaid="shipped_at" not in fields and not word,
        )
        remarks = odd.of_total(record, fields.text(cells, "total"), fields.layout.heading("total"))
        if word not in _KNOWN:
            heading = fields.layout.heading("status")
            remarks.append(Remarked(Remark.UNKNOWN_STATUS, fields.text(cells, "status"), row, heading))
        return record, remarks + odd.of_postcode(record, fields.layout.heading("ship_postcode"))

    def _status(self, cells: Cells, word: str, shipped: bool) -> Status:
        if word in _CANCELLED or (word in _REFUNDED and not shipped):
            return Status.CANCELLED
        if word in _REFUNDED:
            return Status.RETURNED
        if shipped or word in _SHIPPED:
            return Status.SHIPPED
        if word in _UNPAID:
            return Status.NEW
        return Status.DELIVERED if is_not_posted(self.fields, cells) else Status.PAID

    def _amount(self, cells: Cells, field: str, amounts: Amounts) -> int | None:
        """An amount of the order: an empty cell is none of it, a file without the column says nothing."""
        if field not in self.fields:
            return None
        return self.fields.amount(cells, field, amounts) or 0

    def _less(self, cells: Cells, amounts: Amounts) -> int | None:
        told = [abs(off) for field in LESS if (off := self._amount(cells, field, amounts)) is not None]
        return sum(told) if told else None

    def _total(self, cells: Cells, amounts: Amounts) -> int | None:
        """What the buyer pays; worked out as the other file's rows are where no column tells it."""
        if self.fields.text(cells, "total"):
            return self._amount(cells, "total", amounts)
        parts = [self._amount(cells, field, amounts) for field in ("value", "shipping", "tax", "vat")]
        if parts[0] is None:
            return None
        return sum(part or 0 for part in parts) - (self._less(cells, amounts) or 0)

    def _refunded(self, cells: Cells, word: str, total: int | None, *, amounts: Amounts) -> int | None:
        """What was given back; the adjusted total is 0 both when nothing was and when all of it was."""
        if word in _REFUNDED:
            return total
        adjusted = self._amount(cells, "adjusted", amounts)
        if word in _CANCELLED or not adjusted or not total or not 0 < adjusted < total:
            return None
        return total - adjusted


def read_etsy_orders(table: Table, options: Options) -> Iterator[Item]:
    """The orders of the file, in its sequence."""
    orders = _Orders(table, options)
    layout = orders.fields.layout
    shape = Shape(layout.at("number"), -1, (layout.at("number"),), layout.last())
    return order_items(table, options, shape, order_of=orders.order)


READER = Reader(
    FileKind.ETSY_ORDERS, SOURCE, read_etsy_orders,
    marks=(
        ("sale date", "order id", "buyer user id"), ("sale date", "order id", "order value"),
        ("order id", "order value", "order net"),
    ),
    needs=(("order id",), ("order total", "order value")),
    money=("order value", "order total", "order net"),
    notes=(*cannot_tell(FileKind.ETSY_ORDERS), TOTALS),
)  # fmt: skip
