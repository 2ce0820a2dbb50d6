"""`cordial word set|show|readings`: the owner's word to the packers, and who has read it and the mission."""

from __future__ import annotations

import argparse
import datetime as dt

from desktop_app.actions.words_of_day import set_day_word
from desktop_app.cli.output import Context, Listed, answer_list
from desktop_app.domain.packers import Reading, text_in
from desktop_app.i18n import Language
from desktop_app.queries import Shop
from desktop_app.queries.words_of_day import day_word, day_words, readings


def run(context: Context, words: argparse.Namespace) -> int:
    """Keeps a word, or lists words or readings."""
    shop = context.open(write=words.deed == "set")
    try:
        if words.deed == "set":
            _set(context, shop, words)
        elif words.deed == "show":
            answer_list(context, "words", _words(context, shop))
        else:
            answer_list(context, "readings", _readings(context, shop, words.day or shop.today()))
    finally:
        shop.close()
    return 0


def _set(context: Context, shop: Shop, words: argparse.Namespace) -> None:
    """The text of one language; what the day's word says in others stays. Without a text the day has no word."""
    day, text = words.day or shop.today(), " ".join(words.text)
    known = day_word(shop, day)
    texts = {**dict(known.texts if known else ()), Language(words.language or context.words.language): text}
    done = set_day_word(shop, day, texts if text.strip() else {}, actor=context.actor)
    context.answer({"change": done.id}, context.words.say(done.title))


def _words(context: Context, shop: Shop) -> Listed:
    rows = day_words(shop, since=shop.today())
    objects: list[dict[str, object]] = [
        {"day": one.day, "by": one.by, "texts": {language.value: text for language, text in one.texts}} for one in rows
    ]
    return objects, [(one.day.isoformat(), text_in(dict(one.texts), context.words.language), one.by) for one in rows]


def _readings(context: Context, shop: Shop, day: dt.date) -> Listed:
    rows = readings(shop, day)
    objects: list[dict[str, object]] = [
        {"person": one.packer.fields.person, "mission": one.mission, "word": one.word} for one in rows
    ]
    return objects, [_cells(context, one, day_word(shop, day) is not None) for one in rows]


def _cells(context: Context, one: Reading, word: bool) -> tuple[str, ...]:
    words = context.words
    missing = [words("the mission")] if not one.mission else []
    if word and not one.word:
        missing.append(words("the word of the day"))
    said = words("Not read yet: {what}", what=missing) if missing else words("has read everything")
    return (one.packer.fields.person, said)
