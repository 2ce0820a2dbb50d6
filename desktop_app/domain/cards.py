"""A card's design as plain data: palette, styles, items, texts; documents/ fills it and lays it out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from desktop_app.domain.printing import Kind
from desktop_app.domain.states import StrEnum
from desktop_app.i18n import Language


class Format(StrEnum):
    """Classes of card size; a design gives lengths per class, so that it is laid out for a size and not scaled."""

    SMALL = "small"  # 85 × 55
    MEDIUM = "medium"  # A6
    TALL = "tall"  # a third of A4; as medium where a design says nothing else
    WIDE = "wide"  # A6 and larger, lying; as medium where a design says nothing else
    ENVELOPE = "envelope"  # twice as wide as high; as wide where a design says nothing else
    LARGE = "large"  # A5
    PAGE = "page"  # A4 and Letter; as large where a design says nothing else


def format_of(size: tuple[float, float]) -> Format:
    """The class of a card's size in mm: by its shorter edge; long and lying ones are classes of their own."""
    shorter = min(size)
    if shorter < 75:
        return Format.SMALL
    if size[0] > 1.2 * size[1]:
        return Format.ENVELOPE if size[0] > 1.8 * size[1] else Format.WIDE
    if shorter < 125:
        return Format.TALL if size[1] > 1.8 * size[0] else Format.MEDIUM
    return Format.LARGE if shorter < 180 else Format.PAGE


Sized: TypeAlias = Mapping[Format, float]  # a length (mm, or pt for type) for each class of size
Paint: TypeAlias = str  # a colour of the palette by name (Colour), a colour of the shop as "shop.NAME", or "#RRGGBB"
BLEED = 3.0  # mm over the trimmed edge that an item may reach


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


class Side(StrEnum):
    """The two sides of a card."""

    FRONT = "front"
    BACK = "back"


class Fit(StrEnum):
    """How a picture fills its box: all of the box, cut where it must be, or all of the picture."""

    COVER = "cover"
    CONTAIN = "contain"


class Symbology(StrEnum):
    """The codes a machine reads."""

    QR = "qr"
    CODE128 = "code128"
    EAN13 = "ean13"


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
    SMALL = "small"  # the card is of the smallest class of size: there is room for few words
    QR = "qr"
    GIFT = "gift"  # a gift goes with the parcel
    NOTE = "note"  # the shop wrote something to this customer about this order
    ORDER = "order"  # the paper is for an order, not for a person or the shop alone
    VOUCHER = "voucher"
    SIGNATURE = "signature"  # there is a picture of the packer's signature
    FIRST_PAGE = "first-page"  # an insert with many lines goes on on further cards
    LAST_PAGE = "last-page"
    ABROAD = "abroad"  # the address is in another country than the shop
    BIRTHDAY = "birthday"  # the customer's birthday is known
    OTHER_DAY = "other-day"  # the card is for a day other than a birthday
    NAME_DAY = "name-day"
    ANNIVERSARY = "anniversary"
    AROUND = "around"  # it is for somebody around the customer
    TOGETHER = "together"  # it is for several people


class Field(StrEnum):
    """What a text may name in braces; looked up plainly, never evaluated; documents/references has its vocabulary."""

    CUSTOMER_GREETING = "customer.greeting"  # the whole opening line in the customer's language
    CUSTOMER_CALLED = "customer.called"  # the given name as one calls a person: Latvian vocative
    CUSTOMER_NAME = "customer.name"
    ORDER_NUMBER = "order.number"
    ORDER_DATE = "order.date"  # in words of the customer's language
    ORDER_TOTAL = "order.total"
    ORDER_ITEM = "order.item"  # the name of the first article
    ORDER_COUNT = "order.count"  # pieces in the parcel
    ORDER_NOTE = "order.note"  # what the shop wrote to the customer, as many lines as were written
    ADDRESS_NAME = "address.name"
    ADDRESS_LINES = "address.lines"  # street, town and country, each on its line as the post wants it
    VOUCHER_CODE = "voucher.code"
    VOUCHER_WORTH = "voucher.worth"  # an amount, a percentage, or the shop's own words
    VOUCHER_AMOUNT = "voucher.amount"  # the same, empty where it is said in words: “{voucher.amount} less”
    VOUCHER_UNTIL = "voucher.until"
    REFERRAL_CODE = "referral.code"
    APOLOGY_WHAT = "apology.what"
    APOLOGY_PROMISED = "apology.promised"
    BIRTHDAY_DATE = "birthday.date"
    BIRTHDAY_AGE = "birthday.age"
    PRODUCT_NAME = "product.name"
    PRODUCT_SKU = "product.sku"
    PRODUCT_CARE = "product.care"  # as many lines as were written
    PRODUCT_WARRANTY = "product.warranty"  # months
    PRODUCT_UNTIL = "product.until"  # the last day of the warranty
    PRODUCT_LINK = "product.link"
    GIFT = "gift"
    PACKER = "packer"
    SHOP_NAME = "shop.name"
    SHOP_CONTACT = "shop.contact"
    SHOP_LINK = "shop.link"
    SHOP_SITE = "shop.site"  # the same as people read it, without https://
    SHOP_ADDRESS = "shop.address"  # in one line; where a parcel that cannot be delivered comes back to
    PAGE = "page"
    PAGES = "pages"


CASED = frozenset((Field.CUSTOMER_CALLED, Field.CUSTOMER_NAME))  # what a text may name in a case
COUNTED = frozenset((Field.ORDER_COUNT, Field.BIRTHDAY_AGE, Field.PRODUCT_WARRANTY))  # and with a counted word


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
    colour: Paint = Colour.INK
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
class Spot:
    """Where an item was put by hand: mm from the trimmed top left corner; height 0 stands for as high as it comes."""

    left: float
    top: float
    width: float
    height: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Placing:
    """What every item has: its conditions, its side, its turn in degrees clockwise about the middle of its box.

    `free` says where it was put by hand, for the classes of size it was moved on; there its box says nothing.
    """

    when: When = ()
    side: Side = Side.FRONT
    rotate: float = 0.0
    locked: bool = False
    group: str = ""
    free: Mapping[Format, Spot] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class TextItem(Placing):
    """A text in a style; `until` names what it must stay above, by `clear` mm, shrinking or rising when it has to.

    A box with a height holds it too. `after` names the text it goes on after: Russian and Latvian then begin small
    after a comma.
    """

    id: str
    text: str
    style: str
    box: Box
    until: tuple[str, ...] = ()
    clear: Sized = field(default_factory=lambda: dict.fromkeys(Format, 4.0))
    after: str = ""
    hyphenate: bool = True


@dataclass(frozen=True, slots=True)
class LinesItem(Placing):
    """The articles of an order: quantity, name, article number; goes on on a further card when there are many."""

    id: str
    quantity: str
    name: str
    sku: str
    box: Box
    until: tuple[str, ...] = ()
    clear: Sized = field(default_factory=lambda: dict.fromkeys(Format, 4.0))
    column: Sized = field(default_factory=lambda: dict.fromkeys(Format, 9.0))  # from a quantity's left to its name's
    row_gap: Sized = field(default_factory=lambda: dict.fromkeys(Format, 2.2))  # between one article and the next


@dataclass(frozen=True, slots=True)
class OrnamentItem(Placing):
    """A vector drawing of documents/ornaments, drawn in one colour to its box."""

    id: str
    ornament: str
    box: Box
    colour: Paint = Colour.ACCENT
    seed: int = 1


@dataclass(frozen=True, slots=True)
class LogoItem(Placing):
    """The shop's logo, as large as its box allows, held to one side of it."""

    id: str
    box: Box
    align: Align = Align.LEFT


@dataclass(frozen=True, slots=True)
class PictureItem(Placing):
    """A picture of the shop's own, named by its sha256; `crop` is what is cut off left, top, right, bottom (0 to 1)."""

    id: str
    picture: str
    box: Box
    crop: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)
    fit: Fit = Fit.COVER


@dataclass(frozen=True, slots=True)
class RuleItem(Placing):
    """A straight line across its box, `weight` mm thick."""

    id: str
    box: Box
    colour: Paint = Colour.ACCENT
    weight: float = 0.2


@dataclass(frozen=True, slots=True)
class FillItem(Placing):
    """A filled rectangle; negative distances reach into the bleed."""

    id: str
    box: Box
    colour: Paint = Colour.SOFT


@dataclass(frozen=True, slots=True)
class QrItem(Placing):
    """The record's own QR code, a square as wide as its box; keep 3 mm free around it."""

    id: str
    box: Box
    colour: Paint = Colour.INK


@dataclass(frozen=True, slots=True)
class BarcodeItem(Placing):
    """A code of one's own: what the text of that key says, its fields filled; `caption` writes it under the bars."""

    id: str
    text: str
    box: Box
    symbology: Symbology = Symbology.QR
    colour: Paint = Colour.INK
    caption: bool = False


@dataclass(frozen=True, slots=True)
class SignatureItem(Placing):
    """The packer's signature as a picture, else the packer's name in a style and colour."""

    id: str
    style: str
    box: Box
    colour: Paint = Colour.SIGNATURE


Item: TypeAlias = (
    TextItem | LinesItem | OrnamentItem | LogoItem | PictureItem | RuleItem | FillItem | QrItem | BarcodeItem
    | SignatureItem
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Template:
    """One design of one kind of paper; items are drawn in their order, texts are kept by key and language.

    `number` counts the versions of a shop's own design; those that come with the program have none.
    """

    kind: Kind
    name: str
    title: Mapping[Language, str]
    palette: Mapping[Colour, Paint]
    margin: Sized
    styles: Mapping[str, Style]
    items: tuple[Item, ...]
    texts: Mapping[str, Mapping[Language, tuple[Variant, ...]]]
    number: int = 0

    @property
    def sides(self) -> tuple[Side, ...]:
        """The sides that have anything on them; the front always."""
        return (Side.FRONT, Side.BACK) if any(item.side is Side.BACK for item in self.items) else (Side.FRONT,)
