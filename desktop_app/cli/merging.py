"""`cordial customer duplicates|merge|different`: who may be one person, making one of two, saying that they are two."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from desktop_app.actions.merging import chosen_sides, merge_customers, tell_apart
from desktop_app.cli.output import Context, table
from desktop_app.cli.show import number_of
from desktop_app.domain.customers import CustomerId
from desktop_app.domain.likeness import SURENESS_LABELS, Someone
from desktop_app.queries.duplicates import Alike, duplicates


def run(context: Context, words: argparse.Namespace) -> int:
    """Lists pairs, merges one, or tells one apart."""
    return _list(context, words) if words.deed == "duplicates" else _settle(context, words)


def _list(context: Context, words: argparse.Namespace) -> int:
    shop = context.open(write=False)
    try:
        found = duplicates(shop, limit=max(1, words.limit), progress=context.progress())
    finally:
        shop.close()
    said = table([_cells(context, pair) for pair in found.pairs]) or context.words("No two customers look like one.")
    context.answer({"duplicates": [_pair(context, pair) for pair in found.pairs], "count": found.count}, said)
    return 0


def _settle(context: Context, words: argparse.Namespace) -> int:
    one, other = (CustomerId(number_of("customer", text)) for text in (words.keep, words.lose))
    shop = context.open()
    try:
        if words.deed == "merge":
            sides = chosen_sides(dict(_choice(text) for text in words.take))
            done = merge_customers(shop, one, other, chosen=sides, actor=context.actor)
        else:
            done = tell_apart(shop, one, other, actor=context.actor)
    finally:
        shop.close()
    context.answer({"customer": {"id": one}, "change": done.id or None}, context.words.say(done.title))
    return 0


def _choice(text: str) -> tuple[str, str]:
    name, _, side = text.partition("=")
    return name.replace("-", "_"), side


def _cells(context: Context, pair: Alike) -> Sequence[str]:
    say = context.words.say
    return (
        str(pair.first.id),
        pair.first.name,
        str(pair.second.id),
        pair.second.name,
        say(SURENESS_LABELS[pair.likeness.sureness]),
        ", ".join(map(say, pair.likeness.reasons)),
    )


def _pair(context: Context, pair: Alike) -> dict[str, object]:
    return {
        "id": pair.first.id,
        "title": pair.first.name,
        "keep": _person(pair.first),
        "lose": _person(pair.second),
        "score": pair.likeness.score,
        "sure": pair.likeness.sureness,
        "reasons": [context.words.say(reason) for reason in pair.likeness.reasons],
    }


def _person(someone: Someone) -> dict[str, object]:
    return {"id": someone.id, "name": someone.name, "city": someone.city, "orders": someone.orders}
