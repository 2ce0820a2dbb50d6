"""The columns of the products list."""

from __future__ import annotations

import datetime as dt

from desktop_app.i18n import Words
from desktop_app.queries.product_columns import PRODUCT_COLUMNS
from desktop_app.queries.product_list import ProductRow
from desktop_app.ui.models.columns import Column, Kind
from desktop_app.ui.pages.orders.wording import joined, money_text
from desktop_app.ui.pages.told_columns import all_columns
from desktop_app.ui.theme.tokens import Tone


def product_columns(words: Words, today: dt.date) -> tuple[Column[ProductRow], ...]:
    """Name with its article code, shelf, stock, price and whether it is fragile."""

    def detail(row: ProductRow) -> str:
        return joined(row.sku, words("shelf {shelf}", shelf=row.shelf) if row.shelf else "")

    own: tuple[Column[ProductRow], ...] = (
        Column(
            "name", words("Product"), lambda row: row.name or row.sku, Kind.LEAD, detail=detail, stretch=True,
            sort="name", tip=lambda row: joined(row.name, detail(row)),
        ),
        Column("sku", words("Article code"), lambda row: row.sku, Kind.MUTED, width=150, sort="sku"),
        Column("shelf", words("Shelf"), lambda row: row.shelf, Kind.MUTED, width=90, sort="shelf"),
        Column(
            "stock", words("Stock"), lambda row: "" if row.stock is None else words.count(row.stock), Kind.NUMBER,
            width=80, sort="stock",
        ),
        Column("price", words("Price"), lambda row: money_text(words, row.price), Kind.NUMBER, width=110, sort="price"),
        Column(
            "fragile", "", lambda row: words("Fragile") if row.fragile else "", Kind.TAG, tone=lambda _: Tone.WARN,
            width=100, narrow=True, named=words("Fragile"), sort="fragile",
        ),
    )
    return all_columns(words, today, own, PRODUCT_COLUMNS)
