"""The shop's list of kinds of complaint: those of the program as the shop calls and orders them, and its own."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from peewee import fn

from desktop_app.domain.complaints import KINDS, ComplaintKind
from desktop_app.i18n import Language, Message, OwnWords, msg
from desktop_app.queries import Shop
from desktop_app.store.tables import ComplaintKindTable as K
from desktop_app.store.tables import ComplaintTable as T


@dataclass(frozen=True, slots=True)
class KeptKind:
    """What the shop itself keeps of a kind; `texts` are its own names by language."""

    id: int
    version: int
    texts: Mapping[Language, str] = field(default_factory=dict)
    position: int = 0
    hidden: bool = False


def kinds(shop: Shop) -> tuple[ComplaintKind, ...]:
    """All kinds in the shop's order, those that come with the program first where nobody said otherwise."""
    kept = kept_kinds(shop)
    codes = list(dict.fromkeys((*KINDS, *kept)))
    places = {code: place for place, code in enumerate(codes, 1)}
    places |= {code: one.position for code, one in kept.items() if one.position}
    return tuple(
        ComplaintKind(code, _name(code, kept.get(code)), code in kept and kept[code].hidden)
        for code in sorted(codes, key=places.__getitem__)
    )


def kind_names(shop: Shop) -> dict[str, Message]:
    """What each kind is called, by its code."""
    return {kind.code: kind.name for kind in kinds(shop)}


def kept_kinds(shop: Shop) -> dict[str, KeptKind]:
    """What the shop keeps of kinds, by their codes."""
    rows = shop.rows(K.select(K.code, K.id, K.version, K.texts, K.position, K.hidden).order_by(K.id).tuples())
    return {
        code: KeptKind(number, version, _texts(texts), position, bool(hidden))
        for code, number, version, texts, position, hidden in rows
    }


def kind_uses(shop: Shop, code: str) -> int:
    """How many complaints are of a kind."""
    return int(shop.value(T.select(fn.COUNT(T.id)).where(T.kind == code)))


def _texts(text: str) -> dict[Language, str]:
    kept = json.loads(text) if text else {}
    return {language: kept[language.value] for language in Language if kept.get(language.value)}


def _name(code: str, kept: KeptKind | None) -> Message:
    if kept and kept.texts:
        return Message("{own}", {"own": OwnWords(kept.texts)})
    return KINDS.get(code) or msg("{kind}", kind=code)
