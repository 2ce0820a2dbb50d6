"""Takes people out of every table for good, inside one change that notes nothing of what it takes away.

What else names them, in journal and change log, goes by erasing_traces; the bytes of old pages go by tidying.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any

from desktop_app.domain.errors import NotFound
from desktop_app.i18n import msg
from desktop_app.store.access import Access
from desktop_app.store.erasing_complaints import TOUCHED as OF_COMPLAINTS
from desktop_app.store.erasing_complaints import erase_complaints, reach_complaints
from desktop_app.store.reach import Reach, among, ids_by, parts
from desktop_app.store.shape import shape
from desktop_app.store.tables import (
    AddressTable,
    CongratulationTable,
    ConsentTable,
    ContactTable,
    CustomerTable,
    CustomerWordTable,
    FormerKeyTable,
    NoteTable,
    NotSameTable,
    OrderTable,
    PrintItemTable,
    RelativeTable,
    RenewalTable,
    SpecialDayTable,
)
from desktop_app.store.transaction import Change

# Rows that are a customer's own, by the columns that say whose; in the order in which they can go.
OWN: tuple[tuple[Any, tuple[str, ...]], ...] = (
    (NotSameTable, ("first_id", "second_id")),
    (CustomerWordTable, ("customer_id",)),
    (ContactTable, ("customer_id",)),
    (AddressTable, ("customer_id",)),
    (ConsentTable, ("customer_id",)),
    (NoteTable, ("customer_id",)),
    (RenewalTable, ("customer_id",)),
    (FormerKeyTable, ("customer_id",)),
    (CongratulationTable, ("customer_id",)),
    (SpecialDayTable, ("customer_id",)),
)
OF_RELATIVES = (CongratulationTable, SpecialDayTable)
RELATIVE_COLUMNS = ("customer_id", "other_id")  # an entry around somebody else that is the very person goes too
# What of an order says whose it was; the rest is business: money, days, articles, how it stood.
ORDER_BLANKS = (
    "tracking", "to_name", "to_street", "to_city", "to_region", "to_postcode", "to_country", "note", "packer_note",
    "note_to", "set_aside",
)  # fmt: skip
_ITEM_BLANKS = ", ".join(
    f"{column} = CASE WHEN order_id IS NULL THEN '' ELSE {column} END" for column in ("title", "product")
)
# What a merge is called in the log, also where it was done again: other changes take away one and write another, too.
_MERGED = '%"Merge {name} and {other}"%'
_THERE = "SELECT id FROM customer WHERE id IN {}"
TOUCHED = (CustomerTable, RelativeTable, OrderTable, PrintItemTable, *(table for table, _ in OWN), *OF_COMPLAINTS)


def reach_of(access: Access, customers: Iterable[int]) -> Reach:
    """Everything in the tables that is about these customers, by id; raises NotFound when one of them is gone."""
    ids = frozenset(customers)
    lock = "" if access.sqlite else " FOR UPDATE"  # so that another desk adds nothing of theirs meanwhile
    if len([row for part in parts(ids) for row in access.sql(_THERE.format(among(part)) + lock)]) < len(ids):
        raise NotFound(msg("This record was removed in the meantime. Refresh the list and try again."))
    found = Reach(ids | merged_into(access, ids))
    found.of(CustomerTable).update(found.customers)
    relatives = found.of(RelativeTable)
    for column in RELATIVE_COLUMNS:
        relatives.update(ids_by(access, RelativeTable, column, found.customers))
    for table, columns in OWN:
        for column in columns:
            found.of(table).update(ids_by(access, table, column, found.customers))
    for table in OF_RELATIVES:
        found.of(table).update(ids_by(access, table, "relative_id", relatives))
    found.of(OrderTable).update(ids_by(access, OrderTable, "customer_id", found.customers))
    reach_complaints(access, found)
    items = found.of(PrintItemTable)
    items.update(ids_by(access, PrintItemTable, "customer_id", found.customers))
    items.update(ids_by(access, PrintItemTable, "relative_id", relatives))
    return found


def merged_into(access: Access, customers: Collection[int]) -> set[int]:
    """Customers who are gone because they were merged into one of these: the same person under an older number."""
    found: set[int] = set()
    new = set(customers)
    while new:
        merges = (
            "SELECT DISTINCT d.first_id FROM journal u JOIN journal d ON d.change_id = u.change_id"
            f" WHERE u.tbl = 'customer' AND u.op = 'U' AND u.first_id IN {among(new)}"
            " AND d.tbl = 'customer' AND d.op = 'D' AND NOT EXISTS (SELECT 1 FROM customer c WHERE c.id = d.first_id)"
            " AND EXISTS (SELECT 1 FROM change_log l WHERE l.id = u.change_id AND l.title LIKE ?)"
        )
        new = {number for (number,) in access.sql(merges, (_MERGED,))} - found
        found |= new
    return found


def erase_rows(change: Change, reach: Reach) -> None:
    """Removes the rows of people and empties what of their orders and print log entries names them."""
    access = change.access
    around = _around(access, reach)
    erase_complaints(access, reach, change.id)
    for table, _ in OWN:
        _delete(access, table, reach.of(table))
    _run(access, PrintItemTable, _ITEM_BLANKS + ", customer_id = NULL,"
         " relative_id = NULL", reach.of(PrintItemTable), change.id)  # fmt: skip
    _delete(access, RelativeTable, reach.of(RelativeTable))
    blanks = ", ".join(f"{column} = ''" for column in ORDER_BLANKS)
    _run(access, OrderTable, f"customer_id = NULL, {blanks}", reach.of(OrderTable), change.id)
    _run(access, CustomerTable, "given = given", around, change.id)  # so that whoever shows them reads them again
    _delete(access, CustomerTable, reach.of(CustomerTable))
    if access.sqlite:  # a removed document's words stay in the index until it is built anew
        for name in ("customer", "relative"):
            access.execute(f"INSERT INTO {name}_search ({name}_search) VALUES ('rebuild')")
    change.wrote = True


def _around(access: Access, reach: Reach) -> set[int]:
    """Other customers around whom one of the people stood."""
    found: set[int] = set()
    for part in parts(reach.of(RelativeTable)):
        rows = access.sql(f"SELECT DISTINCT customer_id FROM relative WHERE id IN {among(part)}")
        found.update(number for (number,) in rows)
    return found - reach.customers


def _delete(access: Access, table: Any, ids: Collection[int]) -> None:
    for part in parts(ids):
        access.execute(f"DELETE FROM {shape(table).table} WHERE id IN {among(part)}")


def _run(access: Access, table: Any, sets: str, ids: Collection[int], version: int) -> None:
    for part in parts(ids):
        access.execute(f"UPDATE {shape(table).table} SET {sets}, version = {int(version)} WHERE id IN {among(part)}")
