"""Customers, one whole with everything a person may edit of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from desktop_app.domain.customers import Address, Customer, CustomerFields, CustomerId
from desktop_app.domain.errors import NotFound
from desktop_app.domain.people_dates import Birthday
from desktop_app.i18n import Language, msg
from desktop_app.queries import Shop
from desktop_app.queries.listing import among, in_parts
from desktop_app.store.tables import CustomerTable as C


def customer(shop: Shop, customer_id: CustomerId) -> Customer:
    """One customer whole; raises NotFound."""
    row = shop.row(
        C.select(C.id, C.version, C.orders, C.first_order_on, C.last_order_on, *FIELDS).where(C.id == customer_id)
    )
    if row is None:
        raise NotFound(msg("There is no customer {id} in this shop.", id=customer_id))
    return Customer(CustomerId(row[0]), row[1], customer_fields(row[5:]), row[2], row[3], row[4])


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


def customers_there(shop: Shop, ids: Iterable[int]) -> set[CustomerId]:
    """Those of these customers that are in the shop."""
    found: set[CustomerId] = set()
    for part in in_parts(list(ids)):
        found.update(CustomerId(number) for (number,) in shop.rows(C.select(C.id).where(among(C.id, part)).tuples()))
    return found
