"""Keeping what was done about somebody's day: congratulated, or not to be this year; by whom and when."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from desktop_app.domain.changes import Changes, Topic
from desktop_app.domain.near_days import DayKey
from desktop_app.domain.people import DayState
from desktop_app.domain.text import clean
from desktop_app.i18n import Message, nmsg
from desktop_app.queries import Shop
from desktop_app.queries.congratulated import mark_ids
from desktop_app.store.tables import CongratulationTable, CustomerTable

_COLUMNS = ("customer", "relative", "kind", "title", "kept_on", "state", "how", "at", "by")


def mark(shop: Shop, keys: Collection[DayKey], state: DayState, *, how: str = "", actor: str) -> Changes:
    """Keeps what was done about these days; what was kept about one before is replaced."""
    with shop.change(_title(keys, state), actor=actor, topics=(Topic.CUSTOMERS,)) as change:
        now = shop.now().isoformat(timespec="seconds")
        wanted = list(dict.fromkeys(keys))
        change.touch_many(CustomerTable, {key.customer for key in wanted})  # first: two desks keep one day once
        change.delete(CongratulationTable, mark_ids(shop, wanted).values())
        rows = [(*_whose(key), state.value, how, now, clean(actor)) for key in wanted]
        change.insert_many(CongratulationTable, _COLUMNS, rows)
    return change.changes


def unmark(shop: Shop, keys: Collection[DayKey], *, actor: str) -> Changes:
    """Takes back what was kept about these days, so that they stand on Today again; what is gone is passed over."""
    title = nmsg("Take back {n} congratulation", "Take back {n} congratulations", n=len(keys))
    with shop.change(title, actor=actor, topics=(Topic.CUSTOMERS,)) as change:
        found = mark_ids(shop, list(keys))
        if found:
            change.delete(CongratulationTable, found.values())
            change.touch_many(CustomerTable, {key.customer for key in found})
    return change.changes


def _whose(key: DayKey) -> Sequence[object]:
    return key.customer, key.relative, key.kind.value, key.title, key.kept_on


def _title(keys: Collection[DayKey], state: DayState) -> Message:
    if state is DayState.DONE:
        return nmsg("Congratulate {n} person", "Congratulate {n} people", n=len(keys))
    return nmsg("Leave out {n} congratulation this year", "Leave out {n} congratulations this year", n=len(keys))
