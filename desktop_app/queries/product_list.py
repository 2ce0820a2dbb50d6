"""Which products a list shows, in its order, and each as a row of it with everything a column may tell."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from peewee import JOIN, SQL, NodeList, Value, fn

from desktop_app.domain.keys import name_key, shelf_key
from desktop_app.domain.listing import ProductFilter, Sort
from desktop_app.domain.money import Money, digits
from desktop_app.domain.products import ProductId, ProductText
from desktop_app.domain.settings import SHOP_CURRENCY
from desktop_app.i18n import Language
from desktop_app.queries import Shop
from desktop_app.queries.listing import among, begins, ids_in_order, off_index, unknown_last
from desktop_app.queries.matching import products_matching
from desktop_app.queries.settings import setting
from desktop_app.store.tables import ProductTable as P
from desktop_app.store.tables import ProductTextTable as T
from desktop_app.store.tables import ProductWordTable as X
from desktop_app.store.tables import WordTable as W


@dataclass(frozen=True, slots=True)
class ProductRow:
    """One product in a list; of `texts` there is one for each language, empty where nothing is said in it."""

    id: ProductId
    name: str
    sku: str
    shelf: str
    price: Money | None
    fragile: bool
    barcode: str
    warranty_months: int
    stock: int | None
    weight: int | None
    handling_days: int | None
    link: str
    care: str
    note: str
    picture: int | None
    interests: tuple[str, ...]
    texts: tuple[ProductText, ...]
    supplier: str

    def text(self, language: Language) -> ProductText:
        """What it is called in a language and how to care for it there."""
        return next(text for text in self.texts if text.language is language)


def product_ids(
    shop: Shop, wanted: ProductFilter = ProductFilter(), sort: Sort = Sort("name"), *, limit: int | None = None
) -> array[int]:
    """The ids of all products a list shows, in its order, in one statement (two when the filter needs a setting)."""
    query = P.select(P.id)
    conditions = _conditions(shop, wanted)
    if conditions:
        query = query.where(*conditions)
    return ids_in_order(shop, query.order_by(*_order(sort)), limit)


def product_rows(shop: Shop, ids: Sequence[int]) -> list[ProductRow]:
    """The products of these ids, in the ids' order; those that are gone are left out."""
    if not ids:
        return []
    said = {language: T.alias(language.value) for language in Language}
    columns = [column for one in said.values() for column in (one.name, one.care)]
    query = P.select(*_SUMMARY, _served(_WORDS), *columns)
    for language, one in said.items():
        query = query.join_from(P, one, JOIN.LEFT_OUTER, on=((one.product == P.id) & (one.language == language.value)))
    found = {row[0]: _row(row) for row in shop.rows(query.where(among(P.id, ids)).tuples())}
    return [found[product_id] for product_id in ids if product_id in found]


_SPLIT = "\n"  # no word of the shop's list has a line break
_WORDS = fn.STRING_AGG(W.word, NodeList((Value(_SPLIT), SQL("ORDER BY"), W.word_key)))
_SUMMARY = (
    P.id, P.name, P.sku, P.shelf, P.price_minor, P.currency, P.fragile, P.barcode, P.warranty_months, P.stock,
    P.weight, P.handling_days, P.link, P.care, P.note, P.picture, P.supplier,
)  # fmt: skip
_TEXTS = {
    "sku": P.sku_key, "shelf": P.shelf_key, "barcode": P.barcode, "link": P.link, "care": P.care, "note": P.note,
    "supplier": P.supplier,
}  # fmt: skip
_FIGURES = {
    "price": P.price_minor, "fragile": P.fragile, "stock": P.stock, "weight": P.weight,
    "handling_days": P.handling_days, "id": P.id,
}  # fmt: skip


def _served(told: Any) -> Any:
    """Something of the interests a product serves."""
    return X.select(told).join(W).where(X.product == P.id)


def _conditions(shop: Shop, wanted: ProductFilter) -> list[Any]:
    found = [products_matching(shop, wanted.text)] if wanted.text.strip() else []
    if shelf_key(wanted.shelf):
        found.append(begins(P.shelf_key, shelf_key(wanted.shelf)))
    supplier = wanted.supplier.strip()
    if supplier:
        found.append((P.supplier == supplier) | (fn.LOWER(P.supplier) == supplier.lower()))
    if wanted.interest.strip():
        found.append(P.id.in_(X.select(X.product).join(W).where(W.word_key == name_key(wanted.interest))))
    for column, first, last in (
        (P.stock, wanted.stock_from, wanted.stock_to), (P.price_minor, *_minor(shop, wanted)),
    ):  # fmt: skip
        found += [column >= first] if first is not None else []
        found += [column <= last] if last is not None else []
    if wanted.price_from is not None or wanted.price_to is not None:  # no other money can be held against it
        found.append(P.currency == setting(shop, SHOP_CURRENCY))
    for asked, condition in (
        (wanted.fragile, P.fragile), (wanted.sold_out, P.stock <= 0), (wanted.no_shelf, P.shelf_key == ""),
        (wanted.no_barcode, P.barcode == ""), (wanted.no_picture, P.picture.is_null()),
    ):  # fmt: skip
        if asked:
            found.append(condition)
    if wanted.unnamed_in is not None:
        named = T.select(T.product).where(T.language == wanted.unnamed_in.value, T.name != "")
        found.append(P.id.not_in(named))
    return found


def _minor(shop: Shop, wanted: ProductFilter) -> tuple[int | None, int | None]:
    if wanted.price_from is None and wanted.price_to is None:
        return None, None
    unit = 10 ** digits(setting(shop, SHOP_CURRENCY))
    first, last = wanted.price_from, wanted.price_to
    return first * unit if first is not None else None, last * unit if last is not None else None


def _order(sort: Sort) -> list[Any]:
    last = P.id.desc() if sort.descending else P.id
    if sort.key in _TEXTS:
        return [unknown_last(fn.NULLIF(_TEXTS[sort.key], SQL("''")), sort.descending), last]
    if sort.key == "warranty":
        return [unknown_last(fn.NULLIF(P.warranty_months, SQL("0")), sort.descending), last]
    if sort.key == "picture":
        return [P.picture.is_null(not sort.descending), P.sort_key, last]
    if sort.key == "interests":
        return [unknown_last(off_index(_served(fn.MIN(W.word_key))), sort.descending), last]
    what, _, language = sort.key.rpartition("_")
    if what in ("name", "care") and language:
        said = T.name_key if what == "name" else T.care
        text = T.select(fn.NULLIF(said, SQL("''"))).where(T.product == P.id, T.language == language)
        return [unknown_last(off_index(text), sort.descending), last]
    return [unknown_last(_FIGURES.get(sort.key, P.sort_key), sort.descending), last]


def _row(row: Sequence[Any]) -> ProductRow:
    product_id, name, sku, shelf, price, currency, fragile, barcode, warranty, stock, weight, days, link = row[:13]
    care, note, picture, supplier, interests, *said = row[13:]
    pairs = zip(Language, said[::2], said[1::2], strict=True)
    return ProductRow(
        id=ProductId(product_id),
        name=name,
        sku=sku,
        shelf=shelf,
        price=Money(price, currency) if price is not None else None,
        fragile=bool(fragile),
        barcode=barcode,
        warranty_months=warranty,
        stock=stock,
        weight=weight,
        handling_days=days,
        link=link,
        care=care,
        note=note,
        picture=picture,
        interests=tuple(interests.split(_SPLIT)) if interests else (),
        supplier=supplier,
        texts=tuple(ProductText(language, called or "", cared or "") for language, called, cared in pairs),
    )
