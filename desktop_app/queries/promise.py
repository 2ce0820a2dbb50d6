"""The shop's own calendar and rules for promises; actions count with it, lists tell how orders stand by it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass, field, replace
from functools import cached_property

from desktop_app.domain.carriers import Transits
from desktop_app.domain.orders import OrderFields
from desktop_app.domain.products import ProductId
from desktop_app.domain.promise import (
    Promise,
    Promised,
    Rules,
    Stood,
    promised,
    risk_until,
    slowest,
    standing_of,
)
from desktop_app.domain.settings import CUTOFF_HOUR, HANDLING_DAYS, SettingValues
from desktop_app.domain.shop_days import shop_calendar
from desktop_app.domain.working_days import Calendar
from desktop_app.queries import Shop
from desktop_app.queries.carriers import shop_transits
from desktop_app.queries.listing import among
from desktop_app.queries.settings import settings
from desktop_app.store.tables import ProductTable as P


@dataclass
class Promises:
    """How orders stand on one day in one shop; the public holidays are looked up only when one of them decides."""

    today: dt.date
    settings: SettingValues
    transits: Transits = field(default_factory=Transits)
    short: frozenset[int] = frozenset()  # ids of open orders for which there are too few pieces

    @cached_property
    def calendar(self) -> Calendar:
        """The shop's working days."""
        return shop_calendar(self.settings)

    @property
    def risk_until(self) -> dt.date:
        """The last promise that puts an unpaid order at risk today."""
        return risk_until(self.today, self.calendar)

    def stand(self, promise: Promise) -> Stood:
        """How an order stands, by how many working days it is late, and why its promise may not be kept."""
        return standing_of(promise, self.today, self.calendar)


def shop_rules(values: SettingValues) -> Rules:
    """What the shop promises an order that brings no date."""
    return Rules(shop_calendar(values), values[HANDLING_DAYS], values[CUTOFF_HOUR])


def with_promise(shop: Shop, fields: OrderFields, *, count_delivery: bool = True) -> OrderFields:
    """An order with the days the shop promises where it brings none; what was given is left as it is."""
    if fields.ship_by is not None and (fields.deliver_by is not None or not count_delivery):
        return fields
    rules = shop_rules(settings(shop))
    found = promised(
        fields.placed_at,
        rules,
        handling=order_handling(shop, [line.product for line in fields.lines], rules),
        transit=shop_transits(shop).days(fields.carrier, fields.ship_to.country),
        given=Promised(fields.ship_by, fields.deliver_by),
    )
    return replace(fields, ship_by=found.ship_by, deliver_by=found.deliver_by)


def order_handling(shop: Shop, products: Collection[ProductId | None], rules: Rules) -> int:
    """The working days to make these articles ready: those of the slowest."""
    known = handling_days(shop, {product for product in products if product is not None})
    return slowest([known.get(product) if product is not None else None for product in products], rules)


def handling_days(shop: Shop, products: Collection[ProductId] | None = None) -> dict[ProductId, int]:
    """The articles that have handling days of their own, all of the shop's when none are named."""
    if products is not None and not products:
        return {}
    query = P.select(P.id, P.handling_days).where(P.handling_days.is_null(False))
    if products is not None:
        query = query.where(among(P.id, products))
    return {ProductId(product): days for product, days in shop.rows(query.tuples())}
