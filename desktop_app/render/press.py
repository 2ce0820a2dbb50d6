"""The press: what is alike on every card is stored once, each card becomes bytes that a sheet holds anywhere."""

from __future__ import annotations

from collections.abc import Sequence
from typing import BinaryIO

from desktop_app.documents.layout import Layout
from desktop_app.documents.model import MM, Composer, Content, Laid, Placed
from desktop_app.documents.plan import Ground
from desktop_app.domain.cards import BLEED, PictureItem, Side, Template
from desktop_app.domain.errors import Invalid
from desktop_app.domain.paints import colours_of
from desktop_app.domain.printing import ShopDetails
from desktop_app.i18n import Language, Message, msg
from desktop_app.render.barcodes import Codes
from desktop_app.render.embedding import Subsets, embed
from desktop_app.render.operators import Ink
from desktop_app.render.pictures import Album, Darkroom
from desktop_app.render.shapes import Painter
from desktop_app.render.shaping import Fonts
from desktop_app.render.sink import Sink, number


class Design:
    """One side of a design compiled for one language: its layout, and the forms that draw what all cards have alike."""

    def __init__(self, layout: Layout, painter: Painter, form: bytes) -> None:
        self.layout = layout
        self.form = form
        self._call = b"/%b Do\n" % form
        self._draw = painter.draw

    def card(self, laid: Laid) -> bytes:
        """A card in the language of PDF pages, wherever on the sheet it will lie."""
        return self._call + self._draw(laid.placed)


class Press:
    """The cards of one PDF and what they share; `sink` takes the pages that sheets make of them.

    A card is drawn in points from its lower left corner; what reaches over its edges, into the bleed, is cut off by
    the sheet that holds it.
    """

    def __init__(
        self, out: BinaryIO, card: tuple[float, float], shop: ShopDetails, *, by: str = "",
        fonts: Fonts | None = None, darkroom: Darkroom | None = None, subsets: Subsets | None = None,
        codes: Codes | None = None,
    ) -> None:  # fmt: skip
        """`card` is the trimmed size in mm, `by` who packs; faces, pictures, codes that are ready may be brought."""
        self.sink = Sink(out)
        self.album = Album(self.sink, shop, by=by, darkroom=darkroom)
        self._card = card
        self._shop = shop
        self._fonts = fonts or Fonts()
        self._subsets = subsets or Subsets()
        self._forms: dict[bytes, int] = {}
        self._codes = codes or Codes()

    def compile(
        self, template: Template, language: Language, same: Content, *, side: Side = Side.FRONT
    ) -> Design:
        """One side of a design made ready for this size and language; `same` is what every card of the run says.

        Raises Invalid for a picture that is not there.
        """
        for item in template.items:
            if isinstance(item, PictureItem) and self.album.extent(item.picture) is None:
                raise Invalid("design", _absent(template))
        return self.design(self.layout(template, language, same, side=side), template)

    def layout(
        self, template: Template, language: Language, same: Content, *, side: Side = Side.FRONT
    ) -> Layout:
        """One side of a design laid out with this press's faces and pictures."""
        ground = Ground(self._card, language, self._fonts)
        return Layout(template, ground, same=same, extent=self.album.extent, side=side)

    def design(self, layout: Layout, template: Template) -> Design:
        """A layout with its constant part stored in the file."""
        painter = self.painter(template)
        base, *over = [self._drawn(shapes, painter) for shapes in (layout.static, *layout.overlays)]
        painter.forms = over
        return Design(layout, painter, base)

    def painter(self, template: Template) -> Painter:
        """What draws the shapes of a design in its colours."""
        ink = Ink(colours_of(template.palette, self._shop.colours), self._card[1])
        return Painter(ink, codes=self._codes, album=self.album, height=self._card[1])

    def _drawn(self, shapes: Sequence[Placed], painter: Painter) -> bytes:
        return self.form(painter.draw(shapes), self._card, over=BLEED)

    @property
    def faces(self) -> Composer:
        """The faces of this file, for texts that stand on no card."""
        return self._fonts

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
        fonts = [b"%b %d 0 R" % (font.resource, embed(font, self.sink, self._subsets)) for font in used]
        forms = [b"/%b %d 0 R" % (name, n) for name, n in (*self._forms.items(), *self.album.objects.items())]
        resources = b"<</ProcSet[/PDF/Text/ImageB/ImageC]/Font<<%b>>/XObject<<%b>>>>"
        self.sink.finish(resources % (b"".join(fonts), b"".join(forms)), title)


def _absent(template: Template) -> Message:
    return msg("A picture of the design “{name}” is missing. Choose it again in the designer.", name=template.name)
