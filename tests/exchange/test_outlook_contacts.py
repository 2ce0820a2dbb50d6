"""Outlook's contacts in any sequence of columns, language and encoding, with the dates of the machine they are from."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.domain.errors import Invalid
from desktop_app.domain.file_kinds import FileKind
from desktop_app.domain.mapping import DateOrder, FileMapping
from desktop_app.domain.people_dates import Birthday
from tests.exchange.books import Book, book

HEAD = (
    "First Name,Last Name,E-mail Address,E-mail 2 Address,Mobile Phone,Home Street,Business Street,Birthday,Anniversary"
)


def test_the_sequence_of_columns_does_not_matter(tmp_path: Path) -> None:
    one = book(tmp_path, "a.csv", f"Title,{HEAD}\nMrs,Ann,Lee,a@b.example,,+44 7,Mill 1,Dock 2,12/28/1969,\n").one
    other = book(
        tmp_path, "b.csv",
        "Birthday,Business Street,Home Street,Mobile Phone,E-mail 2 Address,E-mail Address,Last Name,First Name\n"
        "12/28/1969,Dock 2,Mill 1,+44 7,,a@b.example,Lee,Ann\n",
    ).one  # fmt: skip
    assert one == other
    assert (one.address.street, one.birthday) == ("Mill 1", Birthday(12, 28, 1969))


def test_the_order_of_day_and_month_is_proven_by_any_row_else_asked(tmp_path: Path) -> None:
    rows = f"{HEAD}\nAnn,Lee,a@b.example,,,,,03/04/1985,\nBo,Lee,b@b.example,,,,,{{}},\n"
    path = tmp_path / "a.csv"
    path.write_text(rows.format("05/06/1990"))
    with pytest.raises(Invalid, match="day first or month first"):
        Book(path)
    assert Book(path, FileMapping(date_order=DateOrder.DAY_FIRST)).people[0].birthday == Birthday(4, 3, 1985)


@pytest.mark.parametrize("cell", ["0/0/00", "00.00.00", "0.0.00", ""])
def test_no_birthday_is_none(tmp_path: Path, cell: str) -> None:
    told = book(tmp_path, "a.csv", f"{HEAD}\nAnn,Lee,a@b.example,,,,,{cell},{cell}\n").one
    assert (told.birthday, told.more) == (None, None)


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        ("Vorname;Nachname;E-Mail-Adresse;E-Mail 2: Adresse;Mobiltelefon;Straße privat;Geburtstag", "cp1252"),
        ("Имя;Фамилия;Адрес эл. почты;Адрес 2 эл. почты;Телефон переносной;Улица (дом. адрес);День рождения", "cp1251"),
        (
            "Vārds;Uzvārds;E-pasta adrese;2. e-pasta adrese;Mobilais tālrunis;Dzīvesvietas iela;Dzimšanas diena",
            "cp1257",
        ),
    ],
)
def test_headings_in_other_languages(tmp_path: Path, head: str, encoding: str) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(f"{head}\nAnn;Lee;a@b.example;c@b.example;+44 7 00;Mill 1;28.12.1969\n".encode(encoding))
    told = Book(path, FileMapping(encoding=encoding))
    assert told.kind is FileKind.OUTLOOK_CONTACTS
    assert (told.one.email, told.one.phone, told.one.address.street) == ("a@b.example", "+44 7 00", "Mill 1")
    assert told.one.birthday == Birthday(12, 28, 1969)


def test_a_list_of_ones_own_is_not_taken_for_outlooks(tmp_path: Path) -> None:
    told = book(tmp_path, "a.csv", "First Name,Last Name,E-mail Address,Phone\nAnn,Lee,a@b.example,+44 7 00\n")
    assert told.kind is FileKind.MAPPED_CUSTOMERS
    assert told.one.phone == "+44 7 00"


def test_categories_are_several_words(tmp_path: Path) -> None:
    told = book(tmp_path, "a.csv", f"{HEAD},Categories\nAnn,Lee,a@b.example,,,,,,,Friend; colleague\n").one
    assert told.more is not None
    assert told.more.tags == ("Friend", "colleague")


def test_a_street_that_is_none_names_its_column(tmp_path: Path) -> None:
    head, long = "First Name,Last Name,E-mail Address,Home Street", "x" * 1001
    told = book(tmp_path, "a.csv", f"{head}\nAnna,Mir,a@b.example,{long}\n")
    assert [refused.place.column for refused in told.refused] == ["Home Street"]
