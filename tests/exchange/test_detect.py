"""What a file is taken for, what is asked, and what is refused as a whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.domain.errors import BadFile, Invalid
from desktop_app.domain.file_kinds import FileKind
from desktop_app.domain.mapping import FileMapping
from desktop_app.exchange.detect import detect, look_at
from desktop_app.exchange.reading import read, with_date_order
from tests.exchange.made import DATA, TODAY, said, shopify, written
from tests.exchange.workbooks import workbook


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("shopify_orders.csv", FileKind.SHOPIFY_ORDERS), ("shopify_customers.csv", FileKind.SHOPIFY_CUSTOMERS),
        ("woocommerce_items.csv", FileKind.WOOCOMMERCE_ITEMS), ("orders_ru_cp1251.csv", FileKind.MAPPED_ORDERS),
        ("people_lv_cp1257.csv", FileKind.MAPPED_CUSTOMERS),
    ],
)  # fmt: skip
def test_files_are_known_by_their_headings(name: str, kind: FileKind) -> None:
    assert detect(DATA / name, FileMapping()).reader.kind is kind
    look = look_at(DATA / name, FileMapping())
    assert (look.kind, look.missing, look.file) == (kind, (), name)
    assert look.sample


def test_a_look_shows_headings_sample_and_guess(tmp_path: Path) -> None:
    look = look_at(written(tmp_path, "Name,Email,Email\nAnna,a@x.lv,b@x.lv\n"), FileMapping())
    assert look.headings == ("Name", "Email (B)", "Email (C)")
    assert look.sample == (("Anna", "a@x.lv", "b@x.lv"),)
    assert look.mapping.columns == {"name": "Name", "email": "Email (B)"}
    assert look.missing == ("email",)  # which of the two?


def test_a_look_at_a_table_nobody_knows_asks_for_everything(tmp_path: Path) -> None:
    look = look_at(written(tmp_path, "frequency,recency\n1,2\n"), FileMapping())
    assert (look.kind, look.platform) == (None, "")
    assert look.missing


def test_a_heading_that_stands_twice_must_be_told(tmp_path: Path) -> None:
    file = written(tmp_path, "Name,Email,Email\nAnna,a@x.lv,b@x.lv\n")
    with pytest.raises(BadFile, match="Email \\(B\\)") as refused:
        detect(file, FileMapping())
    assert (refused.value.row, refused.value.column) == (1, "Email")
    assert said(file, FileMapping(columns={"email": "Email (C)"})).people[0].email == "b@x.lv"


def test_a_platforms_own_heading_that_stands_twice_is_refused(tmp_path: Path) -> None:
    file = written(tmp_path, "Name,Total,Total,Lineitem name,Lineitem quantity\n#1,5.00,6.00,Mug,1\n")
    with pytest.raises(BadFile, match="“Total” stands twice") as refused:
        detect(file, FileMapping())
    assert (refused.value.row, refused.value.column) == (1, "Total")


def test_a_platforms_file_is_read_otherwise_when_a_person_says_so(tmp_path: Path) -> None:
    file = written(tmp_path, "tranid;formid;Name;Phone;Email\n1;f;Айдар;+7 701 123-45-67;aidar@example.kz\n")
    assert said(file, FileMapping(FileKind.MAPPED_CUSTOMERS)).people[0].given == "Айдар"


def test_junk_before_the_headings_is_passed_over(tmp_path: Path) -> None:
    file = written(tmp_path, ",,\n\n" + "Report of May,,\n" + "Order number,Email,Total\n7,a@x.lv,5.00\n")
    [order] = said(file).orders
    assert (order.row, order.number) == (5, "7")


def test_missing_columns_are_told(tmp_path: Path) -> None:
    with pytest.raises(BadFile, match="Lineitem quantity"):
        detect(written(tmp_path, "Name,Lineitem name\n#1,Mug\n"), FileMapping())
    with pytest.raises(BadFile, match="Mail") as refused:
        detect(written(tmp_path, "Name,Email\nAnna,a@x.lv\n"), FileMapping(columns={"email": "Mail"}))
    assert "Name, Email" in str(refused.value)
    with pytest.raises(BadFile, match="frequency"):
        detect(written(tmp_path, "frequency,recency\n1,2\n"), FileMapping())


def test_no_headings_at_all(tmp_path: Path) -> None:
    with pytest.raises(BadFile, match="no headings"):
        detect(written(tmp_path, "1,2.50,2026-01-01\n2,3.50,2026-01-02\n"), FileMapping())


def test_a_separator_must_be_one() -> None:
    with pytest.raises(Invalid) as asked:
        detect(DATA / "shopify_orders.csv", FileMapping(separator='"'))
    assert asked.value.field == "separator"


def test_the_whole_file_is_asked_for_the_order_of_day_and_month(tmp_path: Path) -> None:
    rows = [f"#{n},a@x.lv,paid,03/04/2025 10:00,EUR,1,Pen,1,1" for n in range(1500)]
    file = written(tmp_path, shopify(*rows, "#9999,a@x.lv,paid,03/14/2025 10:00,EUR,1,Pen,1,1"))
    detected = with_date_order(detect(file, FileMapping()))
    reading = read(detected, currency="EUR", today=TODAY, strays={})
    assert {order.placed_at[:10] for order in reading.items} == {"2025-03-04", "2025-03-14"}
    reading.close()


def test_a_sheet_is_chosen(tmp_path: Path) -> None:
    def fill(book, sheet):
        for name, person in (("This year", "Anna"), ("Last year", "Zane")):
            page = book.add_worksheet(name)
            page.write_row(0, 0, ("Name", "Email"))
            page.write_row(1, 0, (person, ""))

    file = written(tmp_path, workbook(fill), "people.xlsx")
    assert look_at(file, FileMapping()).sheets == ("Sheet1", "This year", "Last year")
    assert said(file).people[0].given == "Anna"
    assert said(file, FileMapping(sheet="Last year")).people[0].given == "Zane"
