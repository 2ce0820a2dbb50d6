"""What customers' orders say of them, counted anew: how many, the first and last day, which was the first."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from peewee import fn

from desktop_app.domain.orders import Status
from desktop_app.queries import Shop
from desktop_app.queries.listing import unknown_last
from desktop_app.store.tables import CustomerTable as C
from desktop_app.store.tables import OrderTable as O

_COUNTED = O.status != Status.CANCELLED.value


@dataclass(frozen=True, slots=True)
class Figures:
    """What stands beside one customer."""

    customer: int
    orders: int
    first_order_on: dt.date | None
    last_order_on: dt.date | None


def figures_now(shop: Shop, customers: Sequence[int]) -> dict[int, Figures]:
    """The figures as kept."""
    query = C.select(C.id, C.orders, C.first_order_on, C.last_order_on).where(C.id.in_(list(customers)))
    return {row[0]: Figures(*row) for row in shop.rows(query.tuples())}


def figures_counted(shop: Shop, customers: Sequence[int]) -> dict[int, Figures]:
    """The figures as the orders say, cancelled ones aside; customers without an order are left out."""
    days = (fn.COUNT(O.id), fn.MIN(O.placed_on), fn.MAX(O.placed_on))
    query = O.select(O.customer, *days).where(O.customer.in_(list(customers)), _COUNTED).group_by(O.customer)
    return {row[0]: Figures(row[0], row[1], _day(row[2]), _day(row[3])) for row in shop.rows(query.tuples())}


def first_marks_to_change(shop: Shop, customers: Sequence[int]) -> dict[int, bool]:
    """The orders whose mark as their customer's first is wrong, with the right one."""
    earliest = [unknown_last(O.placed_on, False), O.placed_at, O.id]
    place = fn.ROW_NUMBER().over(partition_by=[O.customer], order_by=earliest)
    mine = O.customer.in_(list(customers))
    ranked = (
        O.select(O.id.alias("id"), O.first.alias("first"), place.alias("place")).where(mine, _COUNTED).alias("ranked")
    )
    query = O.select(ranked.c.id, ranked.c.first, ranked.c.place).from_(ranked)
    wrong = {row[0]: row[2] == 1 for row in shop.rows(query.tuples()) if bool(row[1]) != (row[2] == 1)}
    cancelled = O.select(O.id).where(mine, ~_COUNTED, O.first)
    return wrong | {row[0]: False for row in shop.rows(cancelled.tuples())}


def _day(value: dt.date | str | None) -> dt.date | None:
    return dt.date.fromisoformat(value) if isinstance(value, str) else value
