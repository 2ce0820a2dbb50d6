"""Cards onto sheets, and where to cut: pure functions, so that no record is ever dropped or printed twice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple, TypeVar

from desktop_app.domain.errors import Invalid
from desktop_app.domain.stock import Stock
from desktop_app.i18n import msg

T = TypeVar("T")

MOST_COPIES = 1000
_MARK = 4.0  # mm, the length of a crop mark
_ASIDE = 0.1  # mm from the card's edge, where there is waste to stand in


class Mark(NamedTuple):
    """A crop mark, a straight hairline from one point to another, in mm from the sheet's top left."""

    x1: float
    y1: float
    x2: float
    y2: float


def check_run(stock: Stock, start: int, copies: int) -> None:
    """Raises Invalid when the first place is not on the sheet, or the number of copies makes no sense."""
    if not 1 <= start <= stock.places:
        message = msg("This stock has {n} places: start at 1 to {n}, not at {start}.", n=stock.places, start=start)
        raise Invalid("start", message)
    if not 1 <= copies <= MOST_COPIES:
        raise Invalid("copies", msg("Copies may be 1 to {n}, not {copies}.", n=MOST_COPIES, copies=copies))


def sheets(cards: Iterable[T], stock: Stock, *, start: int = 1, copies: int = 1) -> Iterator[list[tuple[int, T]]]:
    """The sheets of a run as (place from 0, card) pairs: every card `copies` times, the last sheet part-filled.

    `start` is the first free place of the first sheet, counted from 1. Reads ahead no further than a sheet.
    """
    check_run(stock, start, copies)
    sheet: list[tuple[int, T]] = []
    place = start - 1
    for card in cards:
        for _ in range(copies):
            sheet.append((place, card))
            place += 1
            if place == stock.places:
                yield sheet
                sheet, place = [], 0
    if sheet:
        yield sheet


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
