"""The fields in which a paper of the shop's own is entered; own_stock.py draws what stands in them."""

from __future__ import annotations

from functools import partial

from desktop_app.domain.own_stock import Cut
from desktop_app.domain.stock import LONGEST, MOST_PLACES, Shape
from desktop_app.i18n import Words
from desktop_app.ui.designer.measures import MeasureInput
from desktop_app.ui.widgets.field import Field, Input


def own_stock_fields(words: Words) -> list[Field]:
    """What is asked of a paper of the shop's own, as domain/own_stock reads it."""
    measure = partial(_measure, words)
    shapes = [
        (Shape.RECTANGLE, words("With corners, square or rounded")), (Shape.ROUND, words("Round or oval")),
    ]
    cuts = [
        (Cut.BY_HAND, words("By us: marks show where")), (Cut.MADE, words("By the maker: labels, ready-cut cards")),
        (Cut.NONE, words("It is not cut")),
    ]
    return [
        Field("title", words("Name"), hint=words("Linen board, 4 on a sheet"), wide=True),
        Field("roll", words("What it is"), Input.CHOICE,
              choices=[(False, words("Sheets")), (True, words("A roll"))]),
        Field("cut", words("How it is cut"), Input.CHOICE, choices=cuts),
        measure("sheet_width", words("Width of the sheet"), low=5, group=words("The sheet")),
        measure("sheet_height", words("Height of the sheet"), low=5),
        measure("card_width", words("Width of a card"), low=5, group=words("The cards on it")),
        measure("card_height", words("Height of a card"), low=5),
        Field("columns", words("Beside each other"), Input.NUMBER, low=1, high=MOST_PLACES),
        Field("rows", words("Below each other"), Input.NUMBER, low=1, high=MOST_PLACES),
        measure("left", words("From the left edge to the first card")),
        measure("top", words("From the upper edge to the first card")),
        measure("gap_x", words("Gap between cards across")),
        measure("gap_y", words("Gap between cards down")),
        Field("shape", words("Shape"), Input.CHOICE, choices=shapes),
        measure("radius", words("Radius of the corners")),
    ]


def _measure(words: Words, key: str, label: str, *, low: float = 0, group: str = "") -> Field:
    """A length in mm."""
    make = partial(MeasureInput, words, key=key, low=low, high=LONGEST, unit=words("mm"))
    return Field(key, label, group=group, make=make)
