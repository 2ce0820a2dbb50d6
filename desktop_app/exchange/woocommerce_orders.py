"""WooCommerce orders as SkyVerge's, WebToffee's and other plugins write them, one row an order, its articles packed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from desktop_app.domain.file_kinds import FileKind
from desktop_app.domain.importing import LineRecord, OrderRecord
from desktop_app.domain.money import digits
from desktop_app.exchange import odd
from desktop_app.exchange.amounts import Amounts, quantity
from desktop_app.exchange.column_orders import OrderReader
from desktop_app.exchange.csv_rows import Row
from desktop_app.exchange.grouping import Group
from desktop_app.exchange.headings import Headings, folded
from desktop_app.exchange.layout import Layout
from desktop_app.exchange.options import Item, Options
from desktop_app.exchange.packed_articles import Packed, packed_amounts, packed_articles
from desktop_app.exchange.reader import Reader
from desktop_app.exchange.table import Table
from desktop_app.exchange.values import BadValue, code, line
from desktop_app.exchange.woocommerce_columns import DATES, NUMBERS, ORDER_MARKS, order_layout
from desktop_app.exchange.woocommerce_guests import without_guests
from desktop_app.i18n import msg

_ARTICLES = re.compile(r"(?:(?:order|line|product) )?items?(?: \d+)?")
_REFUNDS = ("refund items", "refunds", "order refunds")


def _articles_at(headings: Headings) -> tuple[int, ...]:
    """The columns with packed articles: one for all, or one each."""
    return tuple(index for index, name in enumerate(headings.names) if _ARTICLES.fullmatch(folded(name)))


class _PackedReader(OrderReader):
    """Reads orders whose articles stand in cells of the order's own row."""

    def __init__(self, table: Table, options: Options, layout: Layout) -> None:
        super().__init__(table, options, layout)
        self.packed = _articles_at(table.headings)
        self.refunds = tuple(at for name in _REFUNDS if (at := table.headings.at(name)) >= 0)

    def order(self, group: Group) -> OrderRecord:
        """The order of one row; money given back is summed up where no column says the sum."""
        record = super().order(group)
        if record.refunded_minor is not None or not self.refunds:
            return record
        _, cells = group.rows[0]
        money = Amounts(digits(record.currency), self.options.mapping.decimal)
        at = self.refunds[0]
        amounts = [money.minor(amount, self.table.headings.names[at]) or 0 for amount in packed_amounts(cells[at])]
        return record._replace(refunded_minor=sum(map(abs, amounts)) or None)

    def _lines(self, rows: list[Row], money: Amounts) -> tuple[LineRecord, ...]:
        self.taken_off = []
        row, cells = rows[0]
        found = []
        for at in self.packed:
            if not cells[at].strip():
                continue
            heading = self.table.headings.names[at]
            articles = packed_articles(cells[at])
            if articles is None:
                raise BadValue(
                    cells[at],
                    heading,
                    msg(
                        "Cordial cannot tell the articles apart in this cell. Export the orders with one row an "
                        "article instead."
                    ),
                )
            for article in articles:
                record = _line(row, article, money, heading)
                if record.quantity:
                    found.append(record)
                else:
                    self.taken_off.append(odd.of_pieces(article.pieces, row, heading))
        return tuple(found)


def _line(row: int, article: Packed, money: Amounts, heading: str) -> LineRecord:
    name, sku = line(article.name, heading), code(article.sku, heading)
    count = quantity(article.pieces, heading)
    total = money.minor(article.total, heading)
    if total is None or not count:
        return LineRecord(row, name or sku, count, sku)
    return LineRecord(row, name or sku, count, sku, total // count if total % count == 0 else None, total)


def read_woocommerce_orders(table: Table, options: Options) -> Iterator[Item]:
    """The orders of a WooCommerce export with one row an order."""
    layout = order_layout(table.headings)
    return _PackedReader(without_guests(table, layout), options, layout).read()


READER = Reader(
    FileKind.WOOCOMMERCE_ORDERS, "woocommerce", read_woocommerce_orders,
    marks=(*ORDER_MARKS, *((name, item) for name in NUMBERS for item in ("line item 1", "order item 1", "line items"))),
    needs=(NUMBERS,), dates=DATES, money=("order total",),
)  # fmt: skip
