"""Amazon's order report and its report of unshipped orders: buyers by an alias, no word of an order's state."""

from __future__ import annotations

from desktop_app.domain.file_guides import cannot_tell
from desktop_app.domain.file_kinds import FileKind
from desktop_app.exchange.amazon import DATES, SOURCE, read_amazon
from desktop_app.exchange.reader import Reader

READER = Reader(
    FileKind.AMAZON_ORDERS, SOURCE, read_amazon,
    marks=(("order id", "order item id", "purchase date"), ("order id", "quantity purchased", "ship service level")),
    needs=(("order id",), ("sku", "product name"), ("quantity purchased",)),
    money=("item price", "item tax"), dates=DATES,
    notes=cannot_tell(FileKind.AMAZON_ORDERS),
)  # fmt: skip
