"""New designs and new items: a blank card with the house's styles, and one of each thing that can be added to it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TypeAlias

from desktop_app.domain.cards import (
    BLEED,
    BarcodeItem,
    Box,
    Colour,
    Face,
    FillItem,
    Format,
    Item,
    LinesItem,
    LogoItem,
    OrnamentItem,
    PictureItem,
    QrItem,
    RuleItem,
    Side,
    SignatureItem,
    Style,
    Symbology,
    Template,
    TextItem,
    Variant,
)
from desktop_app.domain.design import CARDS, Frame, Places, alike, box_at, frame_of, fresh, same
from desktop_app.domain.paints import HOUSE_PALETTE
from desktop_app.domain.printing import ROWS, Kind
from desktop_app.domain.states import StrEnum
from desktop_app.i18n import Language, Words, msg

Texts: TypeAlias = dict[str, Mapping[Language, tuple[Variant, ...]]]
_NOWHERE: Places = MappingProxyType({})
WHOLE_CARD = Box(left=same(-BLEED), right=same(-BLEED), top=same(-BLEED), bottom=same(-BLEED))
_STEP = 4.0  # mm between the places that are tried for a new thing
_MARGIN = {
    Format.SMALL: 6.0, Format.MEDIUM: 10.0, Format.TALL: 10.0, Format.WIDE: 10.0, Format.ENVELOPE: 10.0,
    Format.LARGE: 15.0, Format.PAGE: 21.0,
}  # fmt: skip
_WORDS = {"heading": msg("Your heading"), "text": msg("Your words")}


class Thing(StrEnum):
    """What can be added to a card."""

    TEXT = "text"
    HEADING = "heading"
    PICTURE = "picture"
    LOGO = "logo"
    ORNAMENT = "ornament"
    LINE = "line"
    AREA = "area"
    BACKGROUND = "background"
    QR = "qr"
    CODE = "code"
    SIGNATURE = "signature"
    ARTICLES = "articles"


_SIZES: Mapping[Thing, tuple[float, float]] = {  # mm on A6
    Thing.TEXT: (85, 24), Thing.HEADING: (85, 18), Thing.PICTURE: (50, 40), Thing.LOGO: (30, 12),
    Thing.ORNAMENT: (40, 26), Thing.LINE: (40, 0.3), Thing.AREA: (40, 30), Thing.BACKGROUND: (111, 154),
    Thing.QR: (20, 20), Thing.CODE: (24, 24), Thing.SIGNATURE: (45, 15), Thing.ARTICLES: (85, 60),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be added and where: its middle in mm, None for the first free place down the card."""

    thing: Thing
    side: Side = Side.FRONT
    at: tuple[float, float] | None = None
    ornament: str = "sprig"
    picture: str = ""
    shape: float = 0.0  # a picture's width over its height, 0 where it is not known
    words: str = ""  # of a text, in this language; else those a new one begins with
    language: Language = Language.EN


def blank(kind: Kind, name: str, *, title: Mapping[Language, str]) -> Template:
    """A card with nothing on it yet, in the house's colours."""
    return Template(
        kind=kind, name=name, title=dict(title), palette=dict(HOUSE_PALETTE), margin=dict(_MARGIN), styles={}, items=(),
        texts={},
    )  # fmt: skip


def add(template: Template, wish: Wish, *, form: Format, places: Places = _NOWHERE) -> tuple[Template, str]:
    """The design with one more thing on it, in front of the others (a ground behind them), and the new item's id."""
    name = fresh(wish.thing.value, {item.id for item in template.items})
    frame = _frame(template, wish, form, places=places)
    square = wish.thing not in (Thing.TEXT, Thing.HEADING, Thing.LINE, Thing.AREA, Thing.ARTICLES)
    tall = wish.thing not in (Thing.LINE, Thing.QR, Thing.CODE, Thing.HEADING, Thing.TEXT, Thing.ARTICLES)
    box = box_at(frame, form, height=tall, square=square)
    styles, texts = dict(template.styles), dict(template.texts)
    item = _made(wish, name, box, styles=styles, texts=texts)
    behind = wish.thing is Thing.BACKGROUND
    items = (item, *template.items) if behind else (*template.items, item)
    return replace(template, items=items, styles=styles, texts=texts), name


def unwritten(template: Template) -> dict[str, tuple[Language, ...]]:
    """The texts that still say what a new one begins with, and in which languages: nobody should be sent that."""
    begun = {language: {Words(language).say(words) for words in _WORDS.values()} for language in Language}
    found: dict[str, tuple[Language, ...]] = {}
    for item in template.items:
        if isinstance(item, TextItem):
            said = template.texts[item.text]
            left = tuple(one for one in Language if any(variant.text in begun[one] for variant in said[one]))
            if left:
                found[item.id] = left
    return found


def things(kind: Kind) -> tuple[Thing, ...]:
    """What can be added to a kind of paper."""
    return tuple(thing for thing in Thing if thing is not Thing.ARTICLES or kind in ROWS)


def _frame(template: Template, wish: Wish, form: Format, *, places: Places) -> Frame:
    """Where a new thing stands: centred on the place asked for, else in the middle of the card."""
    wide, high = CARDS[form]
    width, height = _SIZES[wish.thing]
    if wish.shape:
        height = width / wish.shape
    keeps = wish.thing not in (Thing.TEXT, Thing.HEADING, Thing.ARTICLES, Thing.AREA)
    sized = alike(Frame(0, 0, width, height), Format.MEDIUM, form, square=keeps)
    width, height = min(sized.width, wide - 2 * template.margin[form]), min(sized.height, high)
    x, y = wish.at or (wide / 2, _free_height(template, form, places, side=wish.side, height=height) + height / 2)
    return Frame(x - width / 2, y - height / 2, width, height)


def _free_height(template: Template, form: Format, places: Places, *, side: Side, height: float) -> float:
    """How far down there is room for something so high beside nothing else; below the middle where there is none."""
    margin, high = template.margin[form], CARDS[form][1]
    taken = [frame_of(item, form, places) for item in template.items if not item.locked and item.side is side]
    for step in range(int((high - 2 * margin - height) / _STEP) + 1):
        y = margin + step * _STEP
        if all(frame.bottom + _STEP / 2 <= y or y + height + _STEP / 2 <= frame.y for frame in taken):
            return y
    return max(margin, (high - height) / 2 + (len(taken) % 5) * _STEP)


def _made(wish: Wish, name: str, box: Box, *, styles: dict[str, Style], texts: Texts) -> Item:
    thing, side = wish.thing, wish.side
    if thing in (Thing.TEXT, Thing.HEADING):
        heading = thing is Thing.HEADING
        key = _text(texts, name, "heading" if heading else "text", wish=wish)
        return TextItem(name, key, _style(styles, name, _HEADING if heading else _PLAIN), box, side=side)
    if thing is Thing.CODE:
        return BarcodeItem(name, _text(texts, name, "code", wish=wish), box, Symbology.QR, side=side)
    if thing is Thing.SIGNATURE:
        return SignatureItem(name, _style(styles, name, _SIGNATURE), box, side=side)
    if thing is Thing.ARTICLES:
        own = _style(styles, name, _PLAIN)
        return LinesItem(name, own, own, _style(styles, f"{name}-small", _SMALL), box, side=side)
    if thing is Thing.BACKGROUND:
        return FillItem(name, WHOLE_CARD, Colour.SOFT, side=side, locked=True)
    drawn: dict[Thing, Item] = {
        Thing.PICTURE: PictureItem(name, wish.picture, box, side=side),
        Thing.LOGO: LogoItem(name, box, side=side),
        Thing.ORNAMENT: OrnamentItem(name, wish.ornament, box, side=side),
        Thing.LINE: RuleItem(name, box, Colour.ACCENT, 0.3, side=side),
        Thing.AREA: FillItem(name, box, Colour.SOFT, side=side),
        Thing.QR: QrItem(name, box, side=side),
    }
    return drawn[thing]


def _text(texts: Texts, name: str, words: str, *, wish: Wish) -> str:
    """A key with words to begin with in each language, those wished for in theirs."""
    key = fresh(name, texts)
    texts[key] = {
        language: (Variant("{shop.link}" if words == "code" else Words(language).say(_WORDS[words])),)
        for language in Language
    }
    if wish.words:
        texts[key] = {**texts[key], wish.language: (Variant(wish.words),)}
    return key


def _style(styles: dict[str, Style], name: str, style: Style) -> str:
    key = fresh(name, styles)
    styles[key] = style
    return key


def _sizes(small: float, medium: float, large: float) -> dict[Format, float]:
    page = round(1.4 * large, 1)
    return {**dict.fromkeys(Format, medium), Format.SMALL: small, Format.LARGE: large, Format.PAGE: page}


_HEADING = Style(Face.HAND_BOLD, _sizes(22, 36, 54), _sizes(13, 18, 24), 1.0, Colour.ACCENT)
_PLAIN = Style(Face.SERIF, _sizes(8.2, 10.5, 14.4), _sizes(6.5, 8, 9.5), 1.45)
_SMALL = Style(Face.SERIF, _sizes(6.4, 7.6, 10), _sizes(5.4, 5.6, 7), 1.4, Colour.MUTED)
_SIGNATURE = Style(Face.HAND, _sizes(14, 20, 29), _sizes(8, 10, 12), 1.0, Colour.SIGNATURE, max_lines=2)
