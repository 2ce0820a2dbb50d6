"""Writes what belongs to a customer beside their own row; called inside the change that writes the customer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from desktop_app.actions.columns import ADDRESS_COLUMNS, CONTACT_COLUMNS, address_rows, contact_rows
from desktop_app.actions.complaint_belongings import let_go_of_customers
from desktop_app.domain.customers import CustomerFields, CustomerId
from desktop_app.domain.keys import name_key
from desktop_app.domain.tags import WordId, WordKind
from desktop_app.queries import Shop
from desktop_app.queries.belongings import OWNED, linked_people, owned_ids, printed_for
from desktop_app.queries.prints import customer_item_ids
from desktop_app.queries.words import bearings, word_ids
from desktop_app.store.tables import (
    AddressTable,
    ContactTable,
    CustomerTable,
    CustomerWordTable,
    PrintItemTable,
    RelativeTable,
    WordTable,
)

if TYPE_CHECKING:
    from desktop_app.store.transaction import Change


def keep_belongings(
    shop: Shop, change: Change, customer: CustomerId, fields: CustomerFields, *, old: CustomerFields, country: str
) -> bool:
    """Makes a customer's further contacts, addresses and words those of `fields`; answers whether any were not."""
    wrote = False
    if fields.contacts != old.contacts:
        rows = contact_rows(customer, fields.contacts, country)
        _replace(shop, change, ContactTable, customer, columns=CONTACT_COLUMNS, rows=rows)
        wrote = True
    if fields.addresses != old.addresses:
        rows = address_rows(customer, fields.addresses)
        _replace(shop, change, AddressTable, customer, columns=ADDRESS_COLUMNS, rows=rows)
        wrote = True
    for kind, new, known in (
        (WordKind.TAG, fields.tags, old.tags),
        (WordKind.INTEREST, fields.interests, old.interests),
    ):
        if set(new) != set(known):
            wrote = _keep_words(shop, change, customer, kind, new) or wrote
    return wrote


def keep_deceased(shop: Shop, change: Change, customer: CustomerId, deceased: bool) -> None:
    """Makes a person deceased, or not, wherever they stand: in their own record and around others."""
    if shop.value(CustomerTable.select(CustomerTable.deceased).where(CustomerTable.id == customer)) != deceased:
        change.update(CustomerTable, customer, version=None, values={"deceased": deceased})
    around = linked_people(shop, [customer], deceased=not deceased)
    change.update_many(RelativeTable, list(around), ("deceased",), ((deceased,) for _ in around))
    change.touch_many(CustomerTable, sorted(set(around.values())))


def known_words(shop: Shop, change: Change, kind: WordKind, words: Sequence[str]) -> dict[str, WordId]:
    """The tags or interests called so, by their key; those the shop has not yet are added."""
    found = word_ids(shop, kind, words)
    new = {name_key(word): word for word in words if name_key(word) not in found}
    if new:
        rows = [(kind.value, word, key) for key, word in new.items()]
        ids = change.insert_many(WordTable, ("kind", "word", "word_key"), rows)
        found.update(zip(new, map(WordId, ids), strict=True))
    return found


def remove_with_belongings(shop: Shop, change: Change, customers: Sequence[CustomerId]) -> None:
    """Removes customers with all that is theirs; what was printed for them stays in the log, without their name."""
    people = owned_ids(shop, RelativeTable.customer, customers)
    _unlink(change, PrintItemTable, customer_item_ids(shop, customers), "customer")
    _unlink(change, PrintItemTable, printed_for(shop, people), "relative")
    around = linked_people(shop, customers)  # they stay around the others, but are nobody's customer any more
    _unlink(change, RelativeTable, [number for number in around if number not in set(people)], "other")
    change.touch_many(CustomerTable, sorted(set(around.values()) - set(customers)))
    let_go_of_customers(shop, change, customers)
    for table, whose in OWNED:
        ids = owned_ids(shop, whose, customers)
        if ids:
            change.delete(table, ids)
    change.delete(CustomerTable, customers)


def _replace(
    shop: Shop, change: Change, table: Any, customer: int, *, columns: Sequence[str], rows: Sequence[Sequence[Any]]
) -> None:
    gone = owned_ids(shop, table.customer, [customer])
    if gone:
        change.delete(table, gone)
    if rows:
        change.insert_many(table, columns, rows)


def _keep_words(shop: Shop, change: Change, customer: CustomerId, kind: WordKind, words: Sequence[str]) -> bool:
    wanted = set(known_words(shop, change, kind, words).values())
    borne = bearings(shop, customer, kind)
    gone = [row for word, row in borne.items() if word not in wanted]
    new = sorted(wanted - borne.keys())
    if gone:
        change.delete(CustomerWordTable, gone)
    if new:
        change.insert_many(CustomerWordTable, ("word", "customer"), [(word, customer) for word in new])
    return bool(gone or new)


def _unlink(change: Change, table: Any, ids: Sequence[int], column: str) -> None:
    if ids:
        change.update_many(table, ids, (column,), ((None,) for _ in ids))
