"""Taking items out of a design, their order, groups, locks, conditions and sides; each a new design."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from desktop_app.domain.cards import (
    BarcodeItem,
    FillItem,
    Item,
    LinesItem,
    OrnamentItem,
    PictureItem,
    Side,
    SignatureItem,
    Template,
    TextItem,
    When,
)
from desktop_app.domain.design import chosen, freed, fresh, hangs_on, item_of, with_items
from desktop_app.domain.design_new import WHOLE_CARD
from desktop_app.domain.design_place import Stand
from desktop_app.domain.states import StrEnum

FILLING = (PictureItem, FillItem, OrnamentItem)  # what a card can be filled with


class Order(StrEnum):
    """Where items go in the order of drawing."""

    FRONT = "front"
    FORWARD = "forward"
    BACKWARD = "backward"
    BACK = "back"


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
            kept.append(without(freed(item, stand.form, stand.places) if hung else item, gone))
    return pruned(replace(template, items=tuple(kept)), since=template)


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


def fill_card(template: Template, name: str) -> Template:
    """An item over the whole card to its bleed, on every size of card, behind everything else."""
    item = item_of(template, name)
    if item is None or not isinstance(item, FILLING):
        return template
    made = with_items(template, [replace(item, box=WHOLE_CARD, free={}, rotate=0.0)])
    return reorder(made, [name], to=Order.BACK)


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
        made = without(made, cut) if going else made
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


def without(item: Item, gone: set[str]) -> Item:
    """An item that no longer refers to others that are gone."""
    if isinstance(item, TextItem | LinesItem) and gone.intersection(item.until):
        item = replace(item, until=tuple(name for name in item.until if name not in gone))
    if isinstance(item, TextItem) and item.after in gone:
        item = replace(item, after="")
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
