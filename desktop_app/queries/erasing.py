"""What erasing people would take away, counted, and the printed files that hold a paper of theirs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from peewee import fn

from desktop_app.domain.customers import CustomerId
from desktop_app.domain.erasing import ErasePlan
from desktop_app.domain.printing import PrintId
from desktop_app.queries import Shop
from desktop_app.queries.customers import customer_name
from desktop_app.queries.listing import among, in_parts
from desktop_app.store.tables import (
    AddressTable,
    ComplaintTable,
    CongratulationTable,
    ConsentTable,
    ContactTable,
    MessageTable,
    NoteTable,
    OrderTable,
    PrintItemTable,
    PrintTable,
    RelativeTable,
    RenewalTable,
    SpecialDayTable,
)


@dataclass(frozen=True, slots=True)
class PrintedFile:
    """A file in the print log with papers of some people, and how many papers of others are in it."""

    run: PrintId
    file: str
    others: int


def erase_counts(shop: Shop, customers: Sequence[CustomerId]) -> ErasePlan:
    """What goes and what stays when these customers are erased, without files and backups; raises NotFound."""
    names = [customer_name(shop, customer) for customer in customers]
    count = partial(_count, shop, customers)
    return ErasePlan(
        customers=tuple(customers),
        name=names[0] if len(names) == 1 else "",
        orders=count(OrderTable.customer),
        relatives=count(RelativeTable.customer),
        days=count(SpecialDayTable.customer),
        contacts=count(ContactTable.customer) + count(AddressTable.customer),
        consents=count(ConsentTable.customer),
        notes=count(NoteTable.customer),
        renewals=count(RenewalTable.customer),
        complaints=count(ComplaintTable.customer),
        messages=count(MessageTable.customer),
        congratulations=count(CongratulationTable.customer),
        prints=count(PrintItemTable.customer),
        elsewhere=count(RelativeTable.other),
    )


def printed_files(shop: Shop, customers: Sequence[CustomerId]) -> list[PrintedFile]:
    """The files of the print log in which papers of these customers or of those around them are."""
    runs: set[int] = set()
    item = PrintItemTable
    for part in in_parts(customers):
        around = among(RelativeTable.customer, part) | among(RelativeTable.other, part)
        orders = OrderTable.select(OrderTable.id).where(among(OrderTable.customer, part))
        for wanted in (
            among(item.customer, part),
            item.relative.in_(RelativeTable.select(RelativeTable.id).where(around)),
            item.order.in_(orders),
        ):
            runs.update(run for (run,) in shop.rows(item.select(item.run).where(wanted).distinct().tuples()))
    return [one for part in in_parts(sorted(runs)) for one in _files(shop, part, set(customers))]


def orders_and_relatives(shop: Shop, customers: Sequence[CustomerId]) -> tuple[set[int], set[int]]:
    """The orders of these customers, and the people around them or whom they are around others."""
    orders: set[int] = set()
    relatives: set[int] = set()
    for part in in_parts(customers):
        around = among(RelativeTable.customer, part) | among(RelativeTable.other, part)
        theirs = RelativeTable.select(RelativeTable.id).where(around)
        relatives.update(number for (number,) in shop.rows(theirs.tuples()))
        bought = OrderTable.select(OrderTable.id).where(among(OrderTable.customer, part))
        orders.update(number for (number,) in shop.rows(bought.tuples()))
    return orders, relatives


def first_change(shop: Shop, customers: Sequence[CustomerId]) -> int:
    """The change since which the first of these customers was in the shop; 0 where the journal does not know."""
    first: int | None = None
    for customer in customers:
        found = shop.sql(
            "SELECT min(change_id) FROM journal WHERE tbl = 'customer' AND op = 'I' AND first_id <= ? AND last_id >= ?",
            (customer, customer),
        )
        known = found[0][0] or 0
        first = known if first is None else min(first, known)
    return first or 0


def _count(shop: Shop, customers: Sequence[CustomerId], column: Any) -> int:
    query = column.model.select(fn.COUNT(column))
    return sum(int(shop.value(query.where(among(column, part)))) for part in in_parts(customers))


def _files(shop: Shop, runs: Sequence[int], customers: set[int]) -> list[PrintedFile]:
    query = (
        PrintTable.select(PrintTable.id, PrintTable.file, PrintItemTable.customer, fn.COUNT(PrintItemTable.id))
        .join(PrintItemTable)
        .where(among(PrintTable.id, runs), PrintTable.file != "")
        .group_by(PrintTable.id, PrintTable.file, PrintItemTable.customer)
    )
    found: dict[int, PrintedFile] = {}
    for run, file, customer, count in shop.rows(query.tuples()):
        others = (found[run].others if run in found else 0) + (0 if customer in customers else count)
        found[run] = PrintedFile(PrintId(run), file, others)
    return list(found.values())
