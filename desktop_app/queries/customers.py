"""Customers, one whole with everything a person may edit of them, and whom an e-mail address belongs to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from peewee import fn

from desktop_app.domain.customers import (
    PLAIN,
    SWITCHES,
    Address,
    Channel,
    Contact,
    ContactKind,
    Customer,
    CustomerFields,
    CustomerId,
    Gender,
    GreetingForms,
    LabelledAddress,
    display_name,
)
from desktop_app.domain.errors import NotFound
from desktop_app.domain.money import Money
from desktop_app.domain.people_dates import Birthday
from desktop_app.domain.tags import WordKind
from desktop_app.domain.text import fold
from desktop_app.i18n import Language, msg
from desktop_app.queries import Shop
from desktop_app.queries.listing import among, in_parts
from desktop_app.store.tables import ContactTable as K
from desktop_app.store.tables import CustomerTable as C


def customer(shop: Shop, customer_id: CustomerId) -> Customer:
    """One customer whole, with what belongs to them; raises NotFound."""
    row = shop.row(C.select(*_WHOLE, *FIELDS).where(C.id == customer_id))
    if row is None:
        raise NotFound(msg("There is no customer {id} in this shop. Check the number.", id=customer_id))
    number, version, orders, first, last, minor, currency = row[:7]
    return Customer(
        CustomerId(number),
        version,
        _with_belongings(shop, number, customer_fields(row[7:])),
        orders,
        first,
        last,
        Money(minor, currency) if currency else None,
    )


def customer_name(shop: Shop, customer_id: CustomerId) -> str:
    """The name to show of a customer; raises NotFound."""
    return customer_names(shop, [customer_id])[customer_id]


def customer_names(shop: Shop, ids: Sequence[CustomerId]) -> dict[CustomerId, str]:
    """The names to show of customers; raises NotFound when one of them is not there."""
    found: dict[CustomerId, str] = {}
    for part in in_parts(ids):
        for number, given, family, company, email, phone in shop.rows(C.select(*_NAME).where(among(C.id, part))):
            found[CustomerId(number)] = display_name(given, family, company, email=email, phone=phone)
    for customer_id in ids:
        if customer_id not in found:
            raise NotFound(msg("There is no customer {id} in this shop. Check the number.", id=customer_id))
    return found


def customer_by_email(shop: Shop, email_key: str, *, besides: CustomerId | None = None) -> CustomerId | None:
    """The customer an e-mail address belongs to, as the preferred one or a further one; of several the earliest.

    `besides` does not count.
    """
    if not email_key:
        return None
    own = besides or 0
    for query in (
        C.select(fn.MIN(C.id)).where(C.email_key == email_key, C.id != own),
        K.select(fn.MIN(K.customer)).where(K.key == email_key, K.kind == ContactKind.EMAIL.value, K.customer != own),
    ):
        found = shop.value(query)
        if found is not None:
            return CustomerId(found)
    return None


def customer_fields(row: Sequence[Any]) -> CustomerFields:
    """The fields of a customer that stand in their own row, from the columns of FIELDS."""
    language, channel, month_day, year, gender, called, called_to, opening = row[:8]
    plain = dict(zip(PLAIN, row[14:], strict=True))
    plain.update((name, bool(plain[name])) for name in SWITCHES)
    return CustomerFields(
        **plain,
        language=Language(language) if language else None,
        channel=Channel(channel) if channel else None,
        birthday=Birthday.from_store(month_day, year) if month_day else None,
        forms=GreetingForms(Gender(gender) if gender else None, called, called_to, opening),
        address=Address(*row[8:14]),
    )


def paper_customer(row: Sequence[Any]) -> CustomerFields:
    """A customer as the papers of a parcel need them, from the columns of PAPER_FIELDS: no contact, no note."""
    given, family, patronymic, company, language = row[:5]
    gender, called, called_to, opening = row[11:15]
    return CustomerFields(
        given=given,
        family=family,
        patronymic=patronymic,
        company=company,
        language=Language(language) if language else None,
        address=Address(*row[5:11]),
        forms=GreetingForms(Gender(gender) if gender else None, called, called_to, opening),
    )


FIELDS = (
    C.language, C.channel, C.birth_month_day, C.birth_year, C.gender, C.called, C.called_to, C.opening,
    C.name_to, C.street, C.city, C.region, C.postcode, C.country,
    *(getattr(C, name) for name in PLAIN),
)  # fmt: skip
PAPER_FIELDS = (
    C.given, C.family, C.patronymic, C.company, C.language, C.name_to, C.street, C.city, C.region, C.postcode,
    C.country, C.gender, C.called, C.called_to, C.opening,
)  # fmt: skip
_NAME = (C.id, C.given, C.family, C.company, C.email, C.phone)
_WHOLE = (C.id, C.version, C.orders, C.first_order_on, C.last_order_on, C.spent_minor, C.spent_currency)
_BELONGINGS = """
SELECT 'contact' AS what, position, kind, value, label, '' AS b, '' AS c, '' AS d, '' AS e
  FROM contact WHERE customer_id = ?
UNION ALL SELECT 'address', position, label, name_to, street, city, region, postcode, country
  FROM customer_address WHERE customer_id = ?
UNION ALL SELECT w.kind, 0, w.word, '', '', '', '', '', ''
  FROM customer_word x JOIN word w ON w.id = x.word_id WHERE x.customer_id = ?
ORDER BY 1, 2
"""


def _with_belongings(shop: Shop, number: int, fields: CustomerFields) -> CustomerFields:
    """The fields with the further contacts and addresses and the words of a customer, asked for in one statement."""
    found: dict[str, list[Any]] = {}
    for what, _, *rest in shop.sql(_BELONGINGS, (number, number, number)):
        found.setdefault(what, []).append(rest)
    if not found:
        return fields
    words = {
        kind: tuple(sorted((row[0] for row in found.get(kind.value, ())), key=lambda word: (fold(word), word)))
        for kind in WordKind
    }
    return replace(
        fields,
        contacts=tuple(Contact(ContactKind(kind), value, label) for kind, value, label, *_ in found.get("contact", ())),
        addresses=tuple(LabelledAddress(row[0], Address(*row[1:])) for row in found.get("address", ())),
        tags=words[WordKind.TAG],
        interests=words[WordKind.INTEREST],
    )


def customers_there(shop: Shop, ids: Iterable[int]) -> set[CustomerId]:
    """Those of these customers that are in the shop."""
    found: set[CustomerId] = set()
    for part in in_parts(list(ids)):
        found.update(CustomerId(number) for (number,) in shop.rows(C.select(C.id).where(among(C.id, part)).tuples()))
    return found
