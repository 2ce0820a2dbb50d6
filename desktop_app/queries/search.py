"""The search box: any text finds customers, orders and products by their beginnings, at the speed of typing."""

from __future__ import annotations

from dataclasses import dataclass

from peewee import JOIN

from desktop_app.domain.customers import display_name
from desktop_app.domain.phones import is_phone_like
from desktop_app.domain.states import StrEnum
from desktop_app.domain.text import clean, digits_of
from desktop_app.queries import Shop
from desktop_app.queries.matching import NOTHING, customer_ways, order_number_begins, products_matching
from desktop_app.store.tables import CustomerTable as C
from desktop_app.store.tables import OrderTable as O
from desktop_app.store.tables import ProductTable as P

_LONGEST = 200  # letters of a text that are looked at


class HitKind(StrEnum):
    """What the search box can find."""

    CUSTOMER = "customer"
    ORDER = "order"
    PRODUCT = "product"


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing found: what it is, whose or which, and what is known beside it in one line."""

    kind: HitKind
    id: int
    title: str
    detail: str


def find(shop: Shop, text: str, limit: int = 50) -> list[Hit]:
    """What a text finds, the likeliest first, at most `limit`; any text is allowed and none is an error."""
    text = clean(text)[:_LONGEST]
    if not text or limit < 1:
        return []
    numberish = is_phone_like(text) or text[0] in "#№"
    orders = _orders(shop, text, limit) if "@" not in text and " " not in text else []
    customers = _customers(shop, text, limit)
    products = _products(shop, text, limit) if "@" not in text else []
    if numberish and len(digits_of(text)) < 7:
        found = [*orders, *customers, *products]
    else:
        found = [*customers, *orders, *products]
    return _fair(found, limit)


def _customers(shop: Shop, text: str, limit: int) -> list[Hit]:
    found: dict[int, Hit] = {}
    for way in customer_ways(shop, text, limit):
        if way is NOTHING or len(found) >= limit:
            continue
        for found_id, given, family, company, email, phone, city in shop.rows(
            C.select(*_PERSON).where(way).limit(limit).tuples()
        ):
            name = display_name(given, family, company, email=email, phone=phone)
            detail = " · ".join(part for part in (email, phone, city) if part and part != name)
            found.setdefault(found_id, Hit(HitKind.CUSTOMER, found_id, name, detail))
    return sorted(found.values(), key=lambda hit: -hit.id)


def _orders(shop: Shop, text: str, limit: int) -> list[Hit]:
    condition = order_number_begins(text)
    if condition is NOTHING:
        return []
    query = O.select(*_ORDER).join(C, JOIN.LEFT_OUTER).where(condition).order_by(O.number_key, O.id.desc()).limit(limit)
    return [
        Hit(
            HitKind.ORDER,
            found_id,
            number,
            display_name(given or "", family or "", company or "", email=email or "", phone=phone or "") or to_name,
        )
        for found_id, number, given, family, company, email, phone, to_name in shop.rows(query.tuples())
    ]


def _products(shop: Shop, text: str, limit: int) -> list[Hit]:
    query = (
        P.select(P.id, P.name, P.sku, P.shelf)
        .where(products_matching(shop, text))
        .order_by(P.sort_key, P.id)
        .limit(limit)
    )
    return [
        Hit(HitKind.PRODUCT, found_id, name or sku, " · ".join(part for part in (sku, shelf) if part))
        for found_id, name, sku, shelf in shop.rows(query.tuples())
    ]


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


_PERSON = (C.id, C.given, C.family, C.company, C.email, C.phone, C.city)
_ORDER = (O.id, O.number, C.given, C.family, C.company, C.email, C.phone, O.to_name)
