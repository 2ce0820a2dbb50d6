"""Which open orders are late, due or at risk today, all at once: for lists, Today and the packing queue."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from peewee import SQL, Select, fn

from desktop_app.domain.carriers import Transits
from desktop_app.domain.orders import TO_PACK, OrderId, Status
from desktop_app.domain.promise import Promise, Reason, Standing
from desktop_app.domain.settings import SettingValues
from desktop_app.queries import Shop
from desktop_app.queries.carriers import shop_transits
from desktop_app.queries.listing import literals
from desktop_app.queries.promise import Promises
from desktop_app.queries.settings import settings
from desktop_app.store.tables import LineTable as L
from desktop_app.store.tables import OrderTable as O
from desktop_app.store.tables import ProductTable as P

OPEN = O.status.in_(literals(TO_PACK))  # written as the partial index says it
# whether an order holds an article whose stock is known: only then it can be short of pieces
STOCKED = fn.EXISTS(
    L.select(SQL("1")).join(P, on=L.product == P.id).where(L.order == O.id, P.stock.is_null(False))
)


@dataclass(frozen=True, slots=True)
class AtRisk:
    """An open order that is neither late nor due but may not keep its promise, and why."""

    id: OrderId
    ship_by: dt.date
    reasons: tuple[Reason, ...]


def late_condition(today: dt.date) -> Any:
    """That an order is open and late."""
    return OPEN & (O.ship_by < today)


def due_condition(today: dt.date) -> Any:
    """That an order is open and due today."""
    return OPEN & (O.ship_by == today)


def promises_for(shop: Shop, values: SettingValues, *, delivering: bool, stocked: bool) -> Promises:
    """What tells how some orders stand: carriers and stock are asked for only where one of them needs it."""
    return Promises(
        shop.today(),
        values,
        shop_transits(shop) if delivering else Transits(),
        short_orders(shop) if stocked else frozenset(),
    )


def at_risk_ids(shop: Shop) -> list[int]:
    """The open orders at risk, promised soonest first, in four statements."""
    return [one.id for one in at_risk(shop, promises_for(shop, settings(shop), delivering=True, stocked=True))]


def at_risk(shop: Shop, promises: Promises) -> list[AtRisk]:
    """The open orders at risk with their reasons, promised soonest first, in one statement."""
    candidates = _candidates(shop, promises)
    found = []
    for order_id, promise in candidates:
        stood = promises.stand(promise)
        if stood.standing is Standing.AT_RISK and promise.ship_by is not None:
            found.append(AtRisk(OrderId(order_id), promise.ship_by, stood.reasons))
    return sorted(found, key=lambda one: (one.ship_by, one.id))


def short_orders(shop: Shop, wanted: Collection[int] | None = None) -> frozenset[int]:
    """The open orders for which there are too few pieces of an article, of those `wanted` where they are named.

    Pieces go to the orders promised soonest: an order is short when it and those before it need more than the stock
    that the shop says it has. Articles whose stock nobody says are never short.
    """
    pieces = fn.SUM(L.quantity - L.returned).over(partition_by=[P.id], order_by=[SQL("ship_by NULLS LAST"), O.id])
    needs = (
        O.select(O.id.alias("wanted_by"), P.stock.alias("stock"), pieces.alias("needed"))
        .join(L, on=L.order == O.id)
        .join(P, on=L.product == P.id)
        .where(OPEN, P.stock.is_null(False))
        .alias("needs")
    )
    query = Select([needs], [needs.c.wanted_by]).where(needs.c.needed > needs.c.stock)
    found = frozenset(order_id for (order_id,) in shop.rows(query.distinct().tuples()))
    return found if wanted is None else found & frozenset(wanted)


def _candidates(shop: Shop, promises: Promises) -> list[tuple[int, Promise]]:
    """Open orders that are neither late nor due and could be at risk."""
    today, short = promises.today, promises.short
    may_be = (~O.paid & (O.ship_by <= promises.risk_until)) | O.deliver_by.is_null(False)
    if short:
        may_be |= O.id.in_(SQL(f"({','.join(map(str, short))})"))
    query = O.select(O.id, O.status, O.paid, O.ship_by, O.deliver_by, O.carrier, O.to_country)
    rows = shop.rows(query.where(OPEN, O.ship_by > today, may_be).tuples())
    return [
        (
            order_id,
            Promise(
                Status(status), bool(paid), ship_by, deliver_by,
                promises.transits.days(carrier, country) if deliver_by else None, order_id in short,
            ),
        )
        for order_id, status, paid, ship_by, deliver_by, carrier, country in rows
    ]  # fmt: skip
