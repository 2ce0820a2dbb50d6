"""The headings of files Cordial wrote, in whichever of its languages: where each field stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

from desktop_app.exchange.headings import Headings, folded
from desktop_app.exchange.layout import Layout
from desktop_app.i18n import Language, Message, Words


def own_layout(headings: Headings, fields: Mapping[str, Message]) -> Layout:
    """The columns of the fields that the table has."""
    found = {}
    for field, label in fields.items():
        at = next((at for name in own_names(label) if (at := headings.at(name)) >= 0), -1)
        if at >= 0:
            found[field] = (at,)
    return Layout(found, headings.names)


def wrote(headings: Headings, marks: Iterable[Message]) -> bool:
    """Whether all these headings are there, in one language or another."""
    return all(any(name in headings for name in own_names(label)) for label in marks)


@lru_cache(maxsize=256)
def _names(text: str) -> tuple[str, ...]:
    label = Message(text)
    return tuple(dict.fromkeys(Words(language).say(label) for language in Language))


def own_names(label: Message) -> tuple[str, ...]:
    """What a heading or a word is called in each of the program's languages."""
    return _names(label.text)


def meaning(cell: str, labels: Mapping[str, Message]) -> str | None:
    """The key of the label a cell says, in any language; None for none of them."""
    wanted = folded(cell)
    return next((key for key, label in labels.items() if wanted in map(folded, own_names(label))), None)
