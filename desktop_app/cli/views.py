"""`cordial view save|rename|remove`: lists as set up and named, shared by every desk of the shop."""

from __future__ import annotations

import argparse

from desktop_app.actions.views import change_view, remove_view, rename_view, save_view
from desktop_app.cli.narrowing import wanted_list
from desktop_app.cli.narrowing_arguments import foreign
from desktop_app.cli.output import Context
from desktop_app.domain.errors import NotFound
from desktop_app.domain.listing import ListKind
from desktop_app.domain.views import View
from desktop_app.queries import Shop
from desktop_app.queries.views import view_named


def run(context: Context, words: argparse.Namespace) -> int:
    """Changes one view."""
    kind = ListKind(words.of)
    if words.deed == "save" and (strange := foreign(words, kind)):
        words.refuse(f"not for {kind}: {strange}")
    shop = context.open()
    try:
        if words.deed == "save":
            content, kept = wanted_list(shop, kind, words).content, _kept(shop, kind, words.name)
            if kept is None:
                number, done = save_view(shop, kind, words.name, content, actor=context.actor)
            else:
                number, done = kept.id, change_view(shop, kept.id, content, actor=context.actor)
        else:
            number = view_named(shop, kind, words.name).id
            if words.deed == "rename":
                done = rename_view(shop, number, words.to, actor=context.actor)
            else:
                done = remove_view(shop, number, actor=context.actor)
    finally:
        shop.close()
    context.answer({"view": {"id": number}, "change": done.id}, context.words.say(done.title))
    return 0


def _kept(shop: Shop, kind: ListKind, name: str) -> View | None:
    try:
        return view_named(shop, kind, name)
    except NotFound:
        return None
