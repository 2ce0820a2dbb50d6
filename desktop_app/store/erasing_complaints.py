"""What erasing people takes of their complaints and messages: every word and picture; that there was one stays.

A complaint stays as a business record of nobody, as an order does: kind, days, article, stars, what it cost.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Collection
from typing import Any

from desktop_app.store.access import Access
from desktop_app.store.open_complaints import recount_complaints
from desktop_app.store.reach import Reach, among, ids_by, parts
from desktop_app.store.shape import shape
from desktop_app.store.tables import (
    ComplaintFileTable,
    ComplaintTable,
    ComplaintWordTable,
    EnclosureTable,
    MessageTable,
    OrderTable,
    ResolutionTable,
    VoucherTable,
)

# What goes whole, by the columns that say whose or of which complaint it is; in the order in which it can go.
SPOKEN: tuple[tuple[Any, tuple[str, ...]], ...] = (
    (ComplaintFileTable, ("complaint_id",)),
    (ComplaintWordTable, ("complaint_id",)),
    (EnclosureTable, ("customer_id", "complaint_id")),
    (MessageTable, ("customer_id", "complaint_id")),
)
# What stays, with the columns that are emptied and those that name somebody.
KEPT: tuple[tuple[Any, tuple[str, ...], tuple[str, ...]], ...] = (
    (ComplaintTable, ("subject", "text", "source_key", "doc"), ("customer_id",)),
    (ResolutionTable, ("words",), ()),
    (VoucherTable, ("words",), ("customer_id",)),
)
BLANKS = {shape(table).name: (texts, people) for table, texts, people in KEPT}
TOUCHED = (*(table for table, _ in SPOKEN), *(table for table, _, _ in KEPT))


def reach_complaints(access: Access, reach: Reach) -> None:
    """Adds to a reach the complaints of its customers and all that hangs on them, also what was removed since."""
    there = ids_by(access, ComplaintTable, "customer_id", reach.customers)
    by_order = _of_nobody(access, ids_by(access, ComplaintTable, "order_id", reach.of(OrderTable)))
    reach.of(ComplaintTable).update(there | by_order | _removed(access, reach.customers))
    for table, columns in SPOKEN:
        for column in columns:
            whose = reach.customers if column == "customer_id" else reach.of(ComplaintTable)
            reach.of(table).update(ids_by(access, table, column, whose))
    reach.of(VoucherTable).update(ids_by(access, VoucherTable, "customer_id", reach.customers))
    reach.of(VoucherTable).update(ids_by(access, VoucherTable, "complaint_id", reach.of(ComplaintTable)))
    reach.of(ResolutionTable).update(ids_by(access, ResolutionTable, "complaint_id", reach.of(ComplaintTable)))


def addressed(access: Access, reach: Reach) -> set[str]:
    """What the people are called in messages to them, and where those went; to be asked before their rows go."""
    found: set[str] = set()
    for part in parts(reach.of(MessageTable)):
        rows = access.sql(f'SELECT created_at, "by", to_name, address FROM message WHERE id IN {among(part)}')
        for written_at, by, name, address in rows:
            reach.changes.update(_written(access, written_at, by))
            found |= {name, address}
    return found


def _written(access: Access, at: str, by: str) -> set[int]:
    """The changes somebody made when a message was written; the journal does not know of messages, which stay."""
    second, moment = dt.timedelta(seconds=1), dt.datetime.fromisoformat(at)
    times = [(moment + near).isoformat(timespec="seconds") for near in (-second, second - second, second)]
    found = access.sql("SELECT id FROM change_log WHERE actor = ? AND at IN (?, ?, ?)", (by, *times))
    return {number for (number,) in found}


def erase_complaints(access: Access, reach: Reach, version: int) -> None:
    """Removes and empties the rows of a reach, inside a change; what they were about then knows of them."""
    for table, _ in SPOKEN:
        for part in parts(reach.of(table)):
            access.execute(f"DELETE FROM {shape(table).table} WHERE id IN {among(part)}")
    for table, texts, people in KEPT:
        sets = ", ".join([*(f"{column} = ''" for column in texts), *(f"{column} = NULL" for column in people)])
        for part in parts(reach.of(table)):
            access.execute(
                f"UPDATE {shape(table).table} SET {sets}, version = {int(version)} WHERE id IN {among(part)}"
            )
    for part in parts(reach.of(ComplaintTable)):
        about = f"SELECT order_id FROM complaint WHERE order_id IS NOT NULL AND id IN {among(part)}"
        recount_complaints(access, [order for (order,) in access.sql(about)])


def is_about(reach: Reach, image: dict[str, Any]) -> bool:
    """Whether what the journal noted of a row names one of the people, or a complaint of theirs."""
    if image.get("complaint_id") in reach.of(ComplaintTable) and image.get("complaint_id") is not None:
        return True
    return image.get("customer_id") in reach.customers


def _of_nobody(access: Access, complaints: Collection[int]) -> set[int]:
    """Those of some complaints that no customer is known of: by their order they are of the people all the same."""
    found: set[int] = set()
    for part in parts(complaints):
        rows = access.sql(f"SELECT id FROM complaint WHERE customer_id IS NULL AND id IN {among(part)}")
        found.update(number for (number,) in rows)
    return found


def _removed(access: Access, customers: Collection[int]) -> set[int]:
    """The complaints of these customers that are gone, by the journal."""
    rows = access.sql("SELECT first_id, columns, before FROM journal WHERE tbl = 'complaint' AND op = 'D'")
    return {
        number
        for number, columns, before in rows
        if dict(zip(columns.split(","), json.loads(before), strict=True)).get("customer_id") in customers
    }
