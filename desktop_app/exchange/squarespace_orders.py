"""Squarespace's orders export, which is Shopify's in all but some headings; so it is read as Shopify's is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from desktop_app.domain.file_kinds import FileKind
from desktop_app.domain.importing import Refusal, Remarked
from desktop_app.exchange.headings import Headings
from desktop_app.exchange.options import Item, Options
from desktop_app.exchange.reader import Reader
from desktop_app.exchange.recast import recast
from desktop_app.exchange.shopify_orders import read_shopify_orders
from desktop_app.exchange.table import Table

_AS_SHOPIFY = {"order id": "Name", "amount refunded": "Refunded Amount", "canceled at": "Cancelled at"}


def read_squarespace_orders(table: Table, options: Options) -> Iterator[Item]:
    """The orders of a Squarespace export; what is refused names the column as the file calls it."""
    renamed = Headings(_AS_SHOPIFY.get(name.casefold(), name) for name in table.headings.names)
    own = dict(zip(renamed.names, table.headings.names, strict=True))
    for item in read_shopify_orders(replace(_as_shopify(table, renamed), headings=renamed), options):
        if isinstance(item, Refusal):
            yield replace(item, place=replace(item.place, column=own.get(item.place.column, item.place.column)))
        elif isinstance(item, Remarked):
            yield replace(item, column=own.get(item.column, item.column))
        else:
            yield item


def _as_shopify(table: Table, headings: Headings) -> Table:
    """The table with the variant beside the article's name, and the words for money and goods as Shopify has them."""
    name, variant = headings.at("Lineitem name"), headings.at("Lineitem variant")
    money, goods = headings.at("Financial Status"), headings.at("Fulfillment Status")
    cancelled, created = headings.at("Cancelled at"), headings.at("Created at")

    def change(cells: list[str]) -> None:
        if variant >= 0 and cells[variant].strip():
            cells[name] = f"{cells[name].strip()} - {cells[variant].strip()}"
        if money >= 0:
            cells[money] = cells[money].strip().replace(" ", "_")
        if goods >= 0 and cells[goods].strip().casefold() in ("canceled", "cancelled"):
            if min(cancelled, created) >= 0:
                cells[cancelled] = cells[cancelled] or cells[created]
            elif money >= 0:
                cells[money] = "voided"

    return recast(table, change, last=max(name, variant, money, goods, cancelled, created))


READER = Reader(
    FileKind.SQUARESPACE_ORDERS, "squarespace", read_squarespace_orders,
    marks=(("order id", "lineitem variant"), ("order id", "amount refunded", "lineitem name"),
           ("order id", "lineitem name", "financial status")),
    needs=(("order id",), ("lineitem name",), ("lineitem quantity",)),
    dates=("created at", "paid at", "fulfilled at", "cancelled at", "canceled at"),
    money=("total", "lineitem price", "shipping"),
)  # fmt: skip
