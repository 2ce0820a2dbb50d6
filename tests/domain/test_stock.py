"""A stock of one's own is checked in words that say by how much it does not fit."""

from __future__ import annotations

import dataclasses

import pytest

from desktop_app.domain.errors import Invalid
from desktop_app.domain.stock import Stock, check_stock

FINE = Stock("own", {}, (210.0, 297.0), (85.0, 55.0), columns=2, rows=5, left=20.0, top=11.0)


def test_a_stock_that_fits_is_taken() -> None:
    check_stock(FINE)
    check_stock(dataclasses.replace(FINE, left=40.0))  # to the very edge


@pytest.mark.parametrize(
    ("change", "field", "said"),
    [
        ({"left": 45.5}, "columns", "2 columns of 85 mm take 215.5 mm .* only 210 mm wide"),
        ({"gap_y": 3.0}, "rows", "5 rows of 55 mm take 298 mm .* only 297 mm high"),
        ({"rows": 6}, "rows", "6 rows of 55 mm take 341 mm"),
        ({"columns": 0}, "columns", "1 to 400"),
        ({"columns": 50, "rows": 50}, "columns", "1 to 400"),
        ({"sheet": (0.0, 297.0)}, "sheet", "5 to 2000 mm"),
        ({"sheet": (210.0, float("nan"))}, "sheet", "5 to 2000 mm"),
        ({"card": (85.0, 5000.0)}, "card", "5 to 2000 mm"),
        ({"top": -1.0}, "top", "less than nothing"),
        ({"radius": 30.0}, "radius", "half"),
    ],
)
def test_what_cannot_be_is_said_at_its_field(change: dict[str, object], field: str, said: str) -> None:
    with pytest.raises(Invalid, match=said) as told:
        check_stock(dataclasses.replace(FINE, **change))  # type: ignore[arg-type]
    assert told.value.field == field
