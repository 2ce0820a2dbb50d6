"""Orders whole, as rows of a file that has one for each article: what the order is stands on every row of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from peewee import JOIN

from desktop_app.domain.customers import Address
from desktop_app.domain.money import Money
from desktop_app.domain.orders import Line, OrderId, Status
from desktop_app.queries import Shop
from desktop_app.queries.listing import among
from desktop_app.queries.orders import money
from desktop_app.store.tables import CustomerTable as C
from desktop_app.store.tables import LineTable as L
from desktop_app.store.tables import OrderTable as O


@dataclass(frozen=True, slots=True)
class WholeOrder:
    """An order with what it is known by, its buyer and its amounts."""

    id: OrderId
    number: str
    source: str
    key: str
    customer: int | None
    given: str
    family: str
    patronymic: str
    company: str
    email: str
    phone: str
    placed_at: str
    changed_at: str
    status: Status
    paid: bool
    currency: str
    total: Money | None
    shipping: Money | None
    discount: Money | None
    refunded: Money | None
    ship_by: dt.date | None
    deliver_by: dt.date | None
    carrier: str
    tracking: str
    ship_to: Address
    note: str
    packer_note: str
    note_to: str
    gift: bool


@dataclass(frozen=True, slots=True)
class OrderLineRow:
    """One article of an order; `line` is None for an order without any, which has one row all the same."""

    order: WholeOrder
    line: Line | None


def order_lines(shop: Shop, ids: Sequence[int]) -> list[OrderLineRow]:
    """The articles of these orders, in the ids' order and their own, in two statements; orders gone are left out."""
    if not ids:
        return []
    query = O.select(*_ORDER).join(C, JOIN.LEFT_OUTER).where(among(O.id, ids))
    orders = {row[0]: _order(row) for row in shop.rows(query.tuples())}
    lines: dict[int, list[Line]] = {}
    articles = L.select(L.order, *_LINE).where(among(L.order, ids)).order_by(L.order, L.position)
    for order, *line in shop.rows(articles.tuples()):
        lines.setdefault(order, []).append(_line(line, orders[order].currency))
    return [
        OrderLineRow(orders[order], line) for order in ids if order in orders for line in lines.get(order) or (None,)
    ]


_ORDER = (
    O.id, O.number, O.source, O.source_key, O.customer, C.given, C.family, C.patronymic, C.company, C.email, C.phone,
    O.placed_at, O.changed_at, O.status, O.paid, O.currency, O.total_minor, O.shipping_minor, O.discount_minor,
    O.refunded_minor, O.ship_by, O.deliver_by, O.carrier, O.tracking, O.to_name, O.to_street, O.to_city, O.to_region,
    O.to_postcode, O.to_country, O.note, O.packer_note, O.note_to, O.gift,
)  # fmt: skip
_LINE = (L.name, L.quantity, L.sku, L.unit_minor, L.total_minor, L.discount_minor, L.returned)


def _order(row: Sequence[Any]) -> WholeOrder:
    number, shown, source, key, customer = row[:5]
    currency, amounts = row[15], row[16:20]
    values: list[Any] = [
        OrderId(number), shown, source, key, customer, *(name or "" for name in row[5:11]), *row[11:13],
        Status(row[13]), bool(row[14]), currency, *(money(minor, currency) for minor in amounts), *row[20:24],
        Address(*row[24:30]), *row[30:33], bool(row[33]),
    ]  # fmt: skip
    return WholeOrder(*values)


def _line(row: Sequence[Any], currency: str) -> Line:
    name, quantity, sku, unit, total, discount, returned = row
    return Line(
        name, quantity, sku, money(unit, currency), money(total, currency), discount=money(discount, currency),
        returned=returned,
    )  # fmt: skip
