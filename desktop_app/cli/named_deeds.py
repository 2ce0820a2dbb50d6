"""What `cordial NOUN list|add|edit|remove` have in common where records go by their names."""

from __future__ import annotations

import argparse
from collections.abc import Callable

from desktop_app.cli.output import Context, Listed, table
from desktop_app.domain.changes import Changes
from desktop_app.queries import Shop

Change = Callable[[Context, Shop, argparse.Namespace], tuple[list[str], Changes]]
List = Callable[[Context, Shop, argparse.Namespace], Listed]


def do_named(
    context: Context, words: argparse.Namespace, *, noun: str, nouns: str, listed: List, change: Change
) -> int:
    """Lists all of a kind, or changes one or several and says what was done; `change` returns their names."""
    shop = context.open(write=words.deed != "list")
    try:
        if words.deed == "list":
            objects, cells = listed(context, shop, words)
            context.answer({nouns: objects}, table(cells) or context.words("Nothing to list."))
            return 0
        names, done = change(context, shop, words)
    finally:
        shop.close()
    context.answer({noun: {"name": names[0]}, "change": done.id}, context.words.say(done.title))
    return 0
