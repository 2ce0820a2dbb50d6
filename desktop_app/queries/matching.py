"""Which way a typed text is looked up: names by the full-text index, addresses, telephones and numbers by their own."""

from __future__ import annotations

from functools import reduce
from operator import and_, or_
from typing import Any

from peewee import SQL, Expression, Value, fn

from desktop_app.domain.customers import email_key
from desktop_app.domain.keys import name_key, number_key, sku_key
from desktop_app.domain.phones import is_phone_like, phone_beginnings
from desktop_app.domain.text import clean, digits_of, search_words
from desktop_app.queries import Engine, Shop
from desktop_app.queries.listing import begins
from desktop_app.store.tables import CustomerTable as C
from desktop_app.store.tables import OrderTable as O
from desktop_app.store.tables import ProductTable as P

_MOST_WORDS = 8
_LONGEST_WORD = 40
_PHONE_DIGITS = 3
NOTHING = SQL("1 = 0")


def customers_matching(shop: Shop, text: str) -> Any:
    """The condition that customers are found by a text; one that nothing fulfils when the text says nothing."""
    ways = customer_ways(shop, text)
    return reduce(
        or_, (C.id.in_(C.select(C.id).where(way)) for way in ways[1:]), C.id.in_(C.select(C.id).where(ways[0]))
    )


def customer_ways(shop: Shop, text: str, limit: int | None = None) -> list[Any]:
    """The conditions, each served by one index, under which a customer answers a text; the likeliest first."""
    text = clean(text)
    if "@" in text:
        return [_email(text)]
    if is_phone_like(text):
        digits = digits_of(text)
        ways = (
            [begins(C.phone_key, digits) for digits in phone_beginnings(text)] if len(digits) >= _PHONE_DIGITS else []
        )
        return [reduce(or_, ways)] if ways else [NOTHING]
    words = [word[:_LONGEST_WORD] for word in search_words(text)[:_MOST_WORDS]]
    found = [_names(shop, words, limit)] if words else []
    if len(text.split()) == 1 and len(text) > 1:
        found.append(_email(text))
    return found or [NOTHING]


def orders_matching(shop: Shop, text: str) -> Any:
    """The condition that orders are found by a text: by their number, or by whose they are."""
    by_customer = O.customer.in_(C.select(C.id).where(customers_matching(shop, text)))
    return order_number_begins(text) | by_customer


def order_number_begins(text: str) -> Any:
    """The condition that an order's number begins with a text."""
    key = number_key(clean(text))
    return begins(O.number_key, key) if key else NOTHING


def products_matching(shop: Shop, text: str) -> Any:
    """The condition that products are found by: words of the name, the beginning of the code, or the barcode."""
    text = clean(text)
    words = name_key(text).split()[:_MOST_WORDS]
    place = fn.INSTR if shop.engine is Engine.SQLITE else fn.STRPOS
    name = Value(" ").concat(P.sort_key)
    by_name = reduce(and_, (place(name, f" {word}") > 0 for word in words)) if words else NOTHING
    code = sku_key(text)
    by_code = begins(P.sku_key, code) | (P.barcode == text) if code else NOTHING
    return Expression(by_name, "OR", by_code)


def _email(text: str) -> Any:
    key = email_key(text)
    return begins(C.email_key, key) if key else NOTHING


def _names(shop: Shop, words: list[str], limit: int | None) -> Any:
    if shop.engine is Engine.SQLITE:
        match = " ".join(f'"{word}"*' for word in words)
        newest = f" ORDER BY rowid DESC LIMIT {int(limit)}" if limit else ""
        return C.id.in_(SQL(f"(SELECT rowid FROM customer_search WHERE customer_search MATCH ?{newest})", (match,)))
    return _names_by_trigrams(words)


def _names_by_trigrams(words: list[str]) -> Any:
    """Words from their beginning; with the space before it even one letter is a trigram that the index knows."""
    return reduce(
        and_, (Expression(C.doc, "LIKE", f"{word}%") | Expression(C.doc, "LIKE", f"% {word}%") for word in words)
    )
