"""Paper stock: a sheet, the cards on it and where they lie; imposition places cards by it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from desktop_app.domain.errors import Invalid
from desktop_app.domain.states import StrEnum
from desktop_app.i18n import Language, msg, nmsg

LONGEST = 2000.0  # mm of a sheet's edge
MOST_PLACES = 400
_SLACK = 0.05  # mm by which makers' figures, rounded from inches, may reach over the sheet


class Shape(StrEnum):
    """The outline of a card or label."""

    RECTANGLE = "rectangle"
    ROUND = "round"


@dataclass(frozen=True, slots=True)
class Stock:
    """A kind of sheet; all lengths in millimetres, left and top to the first card, gaps between neighbours.

    `labels` are cut by their maker: they need no marks and are not folded; `radius` rounds their corners. On a `roll`
    each card is a page of its own. `maker` and `codes` tell by what name it is sold.
    """

    id: str
    title: Mapping[Language, str]
    sheet: tuple[float, float]
    card: tuple[float, float]
    columns: int = 1
    rows: int = 1
    left: float = 0.0
    top: float = 0.0
    gap_x: float = 0.0
    gap_y: float = 0.0
    crop_marks: bool = False
    labels: bool = False
    roll: bool = False
    shape: Shape = Shape.RECTANGLE
    radius: float = 0.0
    maker: str = ""
    codes: tuple[str, ...] = ()

    @property
    def places(self) -> int:
        """How many cards a sheet holds."""
        return self.columns * self.rows

    def corner(self, place: int) -> tuple[float, float]:
        """The top left corner of a place, counted from 0 in reading order; mm from the sheet's top left."""
        row, column = divmod(place, self.columns)
        return (
            self.left + column * (self.card[0] + self.gap_x),
            self.top + row * (self.card[1] + self.gap_y),
        )


def check_stock(stock: Stock) -> None:
    """Raises Invalid naming the field when a stock cannot be: cards off the sheet, no size, too many places."""
    for field, (width, height) in (("sheet", stock.sheet), ("card", stock.card)):
        if not (5 <= width <= LONGEST and 5 <= height <= LONGEST):
            raise Invalid(field, msg("Write a width and a height of 5 to {n} mm.", n=round(LONGEST)))
    if stock.columns < 1 or stock.rows < 1 or stock.places > MOST_PLACES:
        raise Invalid("columns", msg("Put 1 to {n} cards on a sheet.", n=MOST_PLACES))
    for field, length in (("left", stock.left), ("top", stock.top), ("gap_x", stock.gap_x), ("gap_y", stock.gap_y)):
        if not 0 <= length <= LONGEST:
            raise Invalid(field, msg("A margin or gap cannot be less than nothing. Write 0 or more."))
    if not 0 <= stock.radius <= min(stock.card) / 2:
        raise Invalid("radius", msg("Write a radius of at most half of the card’s shorter edge."))
    taken_x, taken_y = (end + length for end, length in zip(stock.corner(stock.places - 1), stock.card, strict=True))
    if taken_x > stock.sheet[0] + _SLACK:
        raise Invalid("columns", nmsg(
            "{n} column of {card} mm takes {taken} mm with its margin; the sheet is only {sheet} mm wide. "
            "Make it smaller.",
            "{n} columns of {card} mm take {taken} mm with margin and gaps; the sheet is only {sheet} mm wide. "
            "Take fewer.",
            n=stock.columns, card=stock.card[0], taken=round(taken_x, 2), sheet=stock.sheet[0],
        ))  # fmt: skip
    if taken_y > stock.sheet[1] + _SLACK:
        raise Invalid("rows", nmsg(
            "{n} row of {card} mm takes {taken} mm with its margin; the sheet is only {sheet} mm high. "
            "Make it smaller.",
            "{n} rows of {card} mm take {taken} mm with margin and gaps; the sheet is only {sheet} mm high. "
            "Take fewer.",
            n=stock.rows, card=stock.card[1], taken=round(taken_y, 2), sheet=stock.sheet[1],
        ))  # fmt: skip


def stock_json(stock: Stock) -> str:
    """A stock as the shop keeps it."""
    return json.dumps(asdict(stock), ensure_ascii=False)


def stock_from(text: str) -> Stock:
    """The stock that `stock_json` wrote."""
    kept: dict[str, Any] = json.loads(text)
    kept["title"] = {Language(language): title for language, title in kept["title"].items()}
    kept["shape"] = Shape(kept["shape"])
    kept.update({key: tuple(kept[key]) for key in ("sheet", "card", "codes")})
    return Stock(**kept)


@dataclass(frozen=True, slots=True)
class StockKept:
    """What a shop keeps of a stock: `content` where it is one of its own, whether it has it, and its begun sheets.

    `begun` holds the free places, counted from 1, of each part-used sheet.
    """

    id: int
    key: str
    content: str = ""
    owned: bool = False
    begun: tuple[tuple[int, ...], ...] = ()
