"""Every shape of a card in the language of PDF pages: texts and drawings by the ink, the others here."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from math import cos, radians, sin
from typing import Any

from desktop_app.documents.model import (
    MM,
    Bars,
    Code,
    Drawing,
    Overlay,
    Picture,
    Placed,
    Rectangle,
    TextBlock,
    Turned,
)
from desktop_app.render.barcodes import Codes
from desktop_app.render.operators import Ink
from desktop_app.render.pictures import Album
from desktop_app.render.sink import number


class Painter:
    """Draws the shapes of one design's cards, `height` mm high."""

    def __init__(self, ink: Ink, *, codes: Codes, album: Album, height: float) -> None:
        self._ink = ink
        self._codes = codes
        self._album = album
        self._top = height * MM
        self.forms: Sequence[bytes] = ()  # the names of the layers that lie over something
        self._by_type: Mapping[type[Placed], Callable[[Any], bytes]] = {
            TextBlock: ink.text, Code: self._code, Drawing: ink.drawing, Picture: self._picture, Bars: self._bars,
            Rectangle: ink.rectangle, Turned: self._turned, Overlay: self._overlay,
        }  # fmt: skip

    def draw(self, shapes: Sequence[Placed]) -> bytes:
        """The shapes' operators, in points from the card's lower left corner."""
        by_type = self._by_type
        return b"".join([by_type[type(shape)](shape) for shape in shapes])

    def _code(self, code: Code) -> bytes:
        return self._ink.code(code, self._codes.symbol(code.text))

    def _overlay(self, overlay: Overlay) -> bytes:
        return b"/%b Do\n" % self.forms[overlay.layer]

    def _picture(self, picture: Picture) -> bytes:
        """A picture, cut off at its rectangle where more of it is stored than is to be seen."""
        stored = self._album.stored(picture)
        left, above, right, below = stored.hidden
        wide, high = picture.width / (1 - left - right), picture.height / (1 - above - below)
        shown = picture._replace(x=picture.x - left * wide, y=picture.y - above * high, width=wide, height=high)
        drawn = self._ink.picture(shown, stored.name)
        if not any(stored.hidden):
            return drawn
        y = self._top - (picture.y + picture.height) * MM
        edges = (picture.x * MM, y, picture.width * MM, picture.height * MM)
        return b"q %b re W n %bQ\n" % (b" ".join(map(number, edges)), drawn)

    def _bars(self, bars: Bars) -> bytes:
        """The bars as one path, filled."""
        module = bars.width / sum(bars.runs)
        y, height = number(self._top - (bars.y + bars.height) * MM), number(bars.height * MM)
        out, x = [], bars.x
        for place, run in enumerate(bars.runs):
            if place % 2 == 0:
                out.append(b"%.4f %b %.4f %b re" % (x * MM, y, run * module * MM, height))
            x += run * module
        return b"%b rg %b f\n" % (self._ink.rgb(bars.colour), b" ".join(out))

    def _turned(self, turned: Turned) -> bytes:
        """Shapes about their middle, clockwise; pages count their degrees the other way round."""
        x, y = turned.x * MM, self._top - turned.y * MM
        turn = radians(turned.degrees)
        c, s = cos(turn), sin(turn)
        place = (c, -s, s, c, x - c * x - s * y, y + s * x - c * y)
        return b"q %.6f %.6f %.6f %.6f %.4f %.4f cm\n%bQ\n" % (*place, self.draw(turned.shapes))
