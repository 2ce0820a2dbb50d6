"""Where a card lies on a page is told to the window as the press lays it."""

from __future__ import annotations

import pytest

from desktop_app.documents.duplex import back_lie
from desktop_app.documents.stocks import all_stocks
from desktop_app.domain.imposing import Duplex
from desktop_app.ui.preview.card_frame import place_box


@pytest.mark.parametrize("duplex", [Duplex.LONG, Duplex.SHORT])
@pytest.mark.parametrize("name", ["a6-4up-a4", "avery-l7163", "card-85x55-8up-a4-bleed", "a6"])
def test_backs_lie_where_the_press_puts_them(name: str, duplex: Duplex) -> None:
    stock = all_stocks()[name]
    for place in range(stock.places):
        lie, box = back_lie(stock, place, duplex), place_box(stock, place + 1, duplex)
        assert (box.left(), box.top()) == pytest.approx((lie.x, lie.y))
        front = place_box(stock, place + 1, Duplex.OFF)
        assert (front.left(), front.top()) == pytest.approx(stock.corner(place))
