"""What the designer calls things: items, faces, sizes of card, conditions."""

from __future__ import annotations

import re
from collections.abc import Mapping

from desktop_app.domain.card_conditions import CONDITIONS
from desktop_app.domain.card_fields import FIELDS
from desktop_app.domain.cards import (
    Align,
    BarcodeItem,
    Face,
    FillItem,
    Fit,
    Format,
    Item,
    LinesItem,
    LogoItem,
    OrnamentItem,
    PictureItem,
    QrItem,
    RuleItem,
    SignatureItem,
    Symbology,
    Template,
    TextItem,
    When,
)
from desktop_app.domain.design import CARDS
from desktop_app.domain.design_new import WHOLE_CARD, Thing
from desktop_app.domain.design_text import variants_of
from desktop_app.domain.desk_settings import DESK_LANGUAGE
from desktop_app.domain.text import shorten
from desktop_app.i18n import Language, Message, Words, msg

LANGUAGES: Mapping[Language, str] = {Language(value): name.text for value, name in DESK_LANGUAGE.choices}
THINGS: Mapping[Thing, tuple[Message, str]] = {
    Thing.TEXT: (msg("Text"), "text"), Thing.HEADING: (msg("Heading"), "heading"),
    Thing.PICTURE: (msg("Picture"), "picture"), Thing.LOGO: (msg("Logo"), "shop"),
    Thing.ORNAMENT: (msg("Ornament"), "sprig"), Thing.LINE: (msg("Line"), "minus"), Thing.AREA: (msg("Area"), "area"),
    Thing.BACKGROUND: (msg("Background"), "background"), Thing.QR: (msg("QR code"), "qr"),
    Thing.CODE: (msg("Own code"), "barcode"), Thing.SIGNATURE: (msg("Signature"), "edit"),
    Thing.ARTICLES: (msg("List of articles"), "list"),
}  # fmt: skip
FACES: Mapping[Face, Message] = {
    Face.SERIF: msg("Serif"), Face.SERIF_ITALIC: msg("Serif italic"), Face.SERIF_BOLD: msg("Serif bold"),
    Face.SANS: msg("Sans"), Face.SANS_BOLD: msg("Sans bold"), Face.HAND: msg("Handwriting"),
    Face.HAND_BOLD: msg("Handwriting, bold"), Face.FORMAL: msg("Formal script"),
}  # fmt: skip
ALIGNS: Mapping[Align, Message] = {
    Align.LEFT: msg("Left"), Align.CENTRE: msg("Centre"), Align.RIGHT: msg("Right"),
}  # fmt: skip
FITS: Mapping[Fit, Message] = {Fit.COVER: msg("Fill the box"), Fit.CONTAIN: msg("Show all of it")}
SYMBOLOGIES: Mapping[Symbology, str] = {
    Symbology.QR: "QR", Symbology.CODE128: "Code 128", Symbology.EAN13: "EAN-13",
}  # fmt: skip
ORNAMENTS: Mapping[str, Message] = {
    "sprig": msg("Sprig"), "stars": msg("Stars"), "wave": msg("Wave"), "dots": msg("Dots"), "ribbon": msg("Ribbon"),
    "blossom": msg("Blossom"), "berries": msg("Berries"), "leaves": msg("Leaves"), "snow": msg("Snow"),
}  # fmt: skip
_ITEMS: Mapping[type[Item], tuple[Message, str]] = {
    TextItem: THINGS[Thing.TEXT], LinesItem: THINGS[Thing.ARTICLES], OrnamentItem: THINGS[Thing.ORNAMENT],
    LogoItem: THINGS[Thing.LOGO], PictureItem: THINGS[Thing.PICTURE], RuleItem: THINGS[Thing.LINE],
    FillItem: THINGS[Thing.AREA], QrItem: THINGS[Thing.QR], BarcodeItem: THINGS[Thing.CODE],
    SignatureItem: THINGS[Thing.SIGNATURE],
}  # fmt: skip
_LABELS: Mapping[str, Message] = {info.field.value: info.label for info in FIELDS}
_NAMED = re.compile(r"\{([a-z.]+)[^{}]*\}")  # a field as a text names it


def ornament_name(words: Words, name: str) -> str:
    """What an ornament is called."""
    return words.say(ORNAMENTS[name]) if name in ORNAMENTS else name.capitalize()


def item_icon(item: Item) -> str:
    """The icon of an item."""
    return _ITEMS[type(item)][1]


def item_name(words: Words, template: Template, item: Item, language: Language) -> str:
    """What an item is, with the beginning of its words."""
    name = words.say(_ITEMS[type(item)][0])
    if isinstance(item, FillItem) and item.box == WHOLE_CARD and not item.free:
        return words.say(THINGS[Thing.BACKGROUND][0])
    if isinstance(item, OrnamentItem):
        return f"{name}: {ornament_name(words, item.ornament)}"
    if not isinstance(item, TextItem | BarcodeItem):
        return name
    wordings = variants_of(template, item.id, language)[::-1]  # the last is for every card that has no other
    said = next((one.text for one in wordings if one.text), "")
    said = _NAMED.sub(lambda found: words.say(_LABELS[found[1]]) if found[1] in _LABELS else found[0], said)
    return f"{name}: {shorten(' '.join(said.split()), 40)}" if said else name


_SIZES = {
    Format.MEDIUM: "A6", Format.TALL: "DL", Format.WIDE: "A6", Format.ENVELOPE: "DL", Format.LARGE: "A5",
    Format.PAGE: "A4",
}  # fmt: skip


def size_name(words: Words, form: Format, size: tuple[float, float]) -> str:
    """A size of card: what it is called where it has a name, and its millimetres."""
    measures = " × ".join(words.number(side) for side in size) + " mm"
    known = all(abs(one - other) <= 1 for one, other in zip(size, CARDS[form], strict=True))
    called = _SIZES.get(form, words("Small"))
    return f"{called} · {measures}" if known else measures


def when_words(words: Words, when: When) -> str:
    """Conditions as people say them."""
    said = [words.say(CONDITIONS[condition]) for condition in when] or [words("Always")]
    return ", ".join([said[0], *(one[:1].lower() + one[1:] for one in said[1:])])
