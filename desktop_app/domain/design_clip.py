"""Items copied out of a design and pasted into it, onto its other side, or into another design; each a new design."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from desktop_app.domain.cards import (
    BarcodeItem,
    Item,
    LinesItem,
    Side,
    SignatureItem,
    Style,
    Template,
    TextItem,
)
from desktop_app.domain.design import chosen, freed, fresh
from desktop_app.domain.design_items import style_names, text_keys, without
from desktop_app.domain.design_place import Stand
from desktop_app.domain.printing import ROWS

OFFSET = 5.0  # mm across and down from what was copied


def copy(template: Template, ids: Iterable[str], *, stand: Stand) -> Template:
    """Items ready to be pasted, as a design with nothing else on it; locked ones too, hanging on nothing."""
    items = chosen(template, ids, locked=True)
    alone = {item.id for item in template.items}
    loose = tuple(replace(without(freed(item, stand.form, stand.places), alone), locked=False) for item in items)
    return replace(
        template, items=loose, texts={key: template.texts[key] for item in items for key in text_keys(item)},
        styles={name: template.styles[name] for item in items for name in style_names(item)},
    )  # fmt: skip


def paste(
    template: Template, clip: Template, *, side: Side, stand: Stand, in_place: bool = False
) -> tuple[Template, tuple[str, ...]]:
    """The design with the clip's items on a side, in front of all others, and their new ids.

    They stand where they stood, a little aside where the like stands there already; `in_place`, there all the same.
    """
    offset = 0.0 if in_place else _aside(template, clip, side, stand)
    texts, styles = dict(template.texts), dict(template.styles)
    ids, groups = {item.id for item in template.items}, {item.group for item in template.items}
    renamed: dict[str, str] = {}
    new: list[Item] = []
    for item in clip.items:
        if isinstance(item, LinesItem) and template.kind not in ROWS:
            continue
        name = fresh(item.id, ids)
        ids.add(name)
        group = renamed.setdefault(item.group, fresh(item.group, groups)) if item.group else ""
        groups.add(group)
        made = replace(item, id=name, side=side, group=group)
        if isinstance(made, TextItem | BarcodeItem):
            key = fresh(made.text, texts)
            texts[key] = clip.texts[made.text]
            made = replace(made, text=key)
        made = _in_styles(made, clip, styles)
        new.append(stand.put(made, stand.frame(made).moved(offset, offset)) if offset else made)
    pasted = replace(template, items=(*template.items, *new), texts=texts, styles=styles)
    return pasted, tuple(item.id for item in new)


def duplicate(template: Template, ids: Iterable[str], *, stand: Stand) -> tuple[Template, tuple[str, ...]]:
    """Items once more, a little aside, each on the side of its original."""
    made = template
    new: list[str] = []
    for side in Side:
        ids_here = [item.id for item in chosen(template, ids, locked=True) if item.side is side]
        if ids_here:
            made, names = paste(made, copy(template, ids_here, stand=stand), side=side, stand=stand)
            new += names
    return made, tuple(new)


def _aside(template: Template, clip: Template, side: Side, stand: Stand) -> float:
    """How far from its old place the first item finds one where nothing has its upper left corner."""
    taken = {(frame.x, frame.y) for frame in (stand.frame(item) for item in template.items if item.side is side)}
    offset = 0.0
    for first in clip.items[:1]:
        frame = stand.frame(first)
        while any(abs(x - frame.x - offset) < 0.5 and abs(y - frame.y - offset) < 0.5 for x, y in taken):
            offset += OFFSET
    return offset


def _in_styles(item: Item, clip: Template, styles: dict[str, Style]) -> Item:
    """A pasted item in styles of its own, or in those of the same name that look the same."""
    names = {}
    for name in style_names(item):
        if name not in names:
            names[name] = name if styles.get(name) == clip.styles[name] else fresh(name, styles)
            styles[names[name]] = clip.styles[name]
    if isinstance(item, TextItem | SignatureItem):
        return replace(item, style=names[item.style])
    if isinstance(item, LinesItem):
        return replace(item, quantity=names[item.quantity], name=names[item.name], sku=names[item.sku])
    return item
