"""The cells of a marketplace's rows by field."""

from __future__ import annotations

import pytest

from desktop_app.exchange.amounts import Amounts
from desktop_app.exchange.fields import Fields, once
from desktop_app.exchange.headings import Headings
from desktop_app.exchange.layout import Layout
from desktop_app.exchange.values import BadValue

HEADINGS = Headings(["Order", "Total", "Paid", "Sent", "Street 1", "Street 2", "City"])
FIELDS = Fields(
    Layout.of(
        HEADINGS,
        {
            "number": ("order",), "total": ("total",), "paid_at": ("paid",), "shipped_at": ("sent",),
            "ship_street": (("street 1", "street 2"),), "ship_city": ("city",),
        },
    )
)  # fmt: skip
ROW = [" 12 ", "1.50", "2026-03-04", "2026-03-02", "Mill Lane 4", "flat 2", "Leeds"]


def test_cells_are_checked_as_what_they_are() -> None:
    assert (FIELDS.number(ROW, "number"), FIELDS.amount(ROW, "total", Amounts(2))) == ("12", 150)
    assert FIELDS.latest(ROW, "paid_at", "shipped_at", "changed_at") == "2026-03-04"
    assert FIELDS.address(ROW, name="Ann").street == "Mill Lane 4, flat 2"
    assert (FIELDS.line(ROW, "nothing"), FIELDS.day(ROW, "nothing")) == ("", None)


@pytest.mark.parametrize(("field", "cell", "column"), [("number", "1,2E+11", "Order"), ("paid_at", "soon", "Paid")])
def test_what_cannot_be_read_names_its_column(field: str, cell: str, column: str) -> None:
    row = list(ROW)
    row[HEADINGS.at(column)] = cell
    with pytest.raises(BadValue) as bad:
        FIELDS.number(row, field) if field == "number" else FIELDS.moment(row, field)
    assert (bad.value.column, bad.value.value) == (column, cell)


@pytest.mark.parametrize(
    ("amounts", "whole"),
    [
        ([450, 450, 450], 450), ([450, 0, None], 450), ([450, 300], 750), ([0, 0], 0), ([None, None], None), ([], None),
    ],
)  # fmt: skip
def test_an_amount_of_the_order_counts_once(amounts: list[int | None], whole: int | None) -> None:
    assert once(amounts) == whole
