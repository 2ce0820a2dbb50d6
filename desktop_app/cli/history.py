"""`cordial undo` and `cordial redo`."""

from __future__ import annotations

import argparse

from desktop_app.actions.history import redo, undo
from desktop_app.cli.output import Context
from desktop_app.domain.changes import ChangeId


def run(context: Context, words: argparse.Namespace) -> int:
    """Takes back the last change or the one named, or does it again."""
    shop = context.open()
    try:
        if words.command == "redo":
            done = redo(shop, actor=context.actor)
        else:
            done = undo(shop, ChangeId(words.id) if words.id else None, actor=context.actor)
    finally:
        shop.close()
    context.answer({"change": done.id, "title": done.title}, context.words.say(done.title))
    return 0
