"""What an order's amounts say together: paid and given back, what a return is worth, what does not add up."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from desktop_app.domain.money import Money
from desktop_app.domain.order_totals import order_total
from desktop_app.domain.orders import Line, OrderFields
from desktop_app.domain.states import StrEnum
from desktop_app.i18n import Message, msg

Pieces = Mapping[int, int]  # how many pieces, by the line's position counted from 1


class Payment(StrEnum):
    """Where the money of an order is."""

    UNPAID = "unpaid"
    PAID = "paid"
    PARTLY_REFUNDED = "partly-refunded"
    REFUNDED = "refunded"


PAYMENT_LABELS: dict[Payment, Message] = {
    Payment.UNPAID: msg("Not paid"),
    Payment.PAID: msg("Paid"),
    Payment.PARTLY_REFUNDED: msg("Partly refunded"),
    Payment.REFUNDED: msg("Refunded"),
}


def payment(paid: bool, total: Money | None, refunded: Money | None) -> Payment:
    """Whether an order is paid, and whether that was given back, all of it or a part."""
    back = refunded.minor if refunded else 0
    if back > 0:
        whole = total is not None and back >= total.minor
        return Payment.REFUNDED if whole else Payment.PARTLY_REFUNDED
    return Payment.PAID if paid else Payment.UNPAID


def refundable(fields: OrderFields) -> Money | None:
    """What can still be given back; nothing of an order that is not paid, None where its total is not known."""
    back = fields.refunded.minor if fields.refunded else 0
    if not fields.paid and not back:
        return Money(0, fields.currency)
    return Money(max(0, fields.total.minor - back), fields.currency) if fields.total is not None else None


def left(line: Line) -> int:
    """How many pieces of a line did not come back."""
    return line.quantity - line.returned


def all_left(lines: tuple[Line, ...]) -> dict[int, int]:
    """All pieces that did not come back yet."""
    return {place: left(line) for place, line in enumerate(lines, 1) if left(line)}


def proposed_refund(fields: OrderFields, pieces: Pieces) -> Money | None:
    """What is fair to give back for these pieces: their share of what was paid, discounts included.

    With the last piece the delivery goes back too, so that returns in any order come to the total in the end. None
    where a price is not known; never more than can be given back.
    """
    before = _worth(fields, {})
    after = _worth(fields, pieces)
    most = refundable(fields)
    if before is None or after is None or most is None:
        return None
    return Money(min(after - before, most.minor), fields.currency)


def difference(fields: OrderFields) -> Money | None:
    """By how much the total differs from lines − discount + delivery; None where it does not, or cannot be told."""
    counted = order_total(fields.lines, fields.currency, shipping=fields.shipping, discount=fields.discount)
    if fields.total is None or counted is None:
        return None
    minor = fields.total.minor - counted.minor
    return Money(minor, fields.currency) if minor else None


def _worth(fields: OrderFields, pieces: Pieces) -> int | None:
    """What the returned pieces come to, in minor units, once `pieces` more are back."""
    if fields.total is None or any(line.total is None for line in fields.lines):
        return None
    goods, back, all_back = 0, Fraction(0), True
    for place, line in enumerate(fields.lines, 1):
        assert line.total is not None
        returned = line.returned + pieces.get(place, 0)
        goods += line.total.minor
        back += Fraction(line.total.minor * returned, line.quantity)
        all_back = all_back and returned >= line.quantity
    if all_back:
        return fields.total.minor
    paid = max(0, fields.total.minor - (fields.shipping.minor if fields.shipping else 0))
    return int(paid * back / goods) if goods else 0
