"""Which open orders are late, due or at risk today, all at once: for lists, Today and the packing queue."""

from __future__ import annotations

import datetime as dt
from array import array
from functools import reduce
from operator import or_
from typing import Any

from peewee import SQL, Select, fn

from desktop_app.domain.carriers import Transits
from desktop_app.domain.orders import TO_PACK, Status
from desktop_app.domain.promise import Promise
from desktop_app.domain.settings import SettingValues
from desktop_app.queries import Shop
from desktop_app.queries.carriers import shop_transits
from desktop_app.queries.listing import among, ids_in_order, literals
from desktop_app.queries.promise import Promises
from desktop_app.queries.settings import settings
from desktop_app.store.tables import LineTable as L
from desktop_app.store.tables import OrderTable as O
from desktop_app.store.tables import ProductTable as P

OPEN = O.status.in_(literals(TO_PACK))  # written as the partial index says it
# whether an order holds an article whose stock is known: only then it can be short of pieces
STOCKED = fn.EXISTS(L.select(SQL("1")).join(P, on=L.product == P.id).where(L.order == O.id, P.stock.is_null(False)))


# asked once before any order is looked at: most shops count no stock, and then this costs nothing
_ANY = P.alias("any_product")
_COUNTED = fn.EXISTS(_ANY.select(SQL("1")).where(_ANY.stock.is_null(False)))


def late_condition(today: dt.date) -> Any:
    """That an order is open and late."""
    return OPEN & (O.ship_by < today)


def standing_condition(shop: Shop, *, late: bool, due: bool, at_risk: bool) -> Any:
    """That an order is open and stands in one of the ways that are asked for."""
    day = shop.today()
    ways = [O.ship_by < day] if late else []
    if due:
        ways.append(O.ship_by == day)
    if at_risk:
        ways.append(among(O.id, at_risk_ids(shop)))
    return OPEN & reduce(or_, ways)


def promises_for(shop: Shop, values: SettingValues, *, delivering: bool, stocked: bool) -> Promises:
    """What tells how some orders stand: carriers and stock are asked for only where one of them needs it."""
    return Promises(
        shop.today(),
        values,
        shop_transits(shop) if delivering else Transits(),
        short_orders(shop) if stocked else frozenset(),
    )


def at_risk_ids(shop: Shop, promises: Promises | None = None) -> array[int]:
    """The open orders at risk, promised soonest first, in five statements at the most; `promises` know all carriers."""
    promises = promises or promises_for(shop, settings(shop), delivering=True, stocked=True)
    unpaid = ~O.paid & (O.ship_by <= promises.risk_until)
    others = among(O.id, promises.short | _late_at_the_door(shop, promises))
    query = O.select(O.id).where(OPEN, O.ship_by > promises.today, unpaid | others)
    return ids_in_order(shop, query.order_by(O.ship_by, O.id))


def short_orders(shop: Shop) -> frozenset[int]:
    """The open orders for which there are too few pieces of an article.

    Pieces go to the orders promised soonest: an order is short when it and those before it need more than the stock
    that the shop says it has. Articles whose stock nobody says are never short.
    """
    pieces = fn.SUM(L.quantity - L.returned).over(partition_by=[P.id], order_by=[SQL("ship_by NULLS LAST"), O.id])
    needs = (
        O.select(O.id.alias("wanted_by"), P.stock.alias("stock"), pieces.alias("needed"))
        .join(L, on=L.order == O.id)
        .join(P, on=L.product == P.id)
        .where(_COUNTED, OPEN, P.stock.is_null(False))
        .alias("needs")
    )
    query = Select([needs], [needs.c.wanted_by.alias("id")]).where(needs.c.needed > needs.c.stock).distinct()
    return frozenset(ids_in_order(shop, query))


def _late_at_the_door(shop: Shop, promises: Promises) -> frozenset[int]:
    """The open orders whose carrier needs more days than are left between the two days promised.

    Orders promised alike are one row: most of a shop's go by few carriers, to few countries, within few days.
    """
    if not promises.transits.carriers:
        return frozenset()
    alike = (O.ship_by, O.deliver_by, O.carrier, O.to_country)
    query = O.select(*alike, fn.STRING_AGG(O.id.cast("text"), ",").coerce(False)).group_by(*alike)
    found: list[int] = []
    for ship_by, deliver_by, carrier, country, ids in shop.rows(
        query.where(OPEN, O.ship_by > promises.today, O.deliver_by.is_null(False)).tuples()
    ):
        transit = promises.transits.days(carrier, country)
        stood = promises.stand(Promise(Status.PAID, True, ship_by, deliver_by, transit))
        if stood.reasons:
            found += map(int, ids.split(","))
    return frozenset(found)
