"""The search box: any text finds customers, people around them, orders, products and complaints while one types."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_app.domain.phones import is_phone_like
from desktop_app.domain.text import clean, digits_of
from desktop_app.queries import Shop
from desktop_app.queries.hits import (
    Hit,
    HitKind,
    complaints_saying,
    customers_named,
    customers_reached,
    orders_numbered,
    people_named,
    people_named_after,
    products_called,
)
from desktop_app.queries.near import near_words
from desktop_app.queries.typed import as_typed, in_any_way, mail_words, typed_words

__all__ = ["Hit", "HitKind", "find"]

_LONGEST = 200  # letters of a text that are looked at
_WHOLE_NUMBER = 7  # digits from which a text is rather a telephone than an order


def find(shop: Shop, text: str, limit: int = 50) -> list[Hit]:
    """What a text finds, the likeliest first, at most `limit`; any text is allowed and none is an error.

    People called nearly as typed come last, and only where nobody is called so.
    """
    text = clean(text)[:_LONGEST].strip()
    if not text or limit < 1:
        return []
    mail, number = "@" in text, is_phone_like(text)
    words = [] if mail else typed_words(text)
    customers = _customers(shop, text, words, limit)
    people = _people(shop, words, limit)
    if not people and len(customers) < limit:
        people = list(people_named_after(shop, as_typed(words), limit).values())
    orders = [] if mail else orders_numbered(shop, text, limit)
    products = [] if mail else products_called(shop, text, limit)
    said = [] if mail else complaints_saying(shop, text, limit)
    if (number or text[0] in "#№") and len(digits_of(text)) < _WHOLE_NUMBER:
        found = [*orders, *customers, *people, *products, *said]
    else:
        found = [*customers, *people, *orders, *products, *said]
    if words and not (number or customers or people or orders or said):
        found += _near(shop, words, limit)
    return _fair(found, limit)


def _customers(shop: Shop, text: str, words: Sequence[str], limit: int) -> list[Hit]:
    """By a name as typed, by how they are reached, then by all that may be meant."""
    found = customers_named(shop, as_typed(words), limit) if words else {}
    if len(found) < limit:
        found = found | customers_reached(shop, text, limit)
    wider = in_any_way(words) if words else mail_words(text)
    if wider != as_typed(words) and len(found) < limit:
        more = customers_named(shop, wider, limit)
        found = found | {id_: hit for id_, hit in more.items() if id_ not in found}
    return list(found.values())[:limit]


def _people(shop: Shop, words: Sequence[str], limit: int) -> list[Hit]:
    found = people_named(shop, as_typed(words), limit) if words else {}
    if in_any_way(words) != as_typed(words) and len(found) < limit:
        found = found | people_named(shop, in_any_way(words), limit)
    return list(found.values())[:limit]


def _near(shop: Shop, words: Sequence[str], limit: int) -> list[Hit]:
    meant = near_words(shop, words)
    if not meant:
        return []
    customers = customers_named(shop, meant, limit, near=True)
    return [*customers.values(), *people_named(shop, meant, limit, near=True).values()]


def _fair(found: list[Hit], limit: int) -> list[Hit]:
    """At most `limit` hits, none of the kinds crowded out by another that found more."""
    kinds = {hit.kind for hit in found}
    if len(found) <= limit or len(kinds) == 1:
        return found[:limit]
    share = max(1, limit // len(kinds))
    seen: dict[HitKind, int] = {}
    first: list[Hit] = []
    rest: list[Hit] = []
    for hit in found:
        seen[hit.kind] = seen.get(hit.kind, 0) + 1
        (first if seen[hit.kind] <= share else rest).append(hit)
    kept = {(hit.kind, hit.id) for hit in (*first, *rest[: max(0, limit - len(first))])}
    return [hit for hit in found if (hit.kind, hit.id) in kept][:limit]
