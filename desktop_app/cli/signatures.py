"""`cordial signature add|remove`."""

from __future__ import annotations

import argparse
from pathlib import Path

from desktop_app.actions.signatures import remove_signature, set_signature
from desktop_app.cli.output import Context


def run(context: Context, words: argparse.Namespace) -> int:
    """Keeps a person's signature, or takes it away."""
    shop = context.open()
    try:
        if words.deed == "add":
            done = set_signature(shop, words.person, Path(words.picture), actor=context.actor)
        else:
            done = remove_signature(shop, words.person, actor=context.actor)
    finally:
        shop.close()
    context.answer({"signature": {"person": words.person}, "change": done.id}, context.words.say(done.title))
    return 0
