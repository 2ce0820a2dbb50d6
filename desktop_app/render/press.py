"""The press: what is the same on every card is stored once, cards become bytes, sheets of them go out page by page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import BinaryIO

from desktop_app.documents.imposition import crop_marks
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
from desktop_app.domain.cards import Template, colours_of
from desktop_app.domain.stock import Stock
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
    """One PDF being printed on one stock."""

    def __init__(self, out: BinaryIO, stock: Stock, logo: bytes = b"") -> None:
        """`logo` is the content of a picture file, empty for none; raises Invalid when it cannot be read."""
        self._stock = stock
        self._sink = Sink(out)
        self._fonts = Fonts()
        self._forms: dict[bytes, int] = {}
        self._marks: dict[tuple[int, ...], bytes] = {}
        self._pixels = pictures.decode(logo) if logo else None
        self._codes = Codes()
        self._corners = [self._corner(place) for place in range(stock.places)]
        self.sheets = 0

    def compile(self, template: Template, language: Language, same: Content) -> Design:
        """The design made ready for this stock and language; `same` is what every card of the run says."""
        ground = Ground(self._stock.card, language, self._fonts)
        ratio = self._pixels.width / self._pixels.height if self._pixels else 0.0
        layout = Layout(template, ground, same=same, logo=ratio)
        ink = Ink(colours_of(template.palette, {}), self._stock.card[1])
        if any(isinstance(shape, Picture) for shape in layout.static):
            self._store_logo()
        drawn = b"".join(_drawn(shape, ink, self._codes) for shape in layout.static)
        return Design(layout, ink, self._form(drawn, self._stock.card))

    def card(self, design: Design, laid: Laid) -> bytes:
        """A laid-out card ready for any place of any sheet."""
        return design.card(laid, self._codes)

    def sheet(self, cards: Sequence[tuple[int, bytes]]) -> None:
        """Writes a sheet with cards, made by `card`, on their places."""
        content = [self._cut_lines([place for place, _ in cards])] if self._stock.crop_marks else []
        content += [b"q %b %bQ\n" % (self._corners[place], card) for place, card in cards]
        width, height = self._stock.sheet
        self._sink.page(b"".join(content), (width * MM, height * MM))
        self.sheets += 1

    def finish(self, title: str) -> None:
        """Embeds the faces that were used and closes the file."""
        used = [font for font in self._fonts.used if font.glyphs]
        fonts = [b"%b %d 0 R" % (font.resource, embedding.embed(font, self._sink)) for font in used]
        forms = [b"/%b %d 0 R" % (name, place) for name, place in self._forms.items()]
        resources = b"<</ProcSet[/PDF/Text/ImageB/ImageC]/Font<<%b>>/XObject<<%b>>>>"
        self._sink.finish(resources % (b"".join(fonts), b"".join(forms)), title)

    def _corner(self, place: int) -> bytes:
        x, y = self._stock.corner(place)
        down = self._stock.sheet[1] - y - self._stock.card[1]
        return b"1 0 0 1 %b %b cm" % (number(x * MM), number(down * MM))

    def _form(self, drawn: bytes, size: tuple[float, float]) -> bytes:
        """A form of `size` mm that draws something once for all pages; returns the name it is called by."""
        box = b"/BBox[0 0 %b %b]" % (number(size[0] * MM), number(size[1] * MM))
        name = b"K%d" % (len(self._forms) + 1)
        self._forms[name] = self._sink.stream(drawn, b"/Type/XObject/Subtype/Form/Resources 3 0 R" + box)
        return name

    def _cut_lines(self, places: Iterable[int]) -> bytes:
        """The crop marks for the cards on these places, stored once for each filling of a sheet."""
        key = tuple(places)
        if key not in self._marks:
            height = self._stock.sheet[1]
            lines = [
                b" ".join(map(number, (mark.x1 * MM, (height - mark.y1) * MM))) + b" m "
                + b" ".join(map(number, (mark.x2 * MM, (height - mark.y2) * MM))) + b" l"
                for mark in crop_marks(self._stock, key)
            ]
            drawn = b"0.25 w 0.45 G %b S\n" % b" ".join(lines) if lines else b""
            self._marks[key] = b"/%b Do\n" % self._form(drawn, self._stock.sheet)
        return self._marks[key]

    def _store_logo(self) -> None:
        if self._pixels is not None and _LOGO not in self._forms:
            self._forms[_LOGO] = pictures.store(self._pixels, self._sink)


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
