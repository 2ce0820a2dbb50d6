"""An import plan in figures and samples, counted while the file streams by; nothing is written."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from desktop_app.actions.import_catalogue import ComparedProduct
from desktop_app.actions.import_complaints import ComparedComplaint
from desktop_app.actions.import_customers import ComparedPerson
from desktop_app.actions.import_identity import Identity, buyer_identity
from desktop_app.actions.import_orders import Compared
from desktop_app.actions.import_people import known_people
from desktop_app.domain.customers import email_key
from desktop_app.domain.importing import PAST_DAYS, Fate, PersonRecord, Place, PlannedRecord, SalesRecord
from desktop_app.domain.keys import sorting
from desktop_app.domain.money import Money
from desktop_app.domain.orders import Status
from desktop_app.domain.people import DayKind
from desktop_app.domain.text import shorten
from desktop_app.i18n import Message, nmsg
from desktop_app.queries import Shop
from desktop_app.queries.known import KeptPerson, holds_people, namesakes

_SAID = 2_000  # letters of a complaint in the preview
_NAMED = 3  # people named in a note
SHOWN = 50  # records of each kind in the preview


class Counts(NamedTuple):
    """What an import does with the records of a file."""

    new: int
    changed: int
    same: int


class Tally:
    """Counts what an import would do."""

    def __init__(self, shop: Shop, *, file: str, sheet: str, source: str, country: str) -> None:
        self.shop = shop
        self.file = file
        self.sheet = sheet
        self.source = source
        self.country = country
        self.fates: Counter[Fate] = Counter()
        self.lines = 0
        self.people_new = 0
        self.older = 0
        self.past = 0
        self.undated = 0
        self.alike = 0
        self.birthdays = self.other_days = self.relatives = 0
        self.proposed: list[str] = []  # new people who may be the customers called so
        self.totals: Counter[str] = Counter()
        self.first_day: dt.date | None = None
        self.last_day: dt.date | None = None
        self._shown: dict[Fate, list[PlannedRecord]] = {fate: [] for fate in Fate}
        self._met: set[int] = set()
        self._buyers: set[int] = set()
        self._guests = 0
        self._names: set[int] = set()
        self._has_people = holds_people(shop)

    def counts(self) -> Counts:
        """New, changed and same."""
        return Counts(self.fates[Fate.NEW], self.fates[Fate.CHANGED], self.fates[Fate.SAME])

    def add_orders(self, compared: Sequence[Compared], *, count_people: bool) -> None:
        """Counts a chunk of orders; their new people only where no writer counts them."""
        days = [each.record.placed_at[:10] for each in compared if each.record.placed_at]
        for fate in Fate:
            alike = [each for each in compared if each.fate is fate]
            self.fates[fate] += len(alike)
            room = SHOWN - len(self._shown[fate])
            self._shown[fate] += [self._order_shown(each) for each in alike[:room]]
        self._see_buyers([each.record.person for each in compared])
        for record, _, _, _, changes in compared:
            self.lines += len(record.lines)
            if record.total_minor is not None:
                self.totals[record.currency] += record.total_minor
            self.past += record.unsaid and record.status is Status.DELIVERED
            if changes is not None:
                self.older += changes.older
                self.undated += changes.undated
        if days:
            self._see_days(dt.date.fromisoformat(min(days)), dt.date.fromisoformat(max(days)))
        if count_people:
            self._count_buyers(compared)

    def add_people(self, compared: Sequence[ComparedPerson]) -> None:
        """Counts a chunk of people."""
        for each in compared:
            self.fates[each.fate] += 1
            if len(self._shown[each.fate]) < SHOWN:
                self._shown[each.fate].append(self._person_shown(each))
            self._see_kept(each.record)
        self.proposed += [_who(each.record) for each in compared if each.namesake is not None]
        new = [each.record for each in compared if each.kept is None]
        self.people_new += len(new)
        self.see_namesakes([each.record for each in compared if each.kept is None and each.namesake is None])

    def add_products(self, compared: Sequence[ComparedProduct]) -> None:
        """Counts a chunk of products."""
        for each in compared:
            self.fates[each.fate] += 1
            if len(self._shown[each.fate]) < SHOWN:
                record, price = each.record, each.after.price
                told = " · ".join(part for part in (record.sku, record.barcode, record.shelf) if part)
                title = shorten(each.after.name or record.sku)
                self._shown[each.fate].append(
                    PlannedRecord(self._place(record.row), title, shorten(told), each.fate, each.differences(), price)
                )

    def add_sales(self, sales: SalesRecord) -> None:
        """Counts what a report of sales comes to."""
        if not sales.row:
            return
        self.totals[sales.currency] += sales.revenue_minor
        if sales.first_day:
            self._see_days(dt.date.fromisoformat(sales.first_day), dt.date.fromisoformat(sales.last_day))

    def add_complaints(self, compared: Sequence[ComparedComplaint]) -> None:
        """Counts a chunk of complaints; a sender nobody knows is a new customer."""
        days = [each.record.received_at[:10] for each in compared if each.record.received_at]
        if days:
            self._see_days(dt.date.fromisoformat(min(days)), dt.date.fromisoformat(max(days)))
        for each in compared:
            self.fates[each.fate] += 1
            if len(self._shown[each.fate]) < SHOWN:
                self._shown[each.fate].append(self._complaint_shown(each))
        new = {email_key(each.record.person.email): each.record.person for each in compared if each.adds_person}
        fresh = [person for key, person in new.items() if hash(key) not in self._met]
        self._met.update(map(hash, new))
        self.people_new += len(fresh)
        self.see_namesakes(fresh)

    def sample(self) -> tuple[PlannedRecord, ...]:
        """Records to show: the changed first, then the new, then some of those that stay."""
        return tuple(record for fate in (Fate.CHANGED, Fate.NEW, Fate.SAME) for record in self._shown[fate])

    def notes(self) -> list[Message]:
        """What is worth saying beside the figures."""
        found = []
        if self.older:
            found.append(
                nmsg(
                    "{n} order is newer in your shop than in this file and stays as it is.",
                    "{n} orders are newer in your shop than in this file and stay as they are.",
                    n=self.older,
                )
            )
        if self.past:
            found.append(
                nmsg(
                    "{n} order is older than {days} days, and the file does not say how it stands: "
                    "it counts as delivered.",
                    "{n} orders are older than {days} days, and the file does not say how they stand: "
                    "they count as delivered.",
                    n=self.past,
                    days=PAST_DAYS,
                )
            )
        if self.proposed:
            found.append(
                nmsg(
                    "{n} person bears exactly the name of a customer whose birthday you do not have ({values}). "
                    "They are added beside them, unless you say that they are the same.",
                    "{n} people bear exactly the names of customers whose birthdays you do not have ({values}). "
                    "They are added beside them, unless you say that they are the same.",
                    n=len(self.proposed),
                    values=self.proposed[:_NAMED],
                )
            )
        if self.alike:
            found.append(
                nmsg(
                    "{n} new person has the same name as somebody else, but another address. "
                    "They are kept apart; look whether they are one.",
                    "{n} new people have the same names as others, but other addresses. "
                    "They are kept apart; look whether they are the same.",
                    n=self.alike,
                )
            )
        return found

    def _see_kept(self, person: PersonRecord) -> None:
        """Counts what is kept of somebody each year, and of the people around them."""
        self.birthdays += person.birthday is not None
        if person.more is not None:
            self.relatives += len(person.more.relatives)
            days = [*person.more.days, *(day for one in person.more.relatives for day in one.days)]
            birthdays = sum(day.kind is DayKind.BIRTHDAY for day in days)
            self.birthdays += birthdays
            self.other_days += len(days) - birthdays

    def _see_days(self, first: dt.date, last: dt.date) -> None:
        self.first_day = min(self.first_day or first, first)
        self.last_day = max(self.last_day or last, last)

    @property
    def people(self) -> int:
        """How many people the orders are of; a guest is somebody in each of their orders."""
        return len(self._buyers) + self._guests

    def _see_buyers(self, people: Sequence[PersonRecord]) -> None:
        """Counts buyers by the marks `import_identity` goes by."""
        marks = [person.email.casefold() or person.key or _known_by_name(person) for person in people]
        self._buyers.update(hash(mark) for mark in marks if mark)
        self._guests += sum(not mark and bool(_who(person)) for mark, person in zip(marks, people, strict=True))

    def _count_buyers(self, compared: Sequence[Compared]) -> None:
        whos: dict[Identity, PersonRecord] = {}
        for record in (each.record for each in compared if each.fate is Fate.NEW):
            who = buyer_identity(record, self.country)
            mark = hash(who.email or who.key)
            if who and mark not in self._met:
                self._met.add(mark)
                whos[who] = record.person
        known = known_people(self.shop, self.source, whos)
        new = [person for who, person in whos.items() if known(who) is None]
        self.people_new += len(new)
        self.see_namesakes(new)

    def see_namesakes(self, people: Sequence[PersonRecord | KeptPerson]) -> None:
        """Counts new people who bear the name of a customer, or of another new one, under another address."""
        fresh = set()
        for person in people:
            if not (person.family and person.given):
                continue
            name = sorting(f"{person.family} {person.given}")
            if hash(name) in self._names:
                self.alike += 1
            else:
                self._names.add(hash(name))
                fresh.add(name)
        if self._has_people:
            self.alike += namesakes(self.shop, fresh)

    def _order_shown(self, each: Compared) -> PlannedRecord:
        record = each.record
        return PlannedRecord(
            self._place(record.row),
            shorten(record.number),
            _who(record.person),
            each.fate,
            each.changes.differences if each.changes else (),
            None if record.total_minor is None else Money(record.total_minor, record.currency),
        )

    def _person_shown(self, each: ComparedPerson) -> PlannedRecord:
        person = each.record
        reached = shorten(person.email or person.phone)
        return PlannedRecord(
            self._place(person.row), _who(person), reached, each.fate, each.differences(), born=person.birthday
        )

    def _complaint_shown(self, each: ComparedComplaint) -> PlannedRecord:
        record = each.record
        stars = "★" * record.rating if record.rating else ""
        number = each.order.number if each.order else record.number
        who, address = _who(record.person), record.person.email
        told = (stars, who, address if address != who else "", f"#{number}" if number else "", record.source_name)
        title = shorten(record.subject or record.text or record.article)
        detail = " · ".join(part for part in told if part)
        place, said = self._place(record.row), record.text[:_SAID]
        return PlannedRecord(place, title, detail, each.fate, each.differences(), text=said)

    def _place(self, row: int) -> Place:
        return Place(self.file, row, self.sheet)


def _known_by_name(person: PersonRecord) -> str:
    """Phone and name together tell somebody; one of them alone is a guest's."""
    return f"{person.phone}|{person.family}|{person.given}" if person.phone and (person.family or person.given) else ""


def _who(person: PersonRecord) -> str:
    name = " ".join(part for part in (person.given, person.family) if part)
    return shorten(name or person.company or person.email or person.phone)
