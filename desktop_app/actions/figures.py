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

_COLUMNS = ("orders", "first_order_on", "last_order_on", "spent_minor", "spent_currency")
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
        # orders, last day, the first's moment, the first, its currency, what all come to
        self._of: dict[int, tuple[int, str, str, int, str, int]] = {}

    def add(self, orders: Iterable[tuple[int, int, str, str, int]]) -> set[int]:
        """Takes in orders that count: customer, order, moment, currency, what it comes to.

        Returns the customers who are to be counted anew: those too many, and those with orders in several currencies.
        """
        left: set[int] = set()
        for customer, order, placed_at, currency, minor in orders:
            known = self._of.get(customer)
            moment = placed_at or LAST_DAY
            if known is not None:
                count, last, earliest, first, money, spent = known
                if money != currency:
                    left.add(customer)
                if (moment, order) < (earliest, first):
                    earliest, first = moment, order
                self._of[customer] = (count + 1, max(last, placed_at[:10]), earliest, first, money, spent + minor)
            elif len(self._of) < _MOST:
                self._of[customer] = (1, placed_at[:10], moment, order, currency, minor)
            else:
                left.add(customer)
        return left

    def write(self, change: Change, *, but: Collection[int]) -> None:
        """Writes what was gathered, but for some customers."""
        found = {customer: figures for customer, figures in self._of.items() if customer not in but}
        rows = (
            (count, None if moment == LAST_DAY else moment[:10], last or None, spent, currency)
            for count, last, moment, _, currency, spent in found.values()
        )
        change.update_many(CustomerTable, list(found), _COLUMNS, rows)
        firsts = sorted(each[3] for each in found.values())
        change.update_many(OrderTable, firsts, ("first",), ((True,) for _ in firsts))
