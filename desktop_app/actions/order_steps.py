"""The one way an order goes from step to step: where it stands, who moved it there when, what left the shelf."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING

from desktop_app.actions.enclosures import follow_orders
from desktop_app.actions.shelf_stock import follow, missing_now
from desktop_app.domain.errors import Conflict
from desktop_app.domain.orders import MOVES, STATUS_LABELS, TO_PACK, OrderId, Status
from desktop_app.domain.text import shorten
from desktop_app.i18n import Message, msg
from desktop_app.queries import Shop
from desktop_app.queries.steps import OrderState, order_states
from desktop_app.store.tables import OrderTable, StepTable

if TYPE_CHECKING:
    from desktop_app.store.transaction import Change

_COLUMNS = ("status", "paid", "set_aside", "packed_by")
_STEP_COLUMNS = ("order", "status", "at", "by", "missing")
_NOTHING: Mapping[OrderId, Mapping[int, int]] = MappingProxyType({})


def move(
    shop: Shop, change: Change, moves: Sequence[tuple[OrderId, Status]], *, by: str, later: Counter[int] | None = None
) -> list[OrderState]:
    """Moves orders to these steps and notes each move; answers where those stood that were not there already.

    Whether a move is allowed is asked before. An order that is no longer to be packed is not set aside any more, one
    that is to be packed again was packed by nobody, and one moved to “paid” is paid. Its pieces leave the stock when it
    is sent off, and are put back when it is not any more; with `later` they are gathered for `put_into_stock`.
    The papers that are enclosed with it go and come back likewise.
    """
    wanted = dict(moves)
    change.hold_many(OrderTable, wanted)  # two desks never move it at once: its pieces would go twice
    moving = [state for state in order_states(shop, list(wanted)) if state.status is not wanted[state.id]]
    rows = [_row(state, wanted[state.id]) for state in moving]
    went = [(state.id, state.status, wanted[state.id]) for state in moving]
    missing = missing_now(shop, change, went) if later is None else {}
    # first, for by its step a bench sees an order that it packed
    note_steps(shop, change, [(state.id, wanted[state.id]) for state in moving], missing=missing, by=by)
    if len(moving) == 1:
        change.update(OrderTable, moving[0].id, version=None, values=dict(zip(_COLUMNS, rows[0], strict=True)))
    elif moving:
        change.update_many(OrderTable, [state.id for state in moving], _COLUMNS, rows)
    follow(shop, change, went, later=later)
    follow_orders(shop, change, went)
    return moving


def check_moves(states: Sequence[OrderState], status: Status) -> None:
    """Raises Conflict at the first of these orders that cannot go to a step from where it stands."""
    for state in states:
        if state.status is not status and status not in MOVES[state.status]:
            raise Conflict(forbidden(state.number, state.status, status))


def forbidden(number: str, old: Status, new: Status) -> Message:
    """That an order cannot go from one step to another."""
    return msg(
        "Order {number} cannot go from “{old}” to “{new}”. Choose another step.",
        number=shorten(number),
        old=STATUS_LABELS[old],
        new=STATUS_LABELS[new],
    )


def note_steps(
    shop: Shop,
    change: Change,
    moves: Sequence[tuple[OrderId, Status]],
    *,
    missing: Mapping[OrderId, Mapping[int, int]] = _NOTHING,
    by: str,
) -> None:
    """Notes that orders have come to these steps, now and by whom, and which pieces were `missing` for them."""
    at = shop.now().isoformat(timespec="seconds")
    if moves:
        rows = [
            (order, status.value, at, by, json.dumps(missing[order]) if missing.get(order) else "")
            for order, status in moves
        ]
        change.insert_many(StepTable, _STEP_COLUMNS, rows)


def _row(state: OrderState, status: Status) -> tuple[str, bool, str, str]:
    open_ = status in TO_PACK
    return (
        status.value,
        state.paid or status is Status.PAID,
        state.set_aside if open_ else "",
        "" if open_ else state.packed_by,
    )
