"""`cordial move`: the shop copied whole to another place, compared row by row; the old one stays as it is."""

from __future__ import annotations

import argparse

from desktop_app.actions.servers import move_shop
from desktop_app.cli.output import Context
from desktop_app.cli.password import Address
from desktop_app.domain.servers import Verified
from desktop_app.paths import shown_place


def run(context: Context, words: argparse.Namespace) -> int:
    """Moves the shop, and says where it is now and where it was."""
    shop = context.open()
    try:
        target = Address(words.to, context.words, context.err)
        done: Verified = target.reach(
            lambda place: move_shop(shop, place, actor=context.actor, progress=context.progress())
        )
    finally:
        shop.close()
    to = shown_place(words.to)
    text = "\n".join(
        [
            context.words.n("{n} row was copied and compared.", "{n} rows were copied and compared.", done.rows),
            context.words("The shop is in {to} now. Start with it: cordial --shop {to}", to=to),
            context.words(
                "The old one stays as it was in {place}. Do not go on working in it.", place=context.location
            ),
        ]
    )
    context.answer({"rows": done.rows, "tables": done.tables, "sha256": done.sha256, "shop": to}, text)
    return 0
