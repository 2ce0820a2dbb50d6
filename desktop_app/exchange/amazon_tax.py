"""Whether the tax that Amazon's reports name comes on top of their prices or is in them, as the rates bear out."""

from __future__ import annotations

from collections.abc import Iterable

# In North America tax always comes on top; elsewhere most prices hold it, and reports differ by country and year.
_ON_TOP = frozenset(("USD", "CAD"))
_RATES = (50, 55, 70, 80, 100, 170, 180, 190, 200, 210, 220, 230, 240, 250)  # per mille


def tax_is_in_prices(currency: str, priced: Iterable[tuple[int, int]]) -> bool:
    """Whether prices hold their tax, by (price, tax) in minor units: the reading that fits the rates more often."""
    if currency in _ON_TOP:
        return False
    inside = 0
    for price, tax in priced:
        if price > 0 and tax > 0:
            inside += _fits(price, tax, of=1000, plus=True) - _fits(price, tax, of=1000, plus=False)
    return inside > 0


def _fits(price: int, tax: int, *, of: int, plus: bool) -> bool:
    """Whether some rate makes this tax of this price, to the smallest coin."""
    return any(abs(price * rate - tax * (of + rate * plus)) <= (of + rate * plus) for rate in _RATES)
