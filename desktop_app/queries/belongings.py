"""Which rows of other tables belong to customers: what a removal takes along, a merge moves, an erasure empties."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from desktop_app.queries import Shop
from desktop_app.queries.listing import among, in_parts
from desktop_app.store.tables import (
    AddressTable,
    CongratulationTable,
    ConsentTable,
    ContactTable,
    CustomerWordTable,
    FormerKeyTable,
    NoteTable,
    NotSameTable,
    PrintItemTable,
    RelativeTable,
    RenewalTable,
    SpecialDayTable,
)

# What is a customer's own, with the column that says whose; in the order in which it can be removed.
OWNED: tuple[tuple[Any, Any], ...] = (
    (SpecialDayTable, SpecialDayTable.customer),
    (CongratulationTable, CongratulationTable.customer),
    (ContactTable, ContactTable.customer),
    (AddressTable, AddressTable.customer),
    (CustomerWordTable, CustomerWordTable.customer),
    (ConsentTable, ConsentTable.customer),
    (NoteTable, NoteTable.customer),
    (RenewalTable, RenewalTable.customer),
    (FormerKeyTable, FormerKeyTable.customer),
    (NotSameTable, NotSameTable.first),
    (NotSameTable, NotSameTable.second),
    (RelativeTable, RelativeTable.customer),
)


def owned_ids(shop: Shop, whose: Any, customers: Sequence[int]) -> list[int]:
    """The rows whose column `whose` names one of these customers (or relatives, or another kind of owner)."""
    table = whose.model
    found: list[int] = []
    for part in in_parts(customers):
        found += (row[0] for row in shop.rows(table.select(table.id).where(among(whose, part)).order_by(table.id)))
    return found


def linked_people(shop: Shop, customers: Sequence[int], *, deceased: bool | None = None) -> dict[int, int]:
    """The people around others who are these customers themselves: their numbers, and around whom they are.

    With `deceased` only those who are said to be that there.
    """
    found: dict[int, int] = {}
    for part in in_parts(customers):
        query = RelativeTable.select(RelativeTable.id, RelativeTable.customer).where(among(RelativeTable.other, part))
        if deceased is not None:
            query = query.where(RelativeTable.deceased == deceased)
        found.update(shop.rows(query.tuples()))
    return found


def printed_for(shop: Shop, relatives: Sequence[int]) -> list[int]:
    """The entries of these people around customers in the print log."""
    return owned_ids(shop, PrintItemTable.relative, relatives)
