"""Thunderbird's address book as a table, with headings in English, German, Russian or Latvian; a birthday has three."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from desktop_app.domain.customers import Address, LabelledAddress
from desktop_app.domain.file_kinds import FileKind
from desktop_app.exchange.book_days import book_birthday
from desktop_app.exchange.book_entry import Entry, Way
from desktop_app.exchange.book_tables import read_book
from desktop_app.exchange.options import Item, Options
from desktop_app.exchange.outlook_headings import column
from desktop_app.exchange.reader import Reader
from desktop_app.exchange.table import Table
from desktop_app.exchange.values import BadValue, line
from desktop_app.i18n import msg

_TEXTS = {
    "given": ("First Name", "Vorname", "Имя", "Vārds"),
    "family": ("Last Name", "Nachname", "Фамилия", "Uzvārds"),
    "whole": ("Display Name", "Anzeigename", "Отображаемое имя", "Как отображать", "Parādāmais vārds"),
    "company": ("Organization", "Organisation", "Организация", "Organizācija"),
    "note": ("Notes", "Notizen", "Заметки", "Piezīmes"),
}  # fmt: skip
_EMAILS = (
    ("Primary Email", "Primäre E-Mail-Adresse", "Primäre E-Mail", "Основной адрес эл. почты", "Адрес эл. почты",
     "Primārais e-pasts"),
    ("Secondary Email", "Sekundäre E-Mail-Adresse", "Weitere E-Mail", "Дополнительный адрес эл. почты",
     "Дополнительная эл. почта", "Sekundārais e-pasts"),
)  # fmt: skip
_PHONES = (
    ("Mobile Number", "Mobil-Tel.-Nr.", "Mobiltelefon", "Номер мобильного", "Мобильный", "Mobilais numurs"),
    ("Home Phone", "Tel. privat", "Домашний телефон", "Mājas tālrunis"),
    ("Work Phone", "Tel. dienstlich", "Рабочий телефон", "Darba tālrunis"),
    ("Fax Number", "Fax-Nummer", "Fax", "Номер факса", "Faksa numurs"),
)
_PLACES = (
    ("Home", ("Home Address", "Privat: Adresse", "Домашний адрес", "Mājas adrese"),
     ("Home Address 2", "Privat: Adresse 2", "Домашний адрес 2", "Mājas adrese 2"),
     ("Home City", "Privat: Ort", "Город (дом)", "Город проживания", "Mājas pilsēta"),
     ("Home State", "Privat: Bundesland", "Область (дом)", "Mājas novads"),
     ("Home ZipCode", "Privat: PLZ", "Индекс (дом)", "Mājas pasta indekss"),
     ("Home Country", "Privat: Land", "Страна (дом)", "Mājas valsts")),
    ("Work", ("Work Address", "Dienstlich: Adresse", "Рабочий адрес", "Darba adrese"),
     ("Work Address 2", "Dienstlich: Adresse 2", "Рабочий адрес 2", "Darba adrese 2"),
     ("Work City", "Dienstlich: Ort", "Город (работа)", "Darba pilsēta"),
     ("Work State", "Dienstlich: Bundesland", "Область (работа)", "Darba novads"),
     ("Work ZipCode", "Dienstlich: PLZ", "Индекс (работа)", "Darba pasta indekss"),
     ("Work Country", "Dienstlich: Land", "Страна (работа)", "Darba valsts")),
)  # fmt: skip
_YEAR = ("Birth Year", "Geburtsjahr", "Год рождения", "Dzimšanas gads")
_MONTH = ("Birth Month", "Geburtsmonat", "Месяц рождения", "Dzimšanas mēnesis")
_DAY = ("Birth Day", "Geburtstag", "День рождения", "Dzimšanas diena")


def read_thunderbird(table: Table, options: Options) -> Iterator[Item]:
    """The people of a Thunderbird address book."""
    headings = table.headings
    names = headings.names
    texts = {field: column(headings, known) for field, known in _TEXTS.items()}
    emails = [at for known in _EMAILS if (at := column(headings, known)) >= 0]
    phones = [at for known in _PHONES if (at := column(headings, known)) >= 0]
    places = [(label, [column(headings, known) for known in parts]) for label, *parts in _PLACES]
    born = [column(headings, known) for known in (_YEAR, _MONTH, _DAY)]

    def fill(entry: Entry, cells: list[str]) -> None:
        for field, at in texts.items():
            setattr(entry, field, cells[at].strip() if at >= 0 else "")
        entry.emails = [Way(cells[at], column=names[at]) for at in emails if cells[at].strip()]
        entry.phones = [Way(cells[at], names[at], column=names[at]) for at in phones if cells[at].strip()]
        entry.addresses = [found for label, parts in places if (found := _address(label, cells, parts, names))]
        year, month, day = (cells[at].strip().removesuffix(".0") if at >= 0 else "" for at in born)
        if month:
            whole = f"{year.zfill(4) if year else '-'}-{month.zfill(2)}" + (f"-{day.zfill(2)}" if day else "")
            if not (month + day + year).isdigit():
                raise BadValue(
                    f"{year} {month} {day}".strip(), names[born[1]],
                    msg("Year, month and day of a birthday are numbers. Correct them or leave them empty."),
                )  # fmt: skip
            entry.birthday = book_birthday(whole, names[born[1]], entry, today=options.today)

    return read_book(table, fill)


def _address(label: str, cells: list[str], columns: list[int], names: Sequence[str]) -> LabelledAddress | None:
    street, second, city, region, postcode, country = (
        line(cells[at].strip(), names[at]) if at >= 0 else "" for at in columns
    )
    told = Address("", ", ".join(part for part in (street, second) if part), city, region, postcode, country)
    return LabelledAddress(label, told) if told.street or told.city or told.postcode else None


READER = Reader(
    FileKind.THUNDERBIRD_CONTACTS, "thunderbird", read_thunderbird,
    marks=(
        ("Primary Email", "Display Name"),
        ("Birth Year", "Birth Month", "Birth Day"),
        ("Geburtsjahr", "Geburtsmonat", "Geburtstag"),
        ("Год рождения", "Месяц рождения", "День рождения"),
        ("Dzimšanas gads", "Dzimšanas mēnesis", "Dzimšanas diena"),
    ),
)  # fmt: skip
