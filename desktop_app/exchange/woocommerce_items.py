"""WooCommerce orders as its export plugins write them, one row an article: totals on an order's first row only."""

from __future__ import annotations

from collections.abc import Iterator

from desktop_app.exchange.column_orders import OrderReader
from desktop_app.exchange.headings import Headings
from desktop_app.exchange.layout import Layout
from desktop_app.exchange.options import Item, Options
from desktop_app.exchange.table import Table

# Plugins write billing_city or "City (billing)"; a heading's _ counts as a blank.
_COLUMNS: dict[str, tuple[str | tuple[str, ...], ...]] = {
    "number": ("order number", "order number formatted", "order id"),
    "key": ("order id",),
    "placed_at": ("order date", "date"),
    "changed_at": ("modified date", "order modified date", "date modified"),
    "paid_at": ("paid date", "date paid"),
    "completed_at": ("completed date", "date completed"),
    "status": ("status", "order status"),
    "currency": ("order currency", "currency"),
    "total": ("order total", "order total amount"),
    "shipping": ("shipping total", "order shipping amount", "order shipping", "shipping cost"),
    "discount": ("discount total", "cart discount", "cart discount amount", "order discount amount"),
    "tax": ("tax total", "order tax", "order total tax amount"),
    "refunded": ("refunded total", "order refund amount", "total refunded"),
    "note": ("customer note",),
    "email": ("customer email", "billing email", "email (billing)"),
    "phone": ("billing phone", "phone (billing)"),
    "given": ("billing first name", "first name (billing)"),
    "family": ("billing last name", "last name (billing)"),
    "company": ("billing company", "company (billing)"),
    "street": (
        ("billing address 1", "billing address 2"),
        ("address 1 (billing)", "address 2 (billing)"),
        "address 1&2 (billing)",
    ),
    "city": ("billing city", "city (billing)"),
    "region": ("billing state", "state code (billing)"),
    "postcode": ("billing postcode", "postcode (billing)"),
    "country": ("billing country", "country code (billing)"),
    "ship_name": (("shipping first name", "shipping last name"), ("first name (shipping)", "last name (shipping)")),
    "ship_street": (
        ("shipping address 1", "shipping address 2"),
        ("address 1 (shipping)", "address 2 (shipping)"),
        "address 1&2 (shipping)",
    ),
    "ship_city": ("shipping city", "city (shipping)"),
    "ship_region": ("shipping state", "state code (shipping)"),
    "ship_postcode": ("shipping postcode", "postcode (shipping)"),
    "ship_country": ("shipping country", "country code (shipping)"),
    "product": ("product name", "item name", "line item name"),
    "sku": ("sku", "product sku", "item sku"),
    "barcode": ("barcode", "product barcode", "gtin", "ean"),
    "weight": ("product weight", "item weight"),
    "quantity": ("quantity", "item quantity", "quantity (- refund)", "line item quantity"),
    "price": ("item total", "line total", "order line total", "order line subtotal", "item price", "item cost"),
}


def woocommerce_layout(headings: Headings) -> Layout:
    """The columns of a WooCommerce table with one row an article."""
    return Layout.of(headings, _COLUMNS)


def read_woocommerce_items(table: Table, options: Options) -> Iterator[Item]:
    """The orders of a WooCommerce export; `item_total` is a price or a line total, as the orders' totals bear out."""
    return OrderReader(table, options, woocommerce_layout(table.headings)).read()
