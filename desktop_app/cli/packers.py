"""`cordial packer add|edit|remove|pin|list`: those who pack, their language and their PINs."""

from __future__ import annotations

import argparse
import sys
from dataclasses import replace

from desktop_app.actions.packers import add_packer, edit_packer, remove_packers
from desktop_app.actions.pins import forget_pin, set_pin
from desktop_app.cli.output import Context, Listed, answer_list
from desktop_app.cli.values import language
from desktop_app.domain.changes import Changes
from desktop_app.domain.packers import Packer, PackerFields
from desktop_app.domain.pins import checked_pin
from desktop_app.queries import Shop
from desktop_app.queries.packers import packer_named, packers


def run(context: Context, words: argparse.Namespace) -> int:
    """Does the deed that was asked for; a PIN never stands among the words, where others could read it."""
    if words.deed == "list":
        return _list(context)
    pin = _pin(context) if words.deed == "pin" and not words.forget else ""
    shop = context.open()
    try:
        done = _done(shop, words, pin, actor=context.actor)
    finally:
        shop.close()
    context.answer({"change": done.id}, context.words.say(done.title))
    return 0


def listed(context: Context, shop: Shop) -> Listed:
    """Those who pack, for machines and for people."""
    rows = packers(shop)
    objects: list[dict[str, object]] = [
        {
            "id": one.id,
            "person": one.fields.person,
            "language": one.fields.language or "",
            "active": one.fields.active,
            "pin": one.has_pin,
            "signature": one.signed,
        }
        for one in rows
    ]
    return objects, [_cells(context, one) for one in rows]


def _cells(context: Context, one: Packer) -> tuple[str, ...]:
    words = context.words
    return (
        one.fields.person,
        one.fields.language.value if one.fields.language else "",
        words("with PIN") if one.has_pin else "",
        words("signed") if one.signed else "",
        "" if one.fields.active else words("rests"),
    )


def _list(context: Context) -> int:
    shop = context.open(write=False)
    try:
        answer_list(context, "packers", listed(context, shop))
    finally:
        shop.close()
    return 0


def _done(shop: Shop, words: argparse.Namespace, pin: str, *, actor: str) -> Changes:
    if words.deed == "add":
        active = True if words.active is None else words.active
        return add_packer(shop, PackerFields(words.name, language(words.language or ""), active), actor=actor)[1]
    if words.deed == "remove":
        return remove_packers(shop, [packer_named(shop, name).id for name in words.names], actor=actor)
    known = packer_named(shop, words.name)
    if words.deed == "pin":
        return set_pin(shop, known.id, pin, actor=actor) if pin else forget_pin(shop, known.id, actor=actor)
    fields = replace(
        known.fields,
        person=known.fields.person if words.new_name is None else words.new_name,
        language=known.fields.language if words.language is None else language(words.language),
        active=known.fields.active if words.active is None else words.active,
    )
    return edit_packer(shop, known.id, known.version, fields, actor=actor)


def _pin(context: Context) -> str:
    """A PIN typed at the terminal unseen, else the first line of standard input; raises Invalid before a shop opens."""
    from getpass import getpass

    if sys.stdin.isatty():
        return checked_pin(getpass(context.words("PIN") + ": ", stream=context.err))
    return checked_pin(sys.stdin.readline())
