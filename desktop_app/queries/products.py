"""Products, one whole or many as rows of a list."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from peewee import SQL, fn

from desktop_app.domain.errors import NotFound
from desktop_app.domain.keys import sku_key
from desktop_app.domain.listing import ProductFilter, Sort
from desktop_app.domain.money import Money
from desktop_app.domain.products import Product, ProductFields, ProductId
from desktop_app.i18n import msg
from desktop_app.queries import Shop
from desktop_app.queries.listing import among, ids_in_order, unknown_last
from desktop_app.queries.matching import products_matching
from desktop_app.store.tables import LineTable as L
from desktop_app.store.tables import ProductTable as P


@dataclass(frozen=True, slots=True)
class ProductRow:
    """One product in a list."""

    id: ProductId
    name: str
    sku: str
    shelf: str
    price: Money | None
    fragile: bool
    barcode: str
    warranty_months: int


def product(shop: Shop, product_id: ProductId) -> Product:
    """One product whole; raises NotFound."""
    row = shop.row(P.select(P.id, P.version, *_FIELDS).where(P.id == product_id))
    if row is None:
        raise NotFound(msg("There is no product {id} in this shop.", id=product_id))
    sku, name, barcode, price, currency, shelf, fragile, *told = row[2:]
    cost = Money(price, currency) if price is not None else None
    return Product(ProductId(row[0]), row[1], ProductFields(sku, name, barcode, cost, shelf, bool(fragile), *told))


def product_by_sku(shop: Shop, sku: str) -> ProductId | None:
    """The product an article code belongs to."""
    key = sku_key(sku)
    product_id = shop.value(P.select(P.id).where(P.sku_key == key).order_by(P.id).limit(1)) if key else None
    return ProductId(product_id) if product_id is not None else None


def products_by_sku(shop: Shop, skus: Sequence[str]) -> dict[str, ProductId]:
    """The products these article codes belong to, under the codes as given; codes that nothing has are left out."""
    keys = {sku: sku_key(sku) for sku in skus if sku_key(sku)}
    if not keys:
        return {}
    query = P.select(P.sku_key, fn.MIN(P.id)).where(P.sku_key.in_(list(set(keys.values())))).group_by(P.sku_key)
    found = dict(shop.rows(query.tuples()))
    return {sku: ProductId(found[key]) for sku, key in keys.items() if key in found}


def order_lines_of(shop: Shop, product_ids: Sequence[int]) -> list[int]:
    """The ids of the order lines that hold these products."""
    return [row[0] for row in shop.rows(L.select(L.id).where(among(L.product, product_ids)).tuples())]


def product_ids(
    shop: Shop, wanted: ProductFilter = ProductFilter(), sort: Sort = Sort("name"), *, limit: int | None = None
) -> array[int]:
    """The ids of all products a list shows, in its order, in one statement."""
    query = P.select(P.id)
    if wanted.text.strip():
        query = query.where(products_matching(shop, wanted.text))
    return ids_in_order(shop, query.order_by(*_order(sort)), limit)


def product_rows(shop: Shop, ids: Sequence[int]) -> list[ProductRow]:
    """The products of these ids, in the ids' order; those that are gone are left out."""
    if not ids:
        return []
    found = {row[0]: _row(row) for row in shop.rows(P.select(*_SUMMARY).where(among(P.id, ids)).tuples())}
    return [found[product_id] for product_id in ids if product_id in found]


_TOLD = (P.care, P.warranty_months, P.link, P.note)
_FIELDS = (P.sku, P.name, P.barcode, P.price_minor, P.currency, P.shelf, P.fragile, *_TOLD)
_SUMMARY = (P.id, P.name, P.sku, P.shelf, P.price_minor, P.currency, P.fragile, P.barcode, P.warranty_months)
_TEXTS = {"sku": P.sku_key, "shelf": P.shelf, "barcode": P.barcode}


def _order(sort: Sort) -> list[Any]:
    last = P.id.desc() if sort.descending else P.id
    if sort.key in _TEXTS:
        return [unknown_last(fn.NULLIF(_TEXTS[sort.key], SQL("''")), sort.descending), last]
    if sort.key == "warranty":
        return [unknown_last(fn.NULLIF(P.warranty_months, SQL("0")), sort.descending), last]
    column = {"price": P.price_minor, "fragile": P.fragile}.get(sort.key, P.sort_key)
    return [unknown_last(column, sort.descending), last]


def _row(row: Sequence[Any]) -> ProductRow:
    product_id, name, sku, shelf, price, currency, fragile, barcode, warranty = row
    cost = Money(price, currency) if price is not None else None
    return ProductRow(ProductId(product_id), name, sku, shelf, cost, bool(fragile), barcode, warranty)
