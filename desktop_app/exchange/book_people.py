"""The people of an address book, each once: entries of one person, as phones keep several, are joined into one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from desktop_app.domain.customers import Address, Contact, ContactKind, LabelledAddress, email_key
from desktop_app.domain.importing import PersonMore, PersonRecord, Place, Refusal, Remark, Remarked
from desktop_app.domain.keys import name_key
from desktop_app.domain.text import digits_of, shorten
from desktop_app.exchange.book_days import fuller
from desktop_app.exchange.book_entry import Entry, names_somebody
from desktop_app.exchange.options import Item
from desktop_app.exchange.values import has_lost_zero
from desktop_app.i18n import Message, msg

_HELD = 50_000  # people held to be joined; of a larger book the first are let go as they are
_JOINED = 200  # entries of one person that are joined; more are no person's
_NUMBER = 8  # last digits by which two spellings of a telephone number are one
_FILLED = ("key", "given", "family", "patronymic", "company", "email", "phone", "language")


class BookPeople:
    """Takes the people of an address book in as they come, and gives each out once at the end."""

    def __init__(self) -> None:
        self._seen: dict[int, int] = {}  # hash of what tells somebody -> the row they stood in first
        self._held: dict[int, PersonRecord] = {}
        self._entries = Counter[int]()  # of those who have several

    def take(self, record: PersonRecord, entry: Entry, place: Place) -> Iterator[Item]:
        """Takes a person in; what is odd about their entry comes at once, nobody and a namesake are refused."""
        if not names_somebody(record):
            yield Refusal(place, "", msg("The entry names nobody: no name, e-mail or phone. Fill one in or remove it."))
            return
        marks = _marks(record)
        row = next((self._seen[mark] for mark in marks if mark in self._seen), 0)
        first = self._held.get(row)
        if row and (first is None or self._entries[row] >= _JOINED or not _alike(first, record)):
            yield Refusal(place, shorten(record.email or f"{record.given} {record.family}".strip()), _twice(row))
            return
        yield from entry.odd
        if has_lost_zero(record.address.postcode, record.address.country):
            yield Remarked(Remark.LOST_ZERO, record.address.postcode, record.row)
        if first is None:
            yield from self._hold(record, marks)
            return
        self._entries[row] += 1
        self._held[row] = joined(first, record)
        self._seen.update((mark, row) for mark in marks)
        yield Remarked(Remark.JOINED, f"{record.given} {record.family}".strip() or record.email, record.row)

    def all(self) -> Iterator[Item]:
        """Everybody who is still held, in the sequence of the file."""
        yield from self._held.values()
        self._held.clear()

    def _hold(self, record: PersonRecord, marks: list[int]) -> Iterator[Item]:
        if len(self._held) >= _HELD:
            yield from self.all()
        self._held[record.row] = record
        self._seen.update(dict.fromkeys(marks, record.row))


def joined(first: PersonRecord, second: PersonRecord) -> PersonRecord:
    """One person of two entries: what the first lacks is filled in, what the second has besides stands further down."""
    contacts, addresses = [], []
    if first.email and second.email:
        contacts.append(Contact(ContactKind.EMAIL, second.email))
    if first.phone and second.phone:
        contacts.append(Contact(ContactKind.PHONE, second.phone))
    if first.address != Address() and second.address != Address():
        addresses.append(LabelledAddress("", second.address))
    more = (first.more or PersonMore()).with_more(second.more or PersonMore())
    more = more.with_more(PersonMore(contacts=tuple(contacts), addresses=tuple(addresses)))
    notes = dict.fromkeys(note for note in (first.note, second.note) if note)
    return first._replace(
        **{name: getattr(first, name) or getattr(second, name) for name in _FILLED},
        address=second.address if first.address == Address() else first.address,
        birthday=fuller(first.birthday, second.birthday),
        note="\n".join(notes),
        more=more if any(more) else None,
    )


def _marks(record: PersonRecord) -> list[int]:
    """What tells a person: their own key, their address, their name with their number; else name, place and day."""
    marks = [hash(("key", record.key))] if record.key else []
    if record.email:
        marks.append(hash(("email", email_key(record.email))))
    name = name_key(" ".join((record.family, record.given)).strip() or record.company)
    if record.phone and name:
        marks.append(hash(("phone", name, digits_of(record.phone)[-_NUMBER:])))
    if not marks:
        birthday = record.birthday.month_day if record.birthday else 0
        marks.append(hash(("name", name, birthday, name_key(record.address.postcode or record.address.city))))
    return marks


def _alike(one: PersonRecord, other: PersonRecord) -> bool:
    """Whether two entries can be of one person: neither is called otherwise than the other."""
    ours, theirs = (set(name_key(f"{each.given} {each.family}").split()) for each in (one, other))
    return not ours or not theirs or ours <= theirs or theirs <= ours


def _twice(row: int) -> Message:
    return msg(
        "This person stands in the file twice, first in row {row}; only the first is taken. Remove one.", row=row
    )
