"""Keeps where the articles of orders lie first, so that a bench walks through the shop once; part of other changes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from desktop_app.domain.keys import NOWHERE
from desktop_app.domain.orders import OrderId
from desktop_app.queries import Shop
from desktop_app.queries.listing import in_parts
from desktop_app.queries.shelves import first_shelves
from desktop_app.store.tables import OrderTable

if TYPE_CHECKING:
    from desktop_app.store.transaction import Change


def reshelve(shop: Shop, change: Change, order_ids: Sequence[OrderId]) -> None:
    """Finds anew the first shelf of these orders' articles, after their lines or the shelves of products changed."""
    for part in in_parts(order_ids):
        found = first_shelves(shop, part)
        wrong = {order: key for order, was in found.kept.items() if (key := found.now.get(order, NOWHERE)) != was}
        if len(wrong) == 1:
            [(order, key)] = wrong.items()
            change.update(OrderTable, order, version=None, values={"shelf_key": key})
        elif wrong:
            change.update_many(OrderTable, list(wrong), ("shelf_key",), ((key,) for key in wrong.values()))
