"""Keeps each customer's figures true to their orders; called inside every change that touches orders."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Collection, Iterable
from typing import TYPE_CHECKING

from desktop_app.queries import Shop
from desktop_app.queries.figures import LAST_DAY, corrections
from desktop_app.queries.listing import in_parts
from desktop_app.store.tables import CustomerTable, OrderTable

if TYPE_CHECKING:
    from desktop_app.store.transaction import Change

_COLUMNS = ("orders", "first_order_on", "last_order_on", "spent_minor", "spent_currency")
_MOST = 200_000  # customers whose figures are gathered; more would fill the memory


def recount(
    shop: Shop, change: Change, customers: Iterable[int | None], *, step: Callable[[], None] = lambda: None
) -> None:
    """Counts the figures of these customers anew, a few thousand together; writes only those that differ.

    `step` is called before each few thousand.
    """
    touched = sorted({customer for customer in customers if customer is not None})
    for part in in_parts(touched):
        step()
        wrong = corrections(shop, part)
        change.update_many(CustomerTable, list(wrong.figures), _COLUMNS, wrong.figures.values())
        change.update_many(OrderTable, list(wrong.marks), ("first",), ((first,) for first in wrong.marks.values()))


class Gathered:
    """Figures of customers a change adds, gathered as their orders are written, which need not be read again then.

    Their numbers follow each other, so that each figure is an array: a hundred bytes a customer instead of four.
    """

    def __init__(self) -> None:
        self._start: int | None = None  # the number of the customer whose figures stand first
        self._counts, self._spent, self._firsts = array("l"), array("q"), array("q")
        self._moments: list[str] = []  # of their first orders
        self._lasts: list[str] = []
        self._currencies: list[str] = []
        self._same: dict[str, str] = {}  # days and currencies, each kept once

    def add(self, orders: Iterable[tuple[int, int, str, str, int]]) -> set[int]:
        """Takes in orders that count: customer, order, moment, currency, what it comes to.

        Returns the customers who are to be counted anew: those too many, and those with orders in several currencies.
        """
        left: set[int] = set()
        same = self._same.setdefault
        for customer, order, placed_at, currency, minor in orders:
            at = self._place(customer)
            if at is None:
                left.add(customer)
                continue
            moment, day = placed_at or LAST_DAY, placed_at[:10]
            if not self._counts[at]:
                self._moments[at], self._firsts[at] = moment, order
                self._lasts[at], self._currencies[at] = same(day, day), same(currency, currency)
            else:
                if self._currencies[at] != currency:
                    left.add(customer)
                if (moment, order) < (self._moments[at], self._firsts[at]):
                    self._moments[at], self._firsts[at] = moment, order
                if day > self._lasts[at]:
                    self._lasts[at] = same(day, day)
            self._counts[at] += 1
            self._spent[at] += minor
        return left

    def write(self, change: Change, *, but: Collection[int], step: Callable[[], None]) -> None:
        """Writes what was gathered, but for some customers; `step` is called before each few thousand."""
        start = self._start or 0
        found = [at for at, count in enumerate(self._counts) if count and start + at not in but]
        for part in in_parts(found):
            step()
            change.update_many(CustomerTable, (start + at for at in part), _COLUMNS, map(self._row, part))
        for part in in_parts(sorted(self._firsts[at] for at in found)):
            step()
            change.update_many(OrderTable, part, ("first",), ((True,) for _ in part))

    def _place(self, customer: int) -> int | None:
        """Where the figures of a customer stand; None for one too many."""
        if self._start is None:
            self._start = customer
        at = customer - self._start
        if not 0 <= at < _MOST:
            return None
        while len(self._counts) <= at:
            for figures in (self._counts, self._spent, self._firsts):
                figures.append(0)
            for texts in (self._moments, self._lasts, self._currencies):
                texts.append("")
        return at

    def _row(self, at: int) -> tuple[int, str | None, str | None, int, str]:
        moment = self._moments[at]
        first = None if moment == LAST_DAY else moment[:10]
        return self._counts[at], first, self._lasts[at] or None, self._spent[at], self._currencies[at]
