"""What two records of one person hold in the tables around them, as merging them needs it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, NamedTuple

from peewee import fn

from desktop_app.domain.customers import Customer, CustomerId
from desktop_app.domain.likeness import Likeness, likeness
from desktop_app.domain.people import SpecialDay
from desktop_app.queries import Shop
from desktop_app.queries.customers import customer
from desktop_app.queries.duplicates import people
from desktop_app.queries.people import days_of
from desktop_app.store.tables import (
    ComplaintTable,
    CongratulationTable,
    ConsentTable,
    CustomerTable,
    NoteTable,
    NotSameTable,
    OrderTable,
    PrintItemTable,
    RelativeTable,
    RenewalTable,
    SpecialDayTable,
)

HOLDINGS: dict[str, Any] = {  # what moves along with a record: the name of the holding, and whose it is
    "orders": OrderTable.customer,
    "people": RelativeTable.customer,
    "days": SpecialDayTable.customer,
    "consents": ConsentTable.customer,
    "notes": NoteTable.customer,
    "complaints": ComplaintTable.customer,
    "renewals": RenewalTable.customer,
    "prints": PrintItemTable.customer,
}


@dataclass(frozen=True, slots=True)
class Half:
    """One of two records to be merged: the customer whole, and how many of what else there is."""

    customer: Customer
    holdings: dict[str, int]


@dataclass(frozen=True, slots=True)
class Both:
    """Two records beside each other; the first is the one proposed to stay."""

    halves: tuple[Half, Half]
    likeness: Likeness


class Congratulated(NamedTuple):
    """One congratulation as kept: what it is of, and what was done."""

    id: int
    relative: int | None
    kind: str
    title: str
    kept_on: Any
    state: str
    how: str
    at: str
    by: str

    @property
    def of(self) -> tuple[Any, ...]:
        """The day it is of; two with one are a double."""
        return (self.relative, self.kind, self.title, str(self.kept_on))


def both(shop: Shop, first: CustomerId, second: CustomerId) -> Both:
    """Two customers for a person to compare; raises NotFound when one is gone."""
    halves = [_half(shop, each) for each in (first, second)]
    known = people(shop, (first, second))
    return Both((halves[0], halves[1]), likeness(known[first], known[second]))


def _half(shop: Shop, number: CustomerId) -> Half:
    found = customer(shop, number)
    holdings = {
        name: int(shop.value(whose.model.select(fn.COUNT(whose.model.id)).where(whose == number)))
        for name, whose in HOLDINGS.items()
    }
    return Half(found, holdings)


def order_ids_of(shop: Shop, customer: CustomerId) -> list[int]:
    """All orders of a customer, whatever came of them."""
    query = OrderTable.select(OrderTable.id).where(OrderTable.customer == customer).order_by(OrderTable.id)
    return [number for (number,) in shop.rows(query)]


def kept_days_of(shop: Shop, customer: CustomerId) -> list[tuple[int, int | None, SpecialDay]]:
    """The days of a customer and the people around them: number, whose (None: the customer's own), the day."""
    return [(kept.id, kept.relative, kept.day) for kept in days_of(shop, customer)]


def congratulated(shop: Shop, customer: CustomerId) -> list[Congratulated]:
    """What was done about days of a customer and the people around them."""
    T = CongratulationTable
    columns = (T.id, T.relative, T.kind, T.title, T.kept_on, T.state, T.how, T.at, T.by)
    return [Congratulated(*row) for row in shop.rows(T.select(*columns).where(T.customer == customer).order_by(T.id))]


def consents_told(shop: Shop, customer: CustomerId) -> dict[int, tuple[Any, ...]]:
    """Each consent of a customer with all it says."""
    T = ConsentTable
    rows = shop.rows(
        T.select(T.id, T.what, T.given_on, T.source, T.withdrawn_on, T.note)
        .where(T.customer == customer)
        .order_by(T.id)
    )
    return {row[0]: tuple(map(str, row[1:])) for row in rows}


def notes_told(shop: Shop, customer: CustomerId) -> dict[int, tuple[Any, ...]]:
    """Each dated note on a customer with all it says."""
    T = NoteTable
    rows = shop.rows(T.select(T.id, T.at, T.by, T.text).where(T.customer == customer).order_by(T.id))
    return {row[0]: tuple(row[1:]) for row in rows}


def apart_from(shop: Shop, customer: CustomerId) -> dict[int, int]:
    """The rows that tell a customer apart from others, with the other one."""
    T = NotSameTable
    rows = shop.rows(T.select(T.id, T.first, T.second).where((T.first == customer) | (T.second == customer)))
    return {number: second if first == customer else first for number, first, second in rows}


def links_to(shop: Shop, customer: CustomerId) -> dict[int, int]:
    """The people around others who are this customer: their numbers, and around whom they are."""
    T = RelativeTable
    return dict(shop.rows(T.select(T.id, T.customer).where(T.other == customer).order_by(T.id)))


def source_of(shop: Shop, customer: CustomerId) -> tuple[str, str]:
    """The file's source a customer came from and its own key for them."""
    found = shop.row(
        CustomerTable.select(CustomerTable.source, CustomerTable.source_key).where(CustomerTable.id == customer)
    )
    return (found[0], found[1]) if found else ("", "")
