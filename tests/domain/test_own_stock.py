"""A paper of one's own: what stands in its form is the stock, and the other way round."""

from __future__ import annotations

import dataclasses

import pytest

from desktop_app.documents.stocks import all_stocks
from desktop_app.domain.own_stock import Cut, as_many_as_fit, centred, stock_of, values_of
from desktop_app.domain.stock import Shape, Stock, check_stock

FOUR = Stock("own", {}, (210.0, 297.0), (90.0, 60.0), columns=2, rows=2, left=5.0, top=6.0, gap_x=2.0, gap_y=3.0)
_NOT_ASKED = {"id": "own", "title": {}, "maker": "", "codes": ()}


@pytest.mark.parametrize("stock", list(all_stocks().values()), ids=lambda one: str(one.id))
def test_every_stock_of_the_program_can_be_copied_through_the_form(stock: Stock) -> None:
    wanted = dataclasses.replace(stock, **_NOT_ASKED)  # type: ignore[arg-type]
    if stock.roll:
        wanted = dataclasses.replace(wanted, left=0.0, top=0.0)
    assert stock_of(values_of(stock)) == wanted


def test_on_a_roll_each_card_is_a_sheet() -> None:
    stock = stock_of({**values_of(FOUR), "roll": True, "sheet_width": 62.0, "sheet_height": 29.0})
    assert (stock.sheet, stock.card, stock.places, stock.roll) == ((62.0, 29.0), (62.0, 29.0), 1, True)
    check_stock(stock)


@pytest.mark.parametrize(("cut", "marks", "labels"), [
    (Cut.BY_HAND, True, False), (Cut.MADE, False, True), (Cut.NONE, False, False),
])  # fmt: skip
def test_who_cuts_says_whether_marks_are_printed(cut: Cut, marks: bool, labels: bool) -> None:
    stock = stock_of({**values_of(FOUR), "cut": cut})
    assert (stock.crop_marks, stock.labels) == (marks, labels)


def test_a_round_card_has_no_corners() -> None:
    assert stock_of({**values_of(FOUR), "shape": Shape.ROUND, "radius": 3.0}).radius == 0


def test_as_many_as_fit_are_laid_on_the_sheet_and_not_one_more() -> None:
    full = as_many_as_fit(FOUR)
    assert (full.columns, full.rows) == (2, 4)
    check_stock(full)
    assert as_many_as_fit(dataclasses.replace(FOUR, card=(300.0, 60.0))).columns == 1


def test_cards_are_moved_to_the_middle() -> None:
    middle = centred(FOUR)
    assert (middle.left, middle.top) == ((210 - 182) / 2, (297 - 123) / 2)
    assert centred(dataclasses.replace(FOUR, card=(150.0, 60.0))).left == 0
