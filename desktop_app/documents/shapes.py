"""The drawn things of a card - ornament, logo, rule, ground, code - put where layout says, as shapes for the press."""

from __future__ import annotations

from typing import NamedTuple

from desktop_app.documents.model import Code, Content, Drawing, Picture, Placed, Rectangle
from desktop_app.documents.ornaments import ORNAMENTS
from desktop_app.documents.plan import Node
from desktop_app.domain.cards import Align, FillItem, LogoItem, OrnamentItem, QrItem, RuleItem


class Made(NamedTuple):
    """What a node has become: its top and bottom in mm, and what is drawn there."""

    top: float
    bottom: float
    shapes: tuple[Placed, ...]


def draw(node: Node, base: float, *, content: Content, logo: float) -> Made | None:
    """The node's drawing, held at `base` mm; `logo` is the logo's width over its height; None when it falls away."""
    item = node.item
    if isinstance(item, QrItem):
        if not content.qr:
            return None
        top = base - node.width if node.rising else base
        return Made(top, top + node.width, (Code(node.x, top, node.width, content.qr, item.colour),))
    if isinstance(item, LogoItem):
        return _logo(node, item, base, logo) if logo else None
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


def _logo(node: Node, item: LogoItem, base: float, ratio: float) -> Made:
    """The logo as large as its box allows, held to one side of it."""
    height = min(node.height or node.width / ratio, node.width / ratio)
    width = height * ratio
    free = {Align.LEFT: 0.0, Align.CENTRE: (node.width - width) / 2, Align.RIGHT: node.width - width}[item.align]
    top = base - height if node.rising else base
    return Made(top, top + height, (Picture(node.x + free, top, width, height),))
