"""The headings under which WooCommerce's export plugins write an order, one row an article or one an order."""

from __future__ import annotations

from itertools import product

from desktop_app.exchange.headings import Headings
from desktop_app.exchange.layout import Layout

NUMBERS = ("order number formatted", "order number", "order id")  # as the shop shows it, before the bare one
ARTICLES = ("product name", "item name", "line item name", "name", "sku", "product sku", "item sku")
PIECES = ("quantity", "item quantity", "quantity (- refund)", "line item quantity")
_BUYERS = (
    "billing first name", "first name (billing)", "full name (billing)", "billing email", "email (billing)",
)  # fmt: skip
_TOTALS = ("order total", "order total amount")
_PRICE_OF_ONE = ("item price", "item cost", "item cost (inc. tax)", "product current price")
# Plugins write billing_city or "City (billing)"; a heading's _ counts as a blank.
_COLUMNS: dict[str, tuple[str | tuple[str, ...], ...]] = {
    "number": NUMBERS,
    "key": ("order id",),
    "placed_at": ("order date", "date", "date created"),
    "changed_at": ("modified date", "order modified date", "date modified"),
    "paid_at": ("paid date", "date paid"),
    "completed_at": ("completed date", "date completed"),
    "status": ("status", "order status"),
    "currency": ("order currency", "currency"),
    "total": _TOTALS,
    "shipping": ("shipping total", "order shipping amount", "order shipping", "shipping cost"),
    "discount": ("discount total", "cart discount", "cart discount amount", "order discount amount"),
    "tax": ("tax total", "order tax", "order total tax amount"),
    "refunded": ("refunded total", "order refund amount", "total refunded"),
    "note": ("customer note",),
    "person_key": ("customer id", "customer user", "customer user id"),
    "email": (
        ("customer email", "billing email"),
        "billing email",
        "email (billing)",
        "customer account email address",
    ),
    "phone": ("billing phone", "phone (billing)"),
    "name": ("full name (billing)", "billing full name"),
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
    "ship_name": (
        ("shipping first name", "shipping last name"),
        ("first name (shipping)", "last name (shipping)"),
        "full name (shipping)",
    ),
    "ship_street": (
        ("shipping address 1", "shipping address 2"),
        ("address 1 (shipping)", "address 2 (shipping)"),
        "address 1&2 (shipping)",
    ),
    "ship_city": ("shipping city", "city (shipping)"),
    "ship_region": ("shipping state", "state code (shipping)"),
    "ship_postcode": ("shipping postcode", "postcode (shipping)"),
    "ship_country": ("shipping country", "country code (shipping)"),
}
_ARTICLE: dict[str, tuple[str | tuple[str, ...], ...]] = {
    "product": ("product name", "item name", "line item name", "name"),
    "sku": ("sku", "product sku", "item sku"),
    "barcode": ("barcode", "product barcode", "gtin", "ean"),
    "weight": ("product weight", "item weight"),
    "quantity": PIECES,
    "price": (
        "item total",
        "line total",
        "order line total",
        "order line (w/o tax)",
        "order line subtotal",
        *_PRICE_OF_ONE,
    ),
}
# An article's own columns make a table one row an article; without them each order is one row.
ITEM_MARKS = tuple(product(NUMBERS, _BUYERS, ARTICLES, PIECES))
ORDER_MARKS = tuple(product(NUMBERS, _BUYERS, _TOTALS))
DATES = ("order date", "date", "date created", "paid date", "date paid", "completed date", "date completed")


def order_layout(headings: Headings) -> Layout:
    """The columns of a table with one row an order."""
    return Layout.of(headings, _COLUMNS)


def item_layout(headings: Headings) -> Layout:
    """The columns of a table with one row an article."""
    return Layout.of(headings, {**_COLUMNS, **_ARTICLE})


def is_price_of_one(layout: Layout) -> bool:
    """Whether the heading of the price column says that it holds the price of one piece."""
    return layout.heading("price").casefold().replace("_", " ") in _PRICE_OF_ONE
