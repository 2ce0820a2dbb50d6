"""What the shop wants done today: orders against their promise, and birthdays coming, today and just missed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from peewee import SQL, Case, fn

from desktop_app.domain.customers import CustomerId, display_name
from desktop_app.domain.orders import OrderId
from desktop_app.domain.people_dates import Birthday, LeapRule, stored_days
from desktop_app.domain.settings import BIRTHDAY_LEAD, LEAP_RULE, REGULAR_FROM, SHOP_NAME, SettingValues
from desktop_app.queries import Shop
from desktop_app.queries.listing import unknown_last
from desktop_app.queries.orders import OPEN, OrderRow, order_rows
from desktop_app.queries.promise import Promises
from desktop_app.queries.settings import settings
from desktop_app.store.tables import CustomerTable as C
from desktop_app.store.tables import OrderTable as O

SHOWN = 100  # rows of each kind; the counts say how many there are
MISSED_DAYS = 3  # a birthday of the weekend is still seen on Monday
_RISK_DAYS = 14  # no run of holidays is longer: nothing promised later can be at risk


@dataclass(frozen=True, slots=True)
class BirthdayRow:
    """One birthday near today: `days_until` is below 0 when it was missed, `age` None when the year is unknown."""

    customer_id: CustomerId
    name: str
    birthday: Birthday
    kept_on: dt.date
    days_until: int
    age: int | None
    orders: int
    regular: bool


@dataclass(frozen=True, slots=True)
class TodayCounts:
    """How many there are of each, also of those not shown."""

    late: int
    due: int
    at_risk: int
    to_pack: int
    birthdays: int
    missed: int


@dataclass(frozen=True, slots=True)
class Today:
    """The Today page: each list at most SHOWN long, soonest first; `to_pack` holds late and due orders too."""

    date: dt.date
    shop_name: str
    late: tuple[OrderRow, ...]
    due: tuple[OrderRow, ...]
    at_risk: tuple[OrderRow, ...]
    to_pack: tuple[OrderRow, ...]
    birthdays: tuple[BirthdayRow, ...]
    missed: tuple[BirthdayRow, ...]
    counts: TodayCounts


def today(shop: Shop) -> Today:
    """What the shop wants done on its today."""
    day, values = shop.today(), settings(shop)
    late, due, open_orders = _order_counts(shop, day)
    to_pack = _ids(shop, OPEN)
    due_ids = _ids(shop, OPEN, O.ship_by == day) if due else []
    risky = _at_risk(shop, day, values)
    wanted = list(dict.fromkeys([*to_pack, *due_ids, *risky[:SHOWN]]))
    rows = {row.id: row for row in order_rows(shop, wanted, values=values)}
    coming, missed, birthdays, missed_count = _birthdays(shop, day, values)
    return Today(
        date=day,
        shop_name=values[SHOP_NAME],
        late=_pick(rows, to_pack[:late]),
        due=_pick(rows, due_ids),
        at_risk=_pick(rows, risky[:SHOWN]),
        to_pack=_pick(rows, to_pack),
        birthdays=coming,
        missed=missed,
        counts=TodayCounts(late, due, len(risky), open_orders, birthdays, missed_count),
    )


def _order_counts(shop: Shop, day: dt.date) -> Sequence[int]:
    """Late, due and all open orders, from the partial index alone."""
    one = SQL("1")
    late, due = fn.COUNT(one).filter(O.ship_by < day), fn.COUNT(one).filter(O.ship_by == day)
    return shop.rows(O.select(late, due, fn.COUNT(one)).where(OPEN).tuples())[0]


def _ids(shop: Shop, *conditions: Any) -> list[int]:
    """The soonest promised orders first, so that late ones lead."""
    query = O.select(O.id).where(*conditions).order_by(unknown_last(O.ship_by, False), O.id).limit(SHOWN)
    return [row[0] for row in shop.rows(query.tuples())]


def _at_risk(shop: Shop, day: dt.date, values: SettingValues) -> list[int]:
    """All unpaid orders at risk; the calendar is asked only when there is a candidate."""
    last = day + dt.timedelta(days=_RISK_DAYS)
    query = O.select(O.id, O.ship_by).where(OPEN, O.ship_by > day, O.ship_by <= last, ~O.paid).order_by(O.ship_by, O.id)
    soon = shop.rows(query.tuples())
    last = Promises(day, values).risk_until if soon else day
    return [order_id for order_id, promised in soon if promised <= last]


def _pick(rows: Mapping[OrderId, OrderRow], ids: Iterable[int]) -> tuple[OrderRow, ...]:
    return tuple(rows[OrderId(order_id)] for order_id in ids if OrderId(order_id) in rows)


def _birthdays(
    shop: Shop, day: dt.date, values: SettingValues
) -> tuple[tuple[BirthdayRow, ...], tuple[BirthdayRow, ...], int, int]:
    """Those coming and those missed, nearest day first and regulars before others, with how many there are of each."""
    rule = LeapRule(values[LEAP_RULE])
    coming = _kept_days(day, range(values[BIRTHDAY_LEAD] + 1), rule)
    missed = {
        stored: kept
        for stored, kept in _kept_days(day, range(-1, -MISSED_DAYS - 1, -1), rule).items()
        if stored not in coming
    }
    query = C.select(C.birth_month_day, fn.COUNT(C.id)).where(C.birth_month_day.in_([*coming, *missed]), C.congratulate)
    counts: dict[int, int] = dict(shop.rows(query.group_by(C.birth_month_day).tuples()))
    found = []
    for days in (coming, missed):
        total = sum(counts.get(stored, 0) for stored in days)
        found.append((_birthday_rows(shop, day, _enough(days, counts), values) if total else (), total))
    return found[0][0], found[1][0], found[0][1], found[1][1]


def _kept_days(day: dt.date, offsets: Iterable[int], rule: LeapRule) -> dict[int, dt.date]:
    """The stored month*100+day values kept on days near `day`, in the offsets' order, each with its date."""
    days = (day + dt.timedelta(days=offset) for offset in offsets)
    return {stored: kept for kept in days for stored in stored_days(kept, kept, rule)}


def _enough(days: Mapping[int, dt.date], counts: Mapping[int, int]) -> dict[int, dt.date]:
    """The first of the days that together hold as many birthdays as are shown."""
    kept: dict[int, dt.date] = {}
    found = 0
    for stored, date in days.items():
        if found >= SHOWN:
            break
        if counts.get(stored):
            kept[stored] = date
            found += counts[stored]
    return kept


def _birthday_rows(
    shop: Shop, day: dt.date, days: Mapping[int, dt.date], values: SettingValues
) -> tuple[BirthdayRow, ...]:
    place = Case(C.birth_month_day, [(stored, n) for n, stored in enumerate(days)], len(days))
    query = C.select(*_PERSON).where(C.birth_month_day.in_(list(days)), C.congratulate)
    rows = shop.rows(query.order_by(place, C.orders.desc(), C.id).limit(SHOWN).tuples())
    return tuple(_birthday_row(row, day, days[row[6]], values[REGULAR_FROM]) for row in rows)


def _birthday_row(row: Sequence[Any], day: dt.date, kept: dt.date, regular_from: int) -> BirthdayRow:
    customer_id, given, family, company, email, phone, month_day, year, orders = row
    birthday = Birthday.from_store(month_day, year)
    return BirthdayRow(
        customer_id=CustomerId(customer_id),
        name=display_name(given, family, company, email=email, phone=phone),
        birthday=birthday,
        kept_on=kept,
        days_until=(kept - day).days,
        age=birthday.age_on(kept),
        orders=orders,
        regular=orders >= regular_from,
    )


_PERSON = (C.id, C.given, C.family, C.company, C.email, C.phone, C.birth_month_day, C.birth_year, C.orders)
