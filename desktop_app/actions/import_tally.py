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
from desktop_app.domain.importing import Fate, OrderRecord, PersonRecord, Place, PlannedRecord
from desktop_app.domain.keys import sorting
from desktop_app.domain.money import Money
from desktop_app.domain.text import shorten
from desktop_app.i18n import Message, nmsg
from desktop_app.queries import Shop
from desktop_app.queries.known import KeptPerson, holds_people, namesakes

_SAID = 2_000  # letters of a complaint in the preview
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
        self.alike = 0
        self.totals: Counter[str] = Counter()
        self.first_day: dt.date | None = None
        self.last_day: dt.date | None = None
        self._shown: dict[Fate, list[PlannedRecord]] = {fate: [] for fate in Fate}
        self._met: set[int] = set()
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
        for record, _, _, _, changes in compared:
            self.lines += len(record.lines)
            if record.total_minor is not None:
                self.totals[record.currency] += record.total_minor
            self.older += changes is not None and changes.older
        if days:
            self._see_days(dt.date.fromisoformat(min(days)), dt.date.fromisoformat(max(days)))
        if count_people:
            self._count_buyers([each.record for each in compared if each.fate is Fate.NEW])

    def add_people(self, compared: Sequence[ComparedPerson]) -> None:
        """Counts a chunk of people."""
        for each in compared:
            self.fates[each.fate] += 1
            if len(self._shown[each.fate]) < SHOWN:
                self._shown[each.fate].append(self._person_shown(each))
        new = [each.record for each in compared if each.kept is None]
        self.people_new += len(new)
        self.see_namesakes(new)

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

    def _see_days(self, first: dt.date, last: dt.date) -> None:
        self.first_day = min(self.first_day or first, first)
        self.last_day = max(self.last_day or last, last)

    def _count_buyers(self, orders: Sequence[OrderRecord]) -> None:
        whos: dict[Identity, PersonRecord] = {}
        for record in orders:
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
        return PlannedRecord(
            self._place(person.row), _who(person), shorten(person.email or person.phone), each.fate, each.differences()
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


def _who(person: PersonRecord) -> str:
    name = " ".join(part for part in (person.given, person.family) if part)
    return shorten(name or person.company or person.email or person.phone)
