"""`cordial customer tag put|take|rename|drop|lead`: the shop's tags, and with --interest its interests."""

from __future__ import annotations

import argparse

from desktop_app.actions.words import remove, rename, set_lead, tag_customers
from desktop_app.cli import values
from desktop_app.cli.output import Context
from desktop_app.cli.show import number_of
from desktop_app.domain.changes import Changes
from desktop_app.domain.customers import CustomerId
from desktop_app.domain.errors import NotFound
from desktop_app.domain.tags import WordKind
from desktop_app.i18n import msg
from desktop_app.queries import Shop
from desktop_app.queries.customers import customers_there
from desktop_app.queries.words import word_named


def run(context: Context, words: argparse.Namespace) -> int:
    """Changes a word for some customers, or for everybody who bears it."""
    shop = context.open()
    try:
        done = _done(context, shop, words)
    finally:
        shop.close()
    context.answer({"change": done.id}, context.words.say(done.title))
    return 0


def _done(context: Context, shop: Shop, words: argparse.Namespace) -> Changes:
    kind = WordKind.INTEREST if words.interest else WordKind.TAG
    if words.act in ("put", "take"):
        ids = [CustomerId(number_of("customer", text)) for text in words.ids]
        there = customers_there(shop, ids)
        for number in ids:
            if number not in there:
                raise NotFound(msg("There is no customer {id} in this shop. Check the number.", id=number))
        return tag_customers(shop, ids, words.word, add=words.act == "put", kind=kind, actor=context.actor)
    known = word_named(shop, kind, words.word)
    if words.act == "rename":
        return rename(shop, known.id, known.version, words.new, actor=context.actor)
    if words.act == "drop":
        return remove(shop, known.id, actor=context.actor)
    days = values.number("lead", words.days) if words.days else None
    return set_lead(shop, known.id, known.version, days, actor=context.actor)
