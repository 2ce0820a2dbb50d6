"""Which open orders are late, due or at risk today, all at once: for lists, Today and the packing queue."""

from __future__ import annotations

import datetime as dt
from array import array
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import Any

from peewee import SQL, fn

from desktop_app.domain.carriers import Transits
from desktop_app.domain.orders import TO_PACK, Status
from desktop_app.domain.promise import Promise
from desktop_app.domain.settings import SettingValues
from desktop_app.queries import Shop
from desktop_app.queries.carriers import shop_transits
from desktop_app.queries.listing import among, literals
from desktop_app.queries.promise import Promises
from desktop_app.queries.settings import settings
from desktop_app.store.tables import LineTable as L
from desktop_app.store.tables import OrderTable as O
from desktop_app.store.tables import ProductTable as P

OPEN = O.status.in_(literals(TO_PACK))  # written as the partial index says it
OPEN_SQL = f"status IN ({', '.join(map(repr, map(str, TO_PACK)))})"  # the same in statements that are written out
# whether an order holds an article whose stock is known: only then it can be short of pieces
STOCKED = fn.EXISTS(L.select(SQL("1")).join(P, on=L.product == P.id).where(L.order == O.id, P.stock.is_null(False)))


@dataclass(frozen=True, slots=True)
class OpenCounts:
    """How many orders wait to be packed, and of how many of them something is to be told."""

    to_pack: int
    late: int
    unprinted: int
    set_aside: int


def open_counts(shop: Shop) -> OpenCounts:
    """How the open orders stand, in one statement."""
    return OpenCounts(*shop.sql(_COUNTS, (shop.today(),))[0])


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
    too_long: dict[tuple[Any, ...], bool] = {}  # most orders go by few carriers, to few countries, within few days
    found = array("q")
    for order, unpaid, *alike in shop.sql(_AHEAD, (promises.risk_until, promises.today)):
        if not unpaid and order not in promises.short:
            way = tuple(alike)
            if way not in too_long:
                too_long[way] = _late_at_the_door(promises, *way)
            if not too_long[way]:
                continue
        found.append(order)
    return found


def short_orders(shop: Shop) -> frozenset[int]:
    """The open orders for which there are too few pieces of an article.

    Pieces go to the orders promised soonest: an order is short when it and those before it need more than the stock
    that the shop says it has. Articles whose stock nobody says are never short.
    """
    left: dict[int, int] = {}
    short = set()
    for order, product, stock, pieces in shop.sql(_WANTED):
        there = left[product] = left.get(product, stock) - pieces
        if there < 0:
            short.add(order)
    return frozenset(short)


def _late_at_the_door(
    promises: Promises, ship_by: dt.date | str, deliver_by: dt.date | str | None, carrier: str, country: str
) -> bool:
    """Whether the carrier of an order needs more days than are left between the two days promised."""
    if not deliver_by or not promises.transits.carriers:
        return False
    transit = promises.transits.days(carrier, country)
    stood = promises.stand(Promise(Status.PAID, True, as_date(ship_by), as_date(deliver_by), transit))
    return bool(stood.reasons)


def as_date(value: dt.date | str) -> dt.date:
    """A day as either engine returns it from a statement that is written out."""
    return dt.date.fromisoformat(value) if isinstance(value, str) else value


# Written out, and told apart in Python: a window over all these lines sorts and keeps them twice as long, and rows
# through tables take twice as long again. Short articles are asked for only where the shop counts any.
_WANTED = f"""
SELECT o.id, p.id, p.stock, l.quantity - l.returned
  FROM orders o JOIN order_line l ON l.order_id = o.id JOIN product p ON p.id = l.product_id
 WHERE EXISTS (SELECT 1 FROM product WHERE stock IS NOT NULL) AND o.{OPEN_SQL} AND p.stock IS NOT NULL
 ORDER BY o.ship_by NULLS LAST, o.id"""
_AHEAD = f"""
SELECT id, NOT paid AND ship_by <= ?, ship_by, deliver_by, carrier, to_country
  FROM orders WHERE {OPEN_SQL} AND ship_by > ? ORDER BY ship_by, id"""
_COUNTS = f"""
SELECT count(*), count(*) FILTER (WHERE ship_by < ?),
       count(*) FILTER (WHERE NOT (thank_you_printed AND insert_printed)), count(*) FILTER (WHERE set_aside <> '')
  FROM orders WHERE {OPEN_SQL}"""
