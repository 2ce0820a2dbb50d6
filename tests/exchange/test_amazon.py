"""Amazon's reports: the orders to be posted, and all orders with their states."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from desktop_app.domain.errors import Invalid
from desktop_app.domain.file_kinds import FileKind
from desktop_app.domain.importing import Remark
from desktop_app.domain.mapping import FileMapping
from desktop_app.domain.orders import Status
from desktop_app.exchange.detect import detect
from desktop_app.exchange.reading import with_date_order
from tests.exchange.made import DATA, said, written

ORDERS, ALL = DATA / "exports" / "amazon-orders.txt", DATA / "exports" / "amazon-all-orders.txt"
HEAD = "amazon-order-id\tpurchase-date\torder-status\tfulfillment-channel\tproduct-name\titem-status\tquantity\t"
HEAD += "currency\titem-price\titem-tax\n"
BOUGHT = "302-1\t2026-03-02T08:10:00+00:00\t"


def test_amounts_are_those_of_all_pieces_and_quotes_are_letters() -> None:
    found = said(ORDERS, FileMapping(encoding="cp1252"))
    assert (found.detected.reader.kind, found.refused, found.remarks) == (FileKind.AMAZON_ORDERS, [], [])
    first, second, third = found.orders
    assert [(line.name, line.quantity, line.unit_minor, line.total_minor) for line in first.lines] == [
        ('Leinen-Handtuch "Natur" 50×70', 3, 1500, 4500), ('"Kiefer" Kerze, 5" hoch', 1, 1299, 1169),
    ]  # fmt: skip
    assert (first.total_minor, first.shipping_minor, first.discount_minor) == (6159, 490, 130)
    assert (first.ship_to.postcode, first.ship_by, first.paid) == ("01067", dt.date(2026, 3, 4), True)
    assert second.ship_to.street == "Industriestraße 8, Tor 2, Halle C"
    assert (second.person.company, second.ship_to.name) == ("Müller Deko GmbH", "Jörg Müller")
    assert (third.person.given, third.ship_to.name) == ("Klara", "Oma Vogt")


def test_a_made_up_address_is_an_id_and_a_real_one_is_written_to(tmp_path: Path) -> None:
    assert [(order.person.key, order.person.email) for order in said(ORDERS).orders][::2] == [
        ("k1abc@marketplace.amazon.de", ""),
    ] * 2
    head = "order-id\torder-item-id\tpurchase-date\tbuyer-email\tbuyer-name\tproduct-name\tquantity-purchased\n"
    rows = "1-1\t1\t2026-03-02\tann@example.com\tAnn Reed\tTowel\t1\n1-2\t2\t2026-03-02\t\tAnn Reed\tTowel\t1\n"
    real, guest = said(written(tmp_path, head + rows)).orders
    assert (real.person.key, real.person.email, real.unsaid) == ("", "ann@example.com", True)
    assert (guest.person.key, guest.person.email, guest.total_minor) == ("", "", None)


def test_all_orders_with_an_article_and_an_order_cancelled() -> None:
    found = said(ALL)
    assert found.detected.reader.kind is FileKind.AMAZON_ALL_ORDERS
    assert [(order.status, order.total_minor, len(order.lines)) for order in found.orders] == [
        (Status.SHIPPED, 6159, 2), (Status.DELIVERED, 1500, 1), (Status.CANCELLED, None, 0), (Status.PAID, 5196, 1),
        (Status.RETURNED, 1500, 1),
    ]  # fmt: skip
    assert [(remark.remark, remark.value, remark.row) for remark in found.remarks] == [
        (Remark.CANCELLED_PART, '"Kiefer" Kerze, 5" hoch', 5),
    ]
    assert [order.paid for order in found.orders] == [True, True, False, True, True]


def test_both_reports_come_to_the_same_figures() -> None:
    [one] = [order for order in said(ALL).orders if order.key == "302-1000001-0000001"]
    other = said(ORDERS, FileMapping(encoding="cp1252")).orders[0]
    assert (one.total_minor, one.shipping_minor, one.discount_minor) == (
        other.total_minor, other.shipping_minor, other.discount_minor,
    )  # fmt: skip
    assert [line[1:] for line in one.lines] == [line[1:] for line in other.lines]
    assert one.changed_at > other.changed_at


@pytest.mark.parametrize(
    ("currency", "price", "tax", "total"),
    [
        ("USD", "45.00", "3.71", 4871),  # on top everywhere in the United States
        ("EUR", "45.00", "7.18", 4500),  # 19 % inside
        ("EUR", "45.00", "8.55", 5355),  # 19 % on top
        ("GBP", "12.00", "2.00", 1200),  # 20 % inside
        ("JPY", "1100", "100", 1100),
        ("EUR", "45.00", "", 4500),
    ],
)
def test_tax_on_top_or_in_the_price(tmp_path: Path, currency: str, price: str, tax: str, total: int) -> None:
    row = f"{BOUGHT}Shipped\tMerchant\tTowel\tShipped\t1\t{currency}\t{price}\t{tax}\n"
    assert said(written(tmp_path, HEAD + row)).orders[0].total_minor == total


@pytest.mark.parametrize(
    ("word", "channel", "status", "paid"),
    [
        ("Pending", "Merchant", Status.NEW, False),
        ("Unshipped", "MFN", Status.PAID, True),
        ("Unshipped", "AFN", Status.SHIPPED, True),  # Amazon posts it: not ours to pack
        ("Pending", "Amazon", Status.SHIPPED, False),
        ("PartiallyShipped", "Merchant", Status.PACKING, True),
        ("Partially Shipped", "Merchant", Status.PACKING, True),
        ("Shipping", "Merchant", Status.PACKED, True),
        ("Shipped - Out for Delivery", "Merchant", Status.SHIPPED, True),
        ("Shipped - Rejected by Buyer", "Merchant", Status.RETURNED, True),
        ("Shipped - Undeliverable", "Merchant", Status.RETURNED, True),
        ("Canceled", "Merchant", Status.CANCELLED, False),
        ("Complete", "Amazon", Status.SHIPPED, True),
    ],
)
def test_words_for_the_state_of_an_order(tmp_path: Path, word: str, channel: str, status: Status, paid: bool) -> None:
    row = f"{BOUGHT}{word}\t{channel}\tTowel\t\t2\tEUR\t30.00\t\n"
    [order] = said(written(tmp_path, HEAD + row)).orders
    assert (order.status, order.paid, order.total_minor, len(order.lines)) == (status, paid, 3000, 1)


def test_an_order_all_of_whose_articles_were_cancelled_is_cancelled(tmp_path: Path) -> None:
    rows = f"{BOUGHT}Shipped\tMerchant\tTowel\tCancelled\t0\t\t\t\n{BOUGHT}Shipped\tMerchant\tCup\tCancelled\t0\t\t\t\n"
    found = said(written(tmp_path, HEAD + rows))
    assert ([order.status for order in found.orders], found.remarks) == ([Status.CANCELLED], [])


def test_no_pieces_and_unknown_words_are_remarked(tmp_path: Path) -> None:
    rows = f"{BOUGHT}Frozen\tMerchant\tTowel\t\t1\tEUR\t5\t\n{BOUGHT}Frozen\tMerchant\tCup\t\t0\tEUR\t\t\n"
    found = said(written(tmp_path, HEAD + rows))
    assert [(remark.remark, remark.value) for remark in found.remarks] == [
        (Remark.NO_PIECES, "0"), (Remark.UNKNOWN_STATUS, "Frozen"),
    ]  # fmt: skip


def test_the_report_of_unshipped_orders(tmp_path: Path) -> None:
    head = (
        "order-id\torder-item-id\tpurchase-date\tpayments-date\treporting-date\tpromise-date\tdays-past-promise\t"
        "buyer-name\tsku\tproduct-name\tquantity-purchased\tquantity-shipped\tquantity-to-ship\n"
    )
    moments = "2026-03-02T08:10:00+00:00\t2026-03-02T08:10:00+00:00\t2026-03-02T09:00:00+00:00\t"
    rows = "".join(
        f"9-{number}\t{number}\t{moments}2026-03-10T07:59:59+00:00\t0\tAnn Reed\tT\tTowel\t3\t{posted}\t{3 - posted}\n"
        for number, posted in enumerate((0, 1, 3))
    )
    found = said(written(tmp_path, head + rows, "unshipped.txt"))
    assert [order.status for order in found.orders] == [Status.PAID, Status.PACKING, Status.SHIPPED]
    assert {order.deliver_by for order in found.orders} == {dt.date(2026, 3, 9)}  # its last second in Seattle
    assert not any(order.unsaid for order in found.orders)


def test_parcels_that_amazon_posted(tmp_path: Path) -> None:
    head = (
        "amazon-order-id\tshipment-id\tpurchase-date\tpayments-date\tshipment-date\tbuyer-email\tsku\tproduct-name\t"
        "quantity-shipped\tcurrency\titem-price\tcarrier\ttracking-number\n"
    )
    moments = "2026-03-02T08:10:00+00:00\t" * 3
    row = f"302-1\tS1\t{moments}a@marketplace.amazon.com\tT\tTowel\t2\tUSD\t30.00\tUPS\t1Z9\n"
    [order] = said(written(tmp_path, head + row, "shipments.txt")).orders
    assert (order.status, order.carrier, order.tracking, order.lines[0].unit_minor) == (
        Status.SHIPPED, "UPS", "1Z9", 1500,
    )  # fmt: skip


def test_a_report_that_a_spreadsheet_saved_anew(tmp_path: Path) -> None:
    row = f'{BOUGHT}Shipped\tMerchant\t"Candle, ""pine"" 5"" high"\tShipped\t1\tEUR\t1.200,50\t\n'
    [order] = said(written(tmp_path, HEAD + row)).orders
    assert (order.lines[0].name, order.total_minor) == ('Candle, "pine" 5" high', 120050)


def test_japanese_letters_with_yen(tmp_path: Path) -> None:
    row = f"{BOUGHT}Shipped\tMerchant\t木のスプーン「大」\tShipped\t2\tJPY\t1,200\t\n"
    file = written(tmp_path, HEAD + row, encoding="cp932")
    [order] = said(file, FileMapping(encoding="cp932")).orders
    assert (order.lines[0].name, order.total_minor) == ("木のスプーン「大」", 1200)


def test_days_that_a_spreadsheet_turned_round(tmp_path: Path) -> None:
    rows = "".join(
        f"302-{number}\t{day} 9:15\tShipped\tMerchant\tTowel\tShipped\t1\tEUR\t5\t\n"
        for number, day in enumerate(("4/3/2026", "25/3/2026"))
    )
    file = written(tmp_path, HEAD + rows)
    with pytest.raises(Invalid, match="4/3/2026"):
        said(file)
    proven = with_date_order(detect(file, FileMapping())).mapping
    assert [order.placed_at for order in said(file, proven).orders] == ["2026-03-04T09:15:00", "2026-03-25T09:15:00"]
