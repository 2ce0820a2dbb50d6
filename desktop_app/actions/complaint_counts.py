"""Keeps what a customer's own record knows of their complaints: how many are open, and that there ever was one.

Called by everything that records, edits, moves, joins or removes complaints; nothing else writes the two columns.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from desktop_app.queries import Shop
from desktop_app.queries.complaints import ComplaintState, complaint_states
from desktop_app.store.tables import ComplaintTable, CustomerTable

if TYPE_CHECKING:
    from desktop_app.store.transaction import Change


def hold_complaints(shop: Shop, change: Change, complaints: Sequence[int], *, also: int | None = None) -> None:
    """Keeps others from writing complaints until a change is through, and their customers first.

    In this order on every desk, so that none waits for another in a ring; `also` is a customer one is to be of next.
    """
    whose = {one.about for one in complaint_states(shop, complaints)} | {also}
    change.hold_many(CustomerTable, sorted(one for one in whose if one is not None))
    change.hold_many(ComplaintTable, complaints)


def counted(change: Change, before: Sequence[ComplaintState], after: Sequence[ComplaintState]) -> None:
    """Adds to their customers what complaints that stood as `before` and stand as `after` change.

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
