"""Checks that everything a design names exists and stands somewhere; templates.py refuses a design that fails."""

from __future__ import annotations

from collections.abc import Iterable

from desktop_app.documents.ornaments import ORNAMENTS
from desktop_app.documents.reading import Reader
from desktop_app.documents.references import CARD_FIELDS
from desktop_app.domain.cards import (
    BarcodeItem,
    Box,
    Format,
    Item,
    LinesItem,
    OrnamentItem,
    SignatureItem,
    Template,
    TextItem,
)
from desktop_app.domain.printing import ROWS
from desktop_app.i18n import Message, msg

MOST_ITEMS = 400  # of a design; a rich one has thirty


def check_template(template: Template, reader: Reader) -> None:
    """Raises BadFile for the first name, field or place in the design that cannot be."""
    if len(template.items) > MOST_ITEMS:
        raise reader.wrong("items", msg("a list of at most {n} items", n=MOST_ITEMS))
    ids = [item.id for item in template.items]
    for item in template.items:
        if ids.count(item.id) > 1:
            raise reader.wrong(item.id, msg("a name of its own"))
        _check_names(template, item, ids, reader)
        _check_box(item.box, item, reader)
    _check_chains(template, reader)
    _check_sides(template, reader)
    _check_fields(template, reader)
    if template.kind not in ROWS and any(isinstance(item, LinesItem) for item in template.items):
        raise reader.wrong("lines", msg("for this kind of paper"))


def _check_names(template: Template, item: Item, ids: Iterable[str], reader: Reader) -> None:
    """The styles, texts, ornament and other items an item refers to."""
    if isinstance(item, TextItem | BarcodeItem):
        _known(item.text, template.texts, reader)
    if isinstance(item, TextItem | SignatureItem):
        _known(item.style, template.styles, reader)
    if isinstance(item, TextItem) and item.after:
        _known(item.after, ids, reader)
    if isinstance(item, LinesItem):
        for style in (item.quantity, item.name, item.sku):
            _known(style, template.styles, reader)
    if isinstance(item, TextItem | LinesItem):
        for name in item.until:
            _known(name, ids, reader)
    if isinstance(item, OrnamentItem):
        _known(item.ornament, ORNAMENTS, reader)
    for name in (item.box.under, item.box.above):
        if name:
            _known(name, ids, reader)


def _check_box(box: Box, item: Item, reader: Reader) -> None:
    """One place down the card, and a size for what has none of its own."""
    anchors = [box.top is not None, box.bottom is not None, bool(box.under), bool(box.above)]
    spans = box.top is not None and box.bottom is not None and not isinstance(item, TextItem | LinesItem)
    if anchors.count(True) != 1 and not (spans and anchors.count(True) == 2):
        raise reader.wrong(f"{item.id}.box", _one_anchor())
    if box.left is not None and box.right is not None and box.width is not None:
        raise reader.wrong(f"{item.id}.box", msg("held by two of left, right and width"))
    for form in Format:
        sizes = [side[form] for side in (box.width, box.height) if side is not None]
        if any(size <= 0 for size in sizes):
            raise reader.wrong(f"{item.id}.box", msg("larger than nothing"))


def _one_anchor() -> Message:
    return msg("held by exactly one of top, bottom, under and above")


def _check_chains(template: Template, reader: Reader) -> None:
    """Nothing hangs, by under, above or until, on something that hangs on it."""
    items = {item.id: item for item in template.items}
    for item in template.items:
        seen: set[str] = set()
        waiting = [item.id]
        while waiting:
            for name in _hangs_on(items[waiting.pop()]):
                if name == item.id:
                    raise reader.wrong(f"{item.id}.box", msg("free of circles"))
                if name not in seen:
                    seen.add(name)
                    waiting.append(name)


def _check_sides(template: Template, reader: Reader) -> None:
    """Nothing hangs on what is on the other side of the card."""
    sides = {item.id: item.side for item in template.items}
    for item in template.items:
        names = [*_hangs_on(item), item.after] if isinstance(item, TextItem) else _hangs_on(item)
        for name in names:
            if name and sides[name] is not item.side:
                raise reader.wrong(f"{item.id}.box", msg("on the same side as “{name}”", name=name))


def _hangs_on(item: Item) -> list[str]:
    names = [item.box.under, item.box.above]
    if isinstance(item, TextItem | LinesItem):
        names += item.until
    return [name for name in names if name]


def _check_fields(template: Template, reader: Reader) -> None:
    """Only known fields stand in braces, and every brace is closed."""
    for key, by_language in template.texts.items():
        for language, variants in by_language.items():
            for variant in variants:
                name = CARD_FIELDS.unknown_in(variant.text)
                if name is not None:
                    where = f"texts.{key}.{language.value}"
                    raise Reader({}, file=reader.file, where=where).unknown(name, CARD_FIELDS.names())


def _known(name: str, names: Iterable[str], reader: Reader) -> None:
    if name not in names:
        raise reader.unknown(name, names)
