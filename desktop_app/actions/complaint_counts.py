"""Keeps what a customer's own record knows of their complaints: how many are open, and that there ever was one.

Called by everything that records, edits, moves, joins or removes complaints; nothing else writes the two columns.
Of an order that is no customer's the order itself knows how many are open about it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from desktop_app.queries import Shop
from desktop_app.queries.complaints import ComplaintState, complaint_states
from desktop_app.store.open_complaints import recount_complaints
from desktop_app.store.tables import ComplaintTable, CustomerTable, OrderTable

if TYPE_CHECKING:
    from desktop_app.store.transaction import Change


def hold_complaints(
    shop: Shop, change: Change, complaints: Sequence[int], *, also: int | None = None, about: int | None = None
) -> None:
    """Keeps others from writing complaints until a change is through, and whose they are first.

    In this order on every desk, so that none waits for another in a ring: orders, where nobody else is known, then
    customers. `also` is a customer one is to be of next, `about` the order it is to be about next.
    """
    states = complaint_states(shop, complaints)
    orders = {one.order for one in states if one.about is None} | ({about} if also is None else set())
    change.hold_many(OrderTable, sorted(one for one in orders if one is not None))
    whose = {one.about for one in states} | {also}
    change.hold_many(CustomerTable, sorted(one for one in whose if one is not None))
    change.hold_many(ComplaintTable, complaints)


def counted(shop: Shop, change: Change, before: Sequence[ComplaintState], after: Sequence[ComplaintState]) -> None:
    """Adds to their customers what complaints that stood as `before` and stand as `after` change; orders are counted.

    A customer who is new to one that counts is given extra care from then on; a person may take that off again.
    """
    amounts = Counter[int]()
    for one in before:
        if one.open and one.about is not None:
            amounts[one.about] -= 1
    for one in after:
        if one.open and one.about is not None:
            amounts[one.about] += 1
    known = {(one.id, one.about) for one in before if one.counts}
    new = {one.about for one in after if one.counts and one.about is not None and (one.id, one.about) not in known}
    change.update_many(CustomerTable, sorted(new), ("extra_care",), ((True,) for _ in new))
    change.add_many(CustomerTable, "open_complaints", amounts)
    of_nobody = {one.order for one in (*before, *after) if one.about is None}
    recount_complaints(shop, {order for order in of_nobody if order is not None})
