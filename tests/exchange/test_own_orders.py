"""Orders from a file Cordial wrote, after somebody had it open."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.exchange.made import DATA, said, written

LINES = (DATA / "exports" / "cordial-orders.csv").read_text("utf-8-sig").splitlines()
ROWS = [at for at, line in enumerate(LINES) if line.startswith("10012,")]  # of one order, its articles


@pytest.mark.parametrize("torn", ROWS)
def test_a_row_that_breaks_off_takes_its_whole_order_out(tmp_path: Path, torn: int) -> None:
    whole = said(written(tmp_path, "\n".join(LINES) + "\n")).orders
    lines = [*LINES[:torn], ",".join(LINES[torn].split(",")[:9]), *LINES[torn + 1 :]]
    found = said(written(tmp_path, "\n".join(lines) + "\n"))
    assert [order.number for order in found.orders] == [order.number for order in whole if order.number != "10012"]
    assert [refused.place.row for refused in found.refused] == [torn + 1]
    assert not found.strays
