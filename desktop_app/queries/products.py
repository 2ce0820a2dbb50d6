"""One product whole, which product a code belongs to, and which orders hold it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from peewee import JOIN, fn

from desktop_app.domain.customers import display_name
from desktop_app.domain.errors import NotFound
from desktop_app.domain.keys import sku_key
from desktop_app.domain.money import Money
from desktop_app.domain.orders import OrderId
from desktop_app.domain.products import Product, ProductFields, ProductId, ProductText
from desktop_app.domain.tags import WordId
from desktop_app.i18n import Language, msg
from desktop_app.queries import Shop
from desktop_app.queries.listing import among, in_parts, unknown_last
from desktop_app.queries.product_list import product_rows
from desktop_app.queries.standings import OPEN
from desktop_app.store.tables import CustomerTable as C
from desktop_app.store.tables import LineTable as L
from desktop_app.store.tables import OrderTable as O
from desktop_app.store.tables import ProductTable as P
from desktop_app.store.tables import ProductTextTable as T
from desktop_app.store.tables import ProductWordTable as X
from desktop_app.store.tables import WordTable as W


@dataclass(frozen=True, slots=True)
class OpenOrder:
    """An order that waits for pieces of a product."""

    order: OrderId
    number: str
    customer: str
    pieces: int
    ship_by: dt.date | None


def product(shop: Shop, product_id: ProductId) -> Product:
    """One product whole, with its names in each language and its interests; raises NotFound."""
    row = shop.row(P.select(P.id, P.version, *_FIELDS).where(P.id == product_id))
    if row is None:
        raise NotFound(msg("There is no product {id} in this shop. Check the number.", id=product_id))
    told = dict(zip(_KEPT, row[2:], strict=True))
    price, currency = told.pop("price_minor"), told.pop("currency")
    texts = shop.rows(T.select(T.language, T.name, T.care).where(T.product == product_id).tuples())
    words = shop.rows(X.select(W.word).join(W).where(X.product == product_id).order_by(W.word_key).tuples())
    fields = ProductFields(
        **{**told, "fragile": bool(told["fragile"])},
        price=Money(price, currency) if price is not None else None,
        texts=in_order_of_languages([ProductText(Language(language), *said) for language, *said in texts]),
        interests=tuple(word for (word,) in words),
    )
    return Product(ProductId(row[0]), row[1], fields)


def in_order_of_languages(texts: Sequence[ProductText]) -> tuple[ProductText, ...]:
    """Texts as everything shows them: English, Russian, Latvian."""
    return tuple(sorted(texts, key=lambda text: list(Language).index(text.language)))


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


def fields_by_id(shop: Shop, product_ids: Sequence[int]) -> dict[ProductId, ProductFields]:
    """The fields of many products, with their texts and interests."""
    found = {}
    for part in in_parts(product_ids):
        for row in product_rows(shop, part):
            found[row.id] = ProductFields(
                row.sku, row.name, row.barcode, row.price, row.shelf, row.fragile, row.care, row.warranty_months,
                row.link, row.note, row.stock, row.weight, row.handling_days, row.picture,
                tuple(text for text in row.texts if text.name or text.care), row.interests, row.supplier,
            )  # fmt: skip
    return found


def order_lines_of(shop: Shop, product_ids: Sequence[int]) -> list[int]:
    """The ids of the order lines that hold these products."""
    return [row[0] for row in shop.rows(L.select(L.id).where(among(L.product, product_ids)).tuples())]


def open_order_ids(shop: Shop, product_ids: Sequence[int]) -> list[OrderId]:
    """The ids of the orders that wait to be packed and hold one of these products."""
    found: set[OrderId] = set()
    for part in in_parts(product_ids):
        holding = L.select(L.id).where(L.order == O.id, among(L.product, part))
        found.update(OrderId(id_) for (id_,) in shop.rows(O.select(O.id).where(OPEN, fn.EXISTS(holding)).tuples()))
    return sorted(found)


def open_orders_of(shop: Shop, product_id: ProductId) -> list[OpenOrder]:
    """The orders that wait to be packed and hold a product, the soonest promised first."""
    pieces = fn.SUM(L.quantity)
    who = (C.given, C.family, C.company, O.to_name)
    query = (
        O.select(O.id, O.number, *who, pieces, O.ship_by)
        .join(L, on=(L.order == O.id))
        .switch(O)
        .join(C, JOIN.LEFT_OUTER)
        .where(OPEN, L.product == product_id)
        .group_by(O.id, O.number, *who, O.ship_by)
        .order_by(unknown_last(O.ship_by, False), O.id)
    )
    return [
        OpenOrder(
            OrderId(id_), number, display_name(given or "", family or "", company or "", email="", phone="") or to,
            int(count), ship_by,
        )
        for id_, number, given, family, company, to, count, ship_by in shop.rows(query.tuples())
    ]  # fmt: skip


def text_rows(shop: Shop, product_ids: Sequence[int]) -> list[int]:
    """The rows of what these products are called in each language."""
    return [row[0] for row in shop.rows(T.select(T.id).where(among(T.product, product_ids)).tuples())]


def interest_rows(shop: Shop, product_ids: Sequence[int]) -> list[int]:
    """The rows of the interests these products serve."""
    return [row[0] for row in shop.rows(X.select(X.id).where(among(X.product, product_ids)).tuples())]


def interests_served(shop: Shop, product_id: ProductId) -> dict[WordId, int]:
    """The interests a product serves, each with the number of the row that says so."""
    return {
        WordId(word): row for word, row in shop.rows(X.select(X.word, X.id).where(X.product == product_id).tuples())
    }


def products_serving(shop: Shop, word: WordId) -> dict[ProductId, int]:
    """The products that serve an interest, each with the number of the row that says so."""
    rows: list[tuple[Any, ...]] = shop.rows(X.select(X.product, X.id).where(X.word == word).tuples())
    return {ProductId(number): row for number, row in rows}


_KEPT = (
    "sku", "name", "barcode", "price_minor", "currency", "shelf", "fragile", "care", "warranty_months", "link", "note",
    "stock", "weight", "handling_days", "picture", "supplier",
)  # fmt: skip
_FIELDS = tuple(getattr(P, name) for name in _KEPT)
