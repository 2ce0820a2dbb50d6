"""Two files of one marketplace about the same orders: whichever is read first, the shop knows the same in the end."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path

import pytest

from desktop_app.actions.importing import plan_import, run_import, undo_import
from desktop_app.domain.importing import ImportDone
from desktop_app.queries import Shop
from tests.actions.rows import rows
from tests.made import BY

EXPORTS = Path(__file__).resolve().parent.parent / "data" / "exports"
ETSY = ("etsy-items.csv", "etsy-orders.csv")
AMAZON = ("amazon-orders.txt", "amazon-all-orders.txt")


def taken(shop: Shop, file: str | Path) -> ImportDone:
    """A file brought in."""
    return run_import(shop, plan_import(shop, EXPORTS / file), actor=BY)


def orders(shop: Shop) -> list[tuple[object, ...]]:
    """What the shop knows of its orders, their articles and buyers."""
    found = shop.sql(
        "SELECT o.number, o.status, o.total_minor, o.shipping_minor, o.discount_minor, o.refunded_minor, o.to_name, "
        "o.to_street, o.to_city, o.line_count, c.source_key, c.family FROM orders o "
        "LEFT JOIN customer c ON c.id = o.customer_id ORDER BY o.number"
    )
    lines = shop.sql(
        "SELECT o.number, l.name, l.quantity, l.total_minor FROM order_line l JOIN orders o ON o.id = l.order_id "
        "ORDER BY 1, 2, 3"
    )
    return [*map(tuple, found), *map(tuple, lines)]


@pytest.mark.parametrize("files", list(permutations(ETSY)), ids=lambda files: files[0])
def test_etsys_files_are_joined_in_either_sequence(shop: Shop, files: tuple[str, str]) -> None:
    before = rows(shop)
    first, second = (taken(shop, file) for file in files)
    assert (first.new, second.new) == (4, 0)
    found = orders(shop)
    assert found[:4] == [
        ("3100000001", "shipped", 6090, 690, 500, None, "Ilze Kalna", "Brīvības iela 12, dz. 4", "Rīga", 2, "ilzek",
         "Kalna"),
        ("3100000002", "paid", 2470, 750, 0, None, "Anna Lind", "12 Mill Road", "Boston", 1, "order:3100000002",
         "Lind"),
        ("3100000003", "shipped", 1840, 590, 0, 590, "Mees Bakker", "Kerkstraat 9", "Utrecht", 1, "mbakker", "Bakker"),
        ("3100000004", "returned", 2500, 0, 0, 2500, "Ilze Kalna", "Brīvības iela 12, dz. 4", "Rīga", 1, "ilzek",
         "Kalna"),
    ]  # fmt: skip
    assert len(found) == 4 + 5
    for file in files:  # nothing is worked out anew where it is known
        assert plan_import(shop, EXPORTS / file).summary.changed == 0
    undo_import(shop, second.id, actor=BY)
    undo_import(shop, first.id, actor=BY)
    assert rows(shop) == before


def test_a_total_that_etsy_told_is_not_overruled_by_one_worked_out(shop: Shop, tmp_path: Path) -> None:
    told = tmp_path / "orders.csv"
    told.write_text((EXPORTS / "etsy-orders.csv").read_text("utf-8").replace(",60.90,", ",67.71,"), "utf-8")
    for file in (EXPORTS / "etsy-items.csv", told, EXPORTS / "etsy-items.csv"):
        taken(shop, file)
    assert orders(shop)[0][2] == 6771
    again = tmp_path / "items.csv"
    again.write_bytes((EXPORTS / "etsy-items.csv").read_bytes() + b"\n")
    assert plan_import(shop, again).summary.changed == 0


def test_an_older_etsy_file_still_brings_the_articles_and_no_older_state(shop: Shop, tmp_path: Path) -> None:
    taken(shop, "etsy-orders.csv")
    older = tmp_path / "items.csv"
    text = (EXPORTS / "etsy-items.csv").read_text("utf-8")
    older.write_text(text.replace(",03/06/2026,", ",,").replace(",03/19/2026,", ",,"), "utf-8")
    taken(shop, older)
    found = orders(shop)
    assert [(number, status, count) for number, status, *_, count, _, _ in found[:4]] == [
        ("3100000001", "shipped", 2), ("3100000002", "paid", 1), ("3100000003", "shipped", 1),
        ("3100000004", "returned", 1),
    ]  # fmt: skip


@pytest.mark.parametrize("files", list(permutations(AMAZON)), ids=lambda files: files[0])
def test_amazons_reports_fill_each_other(shop: Shop, files: tuple[str, str]) -> None:
    first, second = (taken(shop, file) for file in files)
    assert (first.new + second.new, second.changed) == (7, 1)
    found = {row[0]: row[1:] for row in orders(shop)[:7]}
    assert found["302-1000001-0000001"][0] in ("shipped", "delivered")  # an old order of unsaid state has arrived
    assert found["302-1000001-0000001"][1:] == (
        6159, 490, 130, None, "Klara Vogt", "Lindenweg 4", "Berlin", 2, "k1abc@marketplace.amazon.de",
        "Vogt",
    )  # fmt: skip
    assert found["302-2000001-0000001"][-2:] == (None, None)  # the report of all orders names no buyers
    for file in files:
        assert plan_import(shop, EXPORTS / file).summary.changed == 0


def test_an_order_cancelled_later_keeps_its_money(shop: Shop, tmp_path: Path) -> None:
    head = "amazon-order-id\tpurchase-date\tlast-updated-date\torder-status\tproduct-name\tquantity\t"
    head += "currency\titem-price\n"
    for number, row in enumerate(
        ("02T10:00:00Z\tUnshipped\tTowel\t2\tGBP\t30.00", "04T10:00:00Z\tCancelled\tTowel\t0\t\t")
    ):
        file = tmp_path / f"{number}.txt"
        file.write_text(f"{head}202-1\t2026-03-01T10:00:00Z\t2026-03-{row}\n", "utf-8")
        taken(shop, file)
    found = shop.sql("SELECT status, currency, total_minor, line_count FROM orders")
    assert [tuple(row) for row in found] == [("cancelled", "GBP", 3000, 1)]


def test_an_alias_is_no_address_to_write_to(shop: Shop) -> None:
    taken(shop, "amazon-orders.txt")
    taken(shop, "ebay-orders.csv")
    assert {row[0] for row in shop.sql("SELECT email FROM customer")} == {""}
    assert len(shop.sql("SELECT id FROM customer WHERE source_key = 'k1abc@marketplace.amazon.de'")) == 1
