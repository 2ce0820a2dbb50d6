"""`cordial find`: the search box from a shell."""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence

from desktop_app.cli.output import Context, table
from desktop_app.domain.people import RELATION_NAMES
from desktop_app.domain.text import clean, shorten
from desktop_app.i18n import Message, msg
from desktop_app.queries.search import Hit, HitKind, find


def run(context: Context, words: argparse.Namespace) -> int:
    """Prints what a text finds; finding nothing is an answer, not a failure."""
    text = " ".join(words.text)
    shop = context.open(write=False)
    try:
        hits = find(shop, text, words.limit)
    finally:
        shop.close()
    lines = _lines(context, [hit for hit in hits if not hit.near])
    near = _lines(context, [hit for hit in hits if hit.near])
    if near:
        lines = "\n".join(part for part in (lines, context.words("Did you mean") + ":", near) if part)
    context.answer({"hits": hits}, lines or context.words("Nothing found for “{text}”.", text=shorten(clean(text))))
    return 0


def _lines(context: Context, hits: Sequence[Hit]) -> str:
    say = context.words.say
    return table([(say(_NOUNS[hit.kind]), str(hit.id), hit.title, _detail(context, hit)) for hit in hits])


def _detail(context: Context, hit: Hit) -> str:
    if hit.relation is None:
        return hit.detail
    relation = hit.relation_words or context.words.say(RELATION_NAMES[hit.relation])
    return " · ".join((relation, f"{hit.detail} ({context.words.say(_NOUNS[HitKind.CUSTOMER])} {hit.customer})"))


_NOUNS: Mapping[HitKind, Message] = {
    HitKind.CUSTOMER: msg("customer"),
    HitKind.PERSON: msg("person"),
    HitKind.ORDER: msg("order"),
    HitKind.PRODUCT: msg("product"),
    HitKind.COMPLAINT: msg("complaint"),
}
