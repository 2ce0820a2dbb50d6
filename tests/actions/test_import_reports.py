"""A report of orders beside the export of the same orders: in either sequence the export's word holds."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.actions.importing import plan_import
from desktop_app.i18n import english
from desktop_app.queries import Shop
from tests.actions.imported import column, counts, taken

EXPORT = (
    "order_id,order_number,order_date,paid_date,status,order_total,order_currency,billing_email,line_item_1\n"
    "12,12,2026-11-03 10:00:00,2026-11-03 10:05:00,processing,24.50,EUR,ann@example.com,"
    "name:Mug|sku:0033|quantity:2|total:20.00\n"
    "13,13,2026-11-04 10:00:00,,pending,9.00,EUR,bo@example.com,name:Bowl|sku:0034|quantity:1|total:9.00\n"
)
REPORT = (
    "Date,Order #,Status,Customer,Customer type,Product(s),Items sold,Coupon(s),Net Sales\n"
    "2026-11-03 10:00:00,12,Completed,Ann Lee,new,2× Mug,2,,20\n"
    "2026-11-05 10:00:00,12,Completed,Ann Lee,new,-1× Mug,-1,,'-10\n"
    "2026-11-04 10:00:00,13,Pending payment,Bo Roe,new,1× Bowl,1,,8.5\n"
)


def files(folder: Path) -> tuple[Path, Path]:
    """The export and the report of two orders."""
    export, report = folder / "export.csv", folder / "report.csv"
    export.write_text(EXPORT, "utf-8")
    report.write_text(REPORT, "utf-8")
    return export, report


@pytest.mark.parametrize("report_first", [False, True])
def test_both_files_in_either_sequence_come_to_the_same(shop: Shop, tmp_path: Path, report_first: bool) -> None:
    export, report = files(tmp_path)
    for file in (report, export, report) if report_first else (export, report, export):
        taken(shop, file)
    assert column(shop, "orders", "number", "total_minor", "refunded_minor", "status") == [
        ("12", 2450, 1000, "shipped"), ("13", 900, None, "new"),
    ]  # fmt: skip
    assert column(shop, "order_line", "sku", "quantity", "total_minor") == [("0033", 2, 2000), ("0034", 1, 900)]
    assert sorted(column(shop, "customer", "email")) == ["ann@example.com", "bo@example.com"]
    for file in (export, report):
        assert counts(plan_import(shop, file)) == (0, 0, 2)


def test_the_plan_says_what_the_report_does_not_tell(shop: Shop, tmp_path: Path) -> None:
    _, report = files(tmp_path)
    notes = [english(note) for note in plan_import(shop, report).summary.notes]
    assert any("net sales, without delivery and tax" in note for note in notes)
