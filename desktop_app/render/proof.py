"""One card of a design as the press prints it, with where each item came to stand; the designer shows it at work."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from desktop_app.documents.builders import BUILDERS
from desktop_app.documents.fields import PaperWords, same_content
from desktop_app.documents.layout import Seen
from desktop_app.documents.model import MM, Extent, Note, Picture, Placed, TextBlock, Trouble, Turned
from desktop_app.documents.setting import widowed
from desktop_app.domain.cards import BLEED, Side, Template
from desktop_app.domain.printing import PaperDetails, ShopDetails
from desktop_app.i18n import Language
from desktop_app.render.barcodes import Codes
from desktop_app.render.embedding import Subsets
from desktop_app.render.pictures import Darkroom
from desktop_app.render.press import Press
from desktop_app.render.shaping import Fonts
from desktop_app.render.sink import number

_ACROSS = 1200  # pixels of its pictures: enough for a screen, and quick
_TITLE = "Cordial"


@dataclass(frozen=True, slots=True)
class PictureBox:
    """Where a picture is drawn, in mm before it is turned, what of it is not seen, and how many pixels it has."""

    x: float
    y: float
    width: float
    height: float
    crop: tuple[float, float, float, float]
    pixels: tuple[int, int]


@dataclass(frozen=True, slots=True)
class ItemBox:
    """Where an item stands, in mm from the trimmed top left corner before it is turned, and what is wrong with it.

    `lost` are letters no face has, `dpi` how fine a picture is, `hidden` tells that the record has nothing for it.
    """

    id: str
    x: float
    y: float
    width: float
    height: float
    rotate: float = 0.0
    shrunk: bool = False
    overflow: bool = False
    lost: str = ""
    dpi: float = 0.0
    hidden: bool = False
    widow: bool = False  # its last line is so short that it looks lost
    picture: PictureBox | None = None


@dataclass(frozen=True, slots=True)
class Proof:
    """A PDF of one page, the card with its bleed around it; `size` is the trimmed card's in mm."""

    pdf: bytes
    boxes: tuple[ItemBox, ...]
    size: tuple[float, float]
    bleed: float
    page_count: int
    notes: tuple[Note, ...] = ()


class ProofPress:
    """What one designer window keeps between its proofs: loaded faces, shaped words, prepared pictures and codes."""

    def __init__(self) -> None:
        self.fonts = Fonts()
        self.darkroom = Darkroom(whole=_ACROSS)
        self.subsets = Subsets()
        self.codes = Codes()


def proof(
    template: Template,
    details: PaperDetails,
    shop: ShopDetails,
    *,
    by: str,
    card: tuple[float, float],
    side: Side = Side.FRONT,
    language: Language | None = None,
    press: ProofPress | None = None,
) -> Proof:
    """The record's first card, laid out and drawn as in print, whatever may be wrong with it.

    `card` is the trimmed size in mm; `language` stands in for the customer's. Raises Refused for a record that this
    kind of paper has nothing to say to, Invalid for a picture that cannot be read.
    """
    kept = press or ProofPress()
    language = language or details.language
    out = io.BytesIO()
    made = Press(
        out, card, shop, by=by, fonts=kept.fonts, darkroom=kept.darkroom, subsets=kept.subsets, codes=kept.codes
    )
    same = same_content(shop, by)
    layout = made.layout(template, language, same, side=side)
    content = BUILDERS[template.kind](details, same, PaperWords(language), asked=layout.asked)
    seen, notes, count = layout.seen(content)
    painter = made.painter(template)
    drawn = painter.draw([shape for one in seen for shape in one.shapes])
    aside = number(BLEED * MM)
    width, height = ((length + 2 * BLEED) * MM for length in card)
    trim = b" ".join(map(number, (BLEED * MM, BLEED * MM, width - BLEED * MM, height - BLEED * MM)))
    boxes = b"/TrimBox[%b]/BleedBox[0 0 %b %b]" % (trim, number(width), number(height))
    made.sink.page(b"1 0 0 1 %b %b cm\n%b" % (aside, aside, drawn), (width, height), boxes)
    made.finish(shop.name or _TITLE)
    told = tuple(_box(one, notes, made.album.extent) for one in seen)
    return Proof(out.getvalue(), told, card, BLEED, count, notes)


def words_of(
    template: Template,
    details: PaperDetails,
    shop: ShopDetails,
    *,
    by: str,
    card: tuple[float, float],
    press: ProofPress | None = None,
) -> dict[str, str]:
    """What the record's card says on both sides, by the keys of the design's texts: to be written anew for this one."""
    kept = press or ProofPress()
    made = Press(io.BytesIO(), card, shop, by=by, fonts=kept.fonts, darkroom=kept.darkroom)
    same = same_content(shop, by)
    words: dict[str, str] = {}
    for side in template.sides:
        layout = made.layout(template, details.language, same, side=side)
        content = BUILDERS[template.kind](details, same, PaperWords(details.language), asked=layout.asked)
        words |= layout.texts(content)
    return words


def _box(seen: Seen, notes: Sequence[Note], extent: Extent) -> ItemBox:
    mine = [note for note in notes if note.item == seen.item.id]
    troubles = {note.trouble for note in mine}
    flat = list(_flat(seen.shapes))
    return ItemBox(
        seen.item.id, round(seen.x, 3), round(seen.top, 3), round(seen.width, 3), round(seen.height, 3),
        seen.item.rotate,
        shrunk=any(isinstance(shape, TextBlock) and shape.size < shape.style.size - 0.01 for shape in flat),
        overflow=bool(troubles & {Trouble.OVERFLOW, Trouble.CODE}),
        lost="".join(note.letters for note in mine),
        dpi=min((_fineness(shape, extent) for shape in flat if isinstance(shape, Picture)), default=0.0),
        hidden=not flat,
        widow=any(isinstance(shape, TextBlock) and widowed(shape, seen.width) for shape in flat),
        picture=next((_drawn(shape, extent) for shape in flat if isinstance(shape, Picture)), None),
    )  # fmt: skip


def _flat(shapes: Iterable[Placed]) -> Iterator[Placed]:
    for shape in shapes:
        if isinstance(shape, Turned):
            yield from _flat(shape.shapes)
        else:
            yield shape


def _drawn(picture: Picture, extent: Extent) -> PictureBox:
    pixels = extent(picture.key) or (0, 0)
    return PictureBox(picture.x, picture.y, picture.width, picture.height, picture.crop, pixels)


def _fineness(picture: Picture, extent: Extent) -> float:
    """The dots to the inch of what is seen of a picture."""
    pixels = extent(picture.key)
    left, _, right, _ = picture.crop
    return pixels[0] * (1 - left - right) / (picture.width / 25.4) if pixels else 0.0
