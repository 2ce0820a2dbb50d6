"""Outlook's contacts as CSV, with any sequence of columns and headings in English, German, Russian or Latvian."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from desktop_app.domain.customers import Address, LabelledAddress
from desktop_app.domain.file_kinds import FileKind
from desktop_app.exchange import outlook_headings as named
from desktop_app.exchange.book_days import book_birthday, tell_day, tell_relative
from desktop_app.exchange.book_entry import Entry, Way, several
from desktop_app.exchange.book_tables import read_book
from desktop_app.exchange.options import Item, Options
from desktop_app.exchange.reader import Reader
from desktop_app.exchange.table import Table
from desktop_app.exchange.values import line

_TEXTS = {
    "given": named.GIVEN, "additional": named.ADDITIONAL, "family": named.FAMILY, "whole": named.WHOLE,
    "company": named.COMPANY, "note": named.NOTE,
}  # fmt: skip


def read_outlook(table: Table, options: Options) -> Iterator[Item]:
    """The people of an Outlook contacts export."""
    headings, order = table.headings, options.mapping.date_order
    names = headings.names
    texts = {field: named.column(headings, names) for field, names in _TEXTS.items()}
    emails = [at for names in named.EMAILS if (at := named.column(headings, names)) >= 0]
    phones = [at for names in named.PHONES if (at := named.column(headings, names)) >= 0]
    places = named.places(headings)
    born, kept = named.column(headings, named.BIRTHDAY), named.column(headings, named.ANNIVERSARY)
    around = [(named.column(headings, names), names[0]) for names in (named.SPOUSE, named.CHILDREN)]
    groups = named.column(headings, named.GROUPS)

    def text(cells: list[str], at: int) -> str:
        return cells[at].strip() if at >= 0 else ""

    def fill(entry: Entry, cells: list[str]) -> None:
        for field, at in texts.items():
            setattr(entry, field, text(cells, at))
        entry.emails = [Way(cells[at], column=names[at]) for at in emails if cells[at].strip()]
        entry.phones = [Way(cells[at], names[at], column=names[at]) for at in phones if cells[at].strip()]
        entry.addresses = [found for label, columns in places if (found := _address(label, cells, columns, names))]
        entry.tags = several(text(cells, groups))
        if born >= 0:
            entry.birthday = book_birthday(cells[born], names[born], entry, today=options.today, order=order)
        if kept >= 0:
            day = book_birthday(cells[kept], names[kept], entry, today=options.today, order=order)
            if day is not None:
                tell_day(entry, day, "")
        for at, label in around:
            for name in several(text(cells, at)):
                tell_relative(entry, name, label)

    return read_book(table, fill)


def _address(label: str, cells: list[str], columns: dict[str, int], names: Sequence[str]) -> LabelledAddress | None:
    def part(name: str) -> str:
        return line(cells[columns[name]].strip(), names[columns[name]]) if columns[name] >= 0 else ""

    street = ", ".join(text for text in map(part, ("street", "street 2", "street 3", "box")) if text)
    told = Address("", street, part("city"), part("region"), part("postcode"), part("country"))
    return LabelledAddress(label, told) if told.street or told.city or told.postcode else None


_TOLD_BY = (  # of a table with names and an e-mail address, what only Outlook has besides
    (("First Name", "Last Name", "E-mail Address"),
     ("Business Phone", "Home Phone", "Business Street", "Home Street", "E-mail 2 Address", "E-mail Display Name")),
    (("First Name", "Last Name", "Business Phone"), ("Home Phone", "Business Street", "E-mail 2 Address")),
    (("Vorname", "Nachname", "E-Mail-Adresse"),
     ("Straße geschäftlich", "Telefon geschäftlich", "Straße privat", "E-Mail 2: Adresse")),
    (("Имя", "Фамилия", "Адрес эл. почты"),
     ("Телефон переносной", "Улица (раб. адрес)", "Улица (дом. адрес)", "Адрес 2 эл. почты", "Рабочий телефон")),
    (("Vārds", "Uzvārds", "E-pasta adrese"),
     ("2. e-pasta adrese", "Tālrunis darbā", "Darbavietas iela", "Dzīvesvietas iela", "Tālrunis mājās")),
)  # fmt: skip
READER = Reader(
    FileKind.OUTLOOK_CONTACTS, "outlook", read_outlook,
    marks=tuple((*names, mark) for names, marks in _TOLD_BY for mark in marks),
    dates=(*named.BIRTHDAY, *named.ANNIVERSARY),
)  # fmt: skip
