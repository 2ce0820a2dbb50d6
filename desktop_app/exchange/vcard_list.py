"""Customers as contact cards, vCard 4.0 (RFC 6350) or 3.0 (RFC 2426): for telephones and mail programs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from desktop_app.domain.customers import Address, ContactKind, Gender
from desktop_app.domain.people import DayKind, Relation
from desktop_app.domain.people_dates import Birthday
from desktop_app.domain.whole_customer import WholeCustomer
from desktop_app.domain.written import CardVersion
from desktop_app.exchange.lasting_ids import uid_of

_PLACES = {"home", "work"}  # labels that every program knows
_APPLE = "1604"  # the year that telephones write where nobody knows it
_NAMES = {ContactKind.EMAIL: "EMAIL", ContactKind.PHONE: "TEL", ContactKind.MESSENGER: "IMPP"}
_SEXES = {Gender.FEMALE: "F", Gender.MALE: "M", Gender.NEUTRAL: "O"}
_RELATED = {
    Relation.SPOUSE: ("spouse", "_$!<Spouse>!$_"), Relation.CHILD: ("child", "_$!<Child>!$_"),
    Relation.PARENT: ("parent", "_$!<Parent>!$_"), Relation.FRIEND: ("friend", "_$!<Friend>!$_"),
    Relation.OTHER: ("contact", ""),
}  # fmt: skip
_SPECIAL = re.compile(r"([\\;,])")
_LONGEST = 75  # bytes of a line


def write_cards(out: BinaryIO, people: Iterable[WholeCustomer], *, version: CardVersion, mark: str) -> int:
    """Writes a card for each customer and returns how many; `mark` tells this shop's records from another's."""
    written = 0
    for one in people:
        for line in _card(one, version, mark):
            out.write(folded(line))
        written += 1
    return written


def folded(line: str) -> bytes:
    """A line as vCard and iCalendar want it: at most 75 bytes, continued behind a blank, no letter torn apart."""
    data, parts = line.encode("utf-8"), []
    room = _LONGEST
    while len(data) > room:
        at = room
        while data[at] & 0xC0 == 0x80:  # inside a letter
            at -= 1
        parts.append(data[:at])
        data, room = data[at:], _LONGEST - 1
    return b"\r\n ".join([*parts, data]) + b"\r\n"


def escaped(text: str) -> str:
    """A text as a value of a card."""
    return _SPECIAL.sub(r"\\\1", text).replace("\r\n", "\n").replace("\n", "\\n")


def _card(one: WholeCustomer, version: CardVersion, mark: str) -> Iterator[str]:
    fields, new = one.fields, version is CardVersion.V4
    named = bool(fields.given or fields.family)
    yield "BEGIN:VCARD"
    yield f"VERSION:{version.value}"
    yield "PRODID:-//Cordial//EN"
    yield f"UID:{'urn:uuid:' if new else ''}{uid_of(mark, 'customer', one.id)}"
    if new and fields.company and not named:
        yield "KIND:org"
    yield f"FN:{escaped(one.name)}"
    yield f"N:{_joined(fields.family, fields.given, fields.patronymic, '', '')}"
    if fields.company:
        yield f"ORG:{escaped(fields.company)}"
    yield from _ways(one, new=new)
    yield from _places(one, new=new)
    yield from _days(one, new=new)
    yield from _around(one, new=new)
    if new and fields.language:
        yield f"LANG:{fields.language.value}"
    if new and fields.forms.gender:
        yield f"GENDER:{_SEXES[fields.forms.gender]}"
    if fields.tags:
        yield f"CATEGORIES:{','.join(map(escaped, fields.tags))}"
    if fields.note:
        yield f"NOTE:{escaped(fields.note)}"
    yield "END:VCARD"


def _ways(one: WholeCustomer, *, new: bool) -> Iterator[str]:
    """How they are reached, the preferred ones first."""
    fields = one.fields
    preferred = ";PREF=1" if new else ";TYPE=PREF"
    if fields.email:
        yield f"EMAIL{preferred if new else ';TYPE=INTERNET,PREF'}:{escaped(fields.email)}"
    if fields.phone:
        yield f"TEL{preferred}:{escaped(fields.phone)}"
    for number, way in enumerate(fields.contacts, 1):
        yield from _labelled(f"more{number}", _NAMES[way.kind], way.label, escaped(way.value))


def _places(one: WholeCustomer, *, new: bool) -> Iterator[str]:
    home = one.fields.address
    if any((home.street, home.city, home.region, home.postcode, home.country)):
        yield f"ADR{';PREF=1' if new else ';TYPE=PREF'}:{_address(home)}"
    for number, other in enumerate(one.fields.addresses, 1):
        yield from _labelled(f"place{number}", "ADR", other.label, _address(other.address))


def _labelled(group: str, name: str, label: str, value: str) -> Iterator[str]:
    """A property with what it is called: a type where every program knows the word, else a label beside it."""
    if label.casefold() in _PLACES:
        yield f"{name};TYPE={label.upper()}:{value}"
    elif label:
        yield f"{group}.{name}:{value}"
        yield f"{group}.X-ABLabel:{escaped(label)}"
    else:
        yield f"{name}:{value}"


def _address(place: Address) -> str:
    return _joined("", place.name, place.street, place.city, place.region, place.postcode, place.country)


def _days(one: WholeCustomer, *, new: bool) -> Iterator[str]:
    if one.fields.birthday is not None:
        yield from _day("BDAY", one.fields.birthday, new=new)
    kept = False
    for number, day in enumerate((day.day for day in one.days), 1):
        if day.kind is DayKind.ANNIVERSARY and not kept:
            yield from _day("ANNIVERSARY" if new else "X-ANNIVERSARY", day.date, new=new)
            kept = True
        elif day.kind is not DayKind.NAME_DAY and day.date.day:
            label = day.title or ("_$!<Anniversary>!$_" if day.kind is DayKind.ANNIVERSARY else day.kind.value)
            yield f"day{number}.X-ABDATE{'' if day.date.year else ';X-APPLE-OMIT-YEAR=' + _APPLE}:{_dated(day.date)}"
            yield f"day{number}.X-ABLabel:{escaped(label)}"


def _day(name: str, day: Birthday, *, new: bool) -> Iterator[str]:
    """A day each year; 3.0 has no form for one whose year or day nobody knows, telephones write 1604 for the year."""
    if new:
        if not day.day:
            yield f"{name}:{day.year}-{day.month:02}" if day.year else f"{name}:--{day.month:02}"
        else:
            yield f"{name}:{day.year or '--'}{day.month:02}{day.day:02}"
    elif day.day:
        yield f"{name}{'' if day.year else ';X-APPLE-OMIT-YEAR=' + _APPLE}:{_dated(day)}"


def _dated(day: Birthday) -> str:
    return f"{day.year or _APPLE}-{day.month:02}-{day.day:02}"


def _around(one: WholeCustomer, *, new: bool) -> Iterator[str]:
    """The people around them, by name."""
    for number, relative in enumerate(one.relatives, 1):
        if not relative.name:
            continue
        word, label = _RELATED[relative.fields.relation]
        if new:
            yield f"RELATED;VALUE=text;TYPE={word}:{escaped(relative.name)}"
        else:
            yield f"near{number}.X-ABRELATEDNAMES:{escaped(relative.name)}"
            yield f"near{number}.X-ABLabel:{label or escaped(relative.fields.relation_words) or 'contact'}"


def _joined(*parts: str) -> str:
    return ";".join(map(escaped, parts))
