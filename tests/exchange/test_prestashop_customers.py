"""Customers of PrestaShop and thirtybees."""

from __future__ import annotations

from pathlib import Path

from desktop_app.domain.file_kinds import FileKind
from desktop_app.domain.people_dates import Birthday
from tests.exchange.made import DATA, said, written

EXPORTS = DATA / "exports"


def test_the_file_of_its_import() -> None:
    found = said(EXPORTS / "prestashop-customers.csv")
    assert found.detected.reader.kind is FileKind.PRESTASHOP_CUSTOMERS
    assert [(person.key, person.given, person.family, person.birthday) for person in found.people] == [
        ("1", "Jānis", "Kalns", Birthday(4, 2, 1987)), ("2", "Anna", "Lapsa", None), ("3", "Мария", "Белова", None),
    ]  # fmt: skip
    first = found.people[0]
    assert first.more is not None
    assert (first.more.tags, first.more.news_email) == (("Customer", "Regulars"), True)


def test_thirtybees_turns_the_two_separators_round(tmp_path: Path) -> None:
    text = (
        'Customer ID,Active (0/1),"Titles ID (Mr = 1, Ms = 2, else 0)",Email *,Password *,Birthday (yyyy-mm-dd),'
        "Last Name *,First Name *,Newsletter (0/1),Groups (x;y;z...),Default group ID\n"
        "1,1,1,janis.kalns@example.lv,x,1987-04-02,Kalns,Jānis,1,Customer;Regulars,3\n"
    )
    [person] = said(written(tmp_path, text)).people
    assert person.more is not None
    assert (person.key, person.birthday, person.more.tags) == ("1", Birthday(4, 2, 1987), ("Customer", "Regulars"))


def test_the_list_of_its_back_office() -> None:
    found = said(EXPORTS / "prestashop-customers-list.csv")
    assert [(person.key, person.given, person.email) for person in found.people] == [
        ("11", "Ilze", "ilze.roze@example.lv"), ("12", "John", "john.doe@example.com"),
    ]  # fmt: skip


def test_a_saved_table_without_those_that_were_deleted(tmp_path: Path) -> None:
    text = (
        "id_customer,id_gender,company,firstname,lastname,email,passwd,birthday,newsletter,active,note,deleted\n"
        "4,1,SIA Māja,Ann,Lee,ann@example.com,x,1990-05-02,1,1,Nice,0\n5,1,,Bo,Roe,bo@example.com,x,,0,1,,1\n"
    )
    [ann] = said(written(tmp_path, text)).people
    assert (ann.key, ann.company, ann.note, ann.birthday) == ("4", "SIA Māja", "Nice", Birthday(5, 2, 1990))


def test_its_word_for_no_birthday_is_none_after_a_workbook_counted_its_days(tmp_path: Path) -> None:
    text = "id_customer,firstname,lastname,email,birthday\n"
    text += "4,Ann,Lee,ann@example.com,1900-01-02\n5,Bo,Roe,bo@example.com,1990-01-02\n"
    assert [person.birthday for person in said(written(tmp_path, text)).people] == [None, Birthday(1, 2, 1990)]
