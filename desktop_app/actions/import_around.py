"""What a people file tells around a customer - ways to reach them, addresses, days, people: what of it is news."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from desktop_app.actions.columns import (
    ADDRESS_COLUMNS,
    CONTACT_COLUMNS,
    address_rows,
    contact_rows,
    day_columns,
    relative_columns,
)
from desktop_app.domain.customers import Contact, ContactKind, LabelledAddress
from desktop_app.domain.importing import Difference, PersonMore, RelativeRecord
from desktop_app.domain.keys import contact_key, name_key
from desktop_app.domain.people import RelativeFields, SpecialDay
from desktop_app.domain.people_dates import Birthday
from desktop_app.domain.text import shorten
from desktop_app.queries.known import KeptPerson
from desktop_app.queries.known_around import KeptAround, place_key
from desktop_app.store.tables import AddressTable, ContactTable, RelativeTable, SpecialDayTable

if TYPE_CHECKING:
    from desktop_app.store.transaction import Change

_DAY_COLUMNS = ("kind", "title", "month_day", "year", "lead_days")


class Around(NamedTuple):
    """What is new around one customer; `relative_days` are of people who stand around them already, by their rows."""

    contacts: tuple[Contact, ...] = ()
    addresses: tuple[LabelledAddress, ...] = ()
    days: tuple[SpecialDay, ...] = ()
    relatives: tuple[RelativeRecord, ...] = ()
    relative_days: tuple[tuple[int, SpecialDay], ...] = ()
    from_contact: int = 0  # the last position that is taken
    from_address: int = 0

    def differences(self) -> tuple[Difference, ...]:
        """What comes to a customer, as people read it."""
        said = (
            ("contacts", [one.value for one in self.contacts]),
            ("addresses", [", ".join(part for part in (one.address.street, one.address.city) if part)
                           for one in self.addresses]),
            ("days", [_day_text(one) for one in (*self.days, *(day for _, day in self.relative_days))]),
            ("relatives", [f"{one.given} {one.family}".strip() for one in self.relatives]),
        )  # fmt: skip
        return tuple(Difference(field, "", shorten("; ".join(texts), 200)) for field, texts in said if texts)


NOTHING_AROUND = Around()


def around_of(
    more: PersonMore | None, person: KeptPerson, kept: KeptAround, *, country: str, owners: Mapping[str, int]
) -> Around:
    """What of a record is not known of a customer yet, who is kept as `person`; `owners` are the customers of e-mails.

    Nothing that stands there is overruled: a day of the same kind keeps its date, a person around them their name.
    """
    if more is None or not (more.contacts or more.addresses or more.days or more.relatives):
        return NOTHING_AROUND
    ways = kept.ways | {
        (kind.value, contact_key(kind, value, country))
        for kind, value in ((ContactKind.EMAIL, person.email), (ContactKind.PHONE, person.phone))
        if value
    }
    contacts = []
    for one in more.contacts:
        key = (one.kind.value, contact_key(one.kind, one.value, country))
        if key not in ways and (one.kind is not ContactKind.EMAIL or owners.get(key[1], person.id) == person.id):
            ways.add(key)
            contacts.append(one)
    places = kept.places | {place_key(person.street, person.city, person.postcode)}
    addresses = []
    for place in more.addresses:
        where = place_key(place.address.street, place.address.city, place.address.postcode)
        if where and where not in places:
            places.add(where)
            addresses.append(place)
    relatives, relative_days = _people(more.relatives, kept)
    found = Around(
        tuple(contacts), tuple(addresses), _new_days(more.days, kept.days, 0), relatives, relative_days,
        kept.contacts, kept.addresses,
    )  # fmt: skip
    return found if any((contacts, addresses, found.days, relatives, relative_days)) else NOTHING_AROUND


def write_around(change: Change, news: Mapping[int, Around], *, country: str) -> None:
    """Writes what is new around customers, by their ids; called inside the change that writes them."""
    contacts, addresses, days = [], [], []
    for id_, one in news.items():
        contacts += [(*row[:-1], row[-1] + one.from_contact) for row in contact_rows(id_, one.contacts, country)]
        addresses += [(*row[:-1], row[-1] + one.from_address) for row in address_rows(id_, one.addresses)]
        days += [_day_row(id_, None, day) for day in one.days]
        days += [_day_row(id_, relative, day) for relative, day in one.relative_days]
    people = [(id_, each) for id_, one in news.items() for each in one.relatives]
    if people:
        columns = [relative_columns(_fields(each)) for _, each in people]
        names = tuple(columns[0])
        rows = [(id_, *values.values()) for (id_, _), values in zip(people, columns, strict=True)]
        numbers = change.insert_many(RelativeTable, ("customer", *names), rows)
        days += [
            _day_row(id_, number, day)
            for (id_, each), number in zip(people, numbers, strict=True)
            for day in each.days
        ]  # fmt: skip
    for table, columns_, rows_ in (
        (ContactTable, CONTACT_COLUMNS, contacts),
        (AddressTable, ADDRESS_COLUMNS, addresses),
        (SpecialDayTable, ("customer", "relative", *_DAY_COLUMNS), days),
    ):
        if rows_:
            change.insert_many(table, columns_, rows_)


def _fields(each: RelativeRecord) -> RelativeFields:
    return RelativeFields(each.relation, each.relation_words, each.given, each.family)


def _people(
    told: Sequence[RelativeRecord], kept: KeptAround
) -> tuple[tuple[RelativeRecord, ...], tuple[tuple[int, SpecialDay], ...]]:
    new: dict[str, RelativeRecord] = {}
    days: list[tuple[int, SpecialDay]] = []
    for each in told:
        name = name_key(f"{each.given} {each.family}")
        number = kept.relatives.get(name)
        if number is not None:
            days += [(number, day) for day in _new_days(each.days, kept.days, number)]
        elif name in new:
            new[name] = new[name]._replace(days=_new_days((*new[name].days, *each.days), set(), 0))
        elif name:
            new[name] = each
    return tuple(new.values()), tuple(days)


def _new_days(days: Sequence[SpecialDay], kept: Collection[tuple[int, str, str]], of: int) -> tuple[SpecialDay, ...]:
    found: dict[tuple[int, str, str], SpecialDay] = {}
    for day in days:
        found.setdefault((of, day.kind.value, name_key(day.title)), day)
    return tuple(day for key, day in found.items() if key not in kept)


def _day_row(customer: int, relative: int | None, day: SpecialDay) -> tuple[object, ...]:
    columns = day_columns(day)
    return (customer, relative, *(columns[name] for name in _DAY_COLUMNS))


def _day_text(day: SpecialDay) -> str:
    return " ".join(part for part in (day.title, day_text(day.date)) if part)


def day_text(date: Birthday) -> str:
    """A day kept each year as files have it: 1985-03-31, or 03-31 without a year."""
    year = f"{date.year}-" if date.year else ""
    return f"{year}{date.month:02}-{date.day:02}" if date.day else f"{year}{date.month:02}"
