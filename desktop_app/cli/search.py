"""`cordial find`: the search box from a shell."""

from __future__ import annotations

import argparse
from collections.abc import Mapping

from desktop_app.cli.output import Context, table
from desktop_app.i18n import Message, msg
from desktop_app.queries.search import HitKind, find


def run(context: Context, words: argparse.Namespace) -> int:
    """Prints what a text finds; finding nothing is an answer, not a failure."""
    text = " ".join(words.text)
    shop = context.open(write=False)
    try:
        hits = find(shop, text, words.limit)
    finally:
        shop.close()
    lines = table([(context.words.say(_NOUNS[hit.kind]), str(hit.id), hit.title, hit.detail) for hit in hits])
    context.answer({"hits": hits}, lines or context.words("Nothing found for “{text}”.", text=text))
    return 0


_NOUNS: Mapping[HitKind, Message] = {
    HitKind.CUSTOMER: msg("customer"),
    HitKind.ORDER: msg("order"),
    HitKind.PRODUCT: msg("product"),
}
