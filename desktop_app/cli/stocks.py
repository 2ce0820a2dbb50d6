"""`cordial stock own|disown|begun`: the paper a shop has, and the free places of its begun sheets."""

from __future__ import annotations

import argparse

from desktop_app.actions.stocks import read_stock, set_begun, set_owned
from desktop_app.cli.output import Context
from desktop_app.cli.values import places
from desktop_app.domain.changes import Changes
from desktop_app.queries import Shop


def run(context: Context, words: argparse.Namespace) -> int:
    """Notes something of one paper or several; paper there is none of is refused by name."""
    shop = context.open()
    try:
        done = _begun(context, shop, words) if words.deed == "begun" else _owned(context, shop, words)
    finally:
        shop.close()
    context.answer({"change": done.id}, context.words.say(done.title))
    return 0


def _begun(context: Context, shop: Shop, words: argparse.Namespace) -> Changes:
    return set_begun(shop, words.key, [places(text) for text in words.sheets], actor=context.actor)


def _owned(context: Context, shop: Shop, words: argparse.Namespace) -> Changes:
    keys = [read_stock(shop, key).id for key in words.keys]
    return set_owned(shop, dict.fromkeys(keys, words.deed == "own"), actor=context.actor)
