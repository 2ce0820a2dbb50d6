"""Shopify's customers export."""

from __future__ import annotations

from pathlib import Path

from desktop_app.domain.file_kinds import FileKind
from desktop_app.domain.people_dates import Birthday
from tests.exchange.books import book
from tests.exchange.made import DATA, said, written


def test_people_with_birthdays_in_metafields() -> None:
    found = said(DATA / "shopify_customers.csv")
    assert found.detected.reader.kind is FileKind.SHOPIFY_CUSTOMERS
    ilze, anna, karlis = found.people
    assert (ilze.key, ilze.birthday, ilze.phone, ilze.note) == (
        "7300000000001",
        Birthday(4, 7, 1985),
        "+371 29123456",
        "Likes blue.",
    )
    assert (ilze.address.street, ilze.address.postcode, ilze.language) == ("Brīvības iela 10, dz. 3", "LV-1010", "lv")
    assert (anna.birthday, anna.language, anna.phone) == (Birthday(2, 29), "ru", "")
    assert (karlis.birthday, karlis.company, karlis.email) == (None, "SIA Zaļā māja", "")


def test_the_older_headings(tmp_path: Path) -> None:
    text = (
        "First Name,Last Name,Email,Accepts Marketing,Company,Address1,Address2,City,Province,Province Code,Country,"
        "Country Code,Zip,Phone,Total Spent,Total Orders,Tags,Note,Tax Exempt\n"
        "Ann,Lee,ann@example.com,no,,1 High St,,Leeds,,,United Kingdom,GB,LS1,'+44 20 7946 0100,0.00,0,,Nice,no\n"
    )
    [ann] = said(written(tmp_path, text, "customers.csv")).people
    assert (ann.key, ann.phone, ann.address.country, ann.address.street, ann.note) == (
        "",
        "+44 20 7946 0100",
        "GB",
        "1 High St",
        "Nice",
    )


def test_birthdays_a_spreadsheet_wrote_in_its_own_way_are_proven_whatever_the_shop_calls_them(tmp_path: Path) -> None:
    head = "First Name,Last Name,Email,Accepts Email Marketing,Phone,Dzimšanas diena (customer.metafields.f.birth_date)"
    rows = "Anna,Bite,a@b.example,no,29-11-12-13,3/4/1990\nOla,Bite,o@b.example,no,,3/24/1990\n"
    told = book(tmp_path, "a.csv", f"{head}\n{rows}")
    assert [one.birthday for one in told.people] == [Birthday(3, 4, 1990), Birthday(3, 24, 1990)]


def test_bad_rows_are_refused_and_the_rest_comes(tmp_path: Path) -> None:
    head = "First Name,Last Name,Email,Accepts Email Marketing,Phone,Birthday\n"
    text = head + (
        "Ann,Lee,ann@example.com,no,,1985-02-30\n"
        "Bob,Roe,bob@example.com,no,,--02-29\n"
        "Bob,Roe,BOB@example.com,no,,\n"
        ",,,no,,\n"
        "Cy\n"
        'Di,Poe,"di@example.com, di2@example.com",no,,\n'
    )
    found = said(written(tmp_path, text, "customers.csv"))
    assert [person.given for person in found.people] == ["Bob"]
    assert [refusal.place.row for refusal in found.refused] == [2, 4, 5, 6, 7]
    assert "stands in the file twice, first in row 3" in found.reasons[1]
    assert all(
        refusal.place.file == "customers.csv" and reason
        for refusal, reason in zip(found.refused, found.reasons, strict=True)
    )


def test_the_newer_headings_with_a_birthday_under_a_title_in_the_shops_language() -> None:
    maija, leo = said(DATA / "exports" / "shopify-customers-newer.csv").people
    assert (maija.birthday, maija.key, maija.phone, maija.address.postcode) == (
        Birthday(5, 2, 1990), "7210000000001", "+371 20000021", "LV-1010",
    )  # fmt: skip
    assert maija.more is not None
    assert (maija.more.tags, maija.more.news_email, maija.more.news_sms) == (("vip", "linen"), True, True)
    assert (leo.address.postcode, leo.note, leo.birthday) == ("01067", "Rings\ntwice", None)
