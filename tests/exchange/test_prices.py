"""Whether a price is that of a piece or of the line, by the orders' totals."""

from __future__ import annotations

from desktop_app.domain.mapping import Price
from desktop_app.exchange.prices import Priced, price_meaning


def test_totals_decide() -> None:
    assert price_meaning([Priced(((2, 43232), (2, 29426), (1, 12867)), 85525)]) is Price.LINE
    assert price_meaning([Priced(((2, 1500), (1, 1000)), 4350, shipping=350)]) is Price.UNIT
    assert price_meaning([Priced(((2, 1500),), 2700, discount=300)]) is Price.UNIT


def test_orders_of_single_pieces_decide_nothing() -> None:
    assert price_meaning([Priced(((1, 1500),), 1500)]) is None
    assert price_meaning([]) is None


def test_the_majority_decides_and_a_draw_does_not() -> None:
    line, unit = Priced(((2, 1000),), 1000), Priced(((2, 1000),), 2000)
    assert price_meaning([line, line, unit]) is Price.LINE
    assert price_meaning([line, unit]) is None
