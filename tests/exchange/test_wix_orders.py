"""Wix's orders."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.domain.file_kinds import FileKind
from desktop_app.domain.importing import Remark
from desktop_app.domain.orders import Status
from tests.exchange.made import DATA, said, written

EXPORTS = DATA / "exports"
HEAD = (
    "Order number,Date created,Time,Contact email,Item,Qty,Price,Recipient name,Payment status,Fulfillment status,"
    "Total\n"
)


def test_headings_that_stand_twice_are_told_apart_by_their_place() -> None:
    found = said(EXPORTS / "wix-orders.csv")
    assert found.detected.reader.kind is FileKind.WIX_ORDERS
    first, second, third, fourth = found.orders
    assert (first.ship_to.name, first.ship_to.city, first.ship_to.country) == ("Ilze Roze", "Rīga", "LV")
    home = first.person.address
    assert (home.city, home.postcode, home.country, first.person.company) == ("Berlin", "01067", "DE", "SIA Roze")
    assert (first.person.family, first.person.phone, first.tracking) == ("Roze", "+371 20000004", "LX123456789LV")
    # Nobody is named on the bill: who gets the parcel bought it.
    assert (second.person.family, second.person.address.street) == ("Белова", "Ezera iela 1")
    assert third.ship_to.street == "High St 1"
    assert fourth.person.email == "cy@example.com"


def test_sums_of_the_order_are_counted_once_and_prices_are_of_one_piece() -> None:
    first, second, third, _ = said(EXPORTS / "wix-orders.csv").orders
    assert (first.total_minor, first.shipping_minor, first.placed_at) == (4450, 450, "2025-12-08T09:15:51")
    assert [(line.name, line.quantity, line.unit_minor, line.total_minor) for line in first.lines] == [
        ("Linen towel - Color: Sand, Size: L", 2, 1500, 3000), ("Candle", 1, 1000, 1000),
    ]  # fmt: skip
    assert (second.refunded_minor, third.refunded_minor, third.total_minor) == (1200, 1200, 4800)


def test_the_older_headings() -> None:
    [order] = said(EXPORTS / "wix-orders-older.csv").orders
    assert (order.number, order.placed_at, order.person.email) == ("10043", "2018-11-24T11:30:56", "dace@example.lv")
    assert (order.ship_to.postcode, order.person.phone, order.total_minor) == ("LV-1010", "+37120000004", 3600)


@pytest.mark.parametrize(
    ("money", "goods", "status", "paid"),
    [
        ("Paid", "Unfulfilled", Status.PAID, True),
        ("Unpaid", "Unfulfilled", Status.NEW, False),
        ("Unpaid", "Fulfilled", Status.SHIPPED, False),
        ("Paid", "Partially fulfilled", Status.PACKING, True),
        ("Fully refunded", "Fulfilled", Status.RETURNED, True),
        ("Fully refunded", "Unfulfilled", Status.CANCELLED, True),
        ("Paid", "Canceled", Status.CANCELLED, True),
        ("Partially paid", "Unfulfilled", Status.NEW, False),
    ],
)
def test_how_an_order_stands(money: str, goods: str, status: Status, paid: bool, tmp_path: Path) -> None:
    text = HEAD + f'7,"Dec 8, 2025",9:15:51 AM,a@example.lv,Mug,1,9.00,Ann Lee,{money},{goods},9.00\n'
    [order] = said(written(tmp_path, text)).orders
    assert (order.status, order.paid) == (status, paid)


def test_an_unknown_word_is_taken_as_not_yet_packed_and_remarked(tmp_path: Path) -> None:
    text = HEAD + '7,"Dec 8, 2025",9:15:51 AM,a@example.lv,Mug,1,9.00,Ann Lee,Paid,Quarantined,9.00\n'
    found = said(written(tmp_path, text))
    assert [(remark.remark, remark.value) for remark in found.remarks] == [(Remark.UNKNOWN_STATUS, "Quarantined")]


def test_a_total_repeated_on_each_row_is_the_orders_however_large_the_discount(tmp_path: Path) -> None:
    row = '7,"Dec 8, 2025",9:15:51 AM,a@example.lv,{},1,10.00,Ann Lee,Paid,Fulfilled,8.00\n'
    [order] = said(written(tmp_path, HEAD + row.format("Mug") + row.format("Bowl"))).orders
    assert (order.total_minor, len(order.lines)) == (800, 2)


@pytest.mark.parametrize("again", [".1", "2", " (2)"])
def test_a_heading_that_another_program_has_numbered_is_still_that_of_the_bill(again: str, tmp_path: Path) -> None:
    text = HEAD.replace(",Total", f",Delivery city,Delivery city{again},Total") + (
        '7,"Dec 8, 2025",9:15:51 AM,a@example.lv,Mug,1,9.00,Ann Lee,Paid,Fulfilled,Rīga,Liepāja,9.00\n'
    )
    [order] = said(written(tmp_path, text)).orders
    assert (order.ship_to.city, order.person.address.city) == ("Rīga", "Liepāja")
