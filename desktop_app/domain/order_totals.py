"""What the lines of an order come to, counted while it is typed and again when it is kept."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal

from desktop_app.domain.money import Money
from desktop_app.domain.orders import Line

_PERCENT = re.compile(r"\s*(\d{1,3}(?:[.,]\d+)?)\s*%\s*")


def counted_line(line: Line) -> Line:
    """The line with its total by price, pieces and discount; as it stands where the price is not known."""
    if line.unit_price is None:
        return line
    less = line.discount.minor if line.discount is not None else 0
    return replace(line, total=Money(max(0, full_price(line) - less), line.unit_price.currency))


def full_price(line: Line) -> int:
    """What the pieces cost before the discount, in minor units; 0 where the price is not known."""
    return line.unit_price.minor * line.quantity if line.unit_price is not None else 0


def share_of(line: Line, text: str) -> Money | None:
    """“10 %” of what the line's pieces cost, None for a text that is no share; raises ValueError above the whole."""
    found = _PERCENT.fullmatch(text)
    if found is None or line.unit_price is None:
        return None
    share = Decimal(found[1].replace(",", "."))
    if share > 100:
        raise ValueError(text)
    minor = (Decimal(full_price(line)) * share / 100).quantize(Decimal(1), ROUND_HALF_UP)
    return Money(int(minor), line.unit_price.currency)


def articles_total(lines: Sequence[Line], currency: str) -> Money | None:
    """What the lines come to; None without lines, and where one of them has no total."""
    amounts = [line.total for line in lines if line.total is not None]
    if not lines or len(amounts) < len(lines):
        return None
    return Money(sum(amount.minor for amount in amounts), currency)


def order_total(
    lines: Sequence[Line], currency: str, *, shipping: Money | None, discount: Money | None
) -> Money | None:
    """What an order comes to: its lines and delivery less its discount; None while a line has no total."""
    articles = articles_total(lines, currency)
    if articles is None:
        return None
    more, less = shipping.minor if shipping else 0, discount.minor if discount else 0
    return Money(max(0, articles.minor + more - less), currency)


def in_currency(amount: Money | None, currency: str) -> Money | None:
    """The same figure in another currency; raises ValueError where that has no such small coins."""
    return None if amount is None else Money.of(amount.amount, currency)


def lines_in(lines: Sequence[Line], currency: str) -> tuple[Line, ...]:
    """The same figures in another currency; raises ValueError where that has no such small coins."""
    return tuple(
        replace(
            line,
            unit_price=in_currency(line.unit_price, currency),
            total=in_currency(line.total, currency),
            discount=in_currency(line.discount, currency),
        )
        for line in lines
    )
