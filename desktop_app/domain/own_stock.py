"""A paper of the shop's own as it is entered: a stock from the values of a form and back, cards spread on its sheet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from desktop_app.domain.states import StrEnum
from desktop_app.domain.stock import Shape, Stock

_SLACK = 0.05  # mm, as the stock's own check allows


class Cut(StrEnum):
    """Who parts the cards of a sheet."""

    BY_HAND = "by-hand"
    MADE = "made"
    NONE = "none"


def stock_of(values: Mapping[str, Any]) -> Stock:
    """The stock that stands in a form; on a roll each card is a sheet of its own."""
    sheet = (values["sheet_width"], values["sheet_height"])
    shape, cut = Shape(values["shape"]), Cut(values["cut"])
    common = Stock(
        "own", {}, sheet, (values["card_width"], values["card_height"]), columns=values["columns"], rows=values["rows"],
        left=values["left"], top=values["top"], gap_x=values["gap_x"], gap_y=values["gap_y"],
        crop_marks=cut is Cut.BY_HAND, labels=cut is Cut.MADE, shape=shape,
        radius=0.0 if shape is Shape.ROUND else values["radius"],
    )  # fmt: skip
    if not values["roll"]:
        return common
    return replace(
        common, card=sheet, columns=1, rows=1, left=0.0, top=0.0, gap_x=0.0, gap_y=0.0, crop_marks=False, roll=True,
    )  # fmt: skip


def values_of(stock: Stock) -> dict[str, Any]:
    """A stock as the values of the form."""
    return {
        "roll": stock.roll, "cut": cut_of(stock), "sheet_width": stock.sheet[0], "sheet_height": stock.sheet[1],
        "card_width": stock.card[0], "card_height": stock.card[1], "columns": stock.columns, "rows": stock.rows,
        "left": stock.left, "top": stock.top, "gap_x": stock.gap_x, "gap_y": stock.gap_y, "shape": stock.shape,
        "radius": stock.radius,
    }  # fmt: skip


def cut_of(stock: Stock) -> Cut:
    """Who parts the cards of a stock."""
    return Cut.BY_HAND if stock.crop_marks else Cut.MADE if stock.labels else Cut.NONE


def as_many_as_fit(stock: Stock) -> Stock:
    """The stock with as many columns and rows as its margins and gaps leave room for; at least one."""
    across = _fitting(stock.sheet[0] - stock.left, stock.card[0], stock.gap_x)
    down = _fitting(stock.sheet[1] - stock.top, stock.card[1], stock.gap_y)
    return replace(stock, columns=across, rows=down)


def centred(stock: Stock) -> Stock:
    """The stock with its cards in the middle of the sheet; where they do not fit, at its edge."""
    wide = stock.columns * (stock.card[0] + stock.gap_x) - stock.gap_x
    high = stock.rows * (stock.card[1] + stock.gap_y) - stock.gap_y
    return replace(
        stock,
        left=max(0.0, round((stock.sheet[0] - wide) / 2, 2)),
        top=max(0.0, round((stock.sheet[1] - high) / 2, 2)),
    )


def _fitting(room: float, length: float, gap: float) -> int:
    return max(1, int((room + gap + _SLACK) // (length + gap)))
