"""How a run of cards is laid on sheets: where it starts, part-used sheets, both sides, order; imposition obeys it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from desktop_app.domain.states import StrEnum

MOST_COPIES = 1000
Fold: TypeAlias = tuple[float, float, float, float]  # a line from one point of a double card to another, mm


class Duplex(StrEnum):
    """How backs come behind their fronts: not at all, by the printer turning the sheet, or by folding one side."""

    OFF = "off"
    LONG = "long"
    SHORT = "short"
    FOLD = "fold"


class Order(StrEnum):
    """Cards one after the other on each sheet, or so that the cut piles laid on one another are in order."""

    READING = "reading"
    CUT_AND_STACK = "cut-and-stack"


@dataclass(frozen=True, slots=True)
class Imposing:
    """The choices of one run; places are counted from 1 in reading order.

    `left_over` holds the free places of part-used sheets, which are filled first, in this order. `start` is the first
    free place of the sheet after them. `guide` puts a sheet that shows the places and where to cut after all others.
    """

    start: int = 1
    left_over: tuple[frozenset[int] | tuple[int, ...], ...] = ()
    duplex: Duplex = Duplex.OFF
    order: Order = Order.READING
    marks: bool = True
    guide: bool = False
