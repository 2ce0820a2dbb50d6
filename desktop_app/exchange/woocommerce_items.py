"""WooCommerce orders as its export plugins write them, one row an article: totals on an order's first row only."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from desktop_app.domain.file_kinds import FileKind
from desktop_app.domain.mapping import Price
from desktop_app.exchange.column_orders import OrderReader, settled_price
from desktop_app.exchange.options import Item, Options
from desktop_app.exchange.reader import Reader
from desktop_app.exchange.table import Table
from desktop_app.exchange.woocommerce_columns import (
    ARTICLES,
    DATES,
    ITEM_MARKS,
    NUMBERS,
    PIECES,
    is_price_of_one,
    item_layout,
)
from desktop_app.exchange.woocommerce_guests import without_guests


def read_woocommerce_items(table: Table, options: Options) -> Iterator[Item]:
    """The orders of a WooCommerce export; `item_total` is a price or a line total, as the orders' totals bear out."""
    layout = item_layout(table.headings)
    mapping = options.mapping
    price = mapping.price or settled_price(table, layout, mapping.decimal)
    if price is None and is_price_of_one(layout):
        price = Price.UNIT
    settled = replace(options, mapping=replace(mapping, price=price))
    return OrderReader(without_guests(table, layout), settled, layout).read()


READER = Reader(
    FileKind.WOOCOMMERCE_ITEMS, "woocommerce", read_woocommerce_items,
    marks=(*ITEM_MARKS, ("order number", "order date", "item total"), ("order number", "order status", PIECES[2])),
    needs=(NUMBERS, ARTICLES, PIECES), dates=DATES, money=("order total", "item total", "item cost"),
)  # fmt: skip
