"""A design's items as nodes with numbers for one size of card and one language; layout fills and places them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from desktop_app.documents.model import Composer, TypeStyle
from desktop_app.documents.setting import Setting
from desktop_app.documents.wording import Check, Wording, check_of, wording_of
from desktop_app.domain.cards import Box, Format, Item, LinesItem, Style, Template, TextItem
from desktop_app.i18n import Language


@dataclass(slots=True)
class Node:
    """An item with its place in mm.

    A rising node is held at its bottom: `at` is where that is, or the gap over the node `ref`. A falling node is held
    at its top: `at` is where that is, or the gap under the node `ref`. Without a node to hang on `ref` is -1.
    """

    index: int
    item: Item
    x: float
    width: float
    height: float
    rising: bool
    at: float
    ref: int
    until: tuple[int, ...]
    check: Check
    wordings: tuple[Wording, ...]
    styles: tuple[TypeStyle, ...]  # of the text, or of an article's quantity, name and number
    after: int
    memo: dict[str, Setting] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Ground:
    """What a design is made ready for: a size of card in mm, its class, a language, and the letters to set it in."""

    size: tuple[float, float]
    language: Language
    composer: Composer

    @property
    def form(self) -> Format:
        """The class of size, by the card's shorter edge."""
        shorter = min(self.size)
        return Format.SMALL if shorter < 75 else Format.MEDIUM if shorter < 125 else Format.LARGE


def nodes_of(template: Template, ground: Ground) -> list[Node]:
    """The template's items as nodes, in the order they are drawn."""
    index = {item.id: n for n, item in enumerate(template.items)}
    styles = {name: _type_style(style, ground) for name, style in template.styles.items()}
    return [_node(item, template, ground=ground, index=index, styles=styles) for item in template.items]


def order_of(nodes: list[Node]) -> list[int]:
    """The nodes in an order in which each comes after those it hangs on, rising ones first."""
    order: list[int] = []

    def visit(node: Node) -> None:
        if node.index in order:
            return
        for other in (node.ref, node.after, *node.until):
            if other >= 0:
                visit(nodes[other])
        order.append(node.index)

    for node in sorted(nodes, key=lambda node: not node.rising):
        visit(node)
    return order


def _type_style(style: Style, ground: Ground) -> TypeStyle:
    form = ground.form
    return TypeStyle(
        face=style.face, size=style.size[form], min_size=min(style.min_size[form], style.size[form]),
        leading=style.leading, colour=style.colour, align=style.align, tracking=style.tracking, upper=style.upper,
        max_lines=style.max_lines, letters=ground.composer.letters(style.face, style.tracking),
    )


def _node(
    item: Item, template: Template, *, ground: Ground, index: Mapping[str, int], styles: Mapping[str, TypeStyle]
) -> Node:
    form, box = ground.form, item.box
    x, width = _across(box, ground, template.margin[form])
    rising, at, ref, height = _down(box, ground, index)
    wordings: tuple[Wording, ...] = ()
    used: tuple[TypeStyle, ...] = ()
    until: tuple[int, ...] = ()
    after = -1
    if isinstance(item, TextItem):
        wordings = tuple(wording_of(variant) for variant in template.texts[item.text][ground.language])
        used, after = (styles[item.style],), index[item.after] if item.after else -1
    if isinstance(item, LinesItem):
        used = (styles[item.quantity], styles[item.name], styles[item.sku])
    if isinstance(item, TextItem | LinesItem):
        until = tuple(index[name] for name in item.until)
    return Node(
        index=index[item.id], item=item, x=x, width=width, height=height, rising=rising, at=at, ref=ref, until=until,
        check=check_of(item.when), wordings=wordings, styles=used, after=after,
    )


def _across(box: Box, ground: Ground, margin: float) -> tuple[float, float]:
    """The left edge and the width of a box."""
    form, card = ground.form, ground.size[0]
    left = box.left[form] if box.left is not None else margin
    right = box.right[form] if box.right is not None else margin
    if box.width is None:
        return left, max(card - left - right, 1.0)
    if box.right is not None:
        return card - right - box.width[form], box.width[form]
    return left, box.width[form]


def _down(box: Box, ground: Ground, index: Mapping[str, int]) -> tuple[bool, float, int, float]:
    """Whether a box rises, where it is held, on which node it hangs, and its height (0: as it comes)."""
    form, card = ground.form, ground.size[1]
    height = box.height[form] if box.height is not None else 0.0
    gap = box.gap[form] if box.gap is not None else 0.0
    if box.under:
        return False, gap, index[box.under], height
    if box.above:
        return True, gap, index[box.above], height
    if box.top is not None:
        if box.bottom is not None:
            height = card - box.top[form] - box.bottom[form]
        return False, box.top[form], -1, height
    assert box.bottom is not None  # template_checks asks for one of the four
    return True, card - box.bottom[form], -1, height
