"""`cordial complaint note|heard|told|forget|picture`: what was said since, and the pictures that came with it."""

from __future__ import annotations

import argparse
from pathlib import Path

from desktop_app.actions.complaint_files import attach_pictures, remove_picture, save_picture
from desktop_app.actions.complaint_words import add_word, remove_word
from desktop_app.cli import values
from desktop_app.cli.complaints import complaint_number, read_files, read_text
from desktop_app.cli.output import Context
from desktop_app.cli.show import number_of
from desktop_app.domain.changes import Changes
from desktop_app.domain.complaints import Way
from desktop_app.queries import Shop

_WAYS = {"note": Way.NOTE, "heard": Way.IN, "told": Way.OUT}


def run(context: Context, words: argparse.Namespace) -> int:
    """Changes the thread or the pictures of one complaint, or writes a picture to a file."""
    if words.deed == "picture" and words.act == "save":
        return _save(context, words)
    shop = context.open()
    try:
        done = _picture(shop, words, context.actor) if words.deed == "picture" else _say(shop, words, context.actor)
    finally:
        shop.close()
    of = "picture" if words.deed == "picture" and words.act == "remove" else "complaint"
    context.answer({of: {"id": int(words.id)}, "change": done.id}, context.words.say(done.title))
    return 0


def _say(shop: Shop, words: argparse.Namespace, actor: str) -> Changes:
    of = complaint_number(words.id)
    if words.deed == "forget":
        return remove_word(shop, of, values.number("place", words.place), actor=actor)
    more = {} if words.deed == "note" else {"channel": words.channel, "at": words.at}
    return add_word(shop, of, way=_WAYS[words.deed], text=read_text(words.text), actor=actor, **more)


def _picture(shop: Shop, words: argparse.Namespace, actor: str) -> Changes:
    if words.act == "add":
        return attach_pictures(shop, complaint_number(words.id), read_files(words.files), actor=actor)
    return remove_picture(shop, number_of("picture", words.id), actor=actor)


def _save(context: Context, words: argparse.Namespace) -> int:
    shop = context.open(write=False)
    try:
        save_picture(shop, number_of("picture", words.id), to=Path(words.to))
    finally:
        shop.close()
    context.answer({"file": words.to}, context.words("Written to {file}", file=words.to))
    return 0
