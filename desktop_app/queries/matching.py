"""What lists are narrowed by when something is typed: the same ways by which the search box finds."""

from __future__ import annotations

from functools import reduce
from operator import and_, or_
from typing import Any

from peewee import SQL, Expression, Value, fn

from desktop_app.domain.barcodes import tidy_barcode
from desktop_app.domain.keys import name_key, number_key, sku_key
from desktop_app.domain.text import clean, words_of
from desktop_app.queries import Engine, Shop
from desktop_app.queries.listing import begins
from desktop_app.queries.typed import (
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
from desktop_app.store.tables import ProductTextTable as T

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
    return C.id.in_(SQL(shop.dialect("(" + " UNION ALL ".join(way.text for way in ways) + ")"), values))


def orders_matching(shop: Shop, text: str) -> Any:
    """The condition that orders are found by a text: by their number, or by whose they are."""
    by_customer = O.customer.in_(C.select(C.id).where(customers_matching(shop, text)))
    return order_number_begins(text) | by_customer


def order_number_begins(text: str) -> Any:
    """The condition that an order's number begins with a text."""
    key = number_key(clean(text))
    return begins(O.number_key, key) if key else NOTHING


def products_matching(shop: Shop, text: str) -> Any:
    """The condition that products are found by: words of a name in any language, the code's beginning, the barcode."""
    text = clean(text)
    words = name_key(text).split()[:_MOST_WORDS]
    place = fn.INSTR if shop.engine is Engine.SQLITE else fn.STRPOS

    def names(key: Any) -> Any:
        return reduce(and_, (place(Value(" ").concat(key), f" {word}") > 0 for word in words)) if words else NOTHING

    by_name = names(P.sort_key) | P.id.in_(T.select(T.product).where(names(T.name_key)))
    code = sku_key(text)
    by_code = begins(P.sku_key, code) | (P.barcode == tidy_barcode(text)) if code else NOTHING
    return Expression(by_name, "OR", by_code)


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
    place = fn.INSTR if shop.engine is Engine.SQLITE else fn.STRPOS
    return reduce(and_, (place(K.doc, Value(f" {word}")) > 0 for word in words_of(text)[:_MOST_WORDS]))
