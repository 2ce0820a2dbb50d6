"""Two customers who are one person: what differs field by field, which side is proposed, what comes of both."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import fields as fields_of
from dataclasses import replace
from typing import Any

from desktop_app.domain.customers import (
    Address,
    Contact,
    ContactKind,
    Customer,
    CustomerFields,
    GreetingForms,
    LabelledAddress,
    email_key,
)
from desktop_app.domain.keys import contact_key, name_key
from desktop_app.domain.people_dates import Birthday
from desktop_app.domain.phones import phone_key
from desktop_app.domain.states import StrEnum
from desktop_app.domain.text import fold


class Side(StrEnum):
    """Of which of the two a field is taken: of the record that stays, or of the one that goes."""

    KEEP = "keep"
    LOSE = "lose"


_FORMS = tuple(each.name for each in fields_of(GreetingForms))
_UNITED = ("note", "contacts", "addresses", "tags", "interests")
CHOSEN = tuple(  # the fields a person chooses one side of
    name
    for each in fields_of(CustomerFields)
    if each.name not in _UNITED
    for name in (_FORMS if each.name == "forms" else (each.name,))
)
_CAREFUL = {"congratulate": False, "name_day": False, "deceased": True, "extra_care": True}  # not to be lost


def value_of(fields: CustomerFields, name: str) -> Any:
    """What stands in one of the chosen fields."""
    return getattr(fields.forms if name in _FORMS else fields, name)


def differing(keep: CustomerFields, lose: CustomerFields) -> tuple[str, ...]:
    """The chosen fields in which the two are not alike."""
    return tuple(name for name in CHOSEN if value_of(keep, name) != value_of(lose, name))


def proposed(keep: Customer, lose: Customer) -> dict[str, Side]:
    """The side to take of each field that differs: the fuller one, else the one who ordered last, else who stays."""
    newer = Side.LOSE if str(lose.last_order_on or "") > str(keep.last_order_on or "") else Side.KEEP
    found: dict[str, Side] = {}
    for name in differing(keep.fields, lose.fields):
        ours, theirs = value_of(keep.fields, name), value_of(lose.fields, name)
        if name in _CAREFUL:
            found[name] = Side.KEEP if ours is _CAREFUL[name] else Side.LOSE
        elif name in _FORMS and not _empty(ours) and not _empty(theirs):
            found[name] = found.get("given", Side.KEEP)  # the form goes with the name it was made from
        else:
            mine, other = _fullness(ours, theirs), _fullness(theirs, ours)
            found[name] = Side.LOSE if other > mine else Side.KEEP if mine > other else newer
    return found


def merged(keep: CustomerFields, lose: CustomerFields, chosen: Mapping[str, Side], *, country: str) -> CustomerFields:
    """The one record of both: chosen fields of their side, lists united; an e-mail, phone or address not chosen stays
    as a further one. `country` is the one whose telephone numbers are typed without a code.
    """
    taken = {name: value_of(lose if chosen.get(name) is Side.LOSE else keep, name) for name in CHOSEN}
    forms = replace(keep.forms, **{name: taken.pop(name) for name in _FORMS})
    ways = [*_ways(keep), *_ways(lose)]
    places = [*_places(keep), *_places(lose)]
    return replace(
        keep,
        **taken,
        forms=forms,
        note=united_text(keep.note, lose.note),
        contacts=_further_contacts(ways, taken["email"], taken["phone"], country),
        addresses=_further_addresses(places, taken["address"]),
        tags=_once((*keep.tags, *lose.tags)),
        interests=_once((*keep.interests, *lose.interests)),
    )


def united_text(one: str, other: str) -> str:
    """Two notes as one, each paragraph once."""
    known = {fold(line.strip()) for line in one.split("\n")}
    new = [line for line in other.split("\n") if line.strip() and fold(line.strip()) not in known]
    return "\n".join(part for part in (one, *new) if part)


def _ways(fields: CustomerFields) -> Iterable[Contact]:
    if fields.email:
        yield Contact(ContactKind.EMAIL, fields.email)
    if fields.phone:
        yield Contact(ContactKind.PHONE, fields.phone)
    yield from fields.contacts


def _places(fields: CustomerFields) -> Iterable[LabelledAddress]:
    yield LabelledAddress("", fields.address)
    yield from fields.addresses


def _further_contacts(ways: Iterable[Contact], email: str, phone: str, country: str) -> tuple[Contact, ...]:
    preferred = {(ContactKind.EMAIL, email_key(email)), (ContactKind.PHONE, phone_key(phone, country) if phone else "")}
    found: dict[tuple[ContactKind, str], Contact] = {}
    for way in ways:
        key = (way.kind, contact_key(way.kind, way.value, country))
        known = found.get(key)
        if key not in preferred and (known is None or (way.label and not known.label)):
            found[key] = way
    return tuple(found.values())


def _further_addresses(places: Iterable[LabelledAddress], main: Address) -> tuple[LabelledAddress, ...]:
    found: list[LabelledAddress] = []
    for place in places:
        if any(_parts(place.address)) and not any(_within(place.address, kept) for kept in (main, *_of(found))):
            found = [one for one in found if one.label or not _within(one.address, place.address)]
            found.append(place)
    return tuple(found)


def _of(places: Iterable[LabelledAddress]) -> list[Address]:
    return [place.address for place in places]


def _parts(address: Address) -> list[str]:
    return [fold(getattr(address, part.name)) for part in fields_of(address)]


def _within(less: Address, more: Address) -> bool:
    """Whether one address says nothing the other does not."""
    return all(not one or one == other for one, other in zip(_parts(less), _parts(more), strict=True))


def _once(values: Iterable[str]) -> tuple[str, ...]:
    found: dict[str, str] = {}
    for value in values:
        found.setdefault(name_key(value), value)
    return tuple(found.values())


def _empty(value: object) -> bool:
    return value is None or value == ""


def _fullness(value: Any, other: Any) -> tuple[int, ...]:
    """How much a value says, to be compared with what the other's says; equal where neither says more."""
    if _empty(value):
        return (0,)
    if isinstance(value, Address):
        return (1, sum(bool(part) for part in _parts(value)))
    if isinstance(value, Birthday):
        return (1, int(value.day > 0), int(value.year is not None))
    if not isinstance(value, str) or not isinstance(other, str):
        return (1,)
    return (1, int(_spells_out(value, other)), int(fold(value) == fold(other)) * _care(value))


def _spells_out(value: str, other: str) -> bool:
    """Whether a text begins as the other, an initial perhaps, and says more."""
    short = fold(other).rstrip(". ")
    return len(fold(value)) > len(short) and bool(short) and fold(value).startswith(short)


def _care(value: str) -> int:
    """How carefully a name is spelt, of two that differ in case and marks alone: marks set, not all capitals."""
    return 1 + 2 * (not value.isascii()) + (value != value.upper() and value != value.lower())
