"""Front and back side by side on one side of the paper, to be folded: for printers whose backs miss their place."""

from __future__ import annotations

from dataclasses import dataclass, replace

from desktop_app.documents.cutting import Mark, bleed
from desktop_app.documents.duplex import Lie
from desktop_app.documents.imposition import part_used
from desktop_app.domain.errors import Invalid
from desktop_app.domain.imposing import Fold, Imposing
from desktop_app.domain.stock import Stock
from desktop_app.i18n import msg


@dataclass(frozen=True, slots=True)
class Folded:
    """A stock whose cards are two of the old ones in size, and where front and back stand on one.

    `pairs` are the two old places (from 0) under each new one, empty where the sheet itself is twice as large. The fold
    is a line from one point of the double card to another, in mm from its top left.
    """

    stock: Stock
    front: Lie
    back: Lie
    fold: Fold
    pairs: tuple[tuple[int, int], ...]

    def imposing(self, imposing: Imposing, before: Stock) -> Imposing:
        """The same choices for double cards: a part-used sheet has room where both old places are free."""
        if not self.pairs:
            return imposing
        free = [frozenset(places) for places in part_used(before, imposing)]
        room = (tuple(n + 1 for n, pair in enumerate(self.pairs) if places.issuperset(pair)) for places in free)
        return replace(imposing, start=1, left_over=tuple(places for places in room if places))

    def has_room(self, free: tuple[int, ...]) -> bool:
        """Whether a part-used sheet with these free old places (from 0) takes a double card."""
        return not self.pairs or any(set(free).issuperset(pair) for pair in self.pairs)

    def singles(self, places: tuple[int, ...]) -> tuple[int, ...]:
        """The old places under new ones, both counted from 1."""
        return tuple(sorted(old + 1 for place in places for old in self.pairs[place - 1])) if self.pairs else ()


def folded(stock: Stock) -> Folded:
    """How cards of a stock are printed to be folded; raises Invalid for labels and rolls, which are not.

    Two places beside each other become one, or two below each other where there is but one column; a sheet of one card
    must be twice as large. The back stands left of the front, or over it upside down.
    """
    if stock.labels or stock.roll:
        raise Invalid("duplex", msg("Labels are not folded: choose cards, or print one side only."))
    width, height = stock.card
    if stock.columns > 1 or (stock.rows == 1 and width <= height):
        new = _beside(stock)
        return Folded(new, Lie(width, 0), Lie(0, 0), (width, 0, width, height), _pairs(stock, beside=True))
    new = _below(stock)
    return Folded(new, Lie(0, height), Lie(0, 0, turned=True), (0, height, width, height), _pairs(stock, beside=False))


def fold_marks(stock: Stock, fold: Fold, place: int) -> list[Mark]:
    """The marks beside a double card at both ends of its fold, where there is waste to stand in."""
    x, y = stock.corner(place)
    x1, y1, x2, y2 = fold
    room = bleed(stock, place)
    if x1 == x2:
        ends = ((0.0, -room.top, room.top), (0.0, room.bottom, room.bottom))
    else:
        ends = ((-room.left, 0.0, room.left), (room.right, 0.0, room.right))
    corners = ((x + x1, y + y1), (x + x2, y + y2))
    return [
        Mark(at_x, at_y, at_x + across, at_y + down)
        for (at_x, at_y), (across, down, waste) in zip(corners, ends, strict=True)
        if waste >= 1
    ]


def _beside(stock: Stock) -> Stock:
    width, height = stock.card
    if stock.places == 1:
        return replace(stock, sheet=(stock.sheet[0] + width, stock.sheet[1]), card=(2 * width, height))
    return replace(
        stock, card=(2 * width, height), columns=stock.columns // 2, left=stock.left + stock.gap_x / 2,
        gap_x=2 * stock.gap_x,
    )  # fmt: skip


def _below(stock: Stock) -> Stock:
    width, height = stock.card
    if stock.places == 1:
        return replace(stock, sheet=(stock.sheet[0], stock.sheet[1] + height), card=(width, 2 * height))
    return replace(
        stock, card=(width, 2 * height), rows=stock.rows // 2, top=stock.top + stock.gap_y / 2, gap_y=2 * stock.gap_y
    )


def _pairs(stock: Stock, *, beside: bool) -> tuple[tuple[int, int], ...]:
    if stock.places == 1:
        return ()
    columns, rows = stock.columns, stock.rows
    if beside:
        return tuple(
            (row * columns + 2 * pair, row * columns + 2 * pair + 1)
            for row in range(rows)
            for pair in range(columns // 2)
        )
    return tuple((2 * pair, 2 * pair + 1) for pair in range(rows // 2))
