"""What the shop wants done today: orders against their promise, complaints, and whose days are near or were missed."""

from __future__ import annotations

import datetime as dt
from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import add
from typing import Any

from peewee import SQL, Select, fn

from desktop_app.domain.orders import OrderId
from desktop_app.domain.settings import SHOP_NAME, SettingValues
from desktop_app.queries import Shop
from desktop_app.queries.complaints_due import DueComplaints, complaints_due
from desktop_app.queries.days import SHOWN, DayRow, DoneRow, days_near
from desktop_app.queries.listing import unknown_last
from desktop_app.queries.orders import OrderRow, order_rows
from desktop_app.queries.settings import settings
from desktop_app.queries.standings import OPEN, as_date, at_risk_ids, promises_for
from desktop_app.store.tables import OrderTable as O


@dataclass(frozen=True, slots=True)
class TodayCounts:
    """How many there are of each, also of those not shown; `more` tells that there are more days than were counted."""

    late: int
    due: int
    at_risk: int
    to_pack: int
    birthdays: int
    missed: int
    more: bool = False


@dataclass(frozen=True, slots=True)
class Today:
    """The Today page: each list as long as was asked for, soonest first; `to_pack` holds late and due orders too.

    `birthdays` and `missed` are days of every kind, of customers and of the people around them; `done` is what was
    done about such days lately.
    """

    date: dt.date
    shop_name: str
    late: tuple[OrderRow, ...]
    due: tuple[OrderRow, ...]
    at_risk: tuple[OrderRow, ...]
    to_pack: tuple[OrderRow, ...]
    birthdays: tuple[DayRow, ...]
    missed: tuple[DayRow, ...]
    done: tuple[DoneRow, ...]
    complaints: DueComplaints
    counts: TodayCounts
    values: SettingValues


def today(shop: Shop, *, promises_shown: int = SHOWN, queue_shown: int = SHOWN) -> Today:
    """What the shop wants done on its today, in seventeen statements at the most.

    `promises_shown` is how many late, due and risky orders are wanted each, `queue_shown` how many of those to pack.
    """
    day, values = shop.today(), settings(shop)
    late, due, open_orders = _order_counts(shop, day)
    sizes = (promises_shown, promises_shown, queue_shown)
    lists = _open_orders(shop, day, sizes) if open_orders and any(sizes) else ([], [], [])
    promises = promises_for(shop, values, delivering=bool(open_orders), stocked=bool(open_orders))
    risky = at_risk_ids(shop, promises) if open_orders else array("q")
    wanted = list(dict.fromkeys([*lists[2], *lists[0], *lists[1], *risky[:promises_shown]]))
    rows = {row.id: row for row in order_rows(shop, wanted, values=values, promises=promises)}
    days = days_near(shop, values)
    return Today(
        date=day,
        shop_name=values[SHOP_NAME],
        late=_pick(rows, lists[0]),
        due=_pick(rows, lists[1]),
        at_risk=_pick(rows, risky[:promises_shown]),
        to_pack=_pick(rows, lists[2]),
        birthdays=days.coming,
        missed=days.missed,
        done=days.done,
        complaints=complaints_due(shop, values),
        counts=TodayCounts(
            late, due, len(risky), open_orders, days.coming_count, days.missed_count,
            days.more_coming or days.more_missed,
        ),
        values=values,
    )  # fmt: skip


def _order_counts(shop: Shop, day: dt.date) -> Sequence[int]:
    """Late, due and all open orders, from the partial index alone."""
    one = SQL("1")
    late, due = fn.COUNT(one).filter(O.ship_by < day), fn.COUNT(one).filter(O.ship_by == day)
    return shop.rows(O.select(late, due, fn.COUNT(one)).where(OPEN).tuples())[0]


def _open_orders(shop: Shop, day: dt.date, sizes: Sequence[int]) -> tuple[list[int], list[int], list[int]]:
    """The first late, due and open orders, those promised soonest first."""
    parts: tuple[Any, ...] = ((O.ship_by < day,), (O.ship_by == day,), ())
    arms = []
    for part, conditions in enumerate(parts):
        query = O.select(SQL(str(part)).alias("part"), O.id, O.ship_by).where(OPEN, *conditions)
        arm = query.order_by(unknown_last(O.ship_by, False), O.id).limit(sizes[part]).alias("arm")
        arms.append(Select([arm], [SQL("*")]))
    found: tuple[list[tuple[Any, int]], ...] = ([], [], [])
    for part, order_id, promised in shop.rows(reduce(add, arms)):
        found[part].append((as_date(promised) if promised else dt.date.max, order_id))  # unknown comes last
    late, due, others = ([order_id for _, order_id in sorted(one)] for one in found)
    return late, due, others


def _pick(rows: Mapping[OrderId, OrderRow], ids: Iterable[int]) -> tuple[OrderRow, ...]:
    return tuple(rows[OrderId(order_id)] for order_id in ids if OrderId(order_id) in rows)
