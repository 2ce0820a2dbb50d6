"""`cordial list tags` and `list interests`: the shop's words for its customers, each with how many bear it."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from desktop_app.cli.output import Context, Listed
from desktop_app.domain.tags import Word, WordKind
from desktop_app.queries import Shop
from desktop_app.queries.words import words_of


def listed_tags(context: Context, shop: Shop, words: argparse.Namespace) -> Listed:
    """The tags, with their lead times."""
    return _listed(context, words_of(shop, WordKind.TAG)[: words.limit])


def listed_interests(context: Context, shop: Shop, words: argparse.Namespace) -> Listed:
    """The interests."""
    return _listed(context, words_of(shop, WordKind.INTEREST)[: words.limit])


def _listed(context: Context, found: Sequence[Word]) -> Listed:
    objects: list[dict[str, object]] = [
        {"id": one.id, "word": one.word, "customers": one.customers, "lead_days": one.lead_days} for one in found
    ]
    cells: list[Sequence[str]] = [
        (one.word, str(one.customers), "" if one.lead_days is None else _lead(context, one.lead_days)) for one in found
    ]
    return objects, cells


def _lead(context: Context, days: int) -> str:
    words = context.words
    return words.n("{n} day ahead", "{n} days ahead", days)
