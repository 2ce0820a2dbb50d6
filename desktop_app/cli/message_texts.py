"""`cordial text`: the texts of messages listed, shown as they come out, written and taken back to the program's."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from desktop_app.actions.message_texts import add_ready, remove_ready, reset_text, set_text
from desktop_app.cli import values
from desktop_app.cli.complaints import read_text
from desktop_app.cli.output import Context, answer_list, table
from desktop_app.domain.changes import Changes
from desktop_app.domain.errors import Invalid
from desktop_app.domain.message_fields import FACTS, facts_for, fields_for
from desktop_app.domain.message_texts import MessageText, TextKey, key_named
from desktop_app.domain.settings import SHOP_LANGUAGE
from desktop_app.domain.text import fold
from desktop_app.i18n import Language, msg
from desktop_app.queries import Shop
from desktop_app.queries.message_texts import text_in, text_rows, texts
from desktop_app.queries.settings import setting
from desktop_app.queries.text_preview import preview


def run(context: Context, words: argparse.Namespace) -> int:
    """One deed with the texts."""
    if words.deed == "fields":
        return _fields(context, key_named(words.key))
    shop = context.open(write=words.deed not in ("list", "show"))
    try:
        if words.deed == "list":
            return _list(context, shop, own=words.own)
        language = Language(getattr(words, "language", None) or setting(shop, SHOP_LANGUAGE))
        if words.deed == "show":
            return _show(context, shop, text_in(shop, _key(shop, words.key), language), words)
        return _write(context, shop, words, language)
    finally:
        shop.close()


def _list(context: Context, shop: Shop, *, own: bool) -> int:
    said = context.words
    rows = [row for row in text_rows(shop) if row.own or not own]
    objects: list[dict[str, object]] = [
        {"id": str(row.key), "title": said.say(row.title), "own": [language.value for language in row.own]}
        for row in rows
    ]
    cells: list[Sequence[str]] = [
        (str(row.key), said.say(row.title), ", ".join(language.value for language in row.own)) for row in rows
    ]
    return answer_list(context, "texts", (objects, cells))


def _show(context: Context, shop: Shop, text: MessageText, words: argparse.Namespace) -> int:
    about: dict[str, object] = {"id": str(text.key), "language": text.language.value, "own": text.own}
    if not words.preview:
        shown = "\n\n".join(part for part in (text.subject, text.text) if part)
        context.answer({"text": {**about, "subject": text.subject, "text": text.text}}, shown)
        return 0
    found = preview(shop, text, place=values.number("place", words.place) - 1, short=words.short)
    made, said = found.composed, context.words
    shown = "\n\n".join(part for part in (said.say(found.title), made.subject, made.text) if part)
    context.answer({"text": {**about, "subject": made.subject, "text": made.text, "empty": made.empty,
                             "record": said.say(found.title), "of": found.of}}, shown)  # fmt: skip
    return 0


def _write(context: Context, shop: Shop, words: argparse.Namespace, language: Language) -> int:
    key, done = _deed(context, shop, words, language)
    context.answer({"text": {"id": str(key)}, "change": done.id}, context.words.say(done.title))
    return 0


def _deed(context: Context, shop: Shop, words: argparse.Namespace, language: Language) -> tuple[TextKey, Changes]:
    if words.deed == "add":
        subject, text = words.subject or words.name, read_text(words.text)
        return add_ready(shop, words.name, language, subject, text, actor=context.actor)
    key = _key(shop, words.key)
    if words.deed == "remove":
        return key, remove_ready(shop, key, actor=context.actor)
    if words.deed == "reset":
        only = Language(words.language) if words.language else None
        return key, reset_text(shop, key, only, actor=context.actor)
    if words.subject is None and words.text is None:
        raise Invalid("text", msg("Say the new words by --subject or --text."))
    here = text_in(shop, key, language)
    subject = here.subject if words.subject is None else words.subject
    text = here.text if words.text is None else read_text(words.text)
    return key, set_text(shop, key, language, subject, text, actor=context.actor)


def _key(shop: Shop, typed: str) -> TextKey:
    """A text by its key, a ready answer also by the name it was given."""
    known = texts(shop)
    ready = (key for key in known.ready() if fold(str(known.title(key))) == fold(typed))
    return next(ready, None) or key_named(typed)


def _fields(context: Context, key: TextKey) -> int:
    said = context.words
    fields = [(info.written, said.say(info.label), info.samples[said.language]) for info in fields_for(key.kind)]
    facts = [(f"[if {fact.value}: …]", said.say(FACTS[fact][0]), "") for fact in facts_for(key.kind)]
    context.answer(
        {
            "fields": [{"field": field, "label": label, "sample": sample} for field, label, sample in fields],
            "conditions": [{"condition": written, "label": label} for written, label, _ in facts],
        },
        table([(a, b, c.replace("\n", " · ")) for a, b, c in (*fields, *facts)]),
    )
    return 0
