"""`cordial design export|import|duplicate|rename|remove`: the shop's own card designs."""

from __future__ import annotations

import argparse
from pathlib import Path

from desktop_app.actions.template_files import export_template, import_template
from desktop_app.actions.templates import duplicate_template, remove_template, rename_template
from desktop_app.cli.output import Context
from desktop_app.domain.changes import Changes
from desktop_app.domain.errors import NotFound
from desktop_app.domain.printing import Kind
from desktop_app.domain.templates import TemplateId, own_id, own_key
from desktop_app.domain.text import shorten
from desktop_app.i18n import msg
from desktop_app.queries import Shop


def run(context: Context, words: argparse.Namespace) -> int:
    """Carries a design out of the shop or into it, or changes one of the shop's own."""
    shop = context.open(write=words.deed != "export")
    try:
        if words.deed == "export":
            file = Path(words.file)
            export_template(shop, Kind(words.kind), words.key, file)
            context.answer({"file": str(file)}, context.words("The design lies in {file}.", file=file))
            return 0
        key, done = _changed(shop, words, context.actor)
    finally:
        shop.close()
    context.answer({"design": {"id": key}, "change": done.id}, f"{context.words.say(done.title)} · {key}")
    return 0


def _changed(shop: Shop, words: argparse.Namespace, actor: str) -> tuple[str, Changes]:
    """The key of the design that was made or changed, and the change."""
    if words.deed == "import":
        kept, done = import_template(shop, Path(words.file), actor=actor)
        return own_key(kept), done
    if words.deed == "duplicate":
        kept, done = duplicate_template(shop, Kind(words.kind), words.key, words.title, actor=actor)
        return own_key(kept), done
    own = _own(words.key)
    if words.deed == "rename":
        return words.key, rename_template(shop, own, words.title, actor=actor)
    return words.key, remove_template(shop, own, actor=actor)


def _own(key: str) -> TemplateId:
    number = own_id(key)
    if number is None:
        raise NotFound(
            msg("“{key}” is no design of the shop’s own; look at cordial list designs.", key=shorten(key))
        )
    return number
