"""`cordial customer note add|edit|remove`."""

from __future__ import annotations

import argparse

from desktop_app.actions.notes import add_note, edit_note, remove_note
from desktop_app.cli.output import Context
from desktop_app.cli.show import number_of
from desktop_app.domain.customers import CustomerId
from desktop_app.domain.notes import NoteId
from desktop_app.queries.notes import note


def run(context: Context, words: argparse.Namespace) -> int:
    """Changes one dated note on a customer."""
    shop = context.open()
    try:
        if words.act == "add":
            of = CustomerId(number_of("customer", words.of))
            id_, done = add_note(shop, of, words.text, actor=context.actor)
        else:
            id_ = NoteId(number_of("note", words.id))
            if words.act == "remove":
                done = remove_note(shop, id_, actor=context.actor)
            else:
                _, old = note(shop, id_)
                done = edit_note(shop, id_, old.version, words.text, actor=context.actor)
    finally:
        shop.close()
    context.answer({"note": {"id": id_}, "change": done.id}, context.words.say(done.title))
    return 0
