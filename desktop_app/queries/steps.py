"""What an action needs to know of many orders at once: where they stand, what hangs on them, which number is free."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from peewee import fn

from desktop_app.domain.customers import CustomerId
from desktop_app.domain.keys import number_key
from desktop_app.domain.orders import SENT_OFF, OrderId, Status
from desktop_app.queries import Shop
from desktop_app.queries.listing import among, in_parts
from desktop_app.store.tables import LineTable as L
from desktop_app.store.tables import OrderTable as O
from desktop_app.store.tables import PrintItemTable, StepTable
from desktop_app.store.tables import ProductTable as P

OWN = ""  # the source of orders made at our own desk
_FIRST = 1001


@dataclass(frozen=True, slots=True)
class OrderState:
    """Where one order stands."""

    id: OrderId
    number: str
    status: Status
    paid: bool
    customer: CustomerId | None
    set_aside: str = ""
    packed_by: str = ""


def order_states(shop: Shop, ids: Sequence[int]) -> list[OrderState]:
    """Where these orders stand, each once, in the ids' order; those that are gone are left out."""
    found: dict[int, OrderState] = {}
    for part in in_parts(ids):
        query = O.select(O.id, O.number, O.status, O.paid, O.customer, O.set_aside, O.packed_by)
        for order_id, number, status, paid, *rest in shop.rows(query.where(among(O.id, part)).tuples()):
            found[order_id] = OrderState(order_id, number, Status(status), bool(paid), *rest)
    return [found[order_id] for order_id in dict.fromkeys(ids) if order_id in found]


def line_ids(shop: Shop, order_ids: Sequence[int]) -> list[int]:
    """The ids of all lines of these orders."""
    return _ids(shop, L, order_ids)


class LinePlace(NamedTuple):
    """One line of an order: how many pieces it has, how many came back, which product it is."""

    id: int
    order: OrderId
    position: int
    quantity: int
    returned: int
    product: int | None


def line_places(shop: Shop, order_ids: Sequence[int]) -> list[LinePlace]:
    """The lines of these orders in their sequence."""
    found: list[LinePlace] = []
    for part in in_parts(order_ids):
        query = L.select(L.id, L.order, L.position, L.quantity, L.returned, L.product).where(among(L.order, part))
        found += map(LinePlace._make, shop.rows(query.order_by(L.order, L.position).tuples()))
    return found


def pieces_out(shop: Shop, order_ids: Sequence[int]) -> dict[OrderId, Counter[int]]:
    """How many pieces of each product each of these orders holds that did not come back, where a stock is kept."""
    found = dict[OrderId, Counter[int]]()
    if not order_ids or not shop.rows(P.select(P.id).where(P.stock.is_null(False)).limit(1)):  # most shops count none
        return found
    for part in in_parts(order_ids):
        query = L.select(L.order, L.product, fn.SUM(L.quantity - L.returned)).join(P)
        for order, product, pieces in shop.rows(
            query.where(among(L.order, part), P.stock.is_null(False)).group_by(L.order, L.product).tuples()
        ):
            found.setdefault(OrderId(order), Counter())[product] += int(pieces)
    return found


def stocks(shop: Shop, products: Sequence[int]) -> dict[int, int]:
    """How many pieces of these products are on the shelf; those that nobody counts are left out."""
    found: dict[int, int] = {}
    for part in in_parts(products):
        found.update(shop.rows(P.select(P.id, P.stock).where(among(P.id, part), P.stock.is_null(False)).tuples()))
    return found


def missing_then(shop: Shop, order_ids: Sequence[int]) -> dict[OrderId, Counter[int]]:
    """What was not on the shelf when these orders were last sent off, by order and product."""
    found = dict[OrderId, Counter[int]]()
    for part in in_parts(order_ids):
        query = StepTable.select(StepTable.order, StepTable.status, StepTable.missing)
        out = dict[OrderId, bool]()
        for order, status, missing in shop.rows(
            query.where(among(StepTable.order, part)).order_by(StepTable.order, StepTable.id).tuples()
        ):
            sent = Status(status) in SENT_OFF
            if sent and not out.get(order):
                found[order] = missing_from(missing)
            out[order] = sent
    return found


def missing_from(text: str) -> Counter[int]:
    """The pieces by product that a step says were missing."""
    return Counter({int(product): pieces for product, pieces in json.loads(text or "{}").items()})


def step_ids(shop: Shop, order_ids: Sequence[int]) -> list[int]:
    """The ids of all steps these orders went."""
    return _ids(shop, StepTable, order_ids)


def print_item_ids(shop: Shop, order_ids: Sequence[int]) -> list[int]:
    """The ids of all entries of these orders in the print log."""
    return _ids(shop, PrintItemTable, order_ids)


def order_holder(shop: Shop, source: str, number: str) -> OrderId | None:
    """The order of a source shop that has this number; of our own desk where the source is empty."""
    found = shop.value(O.select(O.id).where(O.source == source, O.number_key == number_key(number)).order_by(O.id))
    return OrderId(found) if found is not None else None


def next_number(shop: Shop) -> str:
    """The number after that of the newest order of our own desk that has one made of digits."""
    newest = O.select(O.source_key).where(O.source == OWN).order_by(O.id.desc()).limit(100)
    numbers = [int(key) for (key,) in shop.rows(newest.tuples()) if key.isascii() and key.isdigit() and len(key) < 15]
    number = max(numbers, default=_FIRST - 1) + 1
    while order_holder(shop, OWN, str(number)) is not None:
        number += 1
    return str(number)


def _ids(shop: Shop, table: Any, order_ids: Sequence[int]) -> list[int]:
    found: list[int] = []
    for part in in_parts(order_ids):
        found += (row[0] for row in shop.rows(table.select(table.id).where(among(table.order, part)).tuples()))
    return found
