"""Taking items out of a design, copying and pasting them, their order, groups, locks and sides; each a new design."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from desktop_app.domain.cards import (
    BarcodeItem,
    Item,
    LinesItem,
    Side,
    SignatureItem,
    Style,
    Template,
    TextItem,
    Variant,
    When,
)
from desktop_app.domain.design import chosen, freed, fresh, hangs_on, with_items
from desktop_app.domain.design_place import Stand
from desktop_app.domain.printing import ROWS
from desktop_app.domain.states import StrEnum
from desktop_app.i18n import Language

OFFSET = 5.0  # mm across and down from what was copied


class Order(StrEnum):
    """Where items go in the order of drawing."""

    FRONT = "front"
    FORWARD = "forward"
    BACKWARD = "backward"
    BACK = "back"


@dataclass(frozen=True, slots=True)
class Clip:
    """Items copied out of a design with the texts and styles they use."""

    items: tuple[Item, ...]
    texts: Mapping[str, Mapping[Language, tuple[Variant, ...]]]
    styles: Mapping[str, Style]


def text_keys(item: Item) -> tuple[str, ...]:
    """The texts an item says."""
    return (item.text,) if isinstance(item, TextItem | BarcodeItem) else ()


def style_names(item: Item) -> tuple[str, ...]:
    """The styles an item is set in."""
    if isinstance(item, TextItem | SignatureItem):
        return (item.style,)
    return (item.quantity, item.name, item.sku) if isinstance(item, LinesItem) else ()


def remove(template: Template, ids: Iterable[str], *, stand: Stand) -> Template:
    """The design without these items; what hung on them stays where it is, their own texts and styles go too."""
    gone = {item.id for item in chosen(template, ids)}
    if not gone:
        return template
    kept = []
    for item in template.items:
        if item.id not in gone:
            hung = gone.intersection(hangs_on(item))
            kept.append(_without(freed(item, stand.form, stand.places) if hung else item, gone))
    return pruned(replace(template, items=tuple(kept)), since=template)


def copy(template: Template, ids: Iterable[str], *, stand: Stand) -> Clip:
    """Items ready to be pasted, here or into another design; locked ones too."""
    items = chosen(template, ids, locked=True)
    alone = {item.id for item in template.items}
    loose = tuple(replace(_without(freed(item, stand.form, stand.places), alone), locked=False) for item in items)
    return Clip(
        loose,
        {key: template.texts[key] for item in items for key in text_keys(item)},
        {name: template.styles[name] for item in items for name in style_names(item)},
    )


def paste(
    template: Template, clip: Clip, *, side: Side, stand: Stand, offset: float = OFFSET
) -> tuple[Template, tuple[str, ...]]:
    """The design with the clip's items on a side, in front of all others, and their new ids."""
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


def reorder(template: Template, ids: Iterable[str], *, to: Order) -> Template:
    """Items drawn before or after the others of their side; a locked ground stays behind everything."""
    moving = {item.id for item in chosen(template, ids)}
    first = next((n for n, item in enumerate(template.items) if not item.locked), len(template.items))
    ground, items = template.items[:first], list(template.items[first:])
    if to in (Order.FRONT, Order.BACK):
        picked = [item for item in items if item.id in moving]
        rest = [item for item in items if item.id not in moving]
        items = [*rest, *picked] if to is Order.FRONT else [*picked, *rest]
    else:
        items = _stepped(items, moving, forward=to is Order.FORWARD)
    return replace(template, items=(*ground, *items))


def group(template: Template, ids: Iterable[str]) -> Template:
    """Two or more items as one group, taken out of the groups they were in."""
    items = chosen(template, ids)
    if len(items) < 2:
        return template
    name = fresh("group", {item.group for item in template.items})
    return with_items(template, [replace(item, group=name) for item in items])


def ungroup(template: Template, ids: Iterable[str]) -> Template:
    """Items each on their own again."""
    return with_items(template, [replace(item, group="") for item in chosen(template, ids)])


def whole_groups(template: Template, ids: Iterable[str]) -> tuple[str, ...]:
    """These items and all that are in a group with one of them, in drawing order."""
    wanted = set(ids)
    groups = {item.group for item in template.items if item.id in wanted and item.group}
    return tuple(item.id for item in template.items if item.id in wanted or item.group in groups)


def lock(template: Template, ids: Iterable[str], *, locked: bool) -> Template:
    """Items held where they are, or set free."""
    return with_items(template, [replace(item, locked=locked) for item in chosen(template, ids, locked=True)])


def set_when(template: Template, ids: Iterable[str], *, when: When) -> Template:
    """Items printed only under these conditions."""
    return with_items(template, [replace(item, when=when) for item in chosen(template, ids, locked=True)])


def to_side(template: Template, ids: Iterable[str], *, side: Side, stand: Stand) -> Template:
    """Items on the other side of the card, hanging on nothing that stays behind."""
    going = {item.id for item in chosen(template, ids)}
    items: list[Item] = []
    for item in template.items:
        apart = [name for name in hangs_on(item) if (name in going) != (item.id in going)]
        made = freed(item, stand.form, stand.places) if apart else item
        cut = {other.id for other in template.items if (other.id in going) != (item.id in going)}
        made = _without(made, cut) if going else made
        items.append(replace(made, side=side) if item.id in going else made)
    return replace(template, items=tuple(items))


def pruned(template: Template, *, since: Template) -> Template:
    """The design without the texts and styles that its items no longer use though they did before."""
    before_texts = {key for item in since.items for key in text_keys(item)}
    before_styles = {name for item in since.items for name in style_names(item)}
    texts = {key for item in template.items for key in text_keys(item)}
    styles = {name for item in template.items for name in style_names(item)}
    return replace(
        template,
        texts={key: text for key, text in template.texts.items() if key in texts or key not in before_texts},
        styles={key: style for key, style in template.styles.items() if key in styles or key not in before_styles},
    )


def _without(item: Item, gone: set[str]) -> Item:
    """An item that no longer refers to others that are gone."""
    if isinstance(item, TextItem | LinesItem) and gone.intersection(item.until):
        item = replace(item, until=tuple(name for name in item.until if name not in gone))
    if isinstance(item, TextItem) and item.after in gone:
        item = replace(item, after="")
    return item


def _in_styles(item: Item, clip: Clip, styles: dict[str, Style]) -> Item:
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


def _stepped(items: list[Item], moving: set[str], *, forward: bool) -> list[Item]:
    """Each moving item one place past the next of its side that stays."""
    found = list(items) if not forward else list(reversed(items))
    for n in range(1, len(found)):
        if found[n].id not in moving:
            continue
        other = n - 1
        while other >= 0 and found[other].side is not found[n].side:
            other -= 1
        if other >= 0 and found[other].id not in moving:
            found.insert(other, found.pop(n))
    return found if not forward else list(reversed(found))
