"""The drawn things of a card - ornaments, pictures, rules, grounds, codes - put where layout says, as shapes."""

from __future__ import annotations

from typing import NamedTuple

from desktop_app.documents.bars import QUIET_128, QUIET_EAN, code128, ean13, whole_ean
from desktop_app.documents.model import (
    LOGO,
    MM,
    SIGNATURE,
    Bars,
    Code,
    Content,
    Drawing,
    Extent,
    Note,
    Picture,
    Placed,
    Rectangle,
    Trouble,
)
from desktop_app.documents.ornaments import ORNAMENTS
from desktop_app.documents.plan import Node
from desktop_app.documents.preflight import fits_code
from desktop_app.documents.setting import block_of, set_text
from desktop_app.domain.cards import (
    Align,
    BarcodeItem,
    FillItem,
    LogoItem,
    OrnamentItem,
    PictureItem,
    QrItem,
    RuleItem,
    SignatureItem,
    Symbology,
)
from desktop_app.domain.picture_fit import filling, shape_of

_LEGIBLE = 0.19  # mm, the narrowest bar that any scanner reads (GS1 General Specifications)


class Made(NamedTuple):
    """What a node has become: its top and bottom in mm, what is drawn there, and what is wrong with it."""

    top: float
    bottom: float
    shapes: tuple[Placed, ...]
    note: Note | None = None


def draw(node: Node, base: float, *, content: Content, extent: Extent) -> Made | None:
    """The node's drawing, held at `base` mm; `extent` knows the pictures; None when it falls away."""
    item = node.item
    if isinstance(item, QrItem):
        return _square(node, base, content.qr, colour=item.colour) if content.qr else None
    if isinstance(item, LogoItem):
        return _logo(node, item, base, extent)
    if isinstance(item, PictureItem):
        return _picture(node, item, base, extent)
    if isinstance(item, SignatureItem):
        return _contained(node, base, SIGNATURE, align=Align.LEFT, extent=extent)
    if isinstance(item, OrnamentItem):
        height = node.height or node.width
        top = base - height if node.rising else base
        paths = ORNAMENTS[item.ornament](node.width, height, item.seed)
        return Made(top, top + height, (Drawing(node.x, top, paths, item.colour),))
    if isinstance(item, RuleItem | FillItem):
        height = item.weight if isinstance(item, RuleItem) else node.height
        top = base - height if node.rising else base
        return Made(top, top + height, (Rectangle(node.x, top, node.width, height, item.colour),))
    return None


def draw_code(node: Node, base: float, text: str) -> Made | None:
    """A code of the design's own with this text; None when there is none."""
    item = node.item
    assert isinstance(item, BarcodeItem)
    if not text:
        return None
    if item.symbology is Symbology.QR:
        made = _square(node, base, text, colour=item.colour)
        return made if fits_code(text) else made._replace(shapes=(), note=Note(item.id, Trouble.CODE, item.text))
    ean = item.symbology is Symbology.EAN13
    return _bars(node, item, base, runs=ean13(text) if ean else code128(text), text=whole_ean(text) if ean else text)


def _bars(node: Node, item: BarcodeItem, base: float, *, runs: tuple[int, ...] | None, text: str) -> Made:
    """Bars as wide as the box with the quiet at both sides, over their caption."""
    height = node.height or node.width / 3
    top = base - height if node.rising else base
    if runs is None:
        return Made(top, top + height, (), Note(item.id, Trouble.CODE, item.text))
    before, behind = QUIET_EAN if item.symbology is Symbology.EAN13 else QUIET_128
    module = node.width / (before + sum(runs) + behind)
    shapes: list[Placed] = []
    high = height
    for style in node.styles:
        setting = set_text(text, style, node.width)
        high -= min(setting.height + 0.35 * style.size / MM, height * 0.6)
        shapes.append(block_of(setting, style, node.x, top + height - setting.height + setting.rise))
    shapes.insert(0, Bars(node.x + before * module, top, sum(runs) * module, high, runs, item.colour))
    tight = Note(item.id, Trouble.TIGHT, item.text) if module < _LEGIBLE else None
    return Made(top, top + height, tuple(shapes), tight)


def _square(node: Node, base: float, text: str, *, colour: str) -> Made:
    """A QR code as wide as its box, and no higher where that has a height."""
    side = min(node.width, node.height or node.width)
    top = base - side if node.rising else base
    return Made(top, top + side, (Code(node.x, top, side, text, colour),))


def _logo(node: Node, item: LogoItem, base: float, extent: Extent) -> Made | None:
    return _contained(node, base, LOGO, align=item.align, extent=extent)


def _contained(node: Node, base: float, key: str, *, align: Align, extent: Extent) -> Made | None:
    """A picture as large as its box allows, held to one side of it and to where the box is held."""
    pixels = extent(key)
    if pixels is None:
        return None
    ratio = pixels[0] / pixels[1]
    height = min(node.height or node.width / ratio, node.width / ratio)
    width = height * ratio
    free = {Align.LEFT: 0.0, Align.CENTRE: (node.width - width) / 2, Align.RIGHT: node.width - width}[align]
    top = base - height if node.rising else base
    return Made(top, top + height, (Picture(node.x + free, top, width, height, key),))


def _picture(node: Node, item: PictureItem, base: float, extent: Extent) -> Made:
    """A picture without what is cropped, filling its box or standing whole in the middle of it."""
    pixels = extent(item.picture)
    if pixels is None:
        height = node.height or node.width
        top = base - height if node.rising else base
        return Made(top, top + height, (), Note(item.id, Trouble.ABSENT))
    height = node.height or node.width / shape_of(pixels, item.crop)
    top = base - height if node.rising else base
    width, high, crop = filling((node.width, height), pixels=pixels, crop=item.crop, fit=item.fit)
    x, y = node.x + (node.width - width) / 2, top + (height - high) / 2
    shown = Picture(x, y, width, high, item.picture, crop)
    return Made(top, top + height, (shown,))
