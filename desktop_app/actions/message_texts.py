"""The shop's own words for its messages: written, taken back to the program's; ready answers added and removed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.domain.changes import Changes, Topic
from desktop_app.domain.errors import Invalid
from desktop_app.domain.keys import name_key
from desktop_app.domain.message_texts import READY, MessageText, TextKey, text_and_general, text_title
from desktop_app.domain.message_wording import read_text
from desktop_app.domain.messages import MessageKind
from desktop_app.domain.outgoing import LONGEST_SUBJECT
from desktop_app.domain.text import clean, clean_block, shorten
from desktop_app.i18n import Language, Message, msg
from desktop_app.queries import Shop
from desktop_app.queries.message_texts import own_rows, starters, texts
from desktop_app.store.tables import MessageTextTable

if TYPE_CHECKING:
    from desktop_app.store.transaction import Change

_TOPICS = (Topic.MESSAGES,)
_LONGEST, _LONGEST_NAME = 10_000, 80


def set_text(shop: Shop, key: TextKey, language: Language, subject: str, text: str, *, actor: str) -> Changes:
    """Keeps the shop's own words; those of the program are kept as no words of its own.

    Raises Invalid at “subject” or “text” for what cannot be read, and NotFound for a text there is not.
    """
    known = texts(shop)
    known.best(text_and_general(key), language)
    subject, text = checked_words(subject, text)
    title = msg("Text “{name}” ({language})", name=known.title(key), language=language.value)
    with shop.change(title, actor=actor, topics=_TOPICS) as change:
        _keep(shop, change, MessageText(key, language, subject, text, title=_name(shop, key)))
    return change.changes


def reset_text(shop: Shop, key: TextKey, language: Language | None = None, *, actor: str) -> Changes:
    """Goes back to the program's words, in one language or in all; raises NotFound, and Invalid without any."""
    texts(shop).best([key], language or Language.EN)
    if not any(one.key == key for one in starters()):
        raise Invalid(
            "text", msg("“{name}” is the shop’s own. Remove it if you do not need it.", name=_name(shop, key))
        )
    title = msg("Text “{name}” as it came with the program", name=texts(shop).title(key))
    with shop.change(title, actor=actor, topics=_TOPICS) as change:
        rows = own_rows(shop, key)
        change.delete(MessageTextTable, [number for said, number in rows.items() if language in (None, said)])
    return change.changes


def add_ready(
    shop: Shop, name: str, language: Language, subject: str, text: str, *, actor: str
) -> tuple[TextKey, Changes]:
    """Adds a ready answer of the shop's own; raises Invalid at “name”, “subject” or “text”."""
    name = clean(name)
    if not name or not name_key(name):
        raise Invalid("name", msg("Give the answer a name, such as the question it answers."))
    if len(name) > _LONGEST_NAME:
        raise Invalid("name", msg("The name is too long: at most {limit} letters fit.", limit=_LONGEST_NAME))
    key = TextKey(MessageKind.READY, name_key(name))
    subject, text = checked_words(subject, text)
    with shop.change(msg("Add the ready answer “{name}”", name=name), actor=actor, topics=_TOPICS) as change:
        if key.name in READY or own_rows(shop, key):
            raise Invalid("name", msg("There is “{word}” already. Choose another name.", word=shorten(name)))
        _keep(shop, change, MessageText(key, language, subject, text, title=name))
    return key, change.changes


def remove_ready(shop: Shop, key: TextKey, *, actor: str) -> Changes:
    """Takes a ready answer out of the list: one of the shop's own for good, one of the program hidden."""
    known = texts(shop)
    name = known.title(key)
    shown = known.best([key], Language.EN)
    if key.kind is not MessageKind.READY:
        raise Invalid("text", msg("Only ready answers can be removed. Go back to the program’s words instead."))
    with shop.change(msg("Remove the ready answer “{name}”", name=name), actor=actor, topics=_TOPICS) as change:
        rows = own_rows(shop, key)
        if key.name not in READY:
            change.delete(MessageTextTable, rows.values())
        elif rows:
            for number in rows.values():
                change.update(MessageTextTable, number, version=None, values={"hidden": True})
        else:
            change.insert(MessageTextTable, _row(shown, hidden=True))
    return change.changes


def checked_words(subject: str, text: str) -> tuple[str, str]:
    """A subject and a text as they can be kept; raises Invalid at “subject” or “text”."""
    subject, text = clean(subject), clean_block(text)
    if not text:
        raise Invalid("text", msg("The message has no words yet. Write some."))
    for field, said, limit in (("text", text, _LONGEST), ("subject", subject, LONGEST_SUBJECT)):
        if len(said) > limit:
            raise Invalid(field, msg("This is too long: at most {limit} letters fit.", limit=limit))
        read_text(said, field)
    return subject, text


def _keep(shop: Shop, change: Change, text: MessageText) -> None:
    number = own_rows(shop, text.key).get(text.language)
    starter = next((one for one in starters() if (one.key, one.language) == (text.key, text.language)), None)
    if starter is not None and (starter.subject, starter.text) == (text.subject, text.text):
        if number is not None:
            change.delete(MessageTextTable, [number])
    elif number is not None:
        values = {"subject": text.subject, "text": text.text, "hidden": False}
        change.update(MessageTextTable, number, version=None, values=values)
    else:
        change.insert(MessageTextTable, _row(text))


def _row(text: MessageText, *, hidden: bool = False) -> dict[str, object]:
    return {
        "kind": text.key.kind.value,
        "name": text.title,
        "name_key": text.key.name,
        "language": text.language.value,
        "subject": text.subject,
        "text": text.text,
        "position": 0,
        "hidden": hidden,
    }


def _name(shop: Shop, key: TextKey) -> str:
    """What the shop called a ready answer of its own; "" for texts of the program."""
    named: Message | str = texts(shop).title(key)
    return named if isinstance(named, str) and named != text_title(key) else ""
