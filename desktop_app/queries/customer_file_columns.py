"""The columns of a file of customers: those of the list, and beside them everything else a person edits of one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from desktop_app.domain.customers import GENDER_NAMES, CustomerFields
from desktop_app.domain.list_columns import Cell, CellKind, ListColumn
from desktop_app.domain.own_files import CUSTOMER_HEADINGS
from desktop_app.domain.packed_cells import packed
from desktop_app.domain.people import SpecialDay
from desktop_app.domain.people_dates import Birthday
from desktop_app.domain.whole_customer import WholeCustomer
from desktop_app.queries import Shop
from desktop_app.queries.customer_columns import CUSTOMER_COLUMNS
from desktop_app.queries.customer_list import CustomerRow, customer_rows
from desktop_app.queries.whole_customers import whole_customers


@dataclass(frozen=True, slots=True)
class CustomerFileRow:
    """A customer as the list has them, and with everything that belongs to them."""

    row: CustomerRow
    whole: WholeCustomer


def customer_file_rows(shop: Shop, ids: Sequence[int]) -> list[CustomerFileRow]:
    """These customers in the ids' order; those that are gone are left out."""
    whole = {one.id: one for one in whole_customers(shop, ids)}
    return [CustomerFileRow(row, whole[row.id]) for row in customer_rows(shop, ids) if row.id in whole]


def _listed(column: ListColumn[CustomerRow]) -> ListColumn[CustomerFileRow]:
    return ListColumn(column.key, column.title, lambda each: column.value(each.row), column.kind)


def _own(
    key: str, value: Callable[[CustomerFields], Cell], kind: CellKind = CellKind.TEXT
) -> ListColumn[CustomerFileRow]:
    return ListColumn(key, CUSTOMER_HEADINGS[key], lambda each: value(each.whole.fields), kind)


def _packed(key: str, value: Callable[[WholeCustomer], Iterator[tuple[str, ...]]]) -> ListColumn[CustomerFileRow]:
    return ListColumn(key, CUSTOMER_HEADINGS[key], lambda each: packed(value(each.whole)))


def _contacts(one: WholeCustomer) -> Iterator[tuple[str, ...]]:
    return ((way.kind.value, way.value, way.label) for way in one.fields.contacts)


def _addresses(one: WholeCustomer) -> Iterator[tuple[str, ...]]:
    for other in one.fields.addresses:
        to = other.address
        yield other.label, to.name, to.street, to.city, to.region, to.postcode, to.country


def _days(one: WholeCustomer) -> Iterator[tuple[str, ...]]:
    return (_day(kept.day) for kept in one.days)


def _around(one: WholeCustomer) -> Iterator[tuple[str, ...]]:
    for relative in one.relatives:
        theirs = relative.fields
        days = (part for day in theirs.days for part in _day(day))
        yield theirs.relation.value, theirs.given, theirs.family, theirs.relation_words, *days


def _day(day: SpecialDay) -> tuple[str, ...]:
    return day.kind.value, _dated(day.date), day.title, "" if day.lead_days is None else str(day.lead_days)


def _dated(date: Birthday) -> str:
    year = str(date.year) if date.year else "-"
    return "-".join([year, *(f"{part:02}" for part in (date.month, date.day) if part)])


_BESIDE: tuple[ListColumn[CustomerFileRow], ...] = (
    _own("patronymic", lambda fields: fields.patronymic),
    _own("region", lambda fields: fields.address.region),
    _own("name_to", lambda fields: fields.address.name),
    _own("name_day", lambda fields: fields.name_day, CellKind.YES),
    _own("lead_days", lambda fields: fields.lead_days, CellKind.NUMBER),
    _own("gender", lambda fields: GENDER_NAMES[fields.forms.gender] if fields.forms.gender else None),
    _own("called", lambda fields: fields.forms.called),
    _own("called_to", lambda fields: fields.forms.called_to),
    _own("opening", lambda fields: fields.forms.opening),
    _packed("contacts", _contacts),
    _packed("addresses", _addresses),
    _packed("days", _days),
    _packed("around", _around),
    _own("note", lambda fields: fields.note),
)
CUSTOMER_FILE_COLUMNS = (*map(_listed, CUSTOMER_COLUMNS[:-1]), *_BESIDE, _listed(CUSTOMER_COLUMNS[-1]))
