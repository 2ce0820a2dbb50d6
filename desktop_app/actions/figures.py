"""Keeps each customer's figures true to their orders; called inside every change that touches orders."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING

from desktop_app.queries import Shop
from desktop_app.queries.figures import LAST_DAY, corrections
from desktop_app.queries.listing import in_parts
from desktop_app.store.tables import CustomerTable, OrderTable

if TYPE_CHECKING:
    from desktop_app.store.transaction import Change

_COLUMNS = ("orders", "first_order_on", "last_order_on")
_MOST = 50_000  # customers whose figures are gathered; more would fill the memory


def recount(shop: Shop, change: Change, customers: Iterable[int | None]) -> None:
    """Counts the figures of these customers anew, a few thousand together; writes only those that differ."""
    touched = sorted({customer for customer in customers if customer is not None})
    for part in in_parts(touched):
        wrong = corrections(shop, part)
        change.update_many(CustomerTable, list(wrong.figures), _COLUMNS, wrong.figures.values())
        change.update_many(OrderTable, list(wrong.marks), ("first",), ((first,) for first in wrong.marks.values()))


class Gathered:
    """Figures of customers a change adds, gathered as their orders are written, which need not be read again then."""

    def __init__(self) -> None:
        self._of: dict[int, tuple[int, str, str, tuple[str, str, int]]] = {}

    def add(self, customer: int, order: int, *, placed_at: str) -> bool:
        """Takes in one order that counts; False for one customer too many, who is to be counted anew."""
        day = placed_at[:10]
        key = (day or LAST_DAY, placed_at, order)
        known = self._of.get(customer)
        if known is None:
            if len(self._of) >= _MOST:
                return False
            self._of[customer] = (1, day, day, key)
            return True
        count, first, last, earliest = known
        begin = min(first, day) if first and day else first or day
        self._of[customer] = (count + 1, begin, max(last, day), min(earliest, key))
        return True

    def write(self, change: Change, *, but: Collection[int]) -> None:
        """Writes what was gathered, but for some customers."""
        found = {customer: figures for customer, figures in self._of.items() if customer not in but}
        rows = ((count, first or None, last or None) for count, first, last, _ in found.values())
        change.update_many(CustomerTable, list(found), _COLUMNS, rows)
        firsts = sorted(order for _, _, _, (_, _, order) in found.values())
        change.update_many(OrderTable, firsts, ("first",), ((True,) for _ in firsts))
