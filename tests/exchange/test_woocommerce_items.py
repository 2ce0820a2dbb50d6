"""WooCommerce orders with one row an article."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.domain.file_kinds import FileKind
from desktop_app.domain.importing import Remark
from desktop_app.domain.orders import Status
from tests.exchange.made import DATA, said, written

HEAD = (
    "order_number,order_date,paid_date,status,order_currency,shipping_total,order_total,customer_email,"
    "billing_first_name,billing_last_name,product_name,sku,quantity,item_total\n"
)


def test_an_export_with_a_byte_order_mark() -> None:
    found = said(DATA / "woocommerce_items.csv")
    assert found.detected.reader.kind is FileKind.WOOCOMMERCE_ITEMS
    assert found.detected.mapping.encoding == "utf-8-sig"
    assert [(order.number, order.status, order.paid, order.total_minor) for order in found.orders] == [
        ("2001", Status.SHIPPED, True, 4350), ("2002", Status.NEW, False, 2400),
        ("2003", Status.PAID, True, 1550), ("2004", Status.RETURNED, True, 2000),
    ]  # fmt: skip
    first = found.orders[0]
    assert (first.person.given, first.person.language, first.note) == ("Līga", "lv", "Lūdzu, zvaniet!")
    assert first.ship_to.street == "Tērbatas iela 4, dz. 7"
    assert (first.placed_at, first.changed_at) == ("2026-11-02T09:15:00", "2026-11-03T12:00:00")


def test_item_total_is_the_lines_where_the_totals_say_so() -> None:
    first = said(DATA / "woocommerce_items.csv").orders[0]
    assert [(line.quantity, line.unit_minor, line.total_minor) for line in first.lines] == [
        (2, 1500, 3000),
        (1, 1000, 1000),
    ]


def test_item_total_is_the_pieces_where_the_totals_say_so(tmp_path: Path) -> None:
    text = (
        HEAD + "1,2026-11-02 09:15:00,,processing,EUR,3.50,43.50,a@x.lv,A,B,Towel,T,2,15.00\n"
        "1,2026-11-02 09:15:00,,processing,EUR,,,a@x.lv,A,B,Candle,C,1,10.00\n"
    )
    [order] = said(written(tmp_path, text)).orders
    assert [(line.unit_minor, line.total_minor) for line in order.lines] == [(1500, 3000), (1000, 1000)]


def test_a_price_that_does_not_divide_has_no_price_of_a_piece(tmp_path: Path) -> None:
    text = HEAD + "1,2026-11-02 09:15:00,,completed,EUR,0,10.00,a@x.lv,A,B,Towel,T,3,10.00\n"
    [order] = said(written(tmp_path, text)).orders
    assert [(line.quantity, line.unit_minor, line.total_minor) for line in order.lines] == [(3, None, 1000)]


def test_the_headings_of_another_plugin(tmp_path: Path) -> None:
    text = (
        "Order Number,Order Status,Order Date,Customer Note,First Name (Billing),Last Name (Billing),Email (Billing),"
        "Phone (Billing),City (Billing),Item Name,SKU,Quantity (- Refund),Item Cost,Order Total Amount\n"
        "77,Completed,2026-11-02 09:15,,Ann,Lee,ann@example.com,+44 1,Leeds,Mug,M-1,2,5.00,10.00\n"
    )
    [order] = said(written(tmp_path, text)).orders
    assert (order.number, order.person.given, order.person.address.city) == ("77", "Ann", "Leeds")
    assert (order.lines[0].unit_minor, order.lines[0].total_minor) == (500, 1000)


@pytest.mark.parametrize("status", ["quarantined", "wc-quarantined"])
def test_a_status_of_the_shops_own_is_taken_as_not_yet_packed_and_remarked(status: str, tmp_path: Path) -> None:
    text = HEAD + f"1,2026-11-02 09:15:00,2026-11-02 09:16:00,{status},EUR,0,10.00,a@x.lv,A,B,Towel,T,1,10.00\n"
    found = said(written(tmp_path, text))
    assert found.orders[0].status is Status.PAID  # it has a date of payment
    assert [(remark.remark, remark.value) for remark in found.remarks] == [(Remark.UNKNOWN_STATUS, status)]


def test_a_missing_column_is_told_with_those_that_were_found(tmp_path: Path) -> None:
    from desktop_app.domain.errors import BadFile

    with pytest.raises(BadFile, match="quantity") as refused:
        said(written(tmp_path, HEAD.replace(",quantity", "") + "1,2,3,4,5,6,7,8,9,10,11,12,13\n"))
    assert "order_number, order_date" in str(refused.value)
    assert (refused.value.row, refused.value.column) == (1, "quantity")


def test_a_heading_that_says_price_of_one_is_believed_where_the_totals_prove_nothing(tmp_path: Path) -> None:
    text = (
        "Order Number,Order Status,Order Date,First Name (Billing),Email (Billing),Item Name,SKU,"
        "Quantity (- Refund),Item Cost\n"
        "77,Completed,2026-11-02 09:15,Ann,ann@example.com,Mug,M-1,2,5.00\n"
    )
    [order] = said(written(tmp_path, text)).orders
    assert (order.lines[0].unit_minor, order.lines[0].total_minor) == (500, 1000)


def test_pieces_and_line_totals_of_advanced_order_export_stand_beside_what_came_back(tmp_path: Path) -> None:
    head = (
        "Order Number,Order Status,Order Date,First Name (Billing),Email (Billing),SKU,Name,Quantity,"
        "Quantity (- Refund),Item Cost,Order Line Total,Order Shipping Amount,Order Refund Amount,Order Total Amount\n"
    )
    text = head + (
        "31,Processing,2026-05-02 10:11,Ann,ann@example.com,M-1,Mug,3,2,5.00,18.00,4.00,6.00,34.00\n"
        "31,Processing,2026-05-02 10:11,Ann,ann@example.com,B-1,Bowl,2,2,5.00,12.00,4.00,6.00,34.00\n"
    )
    [order] = said(written(tmp_path, text)).orders
    assert (order.total_minor, order.shipping_minor, order.refunded_minor) == (3400, 400, 600)
    assert [(line.quantity, line.total_minor) for line in order.lines] == [(3, 1800), (2, 1200)]
