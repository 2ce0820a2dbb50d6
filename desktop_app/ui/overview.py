"""What the frame itself shows of the shop: its name, what waits, what Undo would do; asked in one go."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection
from dataclasses import dataclass

from desktop_app.domain.changes import UndoState
from desktop_app.domain.settings import SHOP_NAME
from desktop_app.queries import Shop
from desktop_app.queries.changes import undo_state
from desktop_app.queries.customer_list import customer_ids
from desktop_app.queries.due_messages import messages_wanted
from desktop_app.queries.orders import order_ids
from desktop_app.queries.today import today


@dataclass(frozen=True, slots=True)
class Overview:
    """One look at the shop."""

    name: str
    undo: UndoState
    to_pack: int
    complaints: int  # that wait for the shop
    messages: int  # that want to go out, or could not
    wanted: int  # things that want somebody today
    empty: bool  # nobody and nothing in it, and no name


def overview(shop: Shop, own: Collection[str]) -> Overview:
    """Look at the shop; Undo is of what was done under one of the `own` names."""
    day = today(shop, promises_shown=0, queue_shown=0)
    name = day.values[SHOP_NAME]
    counts = day.counts
    return Overview(
        name=name, undo=undo_state(shop, own), to_pack=counts.to_pack, complaints=day.complaints.waiting,
        messages=messages_wanted(shop, day.values),
        wanted=counts.late + counts.due + counts.at_risk + counts.birthdays + counts.missed + day.complaints.wants,
        empty=not name and not customer_ids(shop, limit=1) and not order_ids(shop, limit=1),
    )


def clock(shop: Shop) -> Callable[[], dt.date]:
    """The clock of the shop, by which every rule counts (`--today` sets it)."""
    return shop.today
