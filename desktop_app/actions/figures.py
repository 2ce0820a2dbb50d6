"""Keeps each customer's figures true to their orders; called inside every change that touches orders."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from desktop_app.queries import Shop
from desktop_app.queries.figures import corrections
from desktop_app.queries.listing import in_parts
from desktop_app.store.tables import CustomerTable, OrderTable

if TYPE_CHECKING:
    from desktop_app.store.transaction import Change

_COLUMNS = ("orders", "first_order_on", "last_order_on")


def recount(shop: Shop, change: Change, customers: Iterable[int | None]) -> None:
    """Counts the figures of these customers anew, a few thousand together; writes only those that differ."""
    touched = sorted({customer for customer in customers if customer is not None})
    for part in in_parts(touched):
        wrong = corrections(shop, part)
        change.update_many(CustomerTable, list(wrong.figures), _COLUMNS, wrong.figures.values())
        change.update_many(OrderTable, list(wrong.marks), ("first",), ((first,) for first in wrong.marks.values()))
