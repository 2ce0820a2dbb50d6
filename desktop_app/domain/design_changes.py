"""What became of a design from one version to the next, in few words: its history names it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields

from desktop_app.domain.cards import Item, Placing, SignatureItem, Style, Template, TextItem
from desktop_app.domain.design_text import variants_of
from desktop_app.i18n import Language, Message, msg, nmsg

_WORDED = {  # whole texts: a language's name alone is not translated, each stands in itself
    Language.EN: msg("words in English"), Language.RU: msg("words in Russian"), Language.LV: msg("words in Latvian"),
}  # fmt: skip
_PLACE = frozenset(("box", "free", "rotate", "side", "until", "clear", "locked", "group"))
_UNSEEN = frozenset(("id", "text", "style", "after", "when"))  # compared by what they stand for, or not at all


def changes_between(before: Template, after: Template) -> tuple[Message, ...]:
    """Each sort of change once, with how many things it touched; nothing for designs that print alike."""
    old, new = ({item.id: item for item in template.items} for template in (before, after))
    kept = [(old[name], new[name]) for name in new if name in old]
    said: list[Message] = []
    added, gone = len(new.keys() - old.keys()), len(old.keys() - new.keys())
    moved = sum(1 for one, other in kept if _placed_otherwise(one, other))
    looks = sum(1 for one, other in kept if _looks_otherwise(before, one, after=after, other=other))
    shown = sum(1 for one, other in kept if one.when != other.when)
    if added:
        said.append(nmsg("{n} thing added", "{n} things added", n=added))
    if gone:
        said.append(nmsg("{n} thing taken away", "{n} things taken away", n=gone))
    if moved:
        said.append(nmsg("{n} thing moved", "{n} things moved", n=moved))
    said += [_WORDED[one] for one in _reworded(before, after, old.keys())]
    if looks:
        said.append(nmsg("{n} thing looks otherwise", "{n} things look otherwise", n=looks))
    if shown:
        said.append(nmsg("conditions of {n} thing", "conditions of {n} things", n=shown))
    if before.palette != after.palette:
        said.append(msg("the card’s own colours"))
    if [name for name in old if name in new] != [name for name in new if name in old]:
        said.append(msg("the order of drawing"))
    return tuple(said)


def _placed_otherwise(one: Item, other: Item) -> bool:
    return any(getattr(one, name, None) != getattr(other, name, None) for name in _PLACE)


def _looks_otherwise(before: Template, one: Item, *, after: Template, other: Item) -> bool:
    if type(one) is not type(other):
        return True
    parts = [field.name for field in fields(one) if field.name not in _PLACE | _UNSEEN]
    return _style(before, one) != _style(after, other) or any(getattr(one, p) != getattr(other, p) for p in parts)


def _style(template: Template, item: Placing) -> Style | None:
    return template.styles[item.style] if isinstance(item, TextItem | SignatureItem) else None


def _reworded(before: Template, after: Template, known: Iterable[str]) -> list[Language]:
    """The languages in which a text that was there before says something else."""
    names = [name for name in known if any(item.id == name for item in after.items)]
    return [
        language
        for language in Language
        if any(variants_of(before, name, language) != variants_of(after, name, language) for name in names)
    ]
