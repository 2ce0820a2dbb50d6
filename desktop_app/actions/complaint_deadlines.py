"""Keeps by when complaints are to be answered and solved: counted anew whenever something they depend on changes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from desktop_app.domain.deadlines import Deadlines
from desktop_app.queries import Shop
from desktop_app.queries.complaints import complaint_states, fields_of, steps_of
from desktop_app.queries.deadlines import counter, kept, open_complaints
from desktop_app.store.tables import ComplaintTable

if TYPE_CHECKING:
    from desktop_app.store.transaction import Change


def deadline_columns(due: Deadlines) -> dict[str, str]:
    """Deadlines as the columns of a complaint."""
    return {"answer_by": kept(due.answer_by), "solve_by": kept(due.solve_by)}


def renew_deadlines(shop: Shop, change: Change, complaint_ids: Sequence[int]) -> None:
    """Counts the deadlines of these complaints anew, inside a running change that wrote what they depend on."""
    count, fields, steps = counter(shop), fields_of(shop, complaint_ids), steps_of(shop, complaint_ids)
    ids, rows = [], []
    for one in complaint_states(shop, complaint_ids):
        due = count(fields[one.id], steps.get(one.id, ()), promised_on=one.promised_on)
        ids.append(one.id)
        rows.append(tuple(deadline_columns(due).values()))
    change.update_many(ComplaintTable, ids, tuple(deadline_columns(Deadlines())), rows)


def renew_open_deadlines(shop: Shop, change: Change) -> None:
    """Counts those of all open complaints anew: the shop's hours, its holidays or its terms are others now."""
    ids = open_complaints(shop)
    change.hold_many(ComplaintTable, ids)  # another desk may be moving one: what it wrote is counted
    renew_deadlines(shop, change, ids)
