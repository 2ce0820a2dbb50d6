"""`cordial customer add|edit|remove`."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from desktop_app.actions.customers import add_customer, edit_customer, remove_customers
from desktop_app.cli import values
from desktop_app.cli.output import Context
from desktop_app.cli.show import number_of
from desktop_app.domain.customers import CustomerFields, CustomerId
from desktop_app.queries.customers import customer


def run(context: Context, words: argparse.Namespace) -> int:
    """Changes one customer."""
    shop = context.open()
    try:
        if words.deed == "add":
            id_, done = add_customer(
                shop, _fields(values.given(words, "customer"), CustomerFields()), actor=context.actor
            )
        else:
            id_ = CustomerId(number_of("customer", words.id))
            old = customer(shop, id_)
            if words.deed == "remove":
                done = remove_customers(shop, [id_], actor=context.actor)
            else:
                fields = _fields(values.given(words, "customer"), old.fields)
                done = edit_customer(shop, id_, old.version, fields, actor=context.actor)
    finally:
        shop.close()
    context.answer({"customer": {"id": id_}, "change": done.id}, context.words.say(done.title))
    return 0


def _fields(options: dict[str, Any], old: CustomerFields) -> CustomerFields:
    new = replace(old, address=values.address(options, old.address))
    readers: dict[str, Callable[[str], object]] = {
        "language": values.language,
        "birthday": values.birthday,
        "congratulate": lambda text: values.yes("congratulate", text),
    }
    changed: dict[str, Any] = {name: readers.get(name, str)(text) for name, text in options.items()}
    return replace(new, **changed)
