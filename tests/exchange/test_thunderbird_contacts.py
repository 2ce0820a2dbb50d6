"""Thunderbird's address book: a birthday in three columns, headings in other languages."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.domain.file_kinds import FileKind
from desktop_app.domain.people_dates import Birthday
from tests.exchange.books import book

ENGLISH = "First Name,Last Name,Display Name,Primary Email,Secondary Email,Birth Year,Birth Month,Birth Day"
GERMAN = (
    "Vorname,Nachname,Anzeigename,Primäre E-Mail-Adresse,Sekundäre E-Mail-Adresse,Geburtsjahr,Geburtsmonat,Geburtstag"
)


@pytest.mark.parametrize("head", [ENGLISH, GERMAN])
@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ("1977,6,5", Birthday(6, 5, 1977)), (",6,5", Birthday(6, 5)), (",02,29", Birthday(2, 29)),
        ("1977,6,", Birthday(6, 0, 1977)), ("1977,,", None), (",,", None), ("1604,6,5", Birthday(6, 5)),
    ],
)  # fmt: skip
def test_a_birthday_of_three_columns(tmp_path: Path, head: str, cells: str, expected: Birthday | None) -> None:
    told = book(tmp_path, "a.csv", f"{head}\nAnn,Lee,Ann Lee,a@b.example,,{cells}\n")
    assert told.kind is FileKind.THUNDERBIRD_CONTACTS
    assert told.one.birthday == expected


@pytest.mark.parametrize("cells", ["1977,2,30", "1977,June,5", "1977,13,5"])
def test_one_that_cannot_be_is_refused(tmp_path: Path, cells: str) -> None:
    told = book(tmp_path, "a.csv", f"{ENGLISH}\nAnn,Lee,Ann Lee,a@b.example,,{cells}\nBo,Lee,Bo Lee,b@b.example,,,,\n")
    assert [one.given for one in told.people] == ["Bo"]
    assert (told.refused[0].place.row, told.refused[0].place.column) == (2, "Birth Month")


def test_who_has_only_a_display_name_is_called_by_it(tmp_path: Path) -> None:
    told = book(tmp_path, "a.csv", f"{ENGLISH}\n,,Anna Mir,a@b.example,c@b.example,,,\n").one
    assert (told.given, told.family) == ("Anna", "Mir")
