"""The texts of messages as they stand in a shop: its own, and those that come with the program."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from desktop_app.domain.complaints import VERDICT_NAMES, Verdict
from desktop_app.domain.message_texts import MessageText, TextKey, Texts, starters_in, text_and_general, text_keys
from desktop_app.domain.messages import MessageKind
from desktop_app.i18n import Language, Message, msg
from desktop_app.paths import resources
from desktop_app.queries import Shop
from desktop_app.queries.complaint_kinds import kind_names
from desktop_app.queries.listing import begins
from desktop_app.store.tables import MessageTextTable as T


def texts(shop: Shop) -> Texts:
    """All texts of the shop, in one statement."""
    return Texts(starters(), own_texts(shop))


def own_texts(shop: Shop) -> list[MessageText]:
    """The texts that the shop wrote itself, ready answers in its order."""
    query = T.select(T.kind, T.name, T.name_key, T.language, T.subject, T.text, T.hidden).order_by(T.position, T.id)
    return [
        MessageText(
            TextKey(MessageKind(kind), name_key), Language(language), subject, text, own=True, title=name,
            hidden=bool(hidden),
        )
        for kind, name, name_key, language, subject, text, hidden in shop.rows(query.tuples())
    ]  # fmt: skip


@lru_cache(maxsize=1)
def starters() -> tuple[MessageText, ...]:
    """The texts that come with the program."""
    return tuple(
        text
        for language in Language
        for file in sorted(resources("messages", language.value).glob("*.txt"))
        for text in starters_in(file.read_text("utf-8"), language)
    )


def own_rows(shop: Shop, key: TextKey) -> dict[Language, int]:
    """The numbers of the rows that keep the shop's own words of a text, by language."""
    query = T.select(T.language, T.id).where(T.kind == key.kind.value, T.name_key == key.name)
    return {Language(language): number for language, number in shop.rows(query.tuples())}


def answers_of_kind(shop: Shop, code: str) -> list[int]:
    """The numbers of the rows that keep the shop's own answers to one kind of complaint."""
    query = T.select(T.id).where(T.kind == MessageKind.COMPLAINT.value, begins(T.name_key, f"{code}/"))
    return [number for (number,) in shop.rows(query.tuples())]


@dataclass(frozen=True, slots=True)
class TextRow:
    """A text in the list of them: what people call it, and in which languages the shop wrote it itself."""

    key: TextKey
    title: Message | str
    own: tuple[Language, ...] = ()


def text_rows(shop: Shop) -> list[TextRow]:
    """Every text there can be, the shop's own kinds of complaint and ready answers with the program's."""
    known = texts(shop)
    names = kind_names(shop)
    ready = known.ready()
    keys = [key for key in text_keys(names) if key.kind is not MessageKind.READY or key in ready]
    keys += [key for key in ready if key not in keys]
    own: dict[TextKey, list[Language]] = {}
    for one in own_texts(shop):
        own.setdefault(one.key, []).append(one.language)
    return [TextRow(key, _title(known, key, names), tuple(own.get(key, ()))) for key in keys]


def text_in(shop: Shop, key: TextKey, language: Language) -> MessageText:
    """A text in one language to write: as it stands, else as the nearest there is; raises NotFound."""
    known = texts(shop)
    found = known.get(key, language)
    return found or replace(known.best(text_and_general(key), language), key=key, language=language, own=False)


def _title(known: Texts, key: TextKey, kinds: Mapping[str, Message | str]) -> Message | str:
    kind, _, verdict = key.name.partition("/")
    if key.kind is MessageKind.COMPLAINT and verdict:
        return msg("{kind} · {verdict}", kind=kinds.get(kind, kind), verdict=VERDICT_NAMES[Verdict(verdict)])
    return known.title(key)
