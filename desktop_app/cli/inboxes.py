"""`cordial inbox add|edit|remove|checked|list`: where complaints arrive, and when somebody looked there last."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import replace

from desktop_app.actions.inboxes import add_inbox, edit_inbox, look_into, remove_inboxes
from desktop_app.cli import values
from desktop_app.cli.inbox_rows import inbox_object, inbox_text
from desktop_app.cli.named_deeds import do_named
from desktop_app.cli.output import Context, Listed
from desktop_app.domain.changes import Changes
from desktop_app.domain.complaints import SOURCE_NAMES, Source
from desktop_app.domain.inboxes import InboxFields
from desktop_app.queries import Shop
from desktop_app.queries.inboxes import inbox_named, inbox_rows


def run(context: Context, words: argparse.Namespace) -> int:
    """Changes one inbox or several, or lists them."""
    return do_named(context, words, noun="inbox", nouns="inboxes", listed=listed_inboxes, change=_change)


def listed_inboxes(context: Context, shop: Shop, _words: argparse.Namespace) -> Listed:
    """All inboxes for a list, those first that wait longest for somebody to look."""
    found = inbox_rows(shop)
    cells: list[Sequence[str]] = [
        (
            row.inbox.fields.name,
            context.words.say(SOURCE_NAMES[row.inbox.fields.source]),
            inbox_text(context, row),
            row.inbox.fields.link,
        )
        for row in found
    ]
    return [inbox_object(row) for row in found], cells


def _change(context: Context, shop: Shop, words: argparse.Namespace) -> tuple[list[str], Changes]:
    if words.deed in ("remove", "checked"):
        found = [inbox_named(shop, name) for name in words.names]
        deed = remove_inboxes if words.deed == "remove" else look_into
        return words.names, deed(shop, [one.id for one in found], actor=context.actor)
    if words.deed == "add":
        fields = _fields(words, InboxFields(words.name))
        return [fields.name], add_inbox(shop, fields, actor=context.actor)[1]
    old = inbox_named(shop, words.name)
    fields = _fields(words, old.fields)
    if words.new_name is not None:
        fields = replace(fields, name=words.new_name)
    return [fields.name], edit_inbox(shop, old.id, old.version, fields, actor=context.actor)


def _fields(words: argparse.Namespace, old: InboxFields) -> InboxFields:
    if words.source is not None:
        old = replace(old, source=Source(words.source))
    if words.every is not None:
        old = replace(old, every_hours=values.number("every", words.every))
    if words.link is not None:
        old = replace(old, link=words.link)
    return old
