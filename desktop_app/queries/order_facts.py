"""What messages say of orders, many at once: the order itself, who gets it, and what can be promised now."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from peewee import JOIN

from desktop_app.domain.carriers import CarrierFields, Transits, carrier_key, tracking_link, transit_days
from desktop_app.domain.customers import Address, CustomerFields, CustomerId
from desktop_app.domain.occasions import OrderFacts
from desktop_app.domain.orders import POSTED, OrderId, Status
from desktop_app.domain.settings import REGULAR_FROM, SettingValues
from desktop_app.domain.shop_days import shop_calendar
from desktop_app.domain.working_days import Calendar
from desktop_app.queries import Shop
from desktop_app.queries.carriers import shop_transits
from desktop_app.queries.customers import FIELDS, customer_fields
from desktop_app.queries.listing import among, in_parts
from desktop_app.queries.orders import money
from desktop_app.store.tables import CustomerTable as C
from desktop_app.store.tables import LineTable as L
from desktop_app.store.tables import OrderTable as O
from desktop_app.store.tables import ProductTable as P

_COLUMNS = (
    O.id, O.number, O.customer, O.status, O.placed_on, O.currency, O.total_minor, O.refunded_minor, O.carrier,
    O.tracking, O.to_country, O.ship_by, O.deliver_by, O.first, O.to_name, C.orders,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class OrderAbout:
    """An order as messages speak of it, and who reads them; a guest is known by the name on the parcel."""

    id: OrderId
    facts: OrderFacts
    status: Status
    customer: CustomerId | None
    reader: CustomerFields
    regular: bool


def orders_about(
    shop: Shop, order_ids: Iterable[int], values: SettingValues, transits: Transits | None = None
) -> dict[OrderId, OrderAbout]:
    """What messages may say of these orders, in three statements for some hundreds of them; those gone are left out.

    `transits` are the carriers where they are known already.
    """
    wanted = list(dict.fromkeys(order_ids))
    found: dict[OrderId, OrderAbout] = {}
    if not wanted:
        return found
    carriers, calendar = (transits or shop_transits(shop)).carriers, shop_calendar(values)
    for part in in_parts(wanted):
        lines = _lines(shop, part)
        query = O.select(*_COLUMNS, *FIELDS).join(C, JOIN.LEFT_OUTER).where(among(O.id, part))
        rows = {row[0]: row for row in shop.rows(query.tuples())}
        for number in part:
            if number in rows:
                days = _Days(shop.today(), calendar, carriers)
                found[OrderId(number)] = _about(rows[number], lines.get(number, ()), days, values)
    return found


@dataclass(frozen=True, slots=True)
class _Days:
    """What counts the days that can be promised now."""

    today: dt.date
    calendar: Calendar
    carriers: dict[str, CarrierFields]


def _lines(shop: Shop, order_ids: Sequence[int]) -> dict[int, list[tuple[str, int, bool]]]:
    """Name, pieces and whether they are out of stock, of each article still wanted."""
    query = (
        L.select(L.order, L.name, L.quantity - L.returned, P.stock)
        .join(P, JOIN.LEFT_OUTER, on=L.product == P.id)
        .where(among(L.order, order_ids))
        .order_by(L.order, L.position)
    )
    found: dict[int, list[tuple[str, int, bool]]] = {}
    for order_id, name, pieces, stock in shop.rows(query.tuples()):
        if pieces > 0:
            found.setdefault(order_id, []).append((name, pieces, stock is not None and stock < pieces))
    return found


def _about(
    row: Sequence[Any], lines: Sequence[tuple[str, int, bool]], days: _Days, values: SettingValues
) -> OrderAbout:
    order_id, number, customer_id, status, placed_on, currency, total, refunded = row[:8]
    carrier_name, tracking, country, ship_by, deliver_by, first, to_name, orders = row[8:16]
    carrier = days.carriers.get(carrier_key(carrier_name)) if carrier_name else None
    stands = Status(status)
    late = ship_by is None or ship_by < days.today
    new_day = days.calendar.after(days.today, 1) if late else ship_by
    leaves = days.today if stands is Status.SHIPPED else new_day
    transit = transit_days(carrier, country) if carrier else None
    facts = OrderFacts(
        number=number,
        placed_on=placed_on,
        total=money(total, currency),
        items=tuple(name for name, _, _ in lines),
        pieces=sum(pieces for _, pieces, _ in lines),
        carrier=carrier_name,
        tracking=tracking,
        link=tracking_link(carrier, tracking),
        ship_by=ship_by,
        deliver_by=deliver_by,
        new_day=new_day,
        arrives=days.calendar.after(leaves, transit) if transit is not None else None,
        refunded=money(refunded, currency) if refunded else None,
        short=tuple(name for name, _, short in lines if short),
        first=bool(first),
        posted=stands in POSTED,
    )
    known = customer_id is not None
    return OrderAbout(
        OrderId(order_id),
        facts,
        stands,
        CustomerId(customer_id) if known else None,
        customer_fields(row[16:]) if known else CustomerFields(address=Address(name=to_name)),
        known and orders >= values[REGULAR_FROM],
    )
