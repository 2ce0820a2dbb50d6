"""What a file Cordial wrote tells of a customer's own row beyond what other files do; nothing empty takes anything."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from desktop_app.domain.customers import email_key
from desktop_app.domain.importing import Difference, OwnFields, PersonRecord
from desktop_app.domain.keys import name_key, row_number
from desktop_app.domain.text import shorten
from desktop_app.exchange.lasting_ids import number_of
from desktop_app.queries import Shop
from desktop_app.queries.known import kept_people
from desktop_app.queries.whole_customers import shop_mark
from desktop_app.store.tables import CustomerTable

if TYPE_CHECKING:
    from desktop_app.store.transaction import Change

_NEW = OwnFields(congratulate=True, deceased=False, name_day=True, extra_care=False)  # of somebody just added


class OwnChange(NamedTuple):
    """One field of a customer that the file says otherwise."""

    field: str
    old: object
    new: object


def own_changes(told: OwnFields | None, kept: OwnFields = _NEW) -> tuple[OwnChange, ...]:
    """The fields that a file says otherwise than they are kept."""
    if told is None:
        return ()
    return tuple(
        OwnChange(name, old, new)
        for name, old, new in zip(OwnFields._fields, kept, told, strict=True)
        if new not in (None, "") and new != old
    )


def own_differences(changes: Sequence[OwnChange]) -> tuple[Difference, ...]:
    """What changes, as people read it."""
    return tuple(Difference(one.field, _shown(one.old), _shown(one.new)) for one in changes)


def write_own(change: Change, changes: Mapping[int, Sequence[OwnChange]]) -> None:
    """Writes the fields of customers, by their ids."""
    found = sorted((tuple(one.field for one in fields), id_) for id_, fields in changes.items() if fields)
    for names, group in groupby(found, key=lambda each: each[0]):
        ids = [id_ for _, id_ in group]
        rows = [tuple(one.new for one in changes[id_]) for id_ in ids]
        change.update_many(CustomerTable, ids, names, rows)


def known_by_number(shop: Shop, records: Sequence[PersonRecord], *, uids: bool = False) -> list[int | None]:
    """The customer who bears a record's number here, where their name, e-mail or telephone is the record's too.

    With `uids` the number is in the id of a contact card this shop wrote.
    """
    mark = shop_mark(shop) if uids else ""
    numbers = [_number(record.key, mark) for record in records]
    kept = kept_people(shop, {number for number in numbers if number})
    found: list[int | None] = []
    for record, number in zip(records, numbers, strict=True):
        person = kept.get(number)
        same = person is not None and (
            (_name(record) == _name(person) != "")
            or (record.email and email_key(record.email) == email_key(person.email))
            or (record.phone and record.phone == person.phone)
        )
        found.append(person.id if person is not None and same else None)
    return found


def _number(key: str, mark: str) -> int:
    if mark:
        return number_of(key.removeprefix("urn:uuid:"), mark, "customer") or 0
    return row_number(key)


def _name(of: object) -> str:
    given, family, company = (getattr(of, name) for name in ("given", "family", "company"))
    return name_key(f"{family} {given}".strip() or company)


def _shown(value: object) -> str:
    if isinstance(value, bool):
        return "✓" if value else ""
    return shorten(str(value or ""))
