"""`cordial customer add|edit|remove`, and what belongs to a customer, each in a room of its own."""

from __future__ import annotations

import argparse
from importlib import import_module

from desktop_app.actions.customers import add_customer, edit_customer, remove_customers
from desktop_app.cli import values
from desktop_app.cli.output import Context
from desktop_app.cli.people_values import customer_from
from desktop_app.cli.show import number_of
from desktop_app.domain.customers import CustomerFields, CustomerId
from desktop_app.queries.customers import customer

_ROOMS = {
    "person": "customer_people",
    "day": "customer_days",
    "consent": "customer_consents",
    "note": "customer_notes",
    "tag": "customer_tags",
    "congratulate": "customer_congratulations",
    **dict.fromkeys(("duplicates", "merge", "different"), "merging"),
}


def run(context: Context, words: argparse.Namespace) -> int:
    """Changes one customer, or something that belongs to one."""
    room = _ROOMS.get(words.deed)
    if room is not None:
        code: int = import_module(f"desktop_app.cli.{room}").run(context, words)
        return code
    shop = context.open()
    try:
        if words.deed == "add":
            fields = customer_from(values.given(words, "customer"), CustomerFields())
            id_, done = add_customer(shop, fields, actor=context.actor)
        else:
            id_ = CustomerId(number_of("customer", words.id))
            if words.deed == "remove":
                done = remove_customers(shop, [id_], actor=context.actor)
            else:
                old = customer(shop, id_)
                fields = customer_from(values.given(words, "customer"), old.fields)
                done = edit_customer(shop, id_, old.version, fields, actor=context.actor)
    finally:
        shop.close()
    context.answer({"customer": {"id": id_}, "change": done.id}, context.words.say(done.title))
    return 0
