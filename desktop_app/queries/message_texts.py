"""The texts of messages as they stand in a shop: its own, and those that come with the program."""

from __future__ import annotations

from functools import lru_cache

from desktop_app.domain.message_texts import MessageText, TextKey, Texts, starters_in
from desktop_app.domain.messages import MessageKind
from desktop_app.i18n import Language
from desktop_app.paths import resources
from desktop_app.queries import Shop
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
