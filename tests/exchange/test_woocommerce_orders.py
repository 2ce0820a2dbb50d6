"""WooCommerce orders with one row an order, their articles packed into cells."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.domain.file_kinds import FileKind
from desktop_app.domain.importing import Remark
from desktop_app.domain.orders import Status
from tests.exchange.made import DATA, said, written

HEAD = "order_id,order_number,order_date,status,order_total,order_currency,customer_user,billing_email,line_item_1\n"


def test_the_export_with_a_column_for_each_article() -> None:
    found = said(DATA / "exports" / "woocommerce-orders.csv")
    assert found.detected.reader.kind is FileKind.WOOCOMMERCE_ORDERS
    first, second, third = found.orders
    assert [(line.name, line.sku, line.quantity, line.unit_minor, line.total_minor) for line in first.lines] == [
        ("Linen towel · sand", "TOWEL-SAND", 2, 1500, 3000), ("Candle | scented: fig", "", 1, 1400, 1400),
    ]  # fmt: skip
    assert (first.total_minor, first.status, first.person.key, first.person.language) == (
        4850, Status.SHIPPED, "17", "lv",
    )  # fmt: skip
    # A guest has no number; two refunds are one sum; what does not divide has no price of a piece.
    assert (second.person.key, second.refunded_minor, second.lines[0].unit_minor) == ("", 1250, None)
    assert (third.status, third.total_minor, third.paid) == (Status.CANCELLED, 1500, False)


def test_the_export_with_all_articles_in_one_cell() -> None:
    found = said(DATA / "exports" / "woocommerce-orders-skyverge.csv")
    assert [(order.number, order.key, [line.name for line in order.lines]) for order in found.orders] == [
        ("A-0007", "901", ["Mug; large", "Bowl"]),
        ("A-0008", "902", ["Mug"]),
        ("A-0009", "903", ["product_id:4959"]),
    ]
    assert found.orders[1].refunded_minor == 800


def test_without_any_column_of_articles_an_order_has_none(tmp_path: Path) -> None:
    text = HEAD.replace(",line_item_1", "") + "7,7,2026-11-02,completed,9.00,EUR,0,a@example.lv\n"
    [order] = said(written(tmp_path, text)).orders
    assert (order.lines, order.total_minor) == ((), 900)


def test_an_article_taken_off_is_left_out_and_remarked(tmp_path: Path) -> None:
    text = HEAD + "7,7,2026-11-02,completed,0.00,EUR,0,a@example.lv,name:Mug|quantity:0|total:0.00\n"
    found = said(written(tmp_path, text))
    assert found.orders[0].lines == ()
    assert [remark.remark for remark in found.remarks] == [Remark.NO_PIECES]


@pytest.mark.parametrize(
    ("packed", "reason"),
    [
        ("Mug x 2", "cannot tell the articles apart"),
        ("name:Mug|quantity:two|total:3", "not a number of pieces"),
        ("name:Mug|quantity:2|total:three", "not an amount of money"),
    ],
)
def test_what_cannot_be_unpacked_is_refused_and_the_rest_comes(packed: str, reason: str, tmp_path: Path) -> None:
    text = HEAD + (
        f"7,7,2026-11-02,completed,3.00,EUR,0,a@example.lv,{packed}\n"
        "8,8,2026-11-02,completed,3.00,EUR,0,a@example.lv,name:Mug|quantity:1|total:3.00\n"
    )
    found = said(written(tmp_path, text))
    assert [order.number for order in found.orders] == ["8"]
    [refused], [why] = found.refused, found.reasons
    assert (refused.place.row, refused.place.column) == (2, "line_item_1")
    assert reason in why


def test_another_platforms_orders_are_not_taken_for_woocommerces(tmp_path: Path) -> None:
    text = "Order ID,Order Date,Order Total (inc tax),Billing First Name,Billing Zip\n7,2026-11-02,9.00,Ann,LS1\n"
    assert said(written(tmp_path, text)).detected.reader.kind is FileKind.MAPPED_ORDERS
