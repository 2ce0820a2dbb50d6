"""An entry of an address book, filled in by the reader of its form, and the record of a person made of it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from desktop_app.domain.customers import Address, Contact, ContactKind, LabelledAddress, email_key
from desktop_app.domain.importing import PersonMore, PersonRecord, RelativeRecord, Remark, Remarked
from desktop_app.domain.people import SpecialDay
from desktop_app.domain.people_dates import Birthday
from desktop_app.domain.text import digits_of
from desktop_app.exchange.names import NameParts, guessed_language, split_name
from desktop_app.exchange.values import BadValue, email, is_shortened, line, lines, phone

LONGEST_WORD = 100  # letters of a tag or a label
_LONGEST_KEY = 200
_NO_GROUPS = frozenset(("mycontacts", "my contacts", "starred", "imported", "contacts", "other contacts"))
_FAX = re.compile(r"fax|факс|faks", re.IGNORECASE)
_MOBILE = re.compile(r"mobil|cell|моб|переносн|handy|iphone", re.IGNORECASE)
_SEVERAL = re.compile(r":::|[;,\n]+")
# What a middle name in Latin letters ends in when it is a father's name; Eric, Nicole, Ulrich and Ludovic are none.
_PATRONYMIC = re.compile(
    r"(?:(?:[oe]v|(?:il|kuzm|fom|luk|nikit|sav)['’]?y?)i(?:ch|č)s?|ovna|evna|ichna|ična)\.?$", re.IGNORECASE
)
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")


class Way(NamedTuple):
    """One way to reach somebody as an address book has it; `column` names where it stands."""

    value: str
    label: str = ""
    preferred: bool = False
    column: str = ""


@dataclass(slots=True)
class Entry:
    """What an address book says of one person, in its own words."""

    row: int
    key: str = ""
    given: str = ""
    additional: str = ""
    family: str = ""
    patronymic: str = ""
    whole: str = ""  # the name as one text, where its parts are not told
    company: str = ""
    note: str = ""
    language: str = ""
    birthday: Birthday | None = None
    emails: list[Way] = field(default_factory=list)
    phones: list[Way] = field(default_factory=list)
    messengers: list[Way] = field(default_factory=list)
    addresses: list[LabelledAddress] = field(default_factory=list)
    days: list[SpecialDay] = field(default_factory=list)
    relatives: list[RelativeRecord] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    odd: list[Remarked] = field(default_factory=list)

    def leave_out(self, value: str, column: str) -> None:
        """Notes a value that cannot be read, while the person is taken."""
        self.odd.append(Remarked(Remark.LEFT_OUT, value, self.row, column))

    def tell(self, day: SpecialDay) -> None:
        """Adds a day, each kind and title once."""
        if all((day.kind, day.title) != (other.kind, other.title) for other in self.days):
            self.days.append(day)


def record_of(entry: Entry) -> PersonRecord:
    """The person of an entry: the preferred ways with them, the further ones beside; raises BadValue.

    An e-mail address or number that is none is noted in `entry.odd` and left out.
    """
    emails, phones = _emails(entry), _phones(entry)
    if entry.whole.strip() in {way.value for way in (*emails, *phones)}:
        entry.whole = ""  # programs call somebody without a name by how they are reached
    name = _name(entry)
    home = entry.addresses[0].address if entry.addresses else Address()
    more = PersonMore(
        tags=_tags(entry.tags),
        contacts=(*emails[1:], *phones[1:], *_messengers(entry)),
        addresses=tuple(entry.addresses[1:]),
        days=tuple(entry.days),
        relatives=tuple(entry.relatives),
    )
    return PersonRecord(
        row=entry.row,
        key=line(entry.key, "")[:_LONGEST_KEY],
        given=name.given,
        family=name.family,
        patronymic=name.patronymic,
        company=name.company,
        email=emails[0].value if emails else "",
        phone=phones[0].value if phones else "",
        address=home,
        birthday=entry.birthday,
        language=entry.language or guessed_language(f"{name.given} {name.family}".strip(), home.country),
        note=lines(entry.note, ""),
        more=more if any(more) else None,
    )


def names_somebody(record: PersonRecord) -> bool:
    """Whether a record says who is meant at all."""
    return bool(record.email or record.phone or record.given or record.family or record.company)


def several(cell: str) -> list[str]:
    """The values of a cell that may hold more than one."""
    return [part.strip() for part in _SEVERAL.split(cell) if part.strip()]


def label_of(text: str) -> tuple[str, bool]:
    """A label as it can be kept, and whether it marks the preferred one (Google writes "* Work")."""
    preferred = text.lstrip().startswith("*")
    return line(text.strip().lstrip("* ").replace("_$!<", "").replace(">!$_", ""), "")[:LONGEST_WORD], preferred


def _name(entry: Entry) -> NameParts:
    given, family, company = line(entry.given, ""), line(entry.family, ""), line(entry.company, "")
    middle, patronymic = line(entry.additional, ""), line(entry.patronymic, "")
    if not (given or family):
        split = split_name(line(entry.whole, ""))
        if split.given and company == line(entry.whole, ""):  # a company's card is called like the company
            split = NameParts(company=company)
        return split._replace(company=company or split.company, patronymic=patronymic or split.patronymic)
    if middle and not patronymic and (_CYRILLIC.search(middle) or _PATRONYMIC.search(middle)):
        middle, patronymic = "", middle
    return NameParts(f"{given} {middle}".strip(), patronymic, family, company)


def _emails(entry: Entry) -> list[Contact]:
    found: dict[str, Contact] = {}
    for way in _preferred_first(entry.emails):
        for part in several(way.value):
            try:
                address = email(part, way.column)
            except BadValue:
                entry.leave_out(part, way.column)
                continue
            if address:
                found.setdefault(email_key(address), Contact(ContactKind.EMAIL, address, way.label))
    return list(found.values())


def _phones(entry: Entry) -> list[Contact]:
    """The numbers; a fax is nobody's first number, and a mobile phone stands before one on a desk."""
    found: dict[str, Contact] = {}
    ways = sorted(
        _preferred_first(entry.phones),
        key=lambda way: (bool(_FAX.search(way.label)), not way.preferred, not _MOBILE.search(way.label)),
    )
    for way in ways:
        for part in (one.strip() for one in re.split(r":::|[;\n]+", way.value)):
            if not part:
                continue
            called = phone(part, way.column)
            if is_shortened(part):
                entry.odd.append(Remarked(Remark.SHORTENED_PHONE, part, entry.row))
            elif not digits_of(called):
                entry.leave_out(part, way.column)
            if digits_of(called):
                found.setdefault(digits_of(called), Contact(ContactKind.PHONE, called, way.label))
    return list(found.values())


def _messengers(entry: Entry) -> list[Contact]:
    found = {
        way.value: Contact(ContactKind.MESSENGER, line(way.value, way.column), way.label)
        for way in entry.messengers
        if way.value.strip()
    }
    return list(found.values())


def _preferred_first(ways: Iterable[Way]) -> list[Way]:
    return sorted(ways, key=lambda way: not way.preferred)


def _tags(groups: Iterable[str]) -> tuple[str, ...]:
    words = (label_of(group)[0] for group in groups)
    return tuple(dict.fromkeys(word for word in words if word and not _is_system(word.casefold())))


def _is_system(group: str) -> bool:
    """Whether a group is the program's own and says nothing of a person."""
    return group in _NO_GROUPS or group.startswith(("imported on ", "imported "))
