"""Making one of two customers who are one person, and noting that two are two people.

All that hangs on the record that goes moves to the one that stays; Undo brings both back whole.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from desktop_app.actions.belongings import keep_belongings
from desktop_app.actions.columns import customer_columns
from desktop_app.actions.complaint_belongings import move_complaints
from desktop_app.actions.figures import recount
from desktop_app.actions.merging_people import relink, unite_people
from desktop_app.domain.changes import Changes, Topic
from desktop_app.domain.customers import CustomerId
from desktop_app.domain.errors import Conflict, Invalid
from desktop_app.domain.merging import CHOSEN, Side, merged, proposed
from desktop_app.domain.settings import COUNTRY
from desktop_app.domain.text import shorten
from desktop_app.i18n import msg
from desktop_app.queries import Shop
from desktop_app.queries.belongings import owned_ids
from desktop_app.queries.customers import customer
from desktop_app.queries.duplicates import told_apart
from desktop_app.queries.merging import apart_from, consents_told, links_to, notes_told, order_ids_of, source_of
from desktop_app.queries.prints import customer_item_ids
from desktop_app.queries.settings import setting
from desktop_app.store.tables import (
    AddressTable,
    ConsentTable,
    ContactTable,
    CustomerTable,
    CustomerWordTable,
    FormerKeyTable,
    NoteTable,
    NotSameTable,
    OrderTable,
    PrintItemTable,
    RenewalTable,
)

if TYPE_CHECKING:
    from desktop_app.store.transaction import Change

_TOPICS = (Topic.CUSTOMERS, Topic.ORDERS, Topic.PRINTS, Topic.COMPLAINTS, Topic.MESSAGES)
_ONE = msg("These are not two customers but one. Choose another one.")


def merge_customers(
    shop: Shop,
    keep: CustomerId,
    lose: CustomerId,
    *,
    chosen: Mapping[str, Side] | None = None,
    versions: tuple[int, int] | None = None,
    actor: str,
) -> Changes:
    """Moves everything of `lose` to `keep` and removes it; fields not `chosen` are taken from the proposed side.

    `versions` are those of both as they were read: raises Conflict when one was changed since, and when one stands
    among the people around the other; raises NotFound when one is gone.
    """
    if keep == lose:
        raise Invalid("lose", _ONE)
    country = setting(shop, COUNTRY)
    names = [shorten(customer(shop, one).name) for one in (keep, lose)]
    title = msg("Merge {name} and {other}", name=names[0], other=names[1])
    with shop.change(title, actor=actor, topics=_TOPICS) as change:
        for one in sorted((keep, lose)):  # in one order on every desk, so that none waits for the other in a ring
            _hold(change, one, None if versions is None else versions[0 if one == keep else 1])
        ours, theirs = customer(shop, keep), customer(shop, lose)
        _refuse_family(shop, keep, lose, *names)
        sides = {**proposed(ours, theirs), **(chosen or {})}
        fields = merged(ours.fields, theirs.fields, sides, country=country)
        values = customer_columns(fields, country)
        values |= _came_from(shop, change, keep, lose)
        _move(change, OrderTable, order_ids_of(shop, lose), keep)
        _move(change, PrintItemTable, customer_item_ids(shop, [lose]), keep)
        _move(change, RenewalTable, owned_ids(shop, RenewalTable.customer, [lose]), keep)
        move_complaints(shop, change, lose, keep)
        unite_people(shop, change, keep, lose)
        _move_told(shop, change, keep, lose)
        relink(shop, change, keep, lose)
        for table in (ContactTable, AddressTable, CustomerWordTable):
            change.delete(table, owned_ids(shop, table.customer, [lose]))
        change.delete(CustomerTable, [lose])
        change.touch(CustomerTable, keep)  # beside the one that went: by this the timeline tells of it
        change.update(CustomerTable, keep, version=None, values=values)
        keep_belongings(shop, change, keep, fields, old=ours.fields, country=country)
        recount(shop, change, [keep])
    return change.changes


def _came_from(shop: Shop, change: Change, keep: CustomerId, lose: CustomerId) -> dict[str, str]:
    """Under what files know the one that goes stays known; returns what of it becomes the other's own."""
    _move(change, FormerKeyTable, owned_ids(shop, FormerKeyTable.customer, [lose]), keep)
    source, key = source_of(shop, lose)
    if not key:
        return {}
    known = {"source": source, "source_key": key}
    if not source_of(shop, keep)[1]:
        return known
    change.insert(FormerKeyTable, {"customer": keep, **known})  # the next file of its shop means the one that stays
    return {}


def tell_apart(shop: Shop, one: CustomerId, other: CustomerId, *, actor: str) -> Changes:
    """Notes that two customers are two people, so that they are not proposed again; raises Invalid for one alone."""
    if one == other:
        raise Invalid("lose", _ONE)
    names = [shorten(customer(shop, each).name) for each in (one, other)]
    title = msg("{name} and {other} are two people", name=names[0], other=names[1])
    with shop.change(title, actor=actor, topics=(Topic.CUSTOMERS,)) as change:
        if told_apart(shop, one, other) is None:
            change.insert(NotSameTable, {"first": min(one, other), "second": max(one, other)})
    return change.changes


def chosen_sides(options: Mapping[str, str]) -> dict[str, Side]:
    """Typed choices (field and keep or lose) as they are given to `merge_customers`; raises Invalid."""
    found: dict[str, Side] = {}
    for name, side in options.items():
        if name not in CHOSEN:
            raise Invalid(
                "take",
                msg(
                    "“{field}” is not a field to choose; use one of {fields}.", field=shorten(name), fields=list(CHOSEN)
                ),
            )
        if side not in (Side.KEEP.value, Side.LOSE.value):
            raise Invalid("take", msg("“{side}” is neither keep nor lose. Write one of the two.", side=shorten(side)))
        found[name] = Side(side)
    return found


def _hold(change: Change, one: CustomerId, version: int | None) -> None:
    change.touch(CustomerTable, one, version=version)


def _refuse_family(shop: Shop, keep: CustomerId, lose: CustomerId, name: str, other: str) -> None:
    if keep in links_to(shop, lose).values() or lose in links_to(shop, keep).values():
        raise Conflict(
            msg(
                "{name} and {other} stand among each other’s people, so they are two. If they are not, take that "
                "person away first.",
                name=name,
                other=other,
            )
        )


def _move(change: Change, table: type, ids: list[int], keep: CustomerId) -> None:
    change.update_many(table, ids, ("customer",), ((keep,) for _ in ids))


def _move_told(shop: Shop, change: Change, keep: CustomerId, lose: CustomerId) -> None:
    """Consents, notes and who was told apart: what both records say alike stays once."""
    for table, told in ((ConsentTable, consents_told), (NoteTable, notes_told)):
        known = set(told(shop, keep).values())
        theirs = told(shop, lose)
        doubles = [number for number, said in theirs.items() if said in known]
        change.delete(table, doubles)
        _move(change, table, [number for number in theirs if number not in set(doubles)], keep)
    known_apart = set(apart_from(shop, keep).values())
    for number, other in apart_from(shop, lose).items():
        if other == keep or other in known_apart:
            change.delete(NotSameTable, [number])
        else:
            pair = {"first": min(keep, other), "second": max(keep, other)}
            change.update(NotSameTable, number, version=None, values=pair)
