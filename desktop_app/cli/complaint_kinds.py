"""`cordial complaint kinds` and `complaint kind add|name|order|hide|show|remove`."""

from __future__ import annotations

import argparse

from desktop_app.actions.complaint_kinds import add_kind, hide_kind, name_kind, order_kinds, remove_kind
from desktop_app.cli.output import Context, answer_list
from desktop_app.domain.changes import Changes
from desktop_app.i18n import Language
from desktop_app.queries import Shop
from desktop_app.queries.complaint_kinds import kinds


def run(context: Context, words: argparse.Namespace) -> int:
    """Lists the kinds of complaint, or changes the list."""
    if words.deed == "kinds":
        return _list(context)
    shop = context.open()
    try:
        code, done = _change(shop, words, context.actor)
    finally:
        shop.close()
    context.answer({"kind": {"code": code}, "change": done.id}, context.words.say(done.title))
    return 0


def _list(context: Context) -> int:
    shop = context.open(write=False)
    try:
        known = kinds(shop)
    finally:
        shop.close()
    objects: list[dict[str, object]] = [
        {"id": kind.code, "code": kind.code, "name": kind.name, "hidden": kind.hidden} for kind in known
    ]
    say = context.words.say
    cells = [(kind.code, context.words("hidden") if kind.hidden else "", say(kind.name)) for kind in known]
    return answer_list(context, "kinds", (objects, list(cells)))


def _change(shop: Shop, words: argparse.Namespace, actor: str) -> tuple[str, Changes]:
    if words.act == "order":
        return words.codes[0], order_kinds(shop, words.codes, actor=actor)
    if words.act == "add":
        return add_kind(shop, _texts(words), actor=actor)
    code = str(words.code)
    if words.act == "name":
        return code, name_kind(shop, code, _texts(words), actor=actor)
    if words.act == "remove":
        return code, remove_kind(shop, code, actor=actor)
    return code, hide_kind(shop, code, hidden=words.act == "hide", actor=actor)


def _texts(words: argparse.Namespace) -> dict[Language, str]:
    return {language: getattr(words, language.value) for language in Language}
