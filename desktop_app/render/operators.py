"""Laid-out shapes in the language of PDF pages: one function per shape, in points from a card's lower left corner."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TypeAlias, cast

from desktop_app.documents.model import MM, Code, Drawing, Path, Picture, Piece, Rectangle, TextBlock, TypeStyle
from desktop_app.domain.cards import Paint
from desktop_app.domain.paints import hue_of
from desktop_app.render.barcodes import Symbol
from desktop_app.render.shaping import Type
from desktop_app.render.sink import number

_Set: TypeAlias = Callable[[Sequence[Piece], Sequence[tuple[int, int]], bytes], bytes]
_REMEMBERED = 1000  # places of text kept: most cards have theirs where others have
_PAPER = (255, 255, 255)


class Ink:
    """A design's colours as operators, and the beginnings of its text blocks, each made once."""

    def __init__(self, palette: Mapping[str, str], height: float) -> None:
        """`height` is that of the card in mm."""
        self._palette = palette
        self._top = height * MM
        self._colours: dict[tuple[Paint, float], bytes] = {}
        self._places: dict[tuple[int, float, float, float], tuple[bytes, _Set]] = {}
        self._squares: dict[tuple[float, float, float, Paint, int], bytes] = {}

    def text(self, block: TextBlock) -> bytes:
        """A block of lines; its letters are bytes already, only the place is written here."""
        if block.indents:
            return self._indented(block)
        key = (id(block.style), block.x, block.y, block.size)
        known = self._places.get(key)
        if known is None:
            if len(self._places) >= _REMEMBERED:
                self._places.clear()
            known = self._places[key] = (self._placed(block), cast(Type, block.style.letters).block)
        opening, set_block = known
        return b"%b%b)]TJ ET\n" % (opening, set_block(block.pieces, block.lines, b")]TJ T*[("))

    def _placed(self, block: TextBlock) -> bytes:
        size, x, y = block.size, block.x * MM, self._top - block.y * MM
        place = (size, size, x, y, block.leading)
        return self._opening(block.style) + b"%.2f 0 0 %.2f %.2f %.2f Tm %.3f TL[(" % place

    def _indented(self, block: TextBlock) -> bytes:
        """A block whose lines begin each at a place of its own."""
        size, x, y = block.size, block.x * MM, self._top - block.y * MM
        step = block.leading * size
        set_line = cast(Type, block.style.letters).line
        out = [
            b"%.2f 0 0 %.2f %.2f %.2f Tm[(%b)]TJ"
            % (size, size, x + indent * MM, y - n * step, set_line(block.pieces[begin:end]))
            for n, ((begin, end), indent) in enumerate(zip(block.lines, block.indents, strict=True))
        ]
        return b"%b%b ET\n" % (self._opening(block.style), b"\n".join(out))

    def _opening(self, style: TypeStyle) -> bytes:
        letters = cast(Type, style.letters)
        # Sizes stand in the text matrix: so a rise or tracking inside a word is in em, whatever the size.
        tracking = b" %.3f Tc" % style.tracking
        return b"BT %b 1 Tf%b %b rg " % (letters.font.resource, tracking, self.rgb(style.colour))

    def drawing(self, drawing: Drawing) -> bytes:
        """An ornament's paths, clipped by nothing but the card."""
        out = [b"q 1 J 1 j 1 0 0 -1 %b %b cm" % (number(drawing.x * MM), number(self._top - drawing.y * MM))]
        for path in drawing.paths:
            colour = self.rgb(drawing.colour, path.tint)
            if path.filled:
                out.append(colour + b" rg")
            if path.stroke:
                out.append(b"%b RG %b w" % (colour, number(path.stroke * MM)))
            out.append(_outline(path))
        return b"\n".join([*out, b"Q\n"])

    def rectangle(self, rectangle: Rectangle) -> bytes:
        """A rule or a ground."""
        x, y = rectangle.x * MM, self._top - (rectangle.y + rectangle.height) * MM
        edges = (x, y, rectangle.width * MM, rectangle.height * MM)
        return b"%b rg %b re f\n" % (self.rgb(rectangle.colour), b" ".join(map(number, edges)))

    def picture(self, picture: Picture, name: bytes) -> bytes:
        """A picture stored under `name`."""
        y = self._top - (picture.y + picture.height) * MM
        edges = (picture.width * MM, picture.height * MM, picture.x * MM, y)
        return b"q %b 0 0 %b %b %b cm /%b Do Q\n" % (*map(number, edges), name)

    def code(self, code: Code, symbol: Symbol) -> bytes:
        """A QR code as a mask of one bit per module, through which its colour is seen."""
        key = (code.x, code.y, code.size, code.colour, symbol.side)
        head = self._squares.get(key)
        if head is None:
            side = code.size * MM
            place = (side, side, code.x * MM, self._top - (code.y + code.size) * MM, symbol.side, symbol.side)
            head = b"q %b rg %.2f 0 0 %.2f %.2f %.2f cm BI/W %d/H %d/IM true/D[1 0]" % (self.rgb(code.colour), *place)
            self._squares[key] = head
        if b"EI" in symbol.bits:  # a reader might take it for the end of the picture
            return b"%b/F/AHx ID %b> EI Q\n" % (head, symbol.bits.hex().encode())
        return b"%b ID %b EI Q\n" % (head, symbol.bits)

    def rgb(self, colour: Paint, tint: float = 1.0) -> bytes:
        """A colour as three numbers from 0 to 1, lightened towards the paper where `tint` is below 1."""
        made = self._colours.get((colour, tint))
        if made is None:
            value = hue_of(colour, self._palette)
            parts = [int(value[n : n + 2], 16) for n in (1, 3, 5)]
            mixed = [part * tint + paper * (1 - tint) for part, paper in zip(parts, _PAPER, strict=True)]
            made = self._colours[colour, tint] = b" ".join(number(part / 255) for part in mixed)
        return made


def _outline(path: Path) -> bytes:
    """A path's operators, with the one that paints it."""
    out = [b"%b %b m" % (number(path.start[0] * MM), number(path.start[1] * MM))]
    for segment in path.segments:
        out.append(b" ".join(number(value * MM) for value in segment) + (b" c" if len(segment) == 6 else b" l"))
    if path.closed:
        out.append(b"h")
    paint = {(True, True): b"B", (True, False): b"f", (False, True): b"S", (False, False): b"n"}
    out.append(paint[path.filled, path.stroke > 0])
    return b"\n".join(out)
