"""Which article of the shop is meant by a scanned or typed text: the order's form adds it, or offers what it found."""

from __future__ import annotations

from dataclasses import dataclass

from peewee import fn

from desktop_app.domain.barcodes import tidy_barcode
from desktop_app.domain.keys import sku_key
from desktop_app.domain.products import Product, ProductId
from desktop_app.domain.text import clean
from desktop_app.queries import Shop
from desktop_app.queries.matching import products_matching
from desktop_app.queries.products import product
from desktop_app.store.tables import ProductTable as P

_CODE_FROM = 6  # digits from which a number is a scanned code, and not the name of something


@dataclass(frozen=True, slots=True)
class Meant:
    """`one` product, or `several` that a person has to choose of, or none; `code`: the text looks like a code."""

    one: Product | None = None
    several: bool = False
    code: bool = False


def article_meant(shop: Shop, text: str) -> Meant:
    """The only product with this article code or barcode, else the only one whose name it begins words of."""
    typed = clean(text)
    key, barcode = sku_key(typed), tidy_barcode(typed)
    if not key:
        return Meant()
    noughts = barcode.lstrip("0")
    same = P.barcode == barcode
    if len(barcode) > _CODE_FROM and barcode.isascii() and barcode.isdigit():  # some scanners leave the nought out
        same |= (P.barcode != "") & (fn.LTRIM(P.barcode, "0") == noughts)
    exact = _ids(shop, P.sku_key == key) or _ids(shop, same)
    if exact:  # two sorts of a thing may bear one barcode, at two prices
        return Meant(several=True) if len(exact) > 1 else Meant(product(shop, exact[0]))
    looks = barcode.isascii() and barcode.isdigit() and len(barcode) >= _CODE_FROM
    named = _ids(shop, products_matching(shop, typed))
    if len(named) == 1:
        return Meant(product(shop, named[0]), code=looks)
    return Meant(several=len(named) > 1, code=looks)


def _ids(shop: Shop, condition: object) -> list[ProductId]:
    """At most two products, the earliest first."""
    query = P.select(P.id).where(condition).order_by(P.id).limit(2)
    return [ProductId(number) for (number,) in shop.rows(query.tuples())]
