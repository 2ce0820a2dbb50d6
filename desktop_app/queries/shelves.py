"""Where the articles of orders lie, as benches walk the shelves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from peewee import fn

from desktop_app.queries import Shop
from desktop_app.queries.listing import among
from desktop_app.store.tables import LineTable as L
from desktop_app.store.tables import OrderTable as O
from desktop_app.store.tables import ProductTable as P


@dataclass(frozen=True, slots=True)
class FirstShelves:
    """The first shelf of orders: as it is kept, and as their lines have it now (those without one are left out)."""

    kept: dict[int, str]
    now: dict[int, str]


def first_shelves(shop: Shop, order_ids: Sequence[int]) -> FirstShelves:
    """The first shelves of these orders, by their keys."""
    kept = O.select(O.id, O.shelf_key).where(among(O.id, order_ids))
    lines = L.select(L.order, fn.MIN(P.shelf_key)).join(P).where(among(L.order, order_ids), P.shelf_key != "")
    return FirstShelves(dict(shop.rows(kept.tuples())), dict(shop.rows(lines.group_by(L.order).tuples())))


def any_shelf(shop: Shop) -> bool:
    """Whether any product has its place; before the owner told one there is nothing to walk by."""
    return shop.value(P.select(P.id).where(P.shelf_key != "").limit(1)) is not None
