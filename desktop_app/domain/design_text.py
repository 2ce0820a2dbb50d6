"""What a design's texts say in each language, under which conditions, and how one box is set; each a new design."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from desktop_app.domain.cards import (
    BarcodeItem,
    Colour,
    Format,
    Item,
    Paint,
    SignatureItem,
    Style,
    Template,
    TextItem,
    Variant,
)
from desktop_app.domain.design import fresh, item_of, with_items
from desktop_app.domain.design_items import pruned, style_names, text_keys
from desktop_app.domain.text import clean_block
from desktop_app.i18n import Language

LEAST_SIZE, MOST_SIZE = 3.0, 200.0  # points
LEAST_LEADING, MOST_LEADING = 0.5, 5.0


def variants_of(template: Template, name: str, language: Language) -> tuple[Variant, ...]:
    """The wordings of an item's text in a language; none for an item without one."""
    item = item_of(template, name)
    keys = text_keys(item) if item is not None else ()
    return template.texts[keys[0]][language] if keys else ()


def set_variants(template: Template, name: str, language: Language, *, variants: Sequence[Variant]) -> Template:
    """An item's text in a language said by these wordings; other items that shared it keep theirs."""
    template = _own_text(template, name)
    item = item_of(template, name)
    if not isinstance(item, TextItem | BarcodeItem):
        return template
    said = tuple(variants) or (Variant(""),)
    texts = {**template.texts, item.text: {**template.texts[item.text], language: said}}
    return replace(template, texts=texts)


def plain_words(template: Template, language: Language) -> str:
    """What a design's texts say in a language, one under the other, as other programs may have it."""
    said = (variants_of(template, item.id, language) for item in template.items)
    return "\n\n".join(variants[-1].text for variants in said if variants and variants[-1].text)


def as_written(text: str) -> str:
    """Words from elsewhere as a text has them: their braces are braces, not fields."""
    return clean_block(text).replace("{", "{{").replace("}", "}}")


def style_of(template: Template, name: str) -> Style | None:
    """The style of an item's text, None for what has none."""
    item = item_of(template, name)
    return template.styles[item.style] if isinstance(item, TextItem | SignatureItem) else None


def set_style(template: Template, name: str, *, form: Format, **changes: Any) -> Template:
    """One box in a style of its own, changed; `size` and `min_size` are points on this class of card only."""
    template = _own_style(template, name)
    item = item_of(template, name)
    if not isinstance(item, TextItem | SignatureItem):
        return template
    style = template.styles[item.style]
    for key, least, most in (("size", LEAST_SIZE, MOST_SIZE), ("min_size", LEAST_SIZE, MOST_SIZE)):
        if key in changes:
            points = min(max(least, float(changes[key])), most)
            changes[key] = {**getattr(style, key), form: points}
    if "leading" in changes:
        changes["leading"] = min(max(LEAST_LEADING, float(changes["leading"])), MOST_LEADING)
    if "size" in changes and "min_size" not in changes:  # a smaller text may not be asked to shrink to a larger one
        changes["min_size"] = {**style.min_size, form: min(style.min_size[form], changes["size"][form])}
    return replace(template, styles={**template.styles, item.style: replace(style, **changes)})


def colour_of(template: Template, name: str) -> Paint | None:
    """The colour an item is drawn in, None for what has none of its own."""
    item = item_of(template, name)
    if isinstance(item, TextItem):
        return template.styles[item.style].colour
    return getattr(item, "colour", None)


def set_colour(template: Template, name: str, paint: Paint, *, form: Format) -> Template:
    """An item in another colour: one of the palette or the shop by its name, or #RRGGBB."""
    item = item_of(template, name)
    if isinstance(item, TextItem):
        return set_style(template, name, form=form, colour=paint)
    if item is None or not hasattr(item, "colour"):
        return template
    return set_part(template, name, colour=paint)


def set_palette(template: Template, colour: Colour, value: str) -> Template:
    """One of the design's own colours changed, wherever it is used."""
    return replace(template, palette={**template.palette, colour: value})


def set_part(template: Template, name: str, **changes: Any) -> Template:
    """Other fields of an item changed as they are called (`seed`, `crop`, `hyphenate`, `caption`)."""
    item = item_of(template, name)
    return with_items(template, [replace(item, **changes)]) if item is not None else template


def _own_text(template: Template, name: str) -> Template:
    item = item_of(template, name)
    if not isinstance(item, TextItem | BarcodeItem) or not _shared(template, item, text_keys, item.text):
        return template
    key = fresh(item.id, template.texts)
    own: Item = replace(item, text=key)
    return with_items(replace(template, texts={**template.texts, key: template.texts[item.text]}), [own])


def _own_style(template: Template, name: str) -> Template:
    item = item_of(template, name)
    if not isinstance(item, TextItem | SignatureItem) or not _shared(template, item, style_names, item.style):
        return template
    key = fresh(item.id, template.styles)
    own: Item = replace(item, style=key)
    made = with_items(replace(template, styles={**template.styles, key: template.styles[item.style]}), [own])
    return pruned(made, since=template)


def _shared(template: Template, item: Item, names: Any, name: str) -> bool:
    return any(name in names(other) for other in template.items if other.id != item.id)
