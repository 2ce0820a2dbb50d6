"""That the customers of late orders were told of it: what is known of it is the day and who said so."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_app.domain.changes import Changes, Topic
from desktop_app.domain.orders import OrderId
from desktop_app.domain.text import shorten
from desktop_app.i18n import msg, nmsg
from desktop_app.queries import Shop
from desktop_app.queries.steps import order_states
from desktop_app.store.tables import OrderTable


def mark_told(shop: Shop, order_ids: Sequence[OrderId], *, told: bool = True, actor: str) -> Changes:
    """Notes that the customers of these orders were told today that they come later, or with `told` off that not."""
    found = order_states(shop, order_ids)
    title = nmsg("{n} customer told of the delay", "{n} customers told of the delay", n=len(found))
    if len(found) == 1:
        title = msg("Order {number}: customer told of the delay", number=shorten(found[0].number))
    if not told:
        title = msg("Not told of the delay yet")
    with shop.change(title, actor=actor, topics=(Topic.ORDERS,)) as change:
        day = shop.today() if told else None
        change.update_many(OrderTable, [state.id for state in found], ("told_on",), [(day,) for _ in found])
    return change.changes
