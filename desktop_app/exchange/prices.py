"""Whether a price column holds the price of a piece or of the line: both are held against the orders' totals."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import product

from desktop_app.domain.mapping import Price


@dataclass(frozen=True, slots=True)
class Priced:
    """One order of a sample: (pieces, price) of its lines, its total, what may be added to or taken off the goods."""

    lines: tuple[tuple[int, int], ...]
    total: int
    shipping: int = 0
    tax: int = 0
    discount: int = 0


def price_meaning(orders: Iterable[Priced]) -> Price | None:
    """The reading that more orders' totals bear out; None when none decides, as where every line is one piece."""
    votes = {Price.UNIT: 0, Price.LINE: 0}
    for order in orders:
        unit, line = bears_out(order)
        if line != unit:
            votes[Price.LINE if line else Price.UNIT] += 1
    if votes[Price.UNIT] == votes[Price.LINE]:
        return None
    return max(votes, key=lambda price: votes[price])


def bears_out(order: Priced) -> tuple[bool, bool]:
    """Whether the order's total bears out prices of one piece, and prices of the whole line."""
    by_unit = sum(pieces * price for pieces, price in order.lines)
    by_line = sum(price for _, price in order.lines)
    return _bears_out(by_unit, order), _bears_out(by_line, order)


def _bears_out(goods: int, order: Priced) -> bool:
    """Whether some of delivery, tax and discount bring the goods to the total, a cent a line aside."""
    parts = product((0, order.shipping), (0, order.tax), (0, order.discount))
    return any(abs(goods + shipping + tax - off - order.total) <= len(order.lines) for shipping, tax, off in parts)
