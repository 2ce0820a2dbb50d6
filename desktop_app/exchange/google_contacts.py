"""Google's contacts as CSV, with the headings up to 2024 (Given Name) and those since (First Name, Labels)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from desktop_app.domain.customers import Address, LabelledAddress
from desktop_app.domain.file_kinds import FileKind
from desktop_app.exchange.book_days import book_birthday, tell_day, tell_relative
from desktop_app.exchange.book_entry import Entry, Way, label_of, several
from desktop_app.exchange.book_tables import read_book
from desktop_app.exchange.headings import Headings
from desktop_app.exchange.layout import Layout
from desktop_app.exchange.options import Item, Options
from desktop_app.exchange.reader import Reader
from desktop_app.exchange.table import Table
from desktop_app.exchange.values import line

_NAMES: dict[str, tuple[str | tuple[str, ...], ...]] = {
    "given": ("First Name", "Given Name"),
    "additional": ("Middle Name", "Additional Name"),
    "family": ("Last Name", "Family Name"),
    "whole": ("Name", "File As"),
    "nickname": ("Nickname",),
    "company": ("Organization Name", "Organization 1 - Name"),
    "birthday": ("Birthday",),
    "note": ("Notes",),
    "groups": ("Labels", "Group Membership"),
}
_MOST = 30  # numbered columns of one sort; Google writes as many as its fullest entry has
_PARTS = ("Street", "Extended Address", "PO Box", "City", "Region", "Postal Code", "Country", "Formatted")
_Pairs = list[tuple[int, int, str]]  # columns of label and value, and the value's heading


def read_google(table: Table, options: Options) -> Iterator[Item]:
    """The people of a Google contacts export."""
    headings, order = table.headings, options.mapping.date_order
    layout = Layout.of(headings, _NAMES)
    emails, phones = _pairs(headings, "E-mail"), _pairs(headings, "Phone")
    events, relations = _pairs(headings, "Event"), _pairs(headings, "Relation")
    places = _places(headings)

    def fill(entry: Entry, cells: list[str]) -> None:
        for name in ("given", "additional", "family", "company", "note"):
            setattr(entry, name, layout.text(cells, name).strip())
        entry.whole = layout.text(cells, "whole").strip()
        if not (entry.whole or entry.company):
            entry.whole = layout.text(cells, "nickname").strip()
        entry.tags = layout.text(cells, "groups").split(":::")
        cell = layout.text(cells, "birthday")
        entry.birthday = book_birthday(cell, layout.heading("birthday"), entry, today=options.today, order=order)
        entry.emails = _ways(cells, emails)
        entry.phones = _ways(cells, phones)
        entry.addresses = [found for place in places if (found := _address(cells, place, headings.names))]
        for way in _ways(cells, events):
            day = book_birthday(way.value, way.column, entry, today=options.today, order=order)
            if day is not None:
                tell_day(entry, day, way.label)
        for way in _ways(cells, relations):
            for name in several(way.value):
                tell_relative(entry, name, way.label)

    return read_book(table, fill)


def _pairs(headings: Headings, what: str) -> _Pairs:
    found = []
    for n in range(1, _MOST):
        name = f"{what} {n} - Value"
        if name in headings:
            label = max(headings.at(f"{what} {n} - Label"), headings.at(f"{what} {n} - Type"))
            found.append((label, headings.at(name), headings.names[headings.at(name)]))
    return found


def _ways(cells: list[str], pairs: _Pairs) -> list[Way]:
    found = []
    for label, value, column in pairs:
        if cells[value].strip():
            words, preferred = label_of(cells[label] if label >= 0 else "")
            found.append(Way(cells[value], words, preferred, column))
    return found


def _places(headings: Headings) -> list[dict[str, int]]:
    found = []
    for n in range(1, _MOST):
        columns = {part: headings.at(f"Address {n} - {part}") for part in _PARTS}
        if any(at >= 0 for at in columns.values()):
            label = max(headings.at(f"Address {n} - Label"), headings.at(f"Address {n} - Type"))
            found.append({**columns, "Label": label})
    return found


def _address(cells: list[str], columns: dict[str, int], names: Sequence[str]) -> LabelledAddress | None:
    """An address; where only its whole text is told, that is the street. Of several in one cell the first counts."""

    def part(name: str) -> str:
        at = columns[name]
        return line(cells[at].split(":::")[0].strip(), names[at]) if at >= 0 else ""

    street = ", ".join(text for text in (part("Street"), part("Extended Address"), part("PO Box")) if text)
    told = Address("", street, part("City"), part("Region"), part("Postal Code"), part("Country"))
    if not any((told.street, told.city, told.postcode)):
        told = Address("", part("Formatted"), told.city, told.region, told.postcode, told.country)
    return LabelledAddress(label_of(part("Label"))[0], told) if told.street or told.city or told.postcode else None


READER = Reader(
    FileKind.GOOGLE_CONTACTS, "google", read_google,
    marks=(
        ("Given Name", "Family Name", "Group Membership"),
        ("Given Name", "Family Name", "E-mail 1 - Value"),
        ("Given Name", "Family Name", "Phone 1 - Value"),
        ("First Name", "Last Name", "Labels", "File As"),
        ("First Name", "Last Name", "Labels", "E-mail 1 - Value"),
        ("First Name", "Last Name", "Labels", "Phone 1 - Value"),
        ("First Name", "Last Name", "E-mail 1 - Value"),
        ("Name", "E-mail 1 - Value", "Group Membership"),
    ),
    dates=("Birthday", "Event 1 - Value", "Event 2 - Value"),  # a spreadsheet may have written them in its own way
)  # fmt: skip
