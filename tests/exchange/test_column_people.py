"""People of any table, its columns told by a mapping."""

from __future__ import annotations

from pathlib import Path

from desktop_app.domain.file_kinds import FileKind
from desktop_app.domain.importing import Remark
from desktop_app.domain.mapping import DateOrder, FileMapping
from desktop_app.domain.people_dates import Birthday
from tests.exchange.made import DATA, said, written
from tests.exchange.workbooks import table


def test_a_latvian_table_in_an_old_encoding() -> None:
    found = said(DATA / "people_lv_cp1257.csv")
    assert (found.detected.reader.kind, found.detected.mapping.encoding) == (FileKind.MAPPED_CUSTOMERS, "cp1257")
    assert [(p.given, p.family, p.phone, p.birthday) for p in found.people] == [
        ("Jānis", "Bērziņš", "29123456", Birthday(4, 7, 1985)),
        ("Žanete", "Ķēniņa", "", Birthday(2, 29)),
        ("Ģirts", "Šņore", "26111222", None),
    ]


def test_a_name_beside_a_surname_is_the_given_one(tmp_path: Path) -> None:
    rows = [("Имя", "Фамилия"), ("Анна", "Петрова"), ("Ольга Щукина", "Щукина"), ("", "Ёлкина"), ("Ева", "")]
    found = said(written(tmp_path, table(rows), "people.xlsx"))
    assert [(person.given, person.family) for person in found.people] == [
        ("Анна", "Петрова"), ("Ольга", "Щукина"), ("", "Ёлкина"), ("Ева", ""),
    ]  # fmt: skip


def test_a_workbook_of_people(tmp_path: Path) -> None:
    found = said(written(tmp_path, table(), "people.xlsx"))
    assert [(person.given, person.family, person.email) for person in found.people] == [
        ("Anna", "Ozola", "anna@example.lv"), ("Jānis", "", "janis@example.lv"),
    ]  # fmt: skip
    assert found.detected.sheet == "Sheet1"


def test_a_refused_row_of_a_workbook_names_its_sheet(tmp_path: Path) -> None:
    found = said(written(tmp_path, table([("Name", "Email"), ("Anna", "no address")]), "people.xlsx"))
    [refusal] = found.refused
    assert (refusal.place.file, refusal.place.sheet, refusal.place.row, refusal.place.column) == (
        "people.xlsx",
        "Sheet1",
        2,
        "Email",
    )


def test_birthdays_without_a_year_in_the_order_told(tmp_path: Path) -> None:
    file = written(tmp_path, "Email Address,First Name,Last Name,Birthday\nfia@example.com,Fia,Falk,04/12\n")
    [fia] = said(file, FileMapping(date_order=DateOrder.MONTH_FIRST)).people
    assert fia.birthday == Birthday(4, 12)


def test_a_phone_that_a_spreadsheet_shortened_is_left_out_and_remarked(tmp_path: Path) -> None:
    found = said(written(tmp_path, 'Name,Phone\nAnna,"3,71291E+10"\n'))
    assert found.people[0].phone == ""
    assert [remark.remark for remark in found.remarks] == [Remark.SHORTENED_PHONE]


def test_somebody_of_one_name_and_number_stands_there_once(tmp_path: Path) -> None:
    told = said(written(tmp_path, "Name,Phone\nCilda Koka,20 000 003\nCilda Koka,20000003\nZane Koka,20000003\n"))
    assert [person.given for person in told.people] == ["Cilda", "Zane"]
    (refused,) = told.refused
    assert (refused.place.row, refused.place.column, refused.value) == (3, "Phone", "20000003")
