"""Where a card's back goes on the back of its sheet, so that it lies behind its front and is turned like a page."""

from __future__ import annotations

from typing import NamedTuple

from desktop_app.domain.imposing import Duplex
from desktop_app.domain.stock import Stock


class Lie(NamedTuple):
    """The top left corner of a card in mm, and whether the card is turned upside down there."""

    x: float
    y: float
    turned: bool = False


def back_lie(stock: Stock, place: int, duplex: Duplex) -> Lie:
    """Where a place’s back lies on the page that prints the sheet's other side.

    A printer that turns the sheet over its upright edge shows the other side from right to left. One that turns it over
    its lying edge shows it upside down. Which edge is the long one is the sheet's; a square one counts as upright.
    """
    (x, y), (width, height), (wide, high) = stock.corner(place), stock.card, stock.sheet
    upright = (duplex is Duplex.LONG) == (high >= wide)
    if upright:
        return Lie(wide - x - width, y)
    return Lie(x, high - y - height, turned=True)
