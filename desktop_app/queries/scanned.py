"""What a code is that was scanned where it does not belong: an article with the shelf it lies on, or another order."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from peewee import JOIN

from desktop_app.domain.barcodes import tidy_barcode
from desktop_app.domain.errors import Invalid, NotFound
from desktop_app.domain.keys import sku_key
from desktop_app.i18n import Language
from desktop_app.queries import Shop
from desktop_app.queries.packing import order_by_number
from desktop_app.store.tables import ProductTable as P
from desktop_app.store.tables import ProductTextTable as X


@dataclass(frozen=True, slots=True)
class Stray:
    """An article by its name, in the packer's language, and its shelf; else an order's number; else neither."""

    article: str = ""
    shelf: str = ""
    order: str = ""


def stray(shop: Shop, readings: Iterable[str], language: Language) -> Stray:
    """What one of the readings of a scan is in this shop: the only article with this code, else an order."""
    order = ""
    for text in readings:
        key, barcode = sku_key(text), tidy_barcode(text)
        named = P.select(P.name, P.shelf, X.name)
        named = named.join(X, JOIN.LEFT_OUTER, on=(X.product == P.id) & (X.language == language.value))
        same = ((P.sku_key == key) & (P.sku_key != "")) | ((P.barcode == barcode) & (P.barcode != ""))
        rows = shop.rows(named.where(same).limit(2).tuples())
        if len(rows) == 1:
            name, shelf, said = rows[0]
            return Stray(said or name, shelf)
        try:
            order_by_number(shop, text)
        except (NotFound, Invalid):
            continue
        order = order or text
    return Stray(order=order)
