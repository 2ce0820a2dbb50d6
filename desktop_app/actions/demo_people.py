"""The invented customers of the sample shop with everything around them, written in batches."""

from __future__ import annotations

import datetime as dt
from array import array
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import TYPE_CHECKING

from desktop_app.actions.columns import (
    ADDRESS_COLUMNS,
    CONTACT_COLUMNS,
    address_rows,
    consent_columns,
    contact_rows,
    customer_columns,
    day_columns,
    relative_columns,
)
from desktop_app.actions.invented import Placed, Sample
from desktop_app.actions.invented_around import Around, Surroundings
from desktop_app.actions.invented_people import Person, people, spouse_of
from desktop_app.domain.consents import ConsentFields, Purpose
from desktop_app.domain.customers import CustomerFields, CustomerId
from desktop_app.domain.keys import name_key
from desktop_app.domain.orders import Status
from desktop_app.domain.people import DayKind, DayState, Relation, RelativeFields, SpecialDay
from desktop_app.domain.people_dates import Birthday
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

BATCH = 5_000
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
        self.orders, self.first, self.last = (array("i", bytes(4 * self.count)) for _ in range(3))
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
    words: dict[tuple[str, str], int] = field(default_factory=dict)  # ids of tags and interests

    def id_of(self, n: int) -> int:
        """The id of the person at place `n`."""
        return self.starts[n // BATCH] + n % BATCH

    def write(self, change: Change, count: int, figures: Figures) -> None:
        """Writes all people, a batch at a time."""
        self.words = self._write_words(change)
        surroundings = Surroundings(self.found, today=self.today, seed=self.seed)
        coming = people(self.found, count, today=self.today, seed=self.seed)
        last: Person | None = None
        while batch := list(islice(coming, BATCH)):
            start = len(self.tongues)
            self.tongues.extend(person.fields.language.value for person in batch if person.fields.language)
            country = self.found.shop["country"]
            columns = [*customer_columns(CustomerFields(), country), *_FIGURES]
            rows = (
                (*customer_columns(person.fields, country).values(), *figures.of(start + n))
                for n, person in enumerate(batch)
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
        theirs = list(zip(owners, around, strict=True))
        relatives = [
            (owner, replace(one, customer=self._spouse(start + n) if place == 0 else None))
            for n, (owner, found) in enumerate(theirs)
            for place, one in enumerate(found.relatives)
        ]
        columns = ("customer", *relative_columns(_NOBODY))
        ids = change.insert_many(
            RelativeTable, columns, ((owner, *relative_columns(one).values()) for owner, one in relatives)
        )
        days: list[tuple[int, int | None, SpecialDay]] = []
        days += [(owner, None, day) for owner, found in theirs for day in found.days]
        days += [(owner, number, day) for number, (owner, one) in zip(ids, relatives, strict=True) for day in one.days]
        columns = ("customer", "relative", *day_columns(_ANY_DAY))
        change.insert_many(SpecialDayTable, columns, ((*whose, *day_columns(day).values()) for *whose, day in days))
        country = self.found.shop["country"]
        everyone = list(zip(owners, fields, strict=True))
        contacts = (row for owner, of in everyone for row in contact_rows(owner, of.contacts, country))
        change.insert_many(ContactTable, CONTACT_COLUMNS, contacts)
        addresses = (row for owner, of in everyone for row in address_rows(owner, of.addresses))
        change.insert_many(AddressTable, ADDRESS_COLUMNS, addresses)
        change.insert_many(CustomerWordTable, ("word", "customer"), self._worded(owners, fields))
        columns = ("customer", *consent_columns(_ANY_CONSENT))
        consents = ((owner, *consent_columns(one).values()) for owner, found in theirs for one in found.consents)
        change.insert_many(ConsentTable, columns, consents)
        notes = ((owner, _moment(note.on), note.by, note.text) for owner, found in theirs for note in found.notes)
        change.insert_many(NoteTable, ("customer", "at", "by", "text"), notes)
        sent = (
            (owner, DayKind.BIRTHDAY.value, day, DayState.DONE.value, "card", _moment(day - dt.timedelta(days=4)),
             self._packer(owner))
            for owner, found in theirs for day in found.congratulated
        )  # fmt: skip
        change.insert_many(CongratulationTable, _CONGRATULATION, sent)

    def _spouse(self, n: int) -> CustomerId | None:
        before = spouse_of(n)
        return None if before is None else CustomerId(self.id_of(before))

    def _worded(self, owners: Sequence[int], fields: Sequence[CustomerFields]) -> Iterator[tuple[int, int]]:
        for owner, of in zip(owners, fields, strict=True):
            for kind, words in (("tag", of.tags), ("interest", of.interests)):
                for word in words:
                    yield self.words[kind, word], owner

    def _packer(self, number: int) -> str:
        packers: list[str] = self.found.people["packers"][self.found.shop["language"]]
        return packers[number % len(packers)]


_CONGRATULATION = ("customer", "kind", "kept_on", "state", "how", "at", "by")
_NOBODY = RelativeFields(Relation.OTHER)
_ANY_DAY = SpecialDay(DayKind.OTHER, Birthday(1))
_ANY_CONSENT = ConsentFields(Purpose.PROFILE)


def _moment(day: dt.date) -> str:
    return f"{day}T10:00:00+02:00"


def _day(ordinal: int) -> dt.date | None:
    return dt.date.fromordinal(ordinal) if ordinal else None
