"""`cordial order add|edit|remove`; what else is done to orders goes on to order_deeds."""

from __future__ import annotations

import argparse
from dataclasses import replace
from typing import Any

from desktop_app.actions.orders import add_order, edit_order, remove_orders, set_status
from desktop_app.cli import order_deeds, values
from desktop_app.cli.order_arguments import MORE_DEEDS
from desktop_app.cli.output import Context
from desktop_app.cli.show import find_order, number_of
from desktop_app.domain.changes import Changes
from desktop_app.domain.customers import CustomerId
from desktop_app.domain.order_money import difference
from desktop_app.domain.orders import Line, Order, OrderFields
from desktop_app.domain.settings import SHOP_CURRENCY
from desktop_app.queries import Shop
from desktop_app.queries.settings import setting


def run(context: Context, words: argparse.Namespace) -> int:
    """Changes one order, named by the shop's own number or its number here."""
    if words.deed in MORE_DEEDS:
        return order_deeds.run(context, words)
    shop = context.open()
    try:
        options = values.given(words, "order") if words.deed != "remove" else {}
        if words.deed == "add":
            empty = OrderFields(
                number="", currency=setting(shop, SHOP_CURRENCY), placed_at=shop.now().isoformat("T", "seconds")
            )
            id_, done = add_order(shop, _fields(options, empty), actor=context.actor)
        else:
            old = find_order(shop, words.id)
            id_ = old.id
            if words.deed == "remove":
                done = remove_orders(shop, [id_], actor=context.actor)
            else:
                done = _edit(context, shop, old, options)
    finally:
        shop.close()
    context.answer({"order": {"id": id_}, "change": done.id}, context.words.say(done.title))
    return 0


def _edit(context: Context, shop: Shop, old: Order, options: dict[str, Any]) -> Changes:
    if list(options) == ["status"]:  # a step of its own, with the moves that are allowed
        return set_status(shop, [old.id], values.status(options["status"]), actor=context.actor)
    return edit_order(shop, old.id, old.version, _fields(options, old.fields), actor=context.actor)


def _fields(options: dict[str, Any], old: OrderFields) -> OrderFields:
    new = replace(old, ship_to=values.address(options, old.ship_to))
    currency = options.pop("currency", "").upper() or old.currency
    new = replace(new, currency=currency)
    if "line" in options:
        lines = (values.line(text, currency) for text in options.pop("line"))
        new = replace(new, lines=tuple(_as_kept(line, old) for line in lines))
    counted = new.lines != old.lines or "shipping" in options or "discount" in options
    if counted and "total" not in options and difference(old) is None:
        new = replace(new, total=None)  # it was the sum of its parts: it is counted anew
    changed: dict[str, Any] = {_NAMES.get(name, name): _value(name, text, currency) for name, text in options.items()}
    return replace(new, **changed)


def _as_kept(line: Line, old: OrderFields) -> Line:
    """The line with the pieces of it that came back, where the order had it before."""
    known = next((one for one in old.lines if (one.sku, one.name) == (line.sku, line.name)), None)
    return replace(line, returned=known.returned, product=known.product) if known else line


_NAMES = {
    "placed": "placed_at", "ship-by": "ship_by", "deliver-by": "deliver_by", "packer-note": "packer_note",
    "note-to": "note_to",
}  # fmt: skip
_MONEY = ("total", "shipping", "discount", "refunded")


def _value(name: str, text: str, currency: str) -> object:
    if name in _MONEY:
        return values.money(name, text, currency)
    if name in ("ship-by", "deliver-by"):
        return values.day(name, text)
    if name in ("paid", "gift"):
        return values.yes(name, text)
    if name == "status":
        return values.status(text)
    if name == "customer":
        return CustomerId(number_of("customer", text)) if text else None
    return text
