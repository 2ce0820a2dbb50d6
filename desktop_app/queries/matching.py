"""What lists are narrowed by when something is typed: the same ways by which the search box finds."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from operator import or_
from typing import Any

from peewee import SQL

from desktop_app.domain.barcodes import tidy_barcode
from desktop_app.domain.keys import name_key, number_key, sku_key
from desktop_app.domain.text import clean, words_of
from desktop_app.queries import Shop
from desktop_app.queries.listing import begins
from desktop_app.queries.typed import (
    AFTER,
    CUSTOMERS,
    RELATIVES,
    Ids,
    as_typed,
    in_any_way,
    key_begun,
    keyed,
    mail_words,
    named,
    named_after,
    reached,
    typed_words,
)
from desktop_app.store.tables import ComplaintTable as K
from desktop_app.store.tables import CustomerTable as C
from desktop_app.store.tables import OrderTable as O
from desktop_app.store.tables import ProductTable as P

_MOST_WORDS = 8
NOTHING = SQL("1 = 0")


def customers_matching(shop: Shop, text: str) -> Any:
    """The condition that customers are found by a text, of themselves or by the people around them.

    One that nothing fulfils when the text says nothing.
    """
    text = clean(text)
    ways: list[Ids] = []
    column, beginnings = key_begun(text)
    if beginnings:
        ways += [keyed(column, beginnings), reached(beginnings)]
    words = mail_words(text) if "@" in text else in_any_way(typed_words(text))
    if words:
        ways.append(named(shop, CUSTOMERS, words))
        for around in (named(shop, RELATIVES, words), named_after(shop, as_typed(typed_words(text)))):
            if around is not None:
                ways.append(around._replace(text=f"SELECT customer_id FROM relative WHERE id IN ({around.text})"))
    if not ways:
        return NOTHING
    values = tuple(value for way in ways for value in way.values)
    return _one_of(shop, C.id, Ids(" UNION ALL ".join(way.text for way in ways), values))


def orders_matching(shop: Shop, text: str) -> Any:
    """The condition that orders are found by a text: by their number, or by whose they are."""
    by_customer = O.customer.in_(C.select(C.id).where(customers_matching(shop, text)))
    return order_number_begins(text) | by_customer


def order_number_begins(text: str) -> Any:
    """The condition that an order's number begins with a text."""
    key = number_key(clean(text))
    return begins(O.number_key, key) if key else NOTHING


def products_matching(shop: Shop, text: str) -> Any:
    """The condition that products are found by a text."""
    return _one_of(shop, P.id, products_found(shop, text))


def products_found(shop: Shop, text: str) -> Ids:
    """The products of a text: words of a name in any language, the code's beginning, the barcode."""
    text = clean(text)
    words = tuple(f" {word}" for word in name_key(text).split()[:_MOST_WORDS])
    ways, values = [], []
    if words:
        translated = f"SELECT product_id FROM product_text WHERE {_holds(shop, 'name_key', words)}"
        ways += [_holds(shop, "sort_key", words), f"id IN ({translated})"]
        values += [*words, *words]
    code = sku_key(text)
    if code:
        ways.append("(sku_key >= ? AND sku_key < ?) OR barcode = ?")
        values += [code, code + AFTER, tidy_barcode(text)]
    return Ids(f"SELECT id FROM product WHERE {' OR '.join(f'({way})' for way in ways) or '1 = 0'}", tuple(values))


def complaints_matching(shop: Shop, text: str) -> Any:
    """The condition that complaints are found by a text: words of it, their number, their order's, whose they are."""
    text = clean(text)
    ways: list[Any] = [
        K.customer.in_(C.select(C.id).where(customers_matching(shop, text))),
        K.order.in_(O.select(O.id).where(order_number_begins(text))),
        *([said(shop, text)] if words_of(text) else []),
        *([K.id == int(text)] if text.isascii() and text.isdigit() and len(text) < 15 else []),
    ]
    return reduce(or_, ways)


def said(shop: Shop, text: str) -> Any:
    """The condition that a complaint has for each typed word one that begins so."""
    return _one_of(shop, K.id, complaints_found(shop, text))


def complaints_found(shop: Shop, text: str, *, newest: int | None = None) -> Ids:
    """The complaints that have for each typed word one that begins so, of the newest alone where so many are given."""
    words = tuple(f" {word}" for word in words_of(text)[:_MOST_WORDS])
    among = f"(SELECT id, doc FROM complaint ORDER BY id DESC LIMIT {int(newest)}) AS newest" if newest else "complaint"
    return Ids(f"SELECT id FROM {among} WHERE {_holds(shop, 'doc', words, space='')}", words)


def _holds(shop: Shop, column: str, words: Sequence[str], *, space: str = "' ' || ") -> str:
    """That a column holds each of so many words, which begin with the space before them."""
    place = "instr" if shop.sqlite else "strpos"
    return " AND ".join([f"{place}({space}{column}, ?) > 0"] * len(words))


def _one_of(shop: Shop, column: Any, ids: Ids) -> Any:
    return column.in_(SQL(shop.dialect(f"({ids.text})"), ids.values))
