"""A design's items as nodes with numbers for one size of card and one language; layout fills and places them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from math import inf

from desktop_app.documents.hyphenation import Hyphens
from desktop_app.documents.model import Composer, TypeStyle
from desktop_app.documents.setting import Setting
from desktop_app.documents.wording import FACT_BITS, Check, Wording, check_of, wording_of
from desktop_app.domain.cards import (
    Align,
    BarcodeItem,
    Box,
    Face,
    Fact,
    Format,
    Item,
    LinesItem,
    Side,
    SignatureItem,
    Style,
    Template,
    TextItem,
    When,
    format_of,
)
from desktop_app.i18n import Language

_CAPTION = dict.fromkeys(Format, 7.0)  # pt, of what is written under bars


@dataclass(slots=True)
class Node:
    """An item with its place in mm; `height` is 0 where it comes as it may, `floor` how far down it may reach.

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
    key: str  # of the text it says
    floor: float
    turn: float
    column: float = 0.0  # of a list: where the names begin, and how far apart its rows are
    row_gap: float = 0.0
    clear: float = 0.0  # of what it must stay above
    memo: dict[str, Setting] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Ground:
    """What a design is made ready for: a size of card in mm, its class, a language, and the letters to set it in."""

    size: tuple[float, float]
    language: Language
    composer: Composer

    @property
    def form(self) -> Format:
        """The class of size."""
        return format_of(self.size)


def nodes_of(template: Template, ground: Ground, side: Side = Side.FRONT) -> list[Node]:
    """The template's items on one side as nodes, in the order they are drawn."""
    items = [item for item in template.items if item.side is side]
    index = {item.id: n for n, item in enumerate(items)}
    styles = {name: _type_style(style, ground) for name, style in template.styles.items()}
    nodes = [_node(item, template, ground=ground, index=index, styles=styles) for item in items]
    for node in nodes:
        node.until = tuple(other for other in _below(node, nodes) if _share_width(node, nodes[other]))
    return nodes


def order_of(nodes: list[Node]) -> list[int]:
    """The nodes in an order in which each comes after those it hangs on, rising ones first."""
    order: dict[int, None] = {}

    def visit(node: Node) -> None:
        if node.index in order:
            return
        for other in (node.ref, node.after, *node.until):
            if other >= 0:
                visit(nodes[other])
        order[node.index] = None

    for node in sorted(nodes, key=lambda node: not node.rising):
        visit(node)
    return list(order)


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
    form, spot = ground.form, item.free.get(ground.form)
    if spot is not None:
        x, width, rising, at, ref, height = spot.left, spot.width, False, spot.top, -1, spot.height
    else:
        x, width = _across(item.box, ground, template.margin[form])
        rising, at, ref, height = _down(item.box, ground, index)
    until: tuple[int, ...] = ()
    if isinstance(item, TextItem | LinesItem) and spot is None:
        until = tuple(index[name] for name in item.until)
    wordings: tuple[Wording, ...] = ()
    if isinstance(item, TextItem | BarcodeItem):
        variants = template.texts[item.text][ground.language]
        wordings = tuple(wording_of(replace(variant, when=_sized(variant.when, form))) for variant in variants)
    # What was turned or put somewhere by hand may stand in the margin.
    floor = inf if item.rotate else ground.size[1] - (template.margin[form] if spot is None else 0.0)
    check = check_of(_sized(item.when, form))
    rows = (item.column[form], item.row_gap[form]) if isinstance(item, LinesItem) else (0.0, 0.0)
    return Node(
        index=index[item.id], item=item, x=x, width=width, height=height, rising=rising, at=at, ref=ref, until=until,
        check=check, wordings=wordings, styles=_styles_of(item, styles, ground), floor=floor,
        key=item.text if isinstance(item, TextItem | BarcodeItem) else "",
        after=index[item.after] if isinstance(item, TextItem) and item.after else -1, turn=item.rotate % 360,
        column=rows[0], row_gap=rows[1], clear=item.clear[form] if isinstance(item, TextItem | LinesItem) else 0.0,
    )


def _below(node: Node, nodes: list[Node]) -> Iterator[int]:
    """What a node must stay clear of; for what this size of card never has, that on which it would hang."""
    for other in node.until:
        while nodes[other].check.want & FACT_BITS[Fact.SMALL] and nodes[other].ref >= 0:
            other = nodes[other].ref
        yield other


def _share_width(node: Node, other: Node) -> bool:
    """Whether a thing that grew down far enough would meet another: not what stands in a column of its own."""
    return bool(other.turn) or (node.x < other.x + other.width and other.x < node.x + node.width)


def _sized(when: When, form: Format) -> When:
    """Conditions for cards of one class of size: as no record is small, on a small card what asks for it is turned."""
    if form is not Format.SMALL:
        return when
    return tuple(replace(one, wanted=not one.wanted) if one.fact is Fact.SMALL else one for one in when)


def _styles_of(item: Item, styles: Mapping[str, TypeStyle], ground: Ground) -> tuple[TypeStyle, ...]:
    """The styles an item is set in."""
    if isinstance(item, TextItem):
        own = styles[item.style]
        return (replace(own, hyphens=Hyphens(ground.language)) if item.hyphenate else own,)
    if isinstance(item, LinesItem):
        return styles[item.quantity], styles[item.name], styles[item.sku]
    if isinstance(item, SignatureItem):
        return (replace(styles[item.style], colour=item.colour),)
    if isinstance(item, BarcodeItem) and item.caption:
        style = Style(Face.SANS, _CAPTION, _CAPTION, 1.0, item.colour, Align.CENTRE, 0.05, max_lines=1)
        return (_type_style(style, ground),)
    return ()


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
