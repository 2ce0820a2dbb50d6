"""What the orders of a table show of its prices: one order worked out both ways, and how many agree."""

from __future__ import annotations

from pathlib import Path

from desktop_app.domain.mapping import FileMapping, PriceProof
from desktop_app.exchange.detect import look_at

HEAD = "Order number,Article,Quantity,Price,Delivery cost,Order total\n"


def proof(folder: Path, *rows: str) -> PriceProof | None:
    file = folder / "orders.csv"
    file.write_text(HEAD.replace("Delivery cost", "Shipping") + "\n".join(rows) + "\n", "utf-8")
    return look_at(file, FileMapping()).proof


def test_an_order_of_several_pieces_is_worked_out_beside_its_total(tmp_path: Path) -> None:
    found = proof(tmp_path, "1,Mug,1,5.00,0,5.00", "2,Mug,2,10.00,4.00,29.00", "2,Cup,1,5.00,4.00,29.00")
    assert found == PriceProof("2", ((2, 1000), (1, 500)), 2900, 400, 0, 0, by_unit=1, by_line=0)


def test_line_totals_are_counted_apart(tmp_path: Path) -> None:
    found = proof(tmp_path, "1,Mug,2,10.00,0,10.00", "2,Mug,3,12.00,0,12.00", "3,Mug,2,4.00,0,8.00")
    assert found is not None
    assert (found.by_unit, found.by_line) == (1, 2)


def test_an_order_that_tells_is_shown_before_one_that_does_not(tmp_path: Path) -> None:
    found = proof(tmp_path, "1,Mug,2,10.00,0,99.00", "2,Mug,2,10.00,0,20.00")
    assert found is not None
    assert found.number == "2"


def test_without_several_pieces_or_totals_nothing_is_shown(tmp_path: Path) -> None:
    assert proof(tmp_path, "1,Mug,1,5.00,0,5.00") is None
    assert proof(tmp_path, "1,Mug,2,5.00,0,") is None
