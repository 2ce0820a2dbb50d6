"""What customers' orders say of them, counted anew: how many, the first and last day, which was the first."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from desktop_app.domain.orders import Status
from desktop_app.queries import Shop

LAST_DAY = "9999-12-31"  # orders without a day come after those with one
Figures = tuple[int, str, str]  # orders, first day, last day; days as ISO text, empty where there is none


@dataclass(frozen=True, slots=True)
class Corrections:
    """What is to be written: the figures of customers and the first-order marks of orders that are wrong, as right."""

    figures: dict[int, tuple[int, dt.date | None, dt.date | None]]
    marks: dict[int, bool]


def corrections(shop: Shop, customers: Sequence[int]) -> Corrections:
    """Compares what is kept of these customers with their orders; cancelled orders do not count.

    One pass over the orders in plain rows: imports of tens of thousands of orders wait for this.
    """
    wanted = ",".join(str(int(customer)) for customer in customers) or "0"
    counted: dict[int, Figures] = {}
    earliest: dict[int, tuple[str, str, int]] = {}
    marked: set[int] = set()
    for customer, number, status, first, day, at in shop.sql(
        f"SELECT customer_id, id, status, first, placed_on, placed_at FROM orders WHERE customer_id IN ({wanted})"
    ):
        if first:
            marked.add(number)
        if status == Status.CANCELLED.value:
            continue
        date = str(day) if day else ""
        count, begin, end = counted.get(customer, (0, "", ""))
        counted[customer] = (count + 1, min(begin, date) if begin and date else begin or date, max(end, date))
        key = (date or LAST_DAY, at, number)
        if customer not in earliest or key < earliest[customer]:
            earliest[customer] = key
    right = {number for _, _, number in earliest.values()}
    kept = shop.sql(f"SELECT id, orders, first_order_on, last_order_on FROM customer WHERE id IN ({wanted})")
    return Corrections(_wrong(kept, counted), {number: number in right for number in right ^ marked})


def _wrong(
    kept: Sequence[tuple[Any, ...]], counted: dict[int, Figures]
) -> dict[int, tuple[int, dt.date | None, dt.date | None]]:
    found = {}
    for customer, orders, first, last in kept:
        count, begin, end = counted.get(customer, (0, "", ""))
        if (orders, str(first or ""), str(last or "")) != (count, begin, end):
            found[customer] = (count, _day(begin), _day(end))
    return found


def _day(text: str) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None
