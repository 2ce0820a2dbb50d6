"""Which customers a list shows, in its order, and each as a row of it."""

from __future__ import annotations

import datetime as dt
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from desktop_app.domain.customers import CustomerId, display_name
from desktop_app.domain.listing import CustomerFilter, Sort
from desktop_app.domain.people_dates import Birthday, LeapRule, stored_days
from desktop_app.domain.settings import BIRTHDAY_LEAD, LEAP_RULE, REGULAR_FROM, SettingValues
from desktop_app.i18n import Language
from desktop_app.queries import Shop
from desktop_app.queries.listing import among, ids_in_order, off_index, unknown_last
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
