"""The press: what is alike on every card is stored once, each card becomes bytes that a sheet holds anywhere."""

from __future__ import annotations

from typing import BinaryIO

from desktop_app.documents.layout import Layout
from desktop_app.documents.model import (
    MM,
    Code,
    Content,
    Drawing,
    Laid,
    Picture,
    Placed,
    Rectangle,
    TextBlock,
)
from desktop_app.documents.plan import Ground
from desktop_app.domain.cards import BLEED, Template, colours_of
from desktop_app.domain.printing import ShopDetails
from desktop_app.i18n import Language
from desktop_app.render import embedding, pictures
from desktop_app.render.barcodes import Codes
from desktop_app.render.operators import Ink
from desktop_app.render.shaping import Fonts
from desktop_app.render.sink import Sink, number

_LOGO = b"P1"


class Design:
    """A design compiled for one language: its layout, its ink, and the form that draws what every card has alike."""

    def __init__(self, layout: Layout, ink: Ink, form: bytes) -> None:
        self.layout = layout
        self.form = form
        self._ink = ink

    def card(self, laid: Laid, codes: Codes) -> bytes:
        """A card in the language of PDF pages, wherever on the sheet it will lie."""
        return b"/%b Do\n" % self.form + b"".join([_drawn(shape, self._ink, codes) for shape in laid.placed])


class Press:
    """The cards of one PDF and what they share; `sink` takes the pages that sheets make of them.

    A card is drawn in points from its lower left corner; what reaches over its edges, into the bleed, is cut off by
    the sheet that holds it.
    """

    def __init__(self, out: BinaryIO, card: tuple[float, float], shop: ShopDetails) -> None:
        """`card` is the trimmed size in mm; raises Invalid when the shop's logo cannot be read."""
        self.sink = Sink(out)
        self._card = card
        self._shop = shop
        self._fonts = Fonts()
        self._forms: dict[bytes, int] = {}
        self._pixels = pictures.decode(shop.logo) if shop.logo else None
        self._codes = Codes()

    def compile(self, template: Template, language: Language, same: Content) -> Design:
        """The design made ready for this size and language; `same` is what every card of the run says."""
        ground = Ground(self._card, language, self._fonts)
        ratio = self._pixels.width / self._pixels.height if self._pixels else 0.0
        layout = Layout(template, ground, same=same, logo=ratio)
        ink = Ink(colours_of(template.palette, self._shop.colours), self._card[1])
        if any(isinstance(shape, Picture) for shape in layout.static):
            self._store_logo()
        drawn = b"".join(_drawn(shape, ink, self._codes) for shape in layout.static)
        return Design(layout, ink, self.form(drawn, self._card, over=BLEED))

    def card(self, design: Design, laid: Laid) -> bytes:
        """A laid-out card ready for any place of any sheet."""
        return design.card(laid, self._codes)

    def form(self, drawn: bytes, size: tuple[float, float], *, over: float = 0.0) -> bytes:
        """A form of `size` mm, and `over` mm around it, that draws something once for all pages; returns its name."""
        edges = (-over * MM, -over * MM, (size[0] + over) * MM, (size[1] + over) * MM)
        name = b"K%d" % (len(self._forms) + 1)
        box = b"/Type/XObject/Subtype/Form/Resources 3 0 R/BBox[%b]" % b" ".join(map(number, edges))
        self._forms[name] = self.sink.stream(drawn, box)
        return name

    def finish(self, title: str) -> None:
        """Embeds the faces that were used and closes the file."""
        used = [font for font in self._fonts.used if font.glyphs]
        fonts = [b"%b %d 0 R" % (font.resource, embedding.embed(font, self.sink)) for font in used]
        forms = [b"/%b %d 0 R" % (name, place) for name, place in self._forms.items()]
        resources = b"<</ProcSet[/PDF/Text/ImageB/ImageC]/Font<<%b>>/XObject<<%b>>>>"
        self.sink.finish(resources % (b"".join(fonts), b"".join(forms)), title)

    def _store_logo(self) -> None:
        if self._pixels is not None and _LOGO not in self._forms:
            self._forms[_LOGO] = pictures.store(self._pixels, self.sink)


def _drawn(shape: Placed, ink: Ink, codes: Codes) -> bytes:
    """A shape in the language of PDF pages."""
    if isinstance(shape, TextBlock):
        return ink.text(shape)
    if isinstance(shape, Code):
        return ink.code(shape, codes.symbol(shape.text))
    if isinstance(shape, Drawing):
        return ink.drawing(shape)
    if isinstance(shape, Rectangle):
        return ink.rectangle(shape)
    return ink.picture(shape, _LOGO)
