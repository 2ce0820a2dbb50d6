"""Squarespace's orders."""

from __future__ import annotations

from pathlib import Path

from desktop_app.domain.file_kinds import FileKind
from desktop_app.domain.orders import Status
from tests.exchange.made import DATA, said, written


def test_an_order_of_several_rows_with_its_variants() -> None:
    found = said(DATA / "exports" / "squarespace-orders.csv")
    assert found.detected.reader.kind is FileKind.SQUARESPACE_ORDERS
    assert [(order.number, order.status, order.total_minor, order.refunded_minor) for order in found.orders] == [
        ("00231", Status.SHIPPED, 4450, 0), ("00232", Status.PAID, 1200, 200), ("00233", Status.CANCELLED, 900, 0),
    ]  # fmt: skip
    first = found.orders[0]
    assert [(line.name, line.quantity, line.total_minor) for line in first.lines] == [
        ("Linen towel - Sand / L", 2, 3000), ("Candle", 1, 1000),
    ]  # fmt: skip
    assert first.placed_at == "2026-03-29T01:58:00+02:00"


def test_a_refusal_names_the_column_as_the_file_calls_it(tmp_path: Path) -> None:
    text = (
        "Order ID,Financial Status,Amount Refunded,Total,Created at,Lineitem quantity,Lineitem name,Lineitem price\n"
        "1.2E+11,PAID,0,9.00,2026-03-29,1,Mug,9.00\n2,PAID,much,9.00,2026-03-29,1,Mug,9.00\n"
    )
    found = said(written(tmp_path, text))
    assert [refused.place.column for refused in found.refused] == ["Order ID", "Amount Refunded"]
