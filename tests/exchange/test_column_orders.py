"""Orders of any table, its columns told by a mapping."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from desktop_app.domain.errors import Invalid
from desktop_app.domain.file_kinds import FileKind
from desktop_app.domain.mapping import DateOrder, FileMapping, Price
from desktop_app.domain.orders import Status
from tests.exchange.made import DATA, said, written
from tests.exchange.workbooks import table


def test_a_russian_table_in_an_old_encoding() -> None:
    found = said(DATA / "orders_ru_cp1251.csv")
    assert (found.detected.mapping.encoding, found.detected.mapping.decimal, found.detected.mapping.price) == (
        "cp1251",
        ",",
        Price.UNIT,
    )
    first, second = found.orders
    assert (first.number, first.status, first.currency, first.total_minor) == ("А-17", Status.PACKED, "RUB", 105050)
    assert (first.person.given, first.person.patronymic, first.person.family) == ("Анна", "Петровна", "Иванова")
    assert [(line.sku, line.quantity, line.total_minor) for line in first.lines] == [
        ("00012", 2, 70000),
        ("00013", 1, 35050),
    ]
    assert (second.person.family, second.placed_at, second.paid) == ("Ёлкин", "2026-05-29T09:00:00", True)


def test_one_row_an_order_without_articles(tmp_path: Path) -> None:
    text = "Order;Date;Name;Total\n1;31.01.2026;Anna Ozola;12,50\n2;01.02.2026;Zane L;3,00\n2;01.02.2026;Zane L;4,00\n"
    found = said(written(tmp_path, text))
    assert [(order.number, order.total_minor, order.lines) for order in found.orders] == [("1", 1250, ())]
    assert found.refused[0].place.row == 3
    assert "several rows" in found.reasons[0]


def test_what_a_price_means_is_asked_where_nothing_tells(tmp_path: Path) -> None:
    file = written(tmp_path, "Order,Article,Quantity,Worth\n1,Mug,2,10.00\n")
    mapping = FileMapping(columns={"price": "Worth"})
    with pytest.raises(Invalid) as asked:
        said(file, mapping)
    assert asked.value.field == "price"
    for price, total in ((Price.UNIT, 2000), (Price.LINE, 1000)):
        [order] = said(file, FileMapping(columns={"price": "Worth"}, price=price)).orders
        assert order.lines[0].total_minor == total


def test_totals_tell_what_a_price_means_better_than_its_heading(tmp_path: Path) -> None:
    [order] = said(written(tmp_path, "Order,Article,Quantity,Price,Total\n1,Mug,2,10.00,10.00\n")).orders
    assert (order.lines[0].unit_minor, order.lines[0].total_minor) == (500, 1000)


def test_every_field_of_a_mapping_arrives(tmp_path: Path) -> None:
    columns = {
        "number": "n",
        "key": "k",
        "placed_at": "d",
        "status": "s",
        "paid": "p",
        "currency": "c",
        "total": "t",
        "shipping": "sh",
        "discount": "di",
        "refunded": "re",
        "ship_by": "by",
        "carrier": "ca",
        "tracking": "tr",
        "note": "no",
        "given": "g",
        "family": "f",
        "email": "e",
        "phone": "ph",
        "street": "st",
        "city": "ci",
        "postcode": "po",
        "country": "co",
        "ship_name": "sn",
        "sku": "sk",
        "language": "la",
        "product": "pr",
        "quantity": "q",
        "price": "pp",
        "company": "cy",
        "region": "rg",
        "patronymic": "pa",
    }
    cells = {
        "number": "A1",
        "key": "77",
        "placed_at": "05/06/2026 10:00",
        "status": "Quarantine",
        "paid": "jā",
        "currency": "usd",
        "total": "20,00",
        "shipping": "1,00",
        "discount": "2,00",
        "refunded": "3,00",
        "ship_by": "07/06/2026",
        "carrier": "DPD",
        "tracking": "T1",
        "note": "Hi",
        "given": "Anna",
        "family": "Ozola",
        "email": "anna@example.lv",
        "phone": "29",
        "street": "Iela 1",
        "city": "Rīga",
        "postcode": "LV-1",
        "country": "LV",
        "ship_name": "Māra Ozola",
        "sku": "S",
        "language": "English",
        "product": "Mug",
        "quantity": "2",
        "price": "10,50",
        "company": "SIA X",
        "region": "R",
        "patronymic": "",
    }
    text = ";".join(columns.values()) + "\n" + ";".join(cells[name] for name in columns) + "\n"
    mapping = FileMapping(
        FileKind.MAPPED_ORDERS,
        columns=columns,
        date_order=DateOrder.DAY_FIRST,
        price=Price.UNIT,
        statuses={"quarantine": "packing"},
    )
    [order] = said(written(tmp_path, text), mapping).orders
    assert (order.number, order.key, order.placed_at, order.status, order.paid) == (
        "A1",
        "77",
        "2026-06-05T10:00:00",
        Status.PACKING,
        True,
    )
    assert (order.currency, order.total_minor, order.shipping_minor, order.discount_minor, order.refunded_minor) == (
        "USD",
        2000,
        100,
        200,
        300,
    )
    assert (order.ship_by, order.carrier, order.tracking, order.note) == (dt.date(2026, 6, 7), "DPD", "T1", "Hi")
    assert (order.person.given, order.person.family, order.person.company, order.person.language) == (
        "Anna",
        "Ozola",
        "SIA X",
        "en",
    )
    assert (order.ship_to.name, order.ship_to.street, order.person.address.city, order.person.phone) == (
        "Māra Ozola",
        "Iela 1",
        "Rīga",
        "29",
    )
    assert (order.lines[0].sku, order.lines[0].unit_minor, order.lines[0].total_minor) == ("S", 1050, 2100)
    assert order.person.note == ""  # the order's, not the person's


def test_dates_that_can_be_read_in_two_ways_are_asked_about(tmp_path: Path) -> None:
    with pytest.raises(Invalid, match="03/04/25") as asked:
        said(written(tmp_path, "Order,Date,Total\n1,03/04/25,5.00\n"))
    assert asked.value.field == "date_order"


def test_rows_of_one_order_may_repeat_its_cells(tmp_path: Path) -> None:
    orders = ("1,a@x.lv,5.00,Mug", "1,a@x.lv,5.00,Cup", "2,b@x.lv,5.00,Pen", "1,a@x.lv,5.00,Ink")
    text = "\n".join(["Order,Email,Total,Item,Qty", *(f"{order},1" for order in orders)])
    file = written(tmp_path, text)
    found = said(file, strays=said(file).strays)
    assert [[line.name for line in order.lines] for order in found.orders] == [["Mug", "Cup", "Ink"], ["Pen"]]
    assert [order.total_minor for order in found.orders] == [500, 500]


def test_what_was_given_back_or_taken_off_may_be_written_below_zero(tmp_path: Path) -> None:
    text = "Order,Date,Article,Quantity,Price,Total,Discount,Refunded\n1,2026-01-31,Mug,2,10.00,19.00,-1.00,'-12.00\n"
    [order] = said(written(tmp_path, text)).orders
    assert (order.total_minor, order.discount_minor, order.refunded_minor) == (1900, 100, 1200)
    assert order.lines[0].unit_minor == 1000


def test_money_of_an_order_that_came_back_went_back_where_no_column_says_how_much(tmp_path: Path) -> None:
    text = "Order,Date,Name,Total,Status\n1,2026-01-31,Anna,19.00,Refunded\n2,2026-01-31,Anna,5.00,Shipped\n"
    assert [(order.status, order.refunded_minor) for order in said(written(tmp_path, text)).orders] == [
        (Status.RETURNED, 1900), (Status.SHIPPED, None),
    ]  # fmt: skip
    text = "Order,Date,Name,Total,Status,Refunded\n1,2026-01-31,Anna,19,Refunded,4.00\n2,2026-01-31,Anna,9,Refunded,0\n"
    assert [order.refunded_minor for order in said(written(tmp_path, text)).orders] == [400, 0]


def test_an_order_that_is_being_packed_was_paid_as_one_that_is_packed(tmp_path: Path) -> None:
    text = "Номер заказа,Дата,Имя,Сумма,Статус\n1,2026-01-31,Анна,5.00,Собирается\n2,2026-01-31,Анна,5.00,Собран\n"
    assert [(order.status, order.paid) for order in said(written(tmp_path, text)).orders] == [
        (Status.PACKING, True), (Status.PACKED, True),
    ]  # fmt: skip


def test_a_delivery_that_is_no_amount_names_its_column(tmp_path: Path) -> None:
    found = said(written(tmp_path, "Order,Date,Article,Price,Shipping\n1,2026-01-31,Mug,10.00,abc\n"))
    assert [(refused.value, refused.place.column) for refused in found.refused] == [("abc", "Shipping")]


def test_numbers_of_a_workbook_have_a_point_before_their_decimals_however_many(tmp_path: Path) -> None:
    rows = [["Order", "Date", "Article", "Price", "Total"], [1, "2026-01-31", "Mug", 12.345, 12.345]]
    [order] = said(written(tmp_path, table(rows), "book.xlsx")).orders
    assert (order.total_minor, order.lines[0].total_minor) == (1235, 1235)
