"""The invented customers of the sample shop with everything around them, written in batches."""

from __future__ import annotations

import datetime as dt
from array import array
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING, Any

from desktop_app.actions.columns import customer_columns
from desktop_app.actions.invented import Placed, Sample
from desktop_app.actions.invented_around import Around, Surroundings
from desktop_app.actions.invented_people import Person, people, spouse_of
from desktop_app.domain.customers import Contact, ContactKind, CustomerFields, email_key
from desktop_app.domain.keys import customer_keys, name_key
from desktop_app.domain.orders import Status
from desktop_app.domain.people import DayKind, DayState, RelativeFields, SpecialDay
from desktop_app.domain.phones import phone_key
from desktop_app.domain.text import fold
from desktop_app.store.tables import (
    AddressTable,
    CongratulationTable,
    ConsentTable,
    ContactTable,
    CustomerTable,
    CustomerWordTable,
    NoteTable,
    RelativeTable,
    SpecialDayTable,
    WordTable,
)

if TYPE_CHECKING:
    from desktop_app.store.transaction import Change

BATCH = 20_000
_FIGURES = ("orders", "first_order_on", "last_order_on", "spent_minor", "spent_currency")
_LEADS = {"VIP": 10}  # the tag that asks for more time


@dataclass
class Figures:
    """What the orders to come say of each person, counted before they are written."""

    count: int
    currency: str
    orders: array[int] = field(init=False)
    first: array[int] = field(init=False)  # days as ordinals, 0 without an order
    last: array[int] = field(init=False)
    spent: array[int] = field(init=False)  # minor units

    def __post_init__(self) -> None:
        self.orders, self.first, self.last = (array("l", bytes(array("l").itemsize * self.count)) for _ in range(3))
        self.spent = array("q", bytes(8 * self.count))

    def add(self, placed: Placed, total: int) -> None:
        """Takes in one order."""
        if placed.status is Status.CANCELLED:
            return
        day, whose = placed.placed.toordinal(), placed.customer
        self.orders[whose] += 1
        self.spent[whose] += total
        self.first[whose] = self.first[whose] or day
        self.last[whose] = max(day, self.last[whose])

    def of(self, n: int) -> tuple[int, dt.date | None, dt.date | None, int, str]:
        """The columns of person `n`, as _FIGURES."""
        orders = self.orders[n]
        return orders, _day(self.first[n]), _day(self.last[n]), self.spent[n], self.currency if orders else ""


@dataclass
class SamplePeople:
    """Writes people with their figures; afterwards `starts` are the first ids of the batches, `tongues` by person."""

    found: Sample
    today: dt.date
    seed: int
    step: Callable[[], None]
    starts: list[int] = field(default_factory=list)
    tongues: list[str] = field(default_factory=list)

    def id_of(self, n: int) -> int:
        """The id of the person at place `n`."""
        return self.starts[n // BATCH] + n % BATCH

    def write(self, change: Change, count: int, figures: Figures) -> None:
        """Writes all people, a batch at a time."""
        self._words = self._write_words(change)
        surroundings = Surroundings(self.found, today=self.today, seed=self.seed)
        coming = people(self.found, count, today=self.today, seed=self.seed)
        last: Person | None = None
        while batch := list(islice(coming, BATCH)):
            start = len(self.tongues)
            self.tongues.extend(person.fields.language.value for person in batch if person.fields.language)
            country = self.found.shop["country"]
            columns = [*_customer(CustomerFields(), country), *_FIGURES]
            rows = (
                (*_customer(person.fields, country).values(), *figures.of(start + n)) for n, person in enumerate(batch)
            )
            ids = change.insert_many(CustomerTable, columns, rows)
            self.starts.append(ids[0])
            around = []
            for n, person in enumerate(batch, start):
                around.append(surroundings.around(n, person, last if spouse_of(n) is not None else None))
                last = person
                self.step()
            self._write_around(change, start, batch, around)

    def _write_words(self, change: Change) -> dict[tuple[str, str], int]:
        kept = [("tag", word) for word in self.found.word_list("tags")]
        kept += [("interest", word) for word in self.found.word_list("interests")]
        rows = [(kind, word, name_key(word), _LEADS.get(word)) for kind, word in kept]
        ids = change.insert_many(WordTable, ("kind", "word", "word_key", "lead_days"), rows)
        return dict(zip(kept, ids, strict=True))

    def _write_around(self, change: Change, start: int, batch: Sequence[Person], around: Sequence[Around]) -> None:
        owners = [self.id_of(start + n) for n in range(len(batch))]
        fields = [person.fields for person in batch]
        relatives = [
            (owner, one, self._spouse(start + n) if place == 0 else None)
            for n, (owner, found) in enumerate(zip(owners, around, strict=True))
            for place, one in enumerate(found.relatives)
        ]
        ids = change.insert_many(RelativeTable, _RELATIVE, (_relative(*one) for one in relatives))
        days = [(owner, None, day) for owner, found in zip(owners, around, strict=True) for day in found.days]
        days += [
            (owner, number, day) for number, (owner, one, _) in zip(ids, relatives, strict=True) for day in one.days
        ]
        change.insert_many(SpecialDayTable, _SPECIAL_DAY, (_special_day(*day) for day in days))
        country = self.found.shop["country"]
        change.insert_many(ContactTable, _CONTACT, (
            (owner, one.kind.value, one.value, _contact_key(one, country), one.label, place)
            for owner, of in zip(owners, fields, strict=True) for place, one in enumerate(of.contacts)
        ))  # fmt: skip
        change.insert_many(AddressTable, _ADDRESS, (
            (owner, one.label, one.address.name, one.address.street, one.address.city, one.address.region,
             one.address.postcode, one.address.country, place)
            for owner, of in zip(owners, fields, strict=True) for place, one in enumerate(of.addresses)
        ))  # fmt: skip
        change.insert_many(CustomerWordTable, ("word", "customer"), self._worded(owners, fields))
        change.insert_many(ConsentTable, ("customer", "what", "given_on", "source", "withdrawn_on"), (
            (owner, one.what.value, one.given_on, one.source, one.withdrawn_on)
            for owner, found in zip(owners, around, strict=True) for one in found.consents
        ))  # fmt: skip
        change.insert_many(NoteTable, ("customer", "at", "by", "text"), (
            (owner, _moment(note.on), note.by, note.text)
            for owner, found in zip(owners, around, strict=True) for note in found.notes
        ))  # fmt: skip
        change.insert_many(CongratulationTable, _CONGRATULATION, (
            (owner, DayKind.BIRTHDAY.value, day, DayState.DONE.value, "card", _moment(day - dt.timedelta(days=4)),
             self._packer(owner))
            for owner, found in zip(owners, around, strict=True) for day in found.congratulated
        ))  # fmt: skip

    def _spouse(self, n: int) -> int | None:
        before = spouse_of(n)
        return None if before is None else self.id_of(before)

    def _worded(self, owners: Sequence[int], fields: Sequence[CustomerFields]) -> Iterator[tuple[int, int]]:
        for owner, of in zip(owners, fields, strict=True):
            for kind, words in (("tag", of.tags), ("interest", of.interests)):
                for word in words:
                    yield self._words[kind, word], owner

    def _packer(self, number: int) -> str:
        packers: list[str] = self.found.people["packers"][self.found.shop["language"]]
        return packers[number % len(packers)]


_RELATIVE = ("customer", "relation", "relation_words", "given", "family", "other", "together", "deceased", "name_day",
             "given_key", "doc")  # fmt: skip
_SPECIAL_DAY = ("customer", "relative", "kind", "title", "month_day", "year")
_CONTACT = ("customer", "kind", "value", "key", "label", "position")
_ADDRESS = ("customer", "label", "name_to", "street", "city", "region", "postcode", "country", "position")
_CONGRATULATION = ("customer", "kind", "kept_on", "state", "how", "at", "by")


def _customer(fields: CustomerFields, country: str) -> dict[str, Any]:
    return {
        **customer_columns(fields, country),
        "channel": fields.channel.value if fields.channel else "",
        "deceased": fields.deceased,
        "name_day": fields.name_day,
        "lead_days": fields.lead_days,
    }


def _relative(owner: int, one: RelativeFields, other: int | None) -> tuple[Any, ...]:
    keys = customer_keys(one.given, one.family, country="")
    return (owner, one.relation.value, one.relation_words, one.given, one.family, other, one.together, one.deceased,
            one.name_day, keys["given_key"], keys["doc"])  # fmt: skip


def _special_day(owner: int, relative: int | None, day: SpecialDay) -> tuple[Any, ...]:
    return (owner, relative, day.kind.value, day.title, day.date.month_day, day.date.year)


def _contact_key(one: Contact, country: str) -> str:
    if one.kind is ContactKind.EMAIL:
        return email_key(one.value)
    return phone_key(one.value, country) if one.kind is ContactKind.PHONE else fold(one.value)


def _moment(day: dt.date) -> str:
    return f"{day}T10:00:00+02:00"


def _day(ordinal: int) -> dt.date | None:
    return dt.date.fromordinal(ordinal) if ordinal else None
