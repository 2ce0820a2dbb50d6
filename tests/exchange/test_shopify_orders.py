"""Shopify's orders export."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.domain.file_kinds import FileKind
from desktop_app.domain.importing import Remark
from desktop_app.domain.mapping import DateOrder, FileMapping
from desktop_app.domain.orders import Status
from tests.exchange.made import DATA, said, shopify, written


def test_a_full_export_of_79_columns() -> None:
    found = said(DATA / "shopify_orders.csv")
    assert found.detected.reader.kind is FileKind.SHOPIFY_ORDERS
    assert found.refused == []
    assert [(order.number, order.key) for order in found.orders] == [
        (f"#{1000 + n}", f"5900000000{100 + n}") for n in (1, 2, 3, 4)
    ]
    first = found.orders[0]
    assert (first.placed_at, first.changed_at) == ("2026-10-25T02:39:58+03:00", "2026-10-26T11:05:00+02:00")
    assert (first.total_minor, first.shipping_minor, first.discount_minor) == (4990, 490, 500)
    assert first.note == "Please wrap it,\nit is a gift."
    assert (first.person.given, first.person.family, first.person.phone) == ("Ilze", "Bērziņa", "+37129123456")
    assert first.ship_to.postcode == "LV-1010"
    assert [
        (line.row, line.name, line.sku, line.quantity, line.unit_minor, line.total_minor) for line in first.lines
    ] == [
        (2, "Linen towel - sand", "TOWEL-SAND", 2, 1500, 2500),
        (3, 'Wooden "lucky" spoon, oak', "00123", 1, 2000, 2000),
    ]


def test_moments_a_spreadsheet_wrote_anew_are_compared_as_moments(tmp_path: Path) -> None:
    head = "Name,Email,Financial Status,Fulfillment Status,Created at,Paid at,Fulfilled at,Currency,Total"
    row = "#1,a@b.lv,paid,fulfilled,9/28/2025 10:00,9/28/2025 10:00,10/2/2025 9:00,EUR,5.00,Mug,1,5.00"
    text = shopify(row, head=head)
    [order] = said(written(tmp_path, text), FileMapping(date_order=DateOrder.MONTH_FIRST)).orders
    assert (order.placed_at, order.changed_at) == ("2025-09-28T10:00:00", "2025-10-02T09:00:00")


def test_states_money_and_people_of_that_export() -> None:
    first, second, third, fourth = said(DATA / "shopify_orders.csv").orders
    assert [(order.status, order.paid) for order in (first, second, third, fourth)] == [
        (Status.SHIPPED, True), (Status.PAID, True), (Status.NEW, False), (Status.CANCELLED, False),
    ]  # fmt: skip
    assert (second.refunded_minor, second.total_minor) == (1000, 3000)
    assert (second.person.language, second.ship_to.name, second.person.address.street) == (
        "ru",
        "Мария Петрова",
        "улица Чака 5",
    )
    assert (third.currency, third.total_minor, third.person.email, third.person.family) == (
        "GBP",
        125000,
        "",
        "du Pont",
    )
    assert third.ship_to.city == "Paris"  # billed there, and no other address given


def test_continuation_rows_with_the_name_only_or_with_nothing(tmp_path: Path) -> None:
    text = shopify(
        "#1,a@x.lv,paid,2026-01-05 10:00:00 +0200,EUR,30.00,Mug,1,10.00",
        "#1,,,,,,Cup,2,10.00",
        "#2,b@x.lv,paid,2026-01-05 11:00:00 +0200,EUR,5.00,Pen,1,5.00",
        ",,,,,,Ink,1,0.00",
        ",,,,,,,,",
        "#3,,paid,2026-01-06 10:00:00 +0200,USD,5.00,Pen,1,5.00",
    )
    found = said(written(tmp_path, text))
    assert [[line.name for line in order.lines] for order in found.orders] == [["Mug", "Cup"], ["Pen", "Ink"], ["Pen"]]
    assert [(order.currency, order.total_minor) for order in found.orders] == [
        ("EUR", 3000),
        ("EUR", 500),
        ("USD", 500),
    ]


def test_an_older_export_lacks_columns_and_prices(tmp_path: Path) -> None:
    found = said(
        written(
            tmp_path, "Name,Email,Created at,Total,Lineitem name,Lineitem quantity\n#1,a@x.lv,2026-01-05,9.99,Mug,2\n"
        )
    )
    [order] = found.orders
    assert (order.lines[0].unit_minor, order.lines[0].total_minor, order.shipping_minor) == (None, None, None)
    assert (order.currency, order.placed_at, order.status) == ("EUR", "2026-01-05", Status.NEW)


def test_an_order_without_an_address_is_still_somebodys(tmp_path: Path) -> None:
    rows = (
        "Name,Email,Created at,Total,Lineitem name,Lineitem quantity,Shipping Name,Shipping Street,Shipping Country\n"
        "#1,a@x.lv,2026-01-05,9.99,Mug,2,Anna Kalniņa,,LV\n"
    )
    [order] = said(written(tmp_path, rows)).orders
    assert (order.person.given, order.person.family, order.person.language) == ("Anna", "Kalniņa", "lv")
    assert (order.ship_to.name, order.ship_to.country) == ("Anna Kalniņa", "LV")


def test_rows_of_an_order_that_stand_apart_are_found_and_put_together(tmp_path: Path) -> None:
    file = written(
        tmp_path,
        shopify("#1,a@x.lv,paid,,EUR,3,Mug,1,1", "#2,b@x.lv,paid,,EUR,3,Pen,1,1", "#1,,,,,,Cup,1,1", "#2,,,,,,Ink,1,1"),
    )
    first = said(file)
    assert {key: [row for row, _ in rows] for key, rows in first.strays.items()} == {"#1": [4]}
    again = said(file, strays=first.strays)
    assert [[line.name for line in order.lines] for order in again.orders] == [["Mug", "Cup"], ["Pen", "Ink"]]


def test_an_order_that_stands_in_the_file_twice_is_taken_once(tmp_path: Path) -> None:
    rows = (
        "#1,a@x.lv,paid,,EUR,3,Mug,1,1",
        "#2,b@x.lv,paid,,EUR,3,Pen,1,1",
        "#1,a@x.lv,paid,,EUR,3,Mug,1,1",
        "#1,,,,,,Cup,1,1",
    )
    found = said(written(tmp_path, shopify(*rows)))
    assert [order.number for order in found.orders] == ["#1", "#2"]
    assert [(refusal.place.row, refusal.value) for refusal in found.refused] == [(4, "#1")]
    assert "row 2" in found.reasons[0]


def test_a_name_used_again_by_a_re_created_shop_is_another_order(tmp_path: Path) -> None:
    head = "Name,Id,Total"
    text = shopify("#1,501,3,Mug,1,1", "#1,,,Cup,1,1", "#1,777,4,Pen,1,1", head=head)
    assert [(order.key, len(order.lines)) for order in said(written(tmp_path, text)).orders] == [("501", 2), ("777", 1)]


@pytest.mark.parametrize(
    ("row", "column", "value", "says"),
    [
        (
            "#2,b@x.lv,paid,2026-04-31 10:00:00 +0200,EUR,1,Pen,1,1",
            "Created at",
            "2026-04-31 10:00:00 +0200",
            "calendar",
        ),
        ("#2,b@x.lv,paid,0025-04-30 10:00:00 +0200,EUR,1,Pen,1,1", "Created at", "0025-04-30 10:00:00 +0200", "0025"),
        ("#2,b@x.lv,paid,,EUR,NaN,Pen,1,1", "Total", "NaN", "amount"),
        ("#2,b@x.lv,paid,,EUR,1e999,Pen,1,1", "Total", "1e999", "amount"),
        ("#2,b@x.lv,paid,,EUR,1_000,Pen,1,1", "Total", "1_000", "amount"),
        ("#2,b@x.lv,paid,,EUR,١٢,Pen,1,1", "Total", "١٢", "amount"),
        ("#2,b@x.lv,paid,,euros,1,Pen,1,1", "Currency", "EUROS", "currency"),
        ("#2,b@x.lv,paid,,EUR,1,Pen,-1,1", "Lineitem quantity", "-1", "pieces"),
        ("#2,b@x.lv,paid,,EUR,1,Pen,-2,1", "Lineitem quantity", "-2", "refund of their order"),
        ("#2,b@x.lv,paid,,EUR,-7.50,Pen,1,1", "Total", "-7.50", "neither returned nor cancelled"),
        ("#2,b@x.lv,paid,,EUR,1,,1,1", "Lineitem name", "", "no name"),
        ('#2,"b@x.lv; c@x.lv",paid,,EUR,1,Pen,1,1', "Email", "b@x.lv; c@x.lv", "More than one"),
        ("../../x,b@x.lv,paid,,EUR,1,Pen,1,1", "Name", "../../x", "order number"),
        ("=cmd|'/C calc'!A0,b@x.lv,paid,,EUR,1,Pen,1,1", "Name", "=cmd|'/C calc'!A0", "order number"),
        ("1.23E+11,b@x.lv,paid,,EUR,1,Pen,1,1", "Name", "1.23E+11", "shortened"),
    ],
)
def test_one_bad_order_is_refused_with_its_place_and_the_rest_goes_in(
    row: str, column: str, value: str, says: str, tmp_path: Path
) -> None:
    found = said(written(tmp_path, shopify("#1,a@x.lv,paid,,EUR,1,Pen,1,1", row, "#3,c@x.lv,paid,,EUR,1,Pen,1,1")))
    assert [order.number for order in found.orders] == ["#1", "#3"]
    [refusal] = found.refused
    assert (refusal.place.file, refusal.place.row, refusal.place.column, refusal.value) == (
        "orders.csv",
        3,
        column,
        value,
    )
    assert says in found.reasons[0]


def test_a_bad_article_is_told_in_its_own_row(tmp_path: Path) -> None:
    found = said(written(tmp_path, shopify("#1,a@x.lv,paid,,EUR,1,Pen,1,1", "#1,,,,,,Ink,two,1")))
    assert [(refusal.place.row, refusal.value) for refusal in found.refused] == [(3, "two")]
    assert found.orders == []


def test_a_ragged_row_spoils_its_own_order_only(tmp_path: Path) -> None:
    found = said(
        written(
            tmp_path,
            shopify(
                "#1,a@x.lv,paid,,EUR,1,Pen,1,1",
                "#2,b@x.lv,paid,,EUR,1,Pen, blue,1,1",
                "#2,,,,,,Ink,1,1",
                "#3,c@x.lv,paid,,EUR",
                "#4,d@x.lv,paid,,EUR,1,Pen,1,1,",
            ),
        )
    )
    assert [order.number for order in found.orders] == ["#1", "#4"]
    assert [refusal.place.row for refusal in found.refused] == [3, 5]
    assert "10 cells under 9 headings" in found.reasons[0]


def test_a_row_before_any_order_is_refused(tmp_path: Path) -> None:
    found = said(written(tmp_path, shopify(",,,,,,Ink,1,1", "#1,a@x.lv,paid,,EUR,1,Pen,1,1")))
    assert [order.number for order in found.orders] == ["#1"]
    assert [refusal.place.row for refusal in found.refused] == [2]


def test_odd_values_that_are_taken_are_remarked(tmp_path: Path) -> None:
    head = "Name,Financial Status,Billing Name,Billing Zip,Billing Country,Billing Phone"
    found = said(written(tmp_path, shopify('#1,bezahlt,Anna Smith,1234,US,"3,71E+10",Pen,1,1', head=head)))
    assert [(remark.remark, remark.value) for remark in found.remarks] == [
        (Remark.UNKNOWN_STATUS, "bezahlt"), (Remark.SHORTENED_PHONE, "3,71E+10"), (Remark.LOST_ZERO, "1234"),
    ]  # fmt: skip
    assert (found.orders[0].status, found.orders[0].person.phone) == (Status.NEW, "")


def test_a_line_without_pieces_and_a_total_below_zero_are_remarked_with_their_place(tmp_path: Path) -> None:
    rows = (
        "#1,a@x.lv,paid,,EUR,1,Pen,1,1",
        "#1,,,,,,Ink,0,1",
        "#2,b@x.lv,refunded,,EUR,-7.50,Pen,1,1",
        "#3,c@x.lv,paid,,EUR,0,Pen,1,0",
    )
    found = said(written(tmp_path, shopify(*rows)))
    assert [[line.name for line in order.lines] for order in found.orders] == [["Pen"], ["Pen"], ["Pen"]]
    assert [order.total_minor for order in found.orders] == [100, -750, 0]
    assert [(one.remark, one.value, one.row, one.column) for one in found.remarks] == [
        (Remark.NO_PIECES, "0", 3, "Lineitem quantity"), (Remark.BELOW_ZERO, "-7.50", 4, "Total"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("financial", "fulfilment", "cancelled", "status", "paid"),
    [
        ("paid", "fulfilled", "", Status.SHIPPED, True), ("paid", "partial", "", Status.PACKING, True),
        ("paid", "unfulfilled", "", Status.PAID, True), ("authorized", "", "", Status.NEW, False),
        ("partially_paid", "", "", Status.NEW, False), ("refunded", "fulfilled", "", Status.RETURNED, True),
        ("refunded", "", "", Status.CANCELLED, True), ("paid", "restocked", "", Status.RETURNED, True),
        ("voided", "", "", Status.CANCELLED, False), ("expired", "", "", Status.CANCELLED, False),
        ("paid", "fulfilled", "2026-01-09 10:00:00 +0200", Status.CANCELLED, True),
    ],
)  # fmt: skip
def test_states(financial: str, fulfilment: str, cancelled: str, status: Status, paid: bool, tmp_path: Path) -> None:
    head = "Name,Financial Status,Fulfillment Status,Cancelled at"
    [order] = said(written(tmp_path, shopify(f"#1,{financial},{fulfilment},{cancelled},Pen,1,1", head=head))).orders
    assert (order.status, order.paid) == (status, paid)


def test_an_export_resaved_by_a_spreadsheet_in_another_country(tmp_path: Path) -> None:
    head = "Name;Currency;Total;Created at;Lineitem name;Lineitem quantity;Lineitem price\n"
    text = head + "#1;EUR;1.139,11;03/04/25 10:15;Mug;1;139,11\n"
    file = written(tmp_path, text)
    [order] = said(file, FileMapping(date_order=DateOrder.DAY_FIRST)).orders
    assert (order.total_minor, order.lines[0].unit_minor, order.placed_at) == (113911, 13911, "2025-04-03T10:15:00")


def test_articles_taken_off_an_order_are_left_out(tmp_path: Path) -> None:
    [order] = said(written(tmp_path, shopify("#1,a@x.lv,paid,,EUR,1,Pen,0,1", "#1,,,,,,Ink,1,1"))).orders
    assert [line.name for line in order.lines] == ["Ink"]


def test_continuation_rows_without_a_key_and_cells_marked_as_text() -> None:
    first, second, third = said(DATA / "exports" / "shopify-orders-blank-keys.csv").orders
    assert [(line.sku, line.quantity, line.total_minor) for line in first.lines] == [
        ("0017", 1, 6000),
        ("BRASS", 2, 3000),
    ]
    assert (first.key, first.placed_at, first.total_minor) == ("5900000000201", "2026-04-12T08:02:00+00:00", 9890)
    assert (second.currency, second.ship_to.postcode, second.status) == ("USD", "01067", Status.NEW)
    # Nobody else is named than whom the parcel goes to, so that its number is the buyer's.
    assert (first.person.phone, third.person.phone) == ("+37120000021", "+37120000022")
