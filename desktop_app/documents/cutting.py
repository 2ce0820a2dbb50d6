"""Where the paper is cut: crop marks that survive the first cut, and how far each card's ink may go over its edge."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from desktop_app.domain.cards import BLEED
from desktop_app.domain.stock import Stock

_MARK = 4.0  # mm, the length of a crop mark
_ASIDE = 0.15  # mm from the card's edge, where there is waste to stand in


class Mark(NamedTuple):
    """A crop mark, a straight hairline from one point to another, in mm from the sheet's top left."""

    x1: float
    y1: float
    x2: float
    y2: float


class Margins(NamedTuple):
    """Lengths in mm beside the four edges of a card."""

    left: float
    top: float
    right: float
    bottom: float


def crop_marks(stock: Stock, places: Iterable[int]) -> list[Mark]:
    """The marks to cut by for the cards on these places.

    Only along the edges of cards that are there, at both ends of each edge: beside the card where there is waste, on
    the cut itself where the next card begins. A mark runs along the edge and not only away from it, so that the strips
    of the first cut keep theirs for the second.
    """
    marks: dict[Mark, None] = {}
    for place in places:
        (x, y), (width, height) = stock.corner(place), stock.card
        for side in (-1, 1):
            edge = x if side < 0 else x + width
            if 0.01 < edge < stock.sheet[0] - 0.01:
                at = round(edge + side * _aside(_waste(stock, place, right=side)), 3)
                for end, outward in ((y, -1), (y + height, 1)):
                    reach = end + outward * min(_MARK, _waste(stock, place, down=outward))
                    marks[Mark(at, round(reach, 3), at, round(end - outward * _MARK, 3))] = None
            edge = y if side < 0 else y + height
            if 0.01 < edge < stock.sheet[1] - 0.01:
                at = round(edge + side * _aside(_waste(stock, place, down=side)), 3)
                for end, outward in ((x, -1), (x + width, 1)):
                    reach = end + outward * min(_MARK, _waste(stock, place, right=outward))
                    marks[Mark(round(reach, 3), at, round(end - outward * _MARK, 3), at)] = None
    return list(marks)


def bleed(stock: Stock, place: int) -> Margins:
    """How far a card's ink may go over its edges: never into its neighbour's half of a gap, nor off the sheet."""
    row, column = divmod(place, stock.columns)

    def room(*, right: int = 0, down: int = 0) -> float:
        waste = _waste(stock, place, right=right, down=down)
        beside = 0 <= column + right < stock.columns and 0 <= row + down < stock.rows
        return max(0.0, min(BLEED, waste / 2 if beside else waste))

    return Margins(room(right=-1), room(down=-1), room(right=1), room(down=1))


def _aside(waste: float) -> float:
    """How far a mark keeps off the card's edge: nothing where the next card begins there."""
    return _ASIDE if waste >= 2 * _ASIDE else 0.0


def _waste(stock: Stock, place: int, *, right: int = 0, down: int = 0) -> float:
    """How much paper there is beside a card before the next place or the sheet's edge, in mm."""
    row, column = divmod(place, stock.columns)
    x, y = stock.corner(place)
    if right:
        if 0 <= column + right < stock.columns:
            return stock.gap_x
        return x if right < 0 else stock.sheet[0] - x - stock.card[0]
    if 0 <= row + down < stock.rows:
        return stock.gap_y
    return y if down < 0 else stock.sheet[1] - y - stock.card[1]
