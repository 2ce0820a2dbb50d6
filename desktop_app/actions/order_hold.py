"""Holds an order for a change: nobody else writes it until the change is through, and it is as it was read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.domain.errors import Conflict
from desktop_app.domain.orders import Order, OrderId
from desktop_app.domain.text import shorten
from desktop_app.i18n import msg
from desktop_app.queries import Shop
from desktop_app.queries.changes import who_did
from desktop_app.queries.orders import order
from desktop_app.store.tables import OrderTable

if TYPE_CHECKING:
    from desktop_app.store.transaction import Change


def held_order(shop: Shop, change: Change, order_id: OrderId, *, version: int, actor: str) -> Order:
    """The order as it stands now; raises Conflict, naming who, when it was changed since `version` was read."""
    change.update(OrderTable, order_id, version=None, values={})
    now = order(shop, order_id)
    if now.version == version:
        return now
    number, who = shorten(now.fields.number), who_did(shop, now.version)
    if who and who != actor:
        raise Conflict(
            msg("{who} changed order {number} meanwhile. Open it again to see what is new.", who=who, number=number)
        )
    raise Conflict(msg("Order {number} was changed meanwhile. Open it again to see what is new.", number=number))
