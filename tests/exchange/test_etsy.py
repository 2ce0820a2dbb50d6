"""Both of Etsy's files: each alone, one with the other, as shops and spreadsheets write them."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.domain.file_kinds import FileKind
from desktop_app.domain.importing import Remark
from desktop_app.domain.orders import Status
from tests.exchange.made import DATA, said, written

ITEMS, ORDERS = DATA / "exports" / "etsy-items.csv", DATA / "exports" / "etsy-orders.csv"
ROW = (
    "Sale Date,Order ID,Buyer User ID,Full Name,Date Shipped,Currency,Order Value,Shipping,Order Total,Status,"
    "Adjusted Order Total,Buyer\n"
)


def test_articles_with_amounts_of_the_order_on_each_row() -> None:
    found = said(ITEMS)
    assert (found.detected.reader.kind, found.refused, found.remarks) == (FileKind.ETSY_ITEMS, [], [])
    assert [(order.number, order.total_minor, order.discount_minor, order.status) for order in found.orders] == [
        ("3100000001", 6090, 500, Status.SHIPPED), ("3100000002", 2470, 0, Status.PAID),
        ("3100000003", 1840, 0, Status.SHIPPED), ("3100000004", 2500, 0, Status.SHIPPED),
    ]  # fmt: skip
    first = found.orders[0]
    assert [(line.name, line.sku, line.quantity, line.unit_minor, line.total_minor) for line in first.lines] == [
        ("Linen napkin - Size:Large,Color:Natural", "LN-01", 4, 1250, 5000),
        ('Beeswax candle, "pine"', "", 1, 900, 900),
    ]
    assert (first.placed_at, first.changed_at, first.paid) == ("2026-03-04", "2026-03-06", True)
    assert found.orders[2].lines[0].name == "Linen napkin - Size:Small,Personalization:For Lotte, with love"


def test_both_files_tell_the_same_of_an_order() -> None:
    items, orders = said(ITEMS).orders, said(ORDERS).orders
    for one, other in zip(items, orders, strict=True):
        assert (one.number, one.key, one.person.key, one.placed_at, one.changed_at, one.currency) == (
            other.number, other.key, other.person.key, other.placed_at, other.changed_at, other.currency,
        )  # fmt: skip
        assert (one.total_minor, one.shipping_minor, one.discount_minor, one.ship_to) == (
            other.total_minor, other.shipping_minor, other.discount_minor, other.ship_to,
        )  # fmt: skip
    assert [order.person.key for order in items] == ["ilzek", "", "mbakker", "ilzek"]


def test_refunds_go_by_the_status_and_the_adjusted_total() -> None:
    found = said(ORDERS)
    assert [(order.status, order.refunded_minor) for order in found.orders] == [
        (Status.SHIPPED, None), (Status.PAID, None), (Status.SHIPPED, 590), (Status.RETURNED, 2500),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("word", "shipped", "status", "refunded"),
    [
        ("Canceled", "", Status.CANCELLED, None),
        ("Fully Refunded", "", Status.CANCELLED, 1800),
        ("Fully Refunded", "03/06/2026", Status.RETURNED, 1800),
        ("Open", "", Status.NEW, None),
        ("", "", Status.PAID, None),
        ("Completed", "", Status.SHIPPED, None),
    ],
)
def test_states_of_an_order(tmp_path: Path, word: str, shipped: str, status: Status, refunded: int | None) -> None:
    row = f"03/04/26,31,ann,Ann Reed,{shipped},USD,$15.00,$3.00,$18.00,{word},$0.00,ann\n"
    [order] = said(written(tmp_path, ROW + row)).orders
    assert (order.status, order.refunded_minor, order.total_minor) == (status, refunded, 1800)


def test_an_unknown_status_is_taken_with_a_remark(tmp_path: Path) -> None:
    found = said(written(tmp_path, ROW + "03/04/26,31,ann,Ann Reed,,USD,15.00,3.00,18.00,Frozen,0.00,ann\n"))
    assert [(remark.remark, remark.value) for remark in found.remarks] == [(Remark.UNKNOWN_STATUS, "Frozen")]
    assert found.orders[0].status is Status.PAID


def test_a_number_with_a_sign_and_amounts_with_dollars_on_the_first_row_only(tmp_path: Path) -> None:
    text = (
        "Sale Date,Item Name,Buyer,Quantity,Price,Order Shipping,Item Total,Currency,Transaction ID,Order ID\n"
        '08/14/25,Fox,cool,2,"$1,005.00",$4.50,"$2,010.00",USD,1,#3001\n'
        "08/15/25,Owl,other,1,$3.00,$2.00,$3.00,USD,2,#3002\n"
        "08/14/25,Bear,cool,1,$3.00,$0.00,$3.00,USD,3,#3001\n"
    )
    file = written(tmp_path, text)
    found = said(file, strays=said(file).strays)
    assert [(order.key, order.total_minor, len(order.lines)) for order in found.orders] == [
        ("3001", 201750, 2), ("3002", 500, 1),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("first", "second", "days"),
    [
        ("3/4/2026", "3/25/2026", ["2026-03-04", "2026-03-25"]),
        ("04.03.2026", "25.03.2026", ["2026-03-04", "2026-03-25"]),
        ("04/03/2026", "25/03/2026", ["2026-03-04", "2026-03-25"]),
        ("3/4/26", "5/6/26", ["2026-03-04", "2026-05-06"]),
    ],
)
def test_a_spreadsheet_may_have_turned_the_dates_round(
    tmp_path: Path, first: str, second: str, days: list[str]
) -> None:
    text = ROW + "".join(
        f"{day},{number},u{number},Ann Reed,,EUR,15.00,3.00,18.00,Paid,0.00,\n"
        for number, day in enumerate((first, second), 1)
    )
    assert [order.placed_at for order in said(written(tmp_path, text)).orders] == days


def test_a_shop_of_the_united_kingdom(tmp_path: Path) -> None:
    text = (
        "Sale Date;Order ID;Buyer User ID;Full Name;Date Posted;Street 1;Delivery City;Delivery Zipcode;"
        "Delivery Country;Currency;Order Value;Delivery;Order Total;Status\n"
        "03/14/26;31;77;Ann Reed;03/15/2026;1 Mill Lane;Leeds;LS1 4AP;United Kingdom;GBP;1.015,00;3,20;1.018,20;Paid\n"
    )
    [order] = said(written(tmp_path, text)).orders
    assert (order.ship_to.city, order.ship_to.postcode, order.status) == ("Leeds", "LS1 4AP", Status.SHIPPED)
    assert (order.shipping_minor, order.total_minor, order.person.key) == (320, 101820, "77")


def test_value_added_tax_that_the_buyer_pays_is_in_the_total(tmp_path: Path) -> None:
    text = (
        "Sale Date,Item Name,Buyer,Quantity,Price,Discount Amount,Item Total,Currency,Transaction ID,Ship Name,"
        "Order ID,VAT Paid by Buyer\n12/30/25,Fox,Andrew,1,82.27,8.23,82.27,EUR,1,Andrew,39,6.81\n"
    )
    [order] = said(written(tmp_path, text)).orders
    assert (order.total_minor, order.reckoned) == (8085, True)
    assert order.person.key == ""  # a guest's bare name is no name at Etsy


def test_signs_written_as_in_a_web_page(tmp_path: Path) -> None:
    text = (
        "Sale Date,Item Name,Buyer,Quantity,Price,Item Total,Currency,Transaction ID,Ship Name,Order ID,Variations\n"
        "08/14/25,Fox &amp; Owl,cool,2,5,10,USD,1,Ann O&#39;Brien,1,Size:8&quot; x 10&quot;\n"
    )
    [order] = said(written(tmp_path, text)).orders
    assert (order.lines[0].name, order.ship_to.name) == ('Fox & Owl - Size:8" x 10"', "Ann O'Brien")


def test_an_article_without_a_name_is_refused_with_its_row(tmp_path: Path) -> None:
    text = (
        "Sale Date,Item Name,Buyer,Quantity,Price,Item Total,Currency,Transaction ID,Order ID\n"
        "08/14/25,Fox,cool,2,5,10,USD,1,1\n08/14/25,,cool,1,3,3,USD,3,1\n08/15/25,Owl,cool,x,3,3,USD,4,2\n"
    )
    found = said(written(tmp_path, text))
    assert not found.orders
    assert [(refusal.place.row, refusal.place.column) for refusal in found.refused] == [
        (3, "Item Name"),
        (4, "Quantity"),
    ]


def test_a_download_has_no_address_and_is_not_to_be_packed(tmp_path: Path) -> None:
    head = ROW.replace(",Currency", ",Street 1,Ship City,Currency")
    rows = "03/04/26,31,ann,Ann Reed,,,,USD,5.00,0.00,5.00,Paid,0.00,ann\n"
    rows += "03/04/26,32,ann,Ann Reed,,4 Mill Road,Boston,USD,5.00,0.00,5.00,Paid,0.00,ann\n"
    orders = said(written(tmp_path, head + rows)).orders
    assert [order.status for order in orders] == [Status.DELIVERED, Status.PAID]
    items = "Sale Date,Item Name,Buyer,Quantity,Price,Currency,Transaction ID,Date Shipped,Ship City,Order ID\n"
    items += "03/04/26,Pattern (PDF),ann,1,5.00,USD,1,,,31\n03/04/26,Towel,ann,1,5.00,USD,2,,Boston,32\n"
    orders = said(written(tmp_path, items, "items.csv")).orders
    assert [order.status for order in orders] == [Status.DELIVERED, Status.PAID]
