"""Customers, one whole or many as rows of a list."""

from __future__ import annotations

import datetime as dt
from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from desktop_app.domain.customers import Address, Customer, CustomerFields, CustomerId, display_name
from desktop_app.domain.errors import NotFound
from desktop_app.domain.listing import CustomerFilter, Sort
from desktop_app.domain.people_dates import Birthday, LeapRule, stored_days
from desktop_app.domain.settings import BIRTHDAY_LEAD, LEAP_RULE, REGULAR_FROM, SettingValues
from desktop_app.i18n import Language, msg
from desktop_app.queries import Shop
from desktop_app.queries.listing import among, ids_in_order, in_parts, off_index, unknown_last
from desktop_app.queries.matching import customers_matching
from desktop_app.queries.settings import settings
from desktop_app.store.tables import CustomerTable as C


@dataclass(frozen=True, slots=True)
class CustomerRow:
    """One customer in a list; `detail` is what is known beside the name, in one line."""

    id: CustomerId
    name: str
    detail: str
    email: str
    phone: str
    language: Language | None
    city: str
    orders: int
    last_order_on: dt.date | None
    regular: bool
    birthday: Birthday | None


def customer(shop: Shop, customer_id: CustomerId) -> Customer:
    """One customer whole; raises NotFound."""
    row = shop.row(
        C.select(C.id, C.version, C.orders, C.first_order_on, C.last_order_on, *FIELDS).where(C.id == customer_id)
    )
    if row is None:
        raise NotFound(msg("There is no customer {id} in this shop.", id=customer_id))
    return Customer(CustomerId(row[0]), row[1], customer_fields(row[5:]), row[2], row[3], row[4])


def customer_ids(
    shop: Shop, wanted: CustomerFilter = CustomerFilter(), sort: Sort = Sort("name"), *, limit: int | None = None
) -> array[int]:
    """The ids of all customers a list shows, in its order, in one statement (two when the filter needs a setting)."""
    query = C.select(C.id)
    values = settings(shop) if wanted.regular or wanted.birthday_soon else SettingValues({})
    if wanted.text.strip():
        query = query.where(customers_matching(shop, wanted.text))
    if wanted.regular:
        query = query.where(C.orders >= values[REGULAR_FROM])
    if wanted.birthday_soon:
        today = shop.today()
        last = today + dt.timedelta(days=values[BIRTHDAY_LEAD])
        query = query.where(
            C.birth_month_day.in_(stored_days(today, last, LeapRule(values[LEAP_RULE]))), C.congratulate
        )
    return ids_in_order(shop, query.order_by(*_order(sort, wanted != CustomerFilter())), limit)


def customer_rows(shop: Shop, ids: Sequence[int]) -> list[CustomerRow]:
    """The customers of these ids, in the ids' order; those that are gone are left out."""
    if not ids:
        return []
    regular_from = settings(shop)[REGULAR_FROM]
    found = {row[0]: _row(row, regular_from) for row in shop.rows(C.select(*_SUMMARY).where(among(C.id, ids)).tuples())}
    return [found[customer_id] for customer_id in ids if customer_id in found]


def customer_by_email(shop: Shop, email_key: str, *, besides: CustomerId | None = None) -> CustomerId | None:
    """The customer an e-mail address belongs to, the earliest where several have it; `besides` does not count."""
    if not email_key:
        return None
    customer_id = shop.value(
        C.select(C.id).where(C.email_key == email_key, C.id != (besides or 0)).order_by(C.id).limit(1)
    )
    return CustomerId(customer_id) if customer_id is not None else None


def customer_fields(row: Sequence[Any]) -> CustomerFields:
    """The fields of a customer from the columns of FIELDS."""
    given, family, patronymic, company, language = row[:5]
    month_day = row[14]
    return CustomerFields(
        given=given,
        family=family,
        patronymic=patronymic,
        company=company,
        language=Language(language) if language else None,
        email=row[5],
        phone=row[6],
        address=Address(*row[7:13]),
        congratulate=bool(row[13]),
        birthday=Birthday.from_store(month_day, row[15]) if month_day else None,
        note=row[16],
    )


FIELDS = (
    C.given, C.family, C.patronymic, C.company, C.language, C.email, C.phone,
    C.name_to, C.street, C.city, C.region, C.postcode, C.country,
    C.congratulate, C.birth_month_day, C.birth_year, C.note,
)  # fmt: skip
_SUMMARY = (
    C.id, C.given, C.family, C.company, C.email, C.phone, C.language, C.city,
    C.orders, C.last_order_on, C.birth_month_day, C.birth_year,
)  # fmt: skip


def _row(row: Sequence[Any], regular_from: int) -> CustomerRow:
    customer_id, given, family, company, email, phone, language, city, orders, last, month_day, year = row
    return CustomerRow(
        id=CustomerId(customer_id),
        name=display_name(given, family, company, email=email, phone=phone),
        detail=" · ".join(part for part in (email, phone, city) if part),
        email=email,
        phone=phone,
        language=Language(language) if language else None,
        city=city,
        orders=orders,
        last_order_on=last,
        regular=orders >= regular_from,
        birthday=Birthday.from_store(month_day, year) if month_day else None,
    )


def _order(sort: Sort, narrowed: bool) -> list[Any]:
    columns = {"name": C.sort_key, "last_order": C.last_order_on, "orders": C.orders}
    column = columns.get(sort.key, C.sort_key)
    term = off_index(column) if narrowed else column
    return [
        unknown_last(term, sort.descending) if column.null else (term.desc() if sort.descending else term.asc()),
        C.id.desc() if sort.descending else C.id,
    ]


def customers_there(shop: Shop, ids: Iterable[int]) -> set[CustomerId]:
    """Those of these customers that are in the shop."""
    found: set[CustomerId] = set()
    for part in in_parts(list(ids)):
        found.update(CustomerId(number) for (number,) in shop.rows(C.select(C.id).where(among(C.id, part)).tuples()))
    return found
