"""A card's design as plain data: palette, styles, items, texts; documents/ fills it and lays it out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

from desktop_app.domain.printing import Kind
from desktop_app.domain.states import StrEnum
from desktop_app.i18n import Language


class Format(StrEnum):
    """Classes of card size; a design gives lengths per class, so that it is laid out for a size and not scaled."""

    SMALL = "small"  # 85 × 55
    MEDIUM = "medium"  # A6
    LARGE = "large"  # A5 and up


Sized: TypeAlias = Mapping[Format, float]  # a length (mm, or pt for type) for each class of size


class Face(StrEnum):
    """The faces of the papers: a serif for text, a sans for the shop, hands for what a person says."""

    SERIF = "serif"
    SERIF_ITALIC = "serif-italic"
    SERIF_BOLD = "serif-bold"
    SANS = "sans"
    SANS_BOLD = "sans-bold"
    HAND = "hand"
    HAND_BOLD = "hand-bold"
    FORMAL = "formal"


class Colour(StrEnum):
    """Colours by meaning; each design's palette says what they are."""

    INK = "ink"
    MUTED = "muted"
    ACCENT = "accent"
    SOFT = "soft"
    PAPER = "paper"
    SIGNATURE = "signature"


class Align(StrEnum):
    """Where short lines stand in their box."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


class Fact(StrEnum):
    """What a condition may ask of a record; written `regular` or `!regular`."""

    FIRST = "first"  # the customer's first order
    REGULAR = "regular"
    NAMED = "named"  # a name to greet by is known
    FEMALE = "female"
    MALE = "male"
    PACKER = "packer"
    CONTACT = "contact"
    LINK = "link"
    LOGO = "logo"
    QR = "qr"
    FIRST_PAGE = "first-page"  # an insert with many lines goes on on further cards
    LAST_PAGE = "last-page"


class Field(StrEnum):
    """What a text may name in braces; looked up plainly, never evaluated."""

    CUSTOMER_GREETING = "customer.greeting"  # the whole opening line in the customer's language
    CUSTOMER_CALLED = "customer.called"  # the given name as one calls a person: Latvian vocative
    CUSTOMER_NAME = "customer.name"
    ORDER_NUMBER = "order.number"
    ORDER_DATE = "order.date"  # in words of the customer's language
    ORDER_TOTAL = "order.total"
    ORDER_ITEM = "order.item"  # the name of the first article
    PACKER = "packer"
    SHOP_NAME = "shop.name"
    SHOP_CONTACT = "shop.contact"
    SHOP_LINK = "shop.link"
    PAGE = "page"
    PAGES = "pages"


@dataclass(frozen=True, slots=True)
class Condition:
    """A fact that must hold, or (wanted=False) must not."""

    fact: Fact
    wanted: bool = True


When: TypeAlias = tuple[Condition, ...]  # all must hold


@dataclass(frozen=True, slots=True)
class Variant:
    """One wording of a text; the first whose conditions hold and whose fields are all filled is printed."""

    text: str
    when: When = ()


@dataclass(frozen=True, slots=True)
class Style:
    """How a text is set: size in points, leading in multiples of it, tracking in em, max_lines 0 for any number."""

    face: Face
    size: Sized
    min_size: Sized
    leading: float = 1.5
    colour: Colour = Colour.INK
    align: Align = Align.LEFT
    tracking: float = 0.0
    upper: bool = False
    max_lines: int = 0


@dataclass(frozen=True, slots=True)
class Box:
    """Where an item stands: millimetres from the trimmed edges, the design's margin where nothing is said.

    Across: left and right, or a width held at the left (at the right, when only `right` is given with it).
    Down: one of top, bottom, under (below another item) or above (over it), the last two at the distance `gap`.
    """

    left: Sized | None = None
    right: Sized | None = None
    width: Sized | None = None
    height: Sized | None = None
    top: Sized | None = None
    bottom: Sized | None = None
    under: str = ""
    above: str = ""
    gap: Sized | None = None


@dataclass(frozen=True, slots=True)
class TextItem:
    """A text in a style; `until` names the items it must stay clear of, by `clear` mm, shrinking when it has to.

    `after` names the text it goes on after: Russian and Latvian then begin small after a comma.
    """

    id: str
    text: str
    style: str
    box: Box
    when: When = ()
    until: tuple[str, ...] = ()
    clear: float = 4.0
    after: str = ""


@dataclass(frozen=True, slots=True)
class LinesItem:
    """The articles of an order: quantity, name, article number; goes on on a further card when there are many."""

    id: str
    quantity: str
    name: str
    sku: str
    box: Box
    when: When = ()
    until: tuple[str, ...] = ()
    clear: float = 4.0
    column: float = 9.0  # mm from the quantity's left edge to the name's
    row_gap: float = 2.2  # mm between one article and the next


@dataclass(frozen=True, slots=True)
class OrnamentItem:
    """A vector drawing of documents/ornaments, drawn in one colour to its box."""

    id: str
    ornament: str
    box: Box
    when: When = ()
    colour: Colour = Colour.ACCENT
    seed: int = 1


@dataclass(frozen=True, slots=True)
class LogoItem:
    """The shop's logo, as large as its box allows, held to one side of it."""

    id: str
    box: Box
    when: When = ()
    align: Align = Align.LEFT


@dataclass(frozen=True, slots=True)
class RuleItem:
    """A straight line across its box, `weight` mm thick."""

    id: str
    box: Box
    when: When = ()
    colour: Colour = Colour.ACCENT
    weight: float = 0.2


@dataclass(frozen=True, slots=True)
class FillItem:
    """A filled rectangle; negative distances reach into the bleed."""

    id: str
    box: Box
    when: When = ()
    colour: Colour = Colour.SOFT


@dataclass(frozen=True, slots=True)
class QrItem:
    """The order's QR code, a square as wide as its box; keep 3 mm free around it."""

    id: str
    box: Box
    when: When = ()
    colour: Colour = Colour.INK


Item: TypeAlias = TextItem | LinesItem | OrnamentItem | LogoItem | RuleItem | FillItem | QrItem


@dataclass(frozen=True, slots=True)
class Template:
    """One design of one kind of paper; items are drawn in their order, texts are kept by key and language."""

    kind: Kind
    name: str
    title: Mapping[Language, str]
    palette: Mapping[Colour, str]
    margin: Sized
    styles: Mapping[str, Style]
    items: tuple[Item, ...]
    texts: Mapping[str, Mapping[Language, tuple[Variant, ...]]]
