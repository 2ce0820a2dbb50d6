"""Lists narrowed, sorted, saved as views and written to files from a shell."""

from __future__ import annotations

import csv
import io

import pytest

from desktop_app.domain.customers import Address
from desktop_app.domain.people_dates import Birthday
from desktop_app.domain.written import PlainKind
from desktop_app.i18n import Language
from desktop_app.store.connect import open_shop
from tests.made import bought, person


@pytest.fixture
def filled(cordial, shop_location):
    shop = open_shop(shop_location)
    anna = person(
        shop, "Anna", "Liepa", email="a@b.example", language=Language.LV, address=Address(city="Rīga"),
        birthday=Birthday(3, 9, 1990),
    )  # fmt: skip
    boris = person(shop, "Boris", "Petrov", language=Language.RU, address=Address(city="Ogre"))
    for customer, day in ((anna, "2026-01-05"), (anna, "2026-03-05"), (boris, "2026-02-05")):
        bought(shop, customer, "Cup", placed_at=day)
    shop.close()
    return cordial


def names(answer):
    assert answer.code == 0, answer.err
    return [row["given"] for row in answer.json["customers"]]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (("--town", "riga"), ["Anna"]),
        (("--language", "ru"), ["Boris"]),
        (("--first-order", "..2026-01-31"), ["Anna"]),
        (("--last-order", "2026-02-01..2026-02-28"), ["Boris"]),
        (("--last-order", "2026-03-05"), ["Anna"]),
        (("--orders", "2.."), ["Anna"]),
        (("--orders", "1"), ["Boris"]),
        (("--orders", "0..0"), []),
        (("--birthday-month", 3), ["Anna"]),
        (("--no-email",), ["Boris"]),
        (("--no-email", "--town", "Rīga"), []),
        (("--tag", "nobody"), []),
        (("--sort", "last_order", "--descending"), ["Anna", "Boris"]),
        (("--sort", "town"), ["Boris", "Anna"]),
    ],
)
def test_customers_are_narrowed_and_sorted(filled, words, found):
    assert names(filled("list", "customers", *words, "--json")) == found


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("--last-order", "yesterday"), 1, "“yesterday” at --last-order is not a day"),
        (("--last-order", "2026-03-01..2026-01-01"), 1, "ends before it begins"),
        (("--orders", "many"), 1, "“many” at --orders is not a whole number"),
        (("--sort", "starsign"), 1, "“starsign” is no column of this list; use name, given"),
        (("--columns", "name,starsign"), 1, "“starsign” is no column"),
        (("--view", "Quiet"), 1, "There is no view “Quiet” of this list"),
        (("--late",), 2, "not for customers: --late"),
        (("--birthday-month", "13"), 2, "13"),
    ],
)
def test_wrong_words_are_said(filled, words, code, said):
    answer = filled("list", "customers", *words)
    assert (answer.code, said in answer.err) == (code, True), answer.err


def test_an_option_of_customers_is_none_of_orders(filled):
    answer = filled("list", "orders", "--town", "Rīga")
    assert (answer.code, "not for orders: --town" in answer.err) == (2, True)


def test_orders_between_two_days(filled):
    rows = filled("list", "orders", "--placed", "2026-02-01..2026-03-31", "--json").json["orders"]
    assert [row["placed_on"] for row in rows] == ["2026-03-05", "2026-02-05"]


def test_a_view_is_saved_used_changed_renamed_and_removed(filled):
    saved = filled("view", "save", "Rigans", "--town", "Rīga", "--sort", "orders", "--columns", "name,town,orders")
    assert saved.code == 0, saved.err
    shown = filled("list", "customers", "--view", "rigans")
    assert [line.split() for line in shown.out.splitlines()] == [
        ["Customer", "City", "Orders"],
        ["Anna", "Liepa", "Rīga", "2"],
    ]
    assert filled("list", "views", "--json").json["views"][0]["columns"] == ["name", "town", "orders"]
    assert filled("view", "save", "Rigans", "--town", "Ogre").code == 0
    assert names(filled("list", "customers", "--view", "Rigans", "--json")) == ["Boris"]
    assert filled("view", "rename", "Rigans", "--to", "From Ogre").code == 0
    assert names(filled("list", "customers", "--view", "from ogre", "--orders", "2..", "--json")) == []
    assert filled("view", "remove", "From Ogre").code == 0
    assert filled("list", "views", "--json").json["views"] == []
    assert filled("undo").code == 0
    assert [one["name"] for one in filled("list", "views", "--json").json["views"]] == ["From Ogre"]


def test_a_list_is_written_as_csv(filled, tmp_path):
    file = tmp_path / "out.csv"
    told = filled(
        "export", "customers", "--to", file, "--sort", "orders", "--descending", "--columns", "given,orders", "--json"
    )
    assert told.json == {"rows": 2, "file": str(file)}
    rows = list(csv.reader(io.StringIO(file.read_text("utf-8-sig"))))
    assert rows == [["Given name", "Orders"], ["Anna", "2"], ["Boris", "1"]]


def test_a_list_is_written_as_a_workbook_narrowed_like_the_list(filled, tmp_path):
    file = tmp_path / "out.xlsx"
    assert filled("export", "customers", "--to", file, "--language", "ru").out.strip() == f"1 row written to {file}"
    assert file.read_bytes().startswith(b"PK")
    for kind in ("orders", "products"):
        assert filled("export", kind, "--to", file).code == 0


def test_another_form_is_refused_and_nothing_written(filled, tmp_path):
    answer = filled("export", "customers", "--to", tmp_path / "out.ods")
    assert (answer.code, "let it end in .csv or .xlsx" in answer.err) == (1, True)
    assert not (tmp_path / "out.ods").exists()


def test_a_segment_is_listed_written_and_printed(filled, tmp_path):
    assert filled("view", "save", "Rigans", "--town", "rīga").code == 0
    assert names(filled("list", "customers", "--segment", "rigans", "--json")) == ["Anna"]
    file = tmp_path / "people.vcf"
    told = filled("export", "people", "--segment", "Rigans", "--to", file)
    assert told.out.strip() == f"1 contact card written to {file}"
    assert b"\r\nVERSION:4.0\r\n" in file.read_bytes()
    filled("export", "people", "--segment", "Rigans", "--to", file, "--vcard", "3.0")
    assert b"\r\nVERSION:3.0\r\n" in file.read_bytes()
    printed = filled("print", "address", "--segment", "Rigans", "--to", tmp_path / "a.pdf", "--json")
    assert (printed.code, printed.json["cards"]) == (0, 1)
    missing = filled("print", "address", "--segment", "Nobody", "--to", tmp_path / "a.pdf")
    assert (missing.code, "no view “Nobody”" in missing.err) == (1, True)


def test_birthdays_articles_and_short_lists_are_written(filled, tmp_path):
    days = tmp_path / "days.ics"
    assert filled("export", "birthdays", "--to", days, "--json").json == {"rows": 1, "file": str(days)}
    assert "SUMMARY:Anna Liepa’s birthday" in days.read_text("utf-8")
    lines = tmp_path / "lines.csv"
    assert filled("export", "order-lines", "--to", lines, "--town", "Ogre").code == 2
    assert filled("export", "order-lines", "--to", lines, "--columns", "number,article", "--sort", "placed").code == 0
    assert lines.read_text("utf-8-sig").splitlines()[0] == "Order number,Article"
    for kind in PlainKind:
        assert filled("export", kind, "--to", tmp_path / f"{kind}.csv").code == 0
    assert filled("export", "vouchers", "--to", lines, "--status", "used").code == 2
    wrong = filled("export", "people", "--to", tmp_path / "people.csv")
    assert (wrong.code, "let it end in .vcf" in wrong.err) == (1, True)
