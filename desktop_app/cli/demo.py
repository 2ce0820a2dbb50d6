"""`cordial demo`: a new shop full of invented people and orders."""

from __future__ import annotations

import argparse

from desktop_app.actions.demo import fill_sample
from desktop_app.cli.output import Context


def run(context: Context, words: argparse.Namespace) -> int:
    """Fills an empty shop; one that has records is refused."""
    shop = context.open()
    try:
        done = fill_sample(
            shop, customers=words.customers, orders=words.orders, seed=words.seed, actor=context.actor,
            progress=context.progress(),
        )
    finally:
        shop.close()
    context.answer(
        {"customers": words.customers, "orders": words.orders, "shop": context.location, "change": done.id},
        context.words.say(done.title),
    )
    return 0
