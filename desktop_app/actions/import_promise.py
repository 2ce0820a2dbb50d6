"""The days promised to the orders of a file that brings none, counted once for all alike; the import writes them."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache

from desktop_app.domain.promise import Promised, Rules, promised, slowest
from desktop_app.queries import Shop
from desktop_app.queries.carriers import shop_transits
from desktop_app.queries.promise import handling_days

_REMEMBERED = 16_384  # hours of orders, places and carriers: a file goes through days in a row

Days = tuple[str | None, str | None]  # to post and to deliver by, as the shop keeps them


class PromiseCounter:
    """Counts by the shop's rules as they are when the import begins."""

    def __init__(self, shop: Shop, rules: Rules) -> None:
        self._rules = rules
        self._handling = {int(product): days for product, days in handling_days(shop).items()}
        self._transits = shop_transits(shop)
        self._transit = lru_cache(_REMEMBERED)(self._transits.days)
        self._counted = lru_cache(_REMEMBERED)(self._count)

    @property
    def by_product(self) -> bool:
        """Whether any article has handling days of its own, so that `handling` is worth asking for."""
        return bool(self._handling)

    def handling(self, products: list[int]) -> int:
        """The working days of the slowest of these articles."""
        return slowest([self._handling.get(product) for product in products], self._rules)

    def days(
        self,
        placed_at: str,
        ship_by: dt.date | None,
        deliver_by: dt.date | None,
        *,
        carrier: str,
        country: str,
        handling: int | None = None,
    ) -> Days:
        """Both days of an order; what the file gave stays as it was given."""
        transit = self._transit(carrier, country) if carrier and self._transits.carriers else None
        return self._counted(placed_at[:13], ship_by, deliver_by, handling, transit)

    def _count(
        self,
        hour: str,
        ship_by: dt.date | None,
        deliver_by: dt.date | None,
        handling: int | None,
        transit: int | None,
    ) -> Days:
        given = Promised(ship_by, deliver_by)
        found = promised(hour, self._rules, handling=handling, transit=transit, given=given)
        return _kept(found.ship_by), _kept(found.deliver_by)


def _kept(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None
