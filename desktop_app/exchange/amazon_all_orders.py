"""Amazon's report of all orders: states of orders and articles, but no buyers; and that of parcels Amazon posted."""

from __future__ import annotations

from desktop_app.domain.file_guides import cannot_tell
from desktop_app.domain.file_kinds import FileKind
from desktop_app.exchange.amazon import DATES, SOURCE, read_amazon
from desktop_app.exchange.reader import Reader

READER = Reader(
    FileKind.AMAZON_ALL_ORDERS, SOURCE, read_amazon,
    marks=(("amazon order id", "purchase date"),),
    needs=(("amazon order id",), ("sku", "product name"), ("quantity", "quantity purchased", "quantity shipped")),
    money=("item price", "item tax"), dates=DATES,
    notes=cannot_tell(FileKind.AMAZON_ALL_ORDERS),
)  # fmt: skip
