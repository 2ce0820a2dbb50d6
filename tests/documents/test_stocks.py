"""The stocks that come with the program lie on their sheets and fill them as their makers say."""

from __future__ import annotations

import pytest

from desktop_app.documents.cutting import bleed
from desktop_app.documents.stocks import all_stocks, load_stock
from desktop_app.domain.errors import Invalid
from desktop_app.domain.stock import Stock, stock_from, stock_json
from desktop_app.i18n import Language

STOCKS = list(all_stocks().values())


@pytest.mark.parametrize("stock", STOCKS, ids=lambda stock: stock.id)
def test_cards_share_what_is_left_of_the_sheet_evenly(stock: Stock) -> None:
    """Makers leave the same margin on both sides; a wrong figure would show as a difference."""
    x, y = stock.corner(stock.places - 1)
    assert stock.sheet[0] - x - stock.card[0] == pytest.approx(stock.left, abs=0.11)
    assert stock.sheet[1] - y - stock.card[1] == pytest.approx(stock.top, abs=0.11)


@pytest.mark.parametrize("stock", STOCKS, ids=lambda stock: stock.id)
def test_a_stock_is_named_in_every_language_and_kept_as_it_is(stock: Stock) -> None:
    assert set(stock.title) == set(Language)
    assert stock_from(stock_json(stock)) == stock


@pytest.mark.parametrize(
    ("code", "places", "size"),
    [
        ("L7160", 21, (63.5, 38.1)), ("L7163", 14, (99.1, 38.1)), ("L7159", 24, (63.5, 33.9)),
        ("L7173", 10, (99.1, 57.0)), ("L7651", 65, (38.1, 21.2)), ("3474", 24, (70.0, 37.0)),
        ("5160", 30, (66.675, 25.4)), ("5163", 10, (101.6, 50.8)), ("C32011", 10, (85.0, 54.0)),
        ("8371", 10, (88.9, 50.8)),
    ],
)  # fmt: skip
def test_labels_are_those_on_the_packet(code: str, places: int, size: tuple[float, float]) -> None:
    [stock] = [stock for stock in STOCKS if code in stock.codes]
    assert (stock.places, stock.card) == (places, size)
    assert stock.labels
    assert not stock.crop_marks


def test_every_sort_of_paper_is_there() -> None:
    names = list(all_stocks())
    assert len(names) == len(set(names))
    assert {"a4", "letter", "a5", "a6", "dl", "card-85x55", "a6-4up-a4", "roll-62x100", "roll-100x150"} <= set(names)
    for stock in STOCKS:
        assert not stock.roll or stock.card == stock.sheet


def test_tight_cards_have_no_bleed_and_spaced_ones_have_all_of_it() -> None:
    assert set(bleed(load_stock("a6-4up-a4"), 0)) == {0.0}
    for name in ("a6-2up-a4-bleed", "card-85x55-8up-a4-bleed"):
        spaced = load_stock(name)
        assert all(set(bleed(spaced, place)) == {3.0} for place in range(spaced.places))


def test_a_stock_there_is_not_is_refused_with_near_ones() -> None:
    with pytest.raises(Invalid, match="a6-4up-a4"):
        load_stock("a6-4up")
    with pytest.raises(Invalid, match="no stock"):
        load_stock("../secret")
