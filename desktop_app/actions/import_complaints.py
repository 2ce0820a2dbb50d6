"""A chunk of complaints and reviews held against the shop, and written into it: each comes in once, a reply joins."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from desktop_app.actions.checks_complaints import checked_complaint, checked_moment, with_order
from desktop_app.actions.complaint_counts import counted, hold_complaints
from desktop_app.actions.complaint_deadlines import renew_deadlines
from desktop_app.actions.complaint_files import MOST_PICTURES, add_pictures, checked_pictures
from desktop_app.actions.complaint_words import note_word
from desktop_app.actions.complaints import keep_complaint
from desktop_app.actions.import_identity import NOBODY, Identity
from desktop_app.actions.import_people import Buyer, PeopleWriter
from desktop_app.domain.complaint_signs import likely_kind, named_numbers, number_in
from desktop_app.domain.complaints import ComplaintFields, ComplaintId, Severity, Source, Way, counts
from desktop_app.domain.customers import CustomerId, email_key
from desktop_app.domain.errors import Invalid
from desktop_app.domain.importing import ComplaintRecord, Difference, Fate, PersonRecord
from desktop_app.domain.keys import number_key, row_number
from desktop_app.domain.text import fold, shorten
from desktop_app.i18n import Language, Message, Words
from desktop_app.queries import Shop
from desktop_app.queries.complaint_kinds import kinds
from desktop_app.queries.complaint_origin import (
    OrderOf,
    complaints_numbered,
    keys_there,
    orders_called,
    orders_of,
    thread_of,
)
from desktop_app.queries.complaints import complaint_states
from desktop_app.queries.deadlines import counter
from desktop_app.queries.known import people_by_email
from desktop_app.store.tables import ComplaintTable

if TYPE_CHECKING:
    from desktop_app.store.transaction import Change

_SEVERITY = {1: Severity.HIGH, 3: Severity.LOW}  # by stars, where nobody says
_NOBODY = PersonRecord(row=0)


@dataclass(frozen=True, slots=True)
class ComparedComplaint:
    """One complaint of the file: the one it is or joins (`known`), whose and about which order it is."""

    record: ComplaintRecord
    key: str
    fate: Fate
    known: ComplaintId | None = None
    joins: bool = False
    customer: CustomerId | None = None
    order: OrderOf | None = None
    stars: int | None = None  # as the shop has them

    def differences(self) -> tuple[Difference, ...]:
        """What changes, as people read it."""
        if self.fate is not Fate.CHANGED:
            return ()
        if self.joins:
            return (Difference("text", "", shorten(self.record.text or self.record.subject)),)
        return (Difference("rating", _stars(self.stars), _stars(self.record.rating)),)

    @property
    def adds_person(self) -> bool:
        """Whether its sender is nobody the shop knows yet."""
        return self.fate is Fate.NEW and self.customer is None and bool(self.record.person.email)


class ComplaintComparer:
    """Holds chunks of complaints against the shop's; `name` keeps the ids of one table's place apart from another's."""

    def __init__(self, shop: Shop, name: str, *, imported_before: bool) -> None:
        self.shop = shop
        self.name = name
        self.imported_before = imported_before
        self._met = Counter[tuple[Source, str]]()

    def compare(self, records: Sequence[ComplaintRecord]) -> list[ComparedComplaint]:
        """Each beside what the shop knows: the same again, a reply to a thread, another rating, or new."""
        keys, first = self._keys(records)
        there: dict[tuple[Source, str], tuple[ComplaintId, int | None]] = {}
        for source in {record.source for record in records}:
            asked = [key for key, record in zip(keys, records, strict=True) if record.source is source]
            there |= {(source, key): known for key, known in keys_there(self.shop, source, asked).items()}
        people = people_by_email(self.shop, {email_key(one.person.email) for one in records if one.person.email})
        called = orders_called(self.shop, {key for record in records for key in _numbers(record)})
        return [
            self._compared(record, key, there.get((record.source, key)), people, called)
            if alone
            else ComparedComplaint(record, key, Fate.SAME)
            for record, key, alone in zip(records, keys, first, strict=True)
        ]

    def _keys(self, records: Sequence[ComplaintRecord]) -> tuple[list[str], list[bool]]:
        """What these are known by, and whether this reading meets it first: what is said twice is one complaint.

        Stars without a word are counted: two of a day that nobody signed are two reviews.
        """
        keys, first = [], []
        for record in records:
            key = self._key(record)
            self._met[record.source, key] += 1
            times = self._met[record.source, key]
            silent = not (record.key or record.text or record.subject)
            keys.append(f"{key}:{times}" if silent and times > 1 else key)
            first.append(silent or times == 1)
        return keys, first

    def _compared(
        self,
        record: ComplaintRecord,
        key: str,
        known: tuple[ComplaintId, int | None] | None,
        people: dict[str, int],
        called: dict[str, tuple[OrderOf, ...]],
    ) -> ComparedComplaint:
        if known is not None:
            stars = known[1]
            other = record.rating is not None and stars is not None and record.rating != stars
            fate = Fate.CHANGED if other and not self.imported_before else Fate.SAME
            return ComparedComplaint(record, key, fate, known[0], stars=stars)
        thread = thread_of(self.shop, record.answers)
        if thread is not None:
            return ComparedComplaint(record, key, Fate.CHANGED, thread, joins=True)
        found = people.get(email_key(record.person.email)) if record.person.email else None
        customer = CustomerId(found) if found is not None else None
        order = self._order(record, customer, called)
        whose = customer or (order.customer if order else None)
        return ComparedComplaint(record, key, Fate.NEW, customer=whose, order=order)

    def _order(
        self, record: ComplaintRecord, customer: CustomerId | None, called: dict[str, tuple[OrderOf, ...]]
    ) -> OrderOf | None:
        """The order it names: of its own customer where that is known, else the only one of that number."""
        for number in _numbers(record):
            there = called.get(number, ())
            own = [one for one in there if customer is not None and one.customer == customer]
            if own:
                return own[0]
            if record.number and len(there) == 1:
                return there[0]
            if len(there) == 1 and (customer is None or there[0].customer is None):
                return there[0]
        if customer is None or record.number:
            return None
        theirs = orders_of(self.shop, customer)
        said = number_in(f"{record.subject} {record.text}", [one.number for one in theirs])
        named = next((one for one in theirs if one.number == said), None)
        return named or (theirs[0] if len(theirs) == 1 else None)

    def _key(self, record: ComplaintRecord) -> str:
        """Its own id in its place; what has none is known again by what it says."""
        if record.source is Source.EMAIL and record.key:
            return record.key
        place = fold(record.source_name or self.name)
        if record.key:
            return f"{place}:{record.key}"
        who = record.person
        told = (record.received_at, who.email, who.given, who.family, record.number, record.text, record.subject)
        return f"{place}:{hashlib.sha256(chr(0).join(told).encode('utf-8', 'replace')).hexdigest()[:24]}"


class OwnComplaintComparer(ComplaintComparer):
    """Holds the complaints of a file Cordial wrote against those that bear their numbers and came at their moment."""

    def compare(self, records: Sequence[ComplaintRecord]) -> list[ComparedComplaint]:
        """Each beside the complaint it is here; what came from another shop is looked for as any other."""
        numbers = [row_number(one.key.rpartition("-")[2]) for one in records]
        there = complaints_numbered(self.shop, set(numbers))
        found = []
        for each, number in zip(super().compare(records), numbers, strict=True):
            at, stars = there.get(number, ("", None))
            if each.fate is Fate.NEW and at and at == each.record.received_at:
                other = each.record.rating not in (None, stars) and stars is not None and not self.imported_before
                fate = Fate.CHANGED if other else Fate.SAME
                each = replace(each, fate=fate, known=ComplaintId(number), stars=stars)
            found.append(each)
        return found


class ComplaintWriter:
    """Writes what a chunk brings, inside one change; `kept` are the complaints it touched, `left_out` says what not."""

    def __init__(self, shop: Shop, change: Change, *, source: str, country: str, by: str) -> None:
        self.shop = shop
        self.change = change
        self.by = by
        self.people = PeopleWriter(shop, change, source=source, country=country)
        self.kept: list[ComplaintId] = []
        self.left_out: list[Message] = []
        self._names = _kind_codes(shop)
        self._count = counter(shop)

    def write(self, compared: Sequence[ComparedComplaint]) -> None:
        """Records the new ones, adds replies to their threads, and keeps changed ratings."""
        new = [each for each in compared if each.fate is Fate.NEW]
        buyers = [_buyer(each) for each in new]
        for each, customer in zip(new, self.people.ids_of(buyers), strict=True):
            self._record(each, CustomerId(customer) if customer is not None else each.customer)
        for each in compared:
            if each.fate is Fate.CHANGED and each.known is not None:
                (self._join if each.joins else self._rate)(each, each.known)
                self.kept.append(each.known)

    def _record(self, each: ComparedComplaint, customer: CustomerId | None) -> None:
        record = each.record
        said = f"{record.subject}\n{record.text}"
        guessed = likely_kind(said) if counts(record.rating) else "other"
        fields = ComplaintFields(
            kind=self._names.get(fold(record.kind), "other") if record.kind else guessed,
            source=record.source,
            source_name=record.source_name,
            source_key=each.key,
            received_at=record.received_at,
            customer=customer,
            order=each.order.id if each.order else None,
            article=record.article or record.sku,
            severity=record.severity or _SEVERITY.get(record.rating or 0, Severity.NORMAL),
            rating=record.rating,
            subject=record.subject,
            text=record.text,
        )
        ready = with_order(self.shop, self._checked(fields))
        kept = keep_complaint(self.shop, self.change, ready, by=self.by, count=self._count)
        self.kept.append(kept)
        self._add_pictures(kept, record)

    def _checked(self, fields: ComplaintFields) -> ComplaintFields:
        try:
            return checked_complaint(self.shop, fields)
        except Invalid as wrong:
            if wrong.field != "received_at":  # a mail from a computer whose clock runs ahead came now
                raise
            return checked_complaint(self.shop, replace(fields, received_at=""))

    def _join(self, each: ComparedComplaint, known: ComplaintId) -> None:
        record = each.record
        self.change.hold_key(each.key)
        if keys_there(self.shop, record.source, [each.key]):  # another desk took in the same mail just now
            return
        at = record.received_at and checked_moment(record.received_at, "received_at")
        now = self.shop.now().isoformat(timespec="seconds")
        name = " ".join(part for part in (record.person.given, record.person.family) if part) or record.person.email
        note_word(
            self.shop, self.change, known, way=Way.IN, text=record.text or record.subject or "–", channel="email",
            subject=record.subject, source_key=each.key, at=min(at, now) if at else "", by=name,
        )  # fmt: skip
        self._add_pictures(known, record)

    def _rate(self, each: ComparedComplaint, known: ComplaintId) -> None:
        hold_complaints(self.shop, self.change, [known])  # another desk may be solving it: each is counted once
        before = complaint_states(self.shop, [known])
        self.change.update(ComplaintTable, known, version=None, values={"rating": each.record.rating})
        counted(self.shop, self.change, before, complaint_states(self.shop, [known]))
        renew_deadlines(self.shop, self.change, [known])

    def _add_pictures(self, kept: ComplaintId, record: ComplaintRecord) -> None:
        """The pictures that can be kept; of one that cannot the complaint still comes in, and that is said."""
        good = []
        for picture in record.pictures[:MOST_PICTURES]:
            try:
                good += checked_pictures([picture])
            except Invalid as wrong:
                self.left_out.append(wrong.message)
        try:
            add_pictures(self.shop, self.change, kept, good)
        except Invalid as wrong:
            self.left_out.append(wrong.message)


def _buyer(each: ComparedComplaint) -> Buyer:
    """Who is to be found or added: a sender nobody knows; whoever is known already stays as they are."""
    person = each.record.person
    return Buyer(person, Identity(email_key(person.email), "")) if each.adds_person else Buyer(_NOBODY, NOBODY)


def _numbers(record: ComplaintRecord) -> tuple[str, ...]:
    return (number_key(record.number),) if record.number else named_numbers(f"{record.subject}\n{record.text}")


def _kind_codes(shop: Shop) -> dict[str, str]:
    """What kinds of complaint are called, in any language, and their codes."""
    found = {}
    for language in Language:
        words = Words(language)
        found.update({fold(words.say(kind.name)): kind.code for kind in kinds(shop)})
    return found | {fold(kind.code): kind.code for kind in kinds(shop)}


def _stars(rating: int | None) -> str:
    return "★" * rating if rating else ""
