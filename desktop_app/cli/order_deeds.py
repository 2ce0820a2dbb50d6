"""`cordial order status|cancel|return|refund`: what is done to orders besides editing them."""

from __future__ import annotations

import argparse
import re

from desktop_app.actions.order_returns import cancel_orders, refund_order, return_lines
from desktop_app.actions.orders import set_status
from desktop_app.cli import values
from desktop_app.cli.output import Context
from desktop_app.cli.show import find_order
from desktop_app.domain.changes import Changes
from desktop_app.domain.errors import Invalid
from desktop_app.domain.money import Money
from desktop_app.domain.order_money import all_left, payment, proposed_refund, refundable
from desktop_app.domain.orders import Order, OrderFields, OrderId
from desktop_app.domain.text import shorten
from desktop_app.i18n import msg
from desktop_app.queries import Shop
from desktop_app.queries.orders import order

_LINE = re.compile(r"(\d{1,4})(?:x(\d{1,7}))?", re.ASCII)
_FAIR, _ALL = "fair", "all"


def run(context: Context, words: argparse.Namespace) -> int:
    """Does it, and says how the orders stand afterwards."""
    shop = context.open()
    try:
        if words.deed in ("status", "cancel"):
            ids = [find_order(shop, text).id for text in words.ids]
            done = _many(context, shop, words, ids)
        else:
            old = find_order(shop, words.id)
            ids = [old.id]
            done = _give_back(context, shop, words, old)
        found = [order(shop, order_id) for order_id in dict.fromkeys(ids)]
    finally:
        shop.close()
    data = {"orders": [_state(one) for one in found], "change": done.id}
    context.answer(data, context.words.say(done.title))
    return 0


def _many(context: Context, shop: Shop, words: argparse.Namespace, ids: list[OrderId]) -> Changes:
    if words.deed == "cancel":
        paid = {one: refundable(order(shop, one).fields) for one in ids if words.refund}
        refunds = {one: amount for one, amount in paid.items() if amount is not None and amount.minor}
        return cancel_orders(shop, ids, refunds=refunds, actor=context.actor)
    return set_status(shop, ids, values.status(words.status), actor=context.actor)


def _give_back(context: Context, shop: Shop, words: argparse.Namespace, old: Order) -> Changes:
    fields = old.fields
    if words.deed == "return":
        pieces = _pieces(words.line, fields)
        refund = _refund(words.refund, fields, proposed_refund(fields, pieces))
        return return_lines(shop, old.id, old.version, pieces, refund, actor=context.actor)
    amount = _refund(words.amount, fields, None)
    return refund_order(shop, old.id, old.version, amount or Money(0, fields.currency), actor=context.actor)


def _pieces(texts: list[str], fields: OrderFields) -> dict[int, int]:
    """The pieces of each line by its position; all that is out where no line is named."""
    out, found = all_left(fields.lines), dict[int, int]()
    for text in texts:
        parts = _LINE.fullmatch(text.strip())
        if parts is None:
            raise Invalid("line", msg("“{text}” is no line of an order; write 2, or 2x1.", text=shorten(text)))
        place = int(parts[1])
        found[place] = found.get(place, 0) + (int(parts[2]) if parts[2] else out.get(place, 1))
    return found or out


def _refund(text: str, fields: OrderFields, fair: Money | None) -> Money | None:
    """An amount as typed, “fair” as proposed, “all” that is left."""
    if text not in (_FAIR, _ALL):
        return values.money("refund", text, fields.currency)
    amount = fair if text == _FAIR else refundable(fields)
    if amount is None:
        raise Invalid("refund", msg("The prices of this order are not known. Write the amount, like 12.50."))
    return amount


def _state(one: Order) -> dict[str, object]:
    fields = one.fields
    return {
        "id": one.id,
        "number": fields.number,
        "status": fields.status,
        "payment": payment(fields.paid, fields.total, fields.refunded),
        "refunded": fields.refunded,
        "returned": [line.returned for line in fields.lines],
    }
