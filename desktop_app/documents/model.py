"""A laid-out card in plain data: shapes and lines of text in mm from its top left corner, y down; render/ draws it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol, TypeAlias

from desktop_app.domain.cards import Align, Face, Paint
from desktop_app.domain.states import StrEnum

MM = 72 / 25.4  # points in a millimetre

LOGO, SIGNATURE = "logo", "signature"  # the pictures that are not known by their sha256
Extent: TypeAlias = Callable[[str], "tuple[int, int] | None"]  # a picture's width and height in pixels, None: not there

MoveTo: TypeAlias = tuple[float, float]
LineTo: TypeAlias = tuple[float, float]
CurveTo: TypeAlias = tuple[float, float, float, float, float, float]


@dataclass(frozen=True, slots=True)
class Path:
    """One path of an ornament in mm: a start point, then lines (x, y) and cubic Bézier curves (x1, y1, x2, y2, x, y).

    `stroke` is the pen's width in mm (0: no outline), round at its ends; `filled` fills it; `tint` lightens the colour
    towards the paper (1 = full colour).
    """

    start: MoveTo
    segments: tuple[LineTo | CurveTo, ...]
    closed: bool = False
    filled: bool = False
    stroke: float = 0.0
    tint: float = 1.0


class Piece(NamedTuple):
    """A word, or a part of one that must not be broken, as a face sets it; widths in em."""

    text: str
    width: float
    advance: float  # with the space after it; equal to width where a break brings no space
    data: bytes = b""  # how render/ writes it, and with the space after it
    spaced: bytes = b""
    rtl: bool = False


class Letters(Protocol):
    """A face that sets words; render/ has real ones, tests may bring their own."""

    cap: float  # height of the capitals in em

    def pieces(self, text: str) -> list[Piece]:
        """The text's unbreakable pieces in order; letters without a shape are noted in `missing`."""
        ...

    def missing(self, text: str) -> str:
        """The letters of a text no face can set."""
        ...

    def hyphened(self, text: str) -> Piece:
        """The beginning of a word, with a hyphen when a line ends with it: `width` counts the hyphen, `advance` not."""
        ...

    def bearing(self, text: str) -> float:
        """How far from where a text begins its ink does, in em."""
        ...

    def cut(self, piece: Piece, width: float) -> list[Piece]:
        """A piece wider than `width` em cut between letters into pieces that are not."""
        ...


class Places(Protocol):
    """Where the words of a language may be broken with a hyphen."""

    def places(self, word: str) -> list[int]:
        """After how many letters a word may be broken."""
        ...


class Composer(Protocol):
    """Where layout gets its letters from."""

    def letters(self, face: Face, tracking: float) -> Letters:
        """The letters of a face, spaced by `tracking` em."""
        ...


@dataclass(frozen=True, slots=True)
class TypeStyle:
    """A style as one size of card uses it: points, multiples and em."""

    face: Face
    size: float
    min_size: float
    leading: float
    colour: Paint
    align: Align
    tracking: float
    upper: bool
    max_lines: int
    letters: Letters
    hyphens: Places | None = None  # where its words may be broken, None: nowhere


class TextBlock(NamedTuple):
    """Lines of one size and style; x and y (mm) are the left edge and the first baseline, `leading` is in em.

    A line is a (first, past last) pair of the pieces; `indents` tells how far each is moved in, empty for not at all.
    """

    x: float
    y: float
    size: float
    leading: float
    style: TypeStyle
    pieces: Sequence[Piece]
    lines: Sequence[tuple[int, int]]
    indents: Sequence[float] = ()


class Drawing(NamedTuple):
    """An ornament's paths with their top left corner (mm) and colour."""

    x: float
    y: float
    paths: tuple[Path, ...]
    colour: Paint


class Picture(NamedTuple):
    """A picture in its rectangle (mm); `crop` is what of it is not to be seen at the left, top, right and bottom."""

    x: float
    y: float
    width: float
    height: float
    key: str = LOGO  # or SIGNATURE, or the sha256 of one of the shop's pictures
    crop: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)


class Rectangle(NamedTuple):
    """A filled rectangle (mm): a rule or a ground."""

    x: float
    y: float
    width: float
    height: float
    colour: Paint


class Code(NamedTuple):
    """A QR code: its square (mm), the text in it, its colour."""

    x: float
    y: float
    size: float
    text: str
    colour: Paint


class Bars(NamedTuple):
    """A code of bars in its rectangle (mm): the widths of bars and gaps in turn, a bar first, that fill it together."""

    x: float
    y: float
    width: float
    height: float
    runs: tuple[int, ...]
    colour: Paint


class Turned(NamedTuple):
    """Shapes turned clockwise by degrees about a point (mm)."""

    x: float
    y: float
    degrees: float
    shapes: Sequence[Placed]


class Overlay(NamedTuple):
    """What all cards have alike but must lie over what they have not: the number of a layer of the layout."""

    layer: int


Placed: TypeAlias = TextBlock | Drawing | Picture | Rectangle | Code | Bars | Turned | Overlay


class Trouble(StrEnum):
    """What may be wrong with an item on a card."""

    OVERFLOW = "overflow"  # too long at its smallest size
    TIGHT = "tight"  # at its smallest size it only just fits; a code whose bars are hard to read
    LOST = "lost"  # letters that no face has
    CODE = "code"  # a text that its code cannot say
    ABSENT = "absent"  # a picture that the shop has not


class Note(NamedTuple):
    """Something wrong with an item, the key of the text that is the cause where one is, and the letters that are."""

    item: str
    trouble: Trouble
    text: str = ""
    letters: str = ""


@dataclass(frozen=True, slots=True)
class ArticleText:
    """One article of an insert, ready to be set."""

    quantity: str
    name: str
    sku: str


@dataclass(slots=True)
class Content:
    """What a builder says of one record: values by field, its facts as one number, its articles, its QR code's text."""

    values: dict[str, str]
    facts: int
    articles: tuple[ArticleText, ...] = ()
    qr: str = ""


@dataclass(slots=True)
class Laid:
    """One card laid out: what differs from card to card, whether it only just fits, which letters no face has.

    `notes` tells which items are the cause.
    """

    placed: list[Placed]
    tight: bool = False
    lost: str = ""
    notes: Sequence[Note] = ()
