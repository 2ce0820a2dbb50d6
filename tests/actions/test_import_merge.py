"""What a newer file changes in known orders, and what an older one does not take back."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.actions.import_merge import merged_lines
from desktop_app.actions.importing import plan_import
from desktop_app.actions.order_returns import return_lines
from desktop_app.actions.orders import set_status
from desktop_app.domain.importing import Fate, LineRecord
from desktop_app.domain.money import Money
from desktop_app.domain.orders import Status
from desktop_app.i18n import english, msg
from desktop_app.queries import Shop
from desktop_app.queries.known import KeptLine
from desktop_app.queries.orders import order
from desktop_app.store.tables import OrderTable
from tests.actions.imported import column, contents, counts, export, taken
from tests.made import BY

PAID = {"Name": "#1", "Paid at": "2026-11-02 10:05:00 +0200", "Notes": "Ring twice"}
SHIPPED = {
    **PAID,
    "Fulfillment Status": "fulfilled",
    "Fulfilled at": "2026-11-03 12:00:00 +0200",
    "Refunded Amount": "4.00",
}


def state(shop: Shop) -> tuple[str, int, bool]:
    [(status, refunded, paid)] = column(shop, "orders", "status", "coalesce(refunded_minor, 0)", "paid")
    return status, refunded, bool(paid)


def test_a_newer_file_changes_what_it_says(shop: Shop, tmp_path: Path) -> None:
    taken(shop, export(tmp_path / "a.csv", PAID))
    newer = export(
        tmp_path / "b.csv", {**SHIPPED, "Total": "12.00", "Billing Street": "Iela 5", "Billing City": "Rīga"}
    )
    plan = plan_import(shop, newer)
    assert counts(plan) == (0, 1, 0)
    [record] = plan.summary.sample
    assert record.fate is Fate.CHANGED
    shown = {difference.field: (difference.old, difference.new) for difference in record.differences}
    assert shown["status"] == ("paid", "shipped")
    assert shown["total"] == (Money(1000, "EUR"), Money(1200, "EUR"))
    assert shown["refunded"] == ("", Money(400, "EUR"))
    assert shown["to_street"] == ("", "Iela 5")
    taken(shop, newer)
    assert state(shop) == ("shipped", 400, True)
    assert column(shop, "orders", "total_minor", "to_city", "note") == [(1200, "Rīga", "Ring twice")]
    assert counts(plan_import(shop, export(tmp_path / "c.csv", {**SHIPPED, "Total": "12.00"}))) == (0, 0, 1)


def test_an_older_file_takes_nothing_back(shop: Shop, tmp_path: Path) -> None:
    taken(shop, export(tmp_path / "b.csv", SHIPPED))
    before = contents(shop)
    plan = plan_import(shop, export(tmp_path / "a.csv", {**PAID, "Total": "9.00", "Notes": "Old note"}))
    assert counts(plan) == (0, 0, 1)
    assert any("newer in your shop" in english(note) for note in plan.summary.notes)
    taken(shop, tmp_path / "a.csv")
    assert contents(shop) == before


def test_status_refund_and_payment_never_go_back_even_where_no_file_says_when(shop: Shop, tmp_path: Path) -> None:
    shipped = {"Name": "#1", "Fulfillment Status": "fulfilled", "Refunded Amount": "4.00"}
    taken(shop, export(tmp_path / "b.csv", shipped))
    assert state(shop) == ("shipped", 400, True)
    taken(shop, export(tmp_path / "a.csv", {"Name": "#1", "Financial Status": "pending", "Refunded Amount": "0.00"}))
    assert state(shop) == ("shipped", 400, True)


def test_empty_cells_erase_nothing(shop: Shop, tmp_path: Path) -> None:
    full = {**PAID, "Billing Street": "Iela 5", "Billing City": "Rīga", "Billing Phone": "29123456"}
    taken(shop, export(tmp_path / "a.csv", full))
    before = contents(shop)
    bare = {"Name": "#1", "Notes": "", "Total": "", "Billing Name": "", "Lineitem price": "", "Email": ""}
    assert counts(plan_import(shop, export(tmp_path / "b.csv", bare))) == (0, 0, 1)
    taken(shop, tmp_path / "b.csv")
    assert contents(shop) == before


def test_what_was_packed_here_stays_packed(shop: Shop, tmp_path: Path) -> None:
    taken(shop, export(tmp_path / "a.csv", PAID))
    set_status(shop, column(shop, "orders", "id"), Status.PACKED, actor=BY)
    taken(shop, export(tmp_path / "b.csv", {**PAID, "Notes": "Ring three times"}))
    assert column(shop, "orders", "status", "note") == [("packed", "Ring three times")]


def test_the_very_file_that_was_imported_does_not_undo_work_done_since(shop: Shop, tmp_path: Path) -> None:
    file = export(tmp_path / "a.csv", PAID)
    taken(shop, file)
    with shop.change(msg("Correct the address"), actor=BY, topics=()) as change:
        change.update(
            OrderTable, column(shop, "orders", "id")[0], version=None, values={"to_street": "Corrected by hand"}
        )
    assert counts(taken(shop, file)) == (0, 0, 1)
    assert column(shop, "orders", "to_street") == ["Corrected by hand"]


@pytest.mark.parametrize(
    ("first", "then", "status"),
    [
        ({}, {"Cancelled at": "2026-11-04 10:00:00 +0200"}, "cancelled"),
        ({"Cancelled at": "2026-11-04 10:00:00 +0200"}, {}, "cancelled"),
        ({"Cancelled at": "2026-11-04 10:00:00 +0200"}, {"Paid at": "2026-11-05 10:00:00 +0200"}, "paid"),  # reopened
        (
            {"Fulfillment Status": "fulfilled"},
            {"Financial Status": "refunded", "Fulfillment Status": "fulfilled"},
            "returned",
        ),
        ({"Fulfillment Status": "fulfilled"}, {"Fulfillment Status": "partial"}, "shipped"),
    ],
)
def test_steps(shop: Shop, first: dict[str, str], then: dict[str, str], status: str, tmp_path: Path) -> None:
    taken(shop, export(tmp_path / "a.csv", {"Name": "#1", **first}))
    taken(shop, export(tmp_path / "b.csv", {"Name": "#1", **then}))
    assert column(shop, "orders", "status") == [status]


def test_lines_that_changed_are_replaced_in_their_sequence(shop: Shop, tmp_path: Path) -> None:
    cup = {"Lineitem name": "Cup", "Lineitem sku": "CUP", "Lineitem quantity": "2", "Lineitem price": "5.00"}
    taken(shop, export(tmp_path / "a.csv", {"Name": "#1"}, {"Name": "#2"}))
    file = export(tmp_path / "b.csv", {"Name": "#1"}, cup, {"Name": "#2", "Lineitem price": ""})
    plan = plan_import(shop, file)
    assert counts(plan) == (0, 1, 1)
    [difference] = plan.summary.sample[0].differences
    assert (difference.field, difference.old, difference.new) == ("lines", "1 × Mug", "1 × Mug, 2 × Cup")
    taken(shop, file)
    lines = column(shop, "order_line", "order_id", "position", "name", "unit_minor", where="order_id = 1")
    assert lines == [(1, 1, "Mug", 1000), (1, 2, "Cup", 500)]
    assert column(shop, "orders", "line_count") == [2, 1]


def test_a_guest_who_gives_an_address_later_stays_one_person(shop: Shop, tmp_path: Path) -> None:
    taken(shop, export(tmp_path / "a.csv", {"Name": "#1", "Email": ""}))
    [guest] = column(shop, "customer", "id")
    file = export(tmp_path / "b.csv", {"Name": "#1"})
    assert counts(taken(shop, file)) == (0, 1, 0)
    assert column(shop, "customer", "id", "email", "orders") == [(guest, "anna@example.lv", 1)]


def test_a_guests_order_goes_to_the_owner_of_its_address(shop: Shop, tmp_path: Path) -> None:
    taken(shop, export(tmp_path / "a.csv", {"Name": "#1", "Email": ""}, {"Name": "#2"}))
    guest, anna = column(shop, "customer", "id")
    taken(shop, export(tmp_path / "b.csv", {"Name": "#1"}, {"Name": "#2"}))
    assert column(shop, "orders", "customer_id") == [anna, anna]
    assert column(shop, "customer", "id", "orders") == [(guest, 0), (anna, 2)]


def test_a_files_discount_on_a_line_is_kept_and_what_came_back_survives_the_next_file(
    shop: Shop, tmp_path: Path
) -> None:
    one = {**SHIPPED, "Refunded Amount": "", "Lineitem quantity": "2", "Lineitem price": "10.00",
           "Lineitem discount": "3.00", "Total": "17.00"}  # fmt: skip
    taken(shop, export(tmp_path / "a.csv", one))
    assert column(shop, "order_line", "discount_minor", "total_minor", "returned") == [(300, 1700, 0)]
    [kept] = column(shop, "orders", "id")
    return_lines(shop, kept, order(shop, kept).version, {1: 1}, None, actor=BY)
    assert counts(plan_import(shop, export(tmp_path / "b.csv", {**one, "Notes": "again"}))) == (0, 1, 0)
    taken(shop, export(tmp_path / "c.csv", {**one, "Lineitem discount": "4.00", "Total": "16.00"}))
    assert column(shop, "order_line", "discount_minor", "total_minor", "returned") == [(400, 1600, 1)]


UNDATED = "Order,Order date,Status,Total,Tracking,Item,Qty,Price,Email\n"


def undated(file: Path, *rows: str) -> Path:
    """A table that does not say when it last changed its orders."""
    file.write_text(UNDATED + "\n".join(rows) + "\n", "utf-8")
    return file


def test_of_two_files_without_dates_of_change_the_one_that_reaches_further_is_right(shop: Shop, tmp_path: Path) -> None:
    """In May two mugs, one of them cancelled in June: the file of May brings neither it nor its money back."""
    may = undated(
        tmp_path / "may.csv", "1,2026-05-04,shipped,20.00,,Mug,2,10.00,a@x.lv", "2,2026-05-20,paid,5,,Cup,1,5,b@x.lv"
    )
    june = undated(
        tmp_path / "june.csv", "1,2026-05-04,paid,10.00,LV1,Mug,1,10.00,a@x.lv", "3,2026-06-02,new,7,,Cup,1,7,c@x.lv"
    )
    taken(shop, june)
    plan = plan_import(shop, may)
    assert counts(plan) == (1, 1, 0)
    assert [english(note) for note in plan.summary.notes] == [
        "1 order is newer in your shop than in this file and stays as it is."
    ]
    [change] = [record for record in plan.summary.sample if record.fate is Fate.CHANGED]
    assert [difference.field for difference in change.differences] == ["status"]  # a step forward is news all the same
    taken(shop, may)
    assert column(shop, "orders", "number", "status", "total_minor", "tracking")[0] == ("1", "shipped", 1000, "LV1")
    assert column(shop, "order_line", "quantity", where="order_id = 1") == [1]
    before = contents(shop)
    assert counts(plan_import(shop, undated(tmp_path / "x.csv", *may.read_text("utf-8").splitlines()[1:], ""))) == (
        0,
        0,
        2,
    )
    assert contents(shop) == before


def test_a_file_that_reaches_as_far_changes_what_it_says(shop: Shop, tmp_path: Path) -> None:
    taken(shop, undated(tmp_path / "a.csv", "1,2026-05-04,paid,20.00,,Mug,2,10.00,a@x.lv"))
    taken(shop, undated(tmp_path / "b.csv", "1,2026-05-04,paid,10.00,LV1,Mug,1,10.00,a@x.lv"))
    assert column(shop, "orders", "total_minor", "tracking") == [(1000, "LV1")]
    assert column(shop, "order_line", "quantity") == [1]


def test_an_older_file_fills_what_the_shop_does_not_know(shop: Shop, tmp_path: Path) -> None:
    taken(
        shop,
        undated(
            tmp_path / "b.csv", "1,2026-05-04,paid,20.00,,Mug,2,10.00,a@x.lv", "2,2026-06-01,paid,5,,Cup,1,5,b@x.lv"
        ),
    )
    taken(shop, undated(tmp_path / "a.csv", "1,2026-05-04,paid,20.00,LV1,Mug,2,10.00,a@x.lv"))
    assert column(shop, "orders", "tracking", where="number = '1'") == ["LV1"]


def test_an_amount_an_older_file_fills_brings_its_currency_and_a_cancelled_order_is_not_paid_by_it(
    shop: Shop, tmp_path: Path
) -> None:
    heading = "amazon-order-id\tpurchase-date\tlast-updated-date\torder-status\tfulfillment-channel\tproduct-name\tsku"
    heading += "\titem-status\tquantity\tcurrency\titem-price\n"
    start = "112-2\t2026-05-01T10:00:00+00:00\t2026-05-0"
    for name, rest in (
        ("b", "3T10:00:00+00:00\tCancelled\tMerchant\tCup\tC-1\tCancelled\t0\t\t\n"),
        ("a", "2T10:00:00+00:00\tUnshipped\tMerchant\tCup\tC-1\tUnshipped\t1\tUSD\t4.00\n"),
    ):
        (tmp_path / f"{name}.txt").write_text(heading + start + rest)
        taken(shop, tmp_path / f"{name}.txt")
    assert column(shop, "orders", "total_minor", "currency", "status", "paid") == [(400, "USD", "cancelled", False)]


def test_pieces_that_came_back_stay_with_one_of_two_lines_alike() -> None:
    kept = [KeptLine(1, "M", "Mug", 1, 900, 900, None, 1), KeptLine(2, "M", "Mug", 1, 800, 800, None, 0)]
    told = [LineRecord(2, "Mug", 1, "M"), LineRecord(3, "Mug", 1, "M"), LineRecord(4, "Mug", 1, "M")]
    assert [(one.unit_minor, one.returned) for one in merged_lines(kept, told)] == [(900, 1), (800, 0), (800, 0)]
    assert [one.returned for one in merged_lines(kept[:1], told)] == [1, 0, 0]
