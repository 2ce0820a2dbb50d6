"""Keeps each customer's figures true to their orders; called inside every change that touches orders."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from desktop_app.queries import Shop
from desktop_app.queries.figures import Figures, figures_counted, figures_now, first_marks_to_change
from desktop_app.queries.listing import in_parts
from desktop_app.store.tables import CustomerTable, OrderTable

if TYPE_CHECKING:
    from desktop_app.store.transaction import Change

_COLUMNS = ("orders", "first_order_on", "last_order_on")


def recount(shop: Shop, change: Change, customers: Iterable[int | None]) -> None:
    """Counts the figures of these customers anew, a few thousand together; writes only those that differ."""
    touched = sorted({customer for customer in customers if customer is not None})
    for part in in_parts(touched):
        now, counted = figures_now(shop, part), figures_counted(shop, part)
        wrong = [right for id_, kept in now.items() if (right := counted.get(id_, Figures(id_, 0, None, None))) != kept]
        rows = ((right.orders, right.first_order_on, right.last_order_on) for right in wrong)
        change.update_many(CustomerTable, [right.customer for right in wrong], _COLUMNS, rows)
        marks = first_marks_to_change(shop, part)
        change.update_many(OrderTable, list(marks), ("first",), ((first,) for first in marks.values()))
