"""What customers' orders say of them, counted anew: how many, the first and last day, what they come to."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from desktop_app.domain.orders import Status
from desktop_app.queries import Shop

LAST_DAY = "9999-12-31"  # orders without a day come after those with one
Kept = tuple[int, dt.date | None, dt.date | None, int, str]  # orders, first day, last day, spent, its currency


@dataclass(frozen=True, slots=True)
class Corrections:
    """What is to be written: the figures of customers and the first-order marks of orders that are wrong, as right."""

    figures: dict[int, Kept]
    marks: dict[int, bool]


@dataclass(slots=True)
class _Counted:
    """The figures of one customer while their orders are gone through; days are ISO text, empty without one."""

    orders: int = 0
    first: str = ""
    last: str = ""
    earliest: tuple[str, str, int] | None = None
    currency: str = ""
    minor: int = 0
    others: dict[str, tuple[int, int]] | None = None  # orders and sum of each currency, where there are several

    def add(self, number: int, date: str, at: str, currency: str, minor: int) -> None:
        """Takes in one order that counts."""
        if currency != self.currency and self.orders:
            self.others = self.others or {self.currency: (self.orders, self.minor)}
        self.orders += 1
        self.minor += minor
        self.currency = self.currency if self.orders > 1 else currency
        if self.others is not None:
            count, sum_ = self.others.get(currency, (0, 0))
            self.others[currency] = (count + 1, sum_ + minor)
        if date:
            self.first = min(self.first, date) if self.first else date
            self.last = max(self.last, date)
        key = (date or LAST_DAY, at, number)
        if self.earliest is None or key < self.earliest:
            self.earliest = key

    def figures(self) -> tuple[int, str, str, int, str]:
        """The figures as they are to be kept, the spending in the currency most of the orders are in."""
        currency, minor = self.currency, self.minor
        if self.others is not None:
            found = ((-count, name, sum_) for name, (count, sum_) in self.others.items())
            _, currency, minor = min(found)
        return self.orders, self.first, self.last, minor, currency


def spent(total: int | None, refunded: int | None) -> int:
    """What an order comes to, in minor units: its total less what was given back, never below zero."""
    return max(0, (total or 0) - (refunded or 0))


def corrections(shop: Shop, customers: Sequence[int]) -> Corrections:
    """Compares what is kept of these customers with their orders; cancelled orders do not count.

    One pass over the orders in plain rows: imports of tens of thousands of orders wait for this.
    """
    wanted = ",".join(str(int(customer)) for customer in customers) or "0"
    counted: dict[int, _Counted] = {}
    marked: set[int] = set()
    for customer, number, status, first, day, at, currency, total, refunded in shop.sql(
        "SELECT customer_id, id, status, first, placed_on, placed_at, currency, total_minor, refunded_minor"
        f" FROM orders WHERE customer_id IN ({wanted})"
    ):
        if first:
            marked.add(number)
        if status == Status.CANCELLED.value:
            continue
        known = counted.get(customer)
        if known is None:
            known = counted[customer] = _Counted()
        known.add(number, str(day) if day else "", at, currency, spent(total, refunded))
    right = {known.earliest[2] for known in counted.values() if known.earliest}
    kept = shop.sql(
        "SELECT id, orders, first_order_on, last_order_on, spent_minor, spent_currency"
        f" FROM customer WHERE id IN ({wanted})"
    )
    return Corrections(_wrong(kept, counted), {number: number in right for number in right ^ marked})


def _wrong(kept: Sequence[tuple[Any, ...]], counted: dict[int, _Counted]) -> dict[int, Kept]:
    found: dict[int, Kept] = {}
    nothing = _Counted().figures()
    for customer, orders, first, last, minor, currency in kept:
        known = counted.get(customer)
        right = known.figures() if known else nothing
        if (orders, str(first or ""), str(last or ""), minor, currency) != right:
            found[customer] = (right[0], _day(right[1]), _day(right[2]), right[3], right[4])
    return found


def _day(text: str) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None
