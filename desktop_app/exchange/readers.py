"""The table of readers: for each kind of file its platform, the headings that tell and make it, and what reads it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from desktop_app.domain.importing import FileKind
from desktop_app.exchange.headings import Headings
from desktop_app.exchange.mapping import read_mapped
from desktop_app.exchange.options import Item, Options
from desktop_app.exchange.shopify_customers import read_shopify_customers
from desktop_app.exchange.shopify_orders import read_shopify_orders
from desktop_app.exchange.table import Table
from desktop_app.exchange.woocommerce_items import read_woocommerce_items


@dataclass(frozen=True, slots=True)
class Reader:
    """One way of reading; any set of `marks` tells its files, of each group in `needs` one heading must be there."""

    kind: FileKind
    platform: str
    source: str  # the name its orders are kept apart by, unless a person gives another
    orders: bool
    read: Callable[[Table, Options], Iterator[Item]]
    marks: tuple[tuple[str, ...], ...] = ()
    needs: tuple[tuple[str, ...], ...] = ()
    dates: tuple[str, ...] = ()  # headings whose dates may be written in two orders
    money: tuple[str, ...] = ()


READERS = {
    reader.kind: reader
    for reader in (
        Reader(
            FileKind.SHOPIFY_ORDERS, "Shopify", "shopify", True, read_shopify_orders,
            marks=(("Lineitem name",), ("Lineitem quantity", "Financial Status")),
            needs=(("Name", "Id"), ("Lineitem name",), ("Lineitem quantity",)),
            dates=("Created at", "Paid at", "Cancelled at"), money=("Total", "Lineitem price", "Shipping"),
        ),
        Reader(
            FileKind.SHOPIFY_CUSTOMERS, "Shopify", "shopify", False, read_shopify_customers,
            marks=(
                ("First Name", "Last Name", "Email", "Accepts Email Marketing"),
                ("First Name", "Last Name", "Email", "Accepts Marketing"),
                ("First Name", "Last Name", "Email", "Total Spent", "Total Orders"),
            ),
            needs=(("Email", "Phone"), ("First Name", "Last Name")),
        ),
        Reader(
            FileKind.WOOCOMMERCE_ITEMS, "WooCommerce", "woocommerce", True, read_woocommerce_items,
            marks=(
                ("order number", "billing first name"), ("order id", "billing first name", "product name"),
                ("order number", "order date", "item total"), ("order number", "item name", "first name (billing)"),
                ("order number", "order status", "quantity (- refund)"),
            ),
            needs=(
                ("order number", "order number formatted", "order id"),
                ("product name", "item name", "line item name", "sku", "product sku", "item sku"),
                ("quantity", "item quantity", "quantity (- refund)", "line item quantity"),
            ),
            dates=("order date", "paid date", "completed date"), money=("order total", "item total", "item cost"),
        ),
        Reader(FileKind.MAPPED_ORDERS, "", "file", True, read_mapped),
        Reader(FileKind.MAPPED_CUSTOMERS, "", "file", False, read_mapped),
        Reader(FileKind.MAPPED_PRODUCTS, "", "file", False, read_mapped),
        Reader(FileKind.MAPPED_COMPLAINTS, "", "file", False, read_mapped),
        Reader(FileKind.MAIL, "", "mail", False, read_mapped),  # no table: exchange/mail reads it
    )
}  # fmt: skip


def reader_for(headings: Headings) -> Reader | None:
    """The reader whose marks these headings bear; None for a table of no platform that is read by itself."""
    return next(
        (
            reader
            for reader in READERS.values()
            if any(all(name in headings for name in marks) for marks in reader.marks)
        ),
        None,
    )
