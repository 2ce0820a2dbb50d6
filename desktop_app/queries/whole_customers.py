"""Customers with everything that belongs to them, thousands at once: for files of contacts and whole lists."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from desktop_app.domain.customers import Address, Contact, ContactKind, CustomerId, LabelledAddress
from desktop_app.domain.tags import WordKind
from desktop_app.domain.text import fold
from desktop_app.domain.whole_customer import WholeCustomer
from desktop_app.queries import Shop
from desktop_app.queries.customers import FIELDS, customer_fields
from desktop_app.queries.listing import among
from desktop_app.queries.people import everybody_around
from desktop_app.store.tables import AddressTable as A
from desktop_app.store.tables import ChangeTable, CustomerWordTable, WordTable
from desktop_app.store.tables import ContactTable as K
from desktop_app.store.tables import CustomerTable as C


def whole_customers(shop: Shop, ids: Sequence[int]) -> list[WholeCustomer]:
    """These customers in the ids' order, in six statements however many; those that are gone are left out."""
    if not ids:
        return []
    query = C.select(C.id, *FIELDS).where(among(C.id, ids))
    own = {row[0]: customer_fields(row[1:]) for row in shop.rows(query.tuples())}
    contacts, addresses, words = _contacts(shop, ids), _addresses(shop, ids), _words(shop, ids)
    relatives, days = everybody_around(shop, ids)
    return [
        WholeCustomer(
            CustomerId(number),
            replace(
                own[number],
                contacts=tuple(contacts.get(number, ())),
                addresses=tuple(addresses.get(number, ())),
                tags=_in_order(words.get((number, WordKind.TAG), ())),
                interests=_in_order(words.get((number, WordKind.INTEREST), ())),
            ),
            tuple(days.get(number, ())),
            tuple(relatives.get(number, ())),
        )
        for number in ids
        if number in own
    ]


def shop_mark(shop: Shop) -> str:
    """What tells this shop from another for good: the moment of its first change; records keep their ids by it."""
    return shop.value(ChangeTable.select(ChangeTable.at).order_by(ChangeTable.id).limit(1)) or ""


def _contacts(shop: Shop, ids: Sequence[int]) -> dict[int, list[Contact]]:
    query = K.select(K.customer, K.kind, K.value, K.label).where(among(K.customer, ids)).order_by(K.position, K.id)
    found: dict[int, list[Contact]] = {}
    for customer, kind, value, label in shop.rows(query.tuples()):
        found.setdefault(customer, []).append(Contact(ContactKind(kind), value, label))
    return found


def _addresses(shop: Shop, ids: Sequence[int]) -> dict[int, list[LabelledAddress]]:
    columns = (A.customer, A.label, A.name_to, A.street, A.city, A.region, A.postcode, A.country)
    found: dict[int, list[LabelledAddress]] = {}
    for row in shop.rows(A.select(*columns).where(among(A.customer, ids)).order_by(A.position, A.id).tuples()):
        found.setdefault(row[0], []).append(LabelledAddress(row[1], Address(*row[2:])))
    return found


def _words(shop: Shop, ids: Sequence[int]) -> dict[tuple[int, WordKind], list[str]]:
    borne = CustomerWordTable.select(CustomerWordTable.customer, WordTable.kind, WordTable.word).join(WordTable)
    found: dict[tuple[int, WordKind], list[str]] = {}
    for customer, kind, word in shop.rows(borne.where(among(CustomerWordTable.customer, ids)).tuples()):
        found.setdefault((customer, WordKind(kind)), []).append(word)
    return found


def _in_order(words: Any) -> tuple[str, ...]:
    return tuple(sorted(words, key=lambda word: (fold(word), word)))
