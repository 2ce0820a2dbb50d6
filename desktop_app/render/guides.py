"""Drawings of sheets in the language of PDF pages: cutting guides and the page a printer is measured by."""

from __future__ import annotations

from collections.abc import Iterable
from typing import BinaryIO

from desktop_app.documents.guides import cutting_guide, measuring_page
from desktop_app.documents.model import MM, Composer, TypeStyle
from desktop_app.documents.setting import block_of, set_text
from desktop_app.domain.calibration import Calibration
from desktop_app.domain.cards import Align, Face
from desktop_app.domain.guides import Guide, Label, Outline, Stroke
from desktop_app.domain.imposing import Duplex, Imposing
from desktop_app.domain.printing import ShopDetails
from desktop_app.domain.stock import Stock
from desktop_app.i18n import Words
from desktop_app.render.operators import Ink
from desktop_app.render.press import Press
from desktop_app.render.sheets import Sheets
from desktop_app.render.sink import number

_INK = "ink"
_COLOURS = {_INK: "#303030"}
_WIDE = 1000.0  # mm: a label is never broken
_BOW = 0.5523  # of the radius, from a quarter circle's end to its Bézier handle


def drawn(guide: Guide, faces: Composer) -> bytes:
    """The guide in points from the sheet's lower left corner."""
    ink = Ink(_COLOURS, guide.sheet[1])
    parts = [b"q 0.19 G\n", *map(_outlined, [(one, guide.sheet[1]) for one in guide.outlines])]
    parts += _strokes(guide.strokes, guide.sheet[1])
    styles: dict[float, TypeStyle] = {}
    for label in guide.labels:
        style = styles.setdefault(label.size, _style(label.size, faces))
        parts.append(_labelled(label, style, ink))
    return b"".join([*parts, b"Q\n"])


def print_cutting_guide(sheets: Sheets, stock: Stock, words: Words, *, faces: Composer) -> None:
    """Puts the cutting guide of a stock on a sheet of its own."""
    sheets.drawn(drawn(cutting_guide(stock, words), faces))


def print_test_page(
    stock: Stock, out: BinaryIO, words: Words, *, duplex: Duplex = Duplex.OFF, calibration: Calibration | None = None
) -> None:
    """Prints the page a printer is measured by, on a stock's sheet; its back too where `duplex` turns the sheet."""
    press = Press(out, stock.sheet, ShopDetails(""))
    sheets = Sheets(press, stock, Imposing(duplex=duplex, marks=False), calibration=calibration)
    front = drawn(measuring_page(stock.sheet, words), press.faces)
    sheets.drawn(front, drawn(measuring_page(stock.sheet, words, back=True), press.faces) if sheets.turning else b"")
    press.finish(words("Test page"))


def _style(size: float, faces: Composer) -> TypeStyle:
    return TypeStyle(
        face=Face.SANS, size=size, min_size=size, leading=1.2, colour=_INK, align=Align.LEFT, tracking=0.0, upper=False,
        max_lines=0, letters=faces.letters(Face.SANS, 0.0),
    )  # fmt: skip


def _labelled(label: Label, style: TypeStyle, ink: Ink) -> bytes:
    setting = set_text(label.text, style, _WIDE)
    width = sum(piece.advance for piece in setting.pieces) * label.size / MM
    return ink.text(block_of(setting, style, label.x - (width / 2 if label.centred else 0.0), label.y))


def _strokes(strokes: Iterable[Stroke], height: float) -> list[bytes]:
    parts = []
    for one in strokes:
        ends = (one.x1, height - one.y1, one.x2, height - one.y2)
        dash = b"[3 2] 0 d" if one.dashed else b"[] 0 d"
        line = b"%b %b m %b %b l S" % tuple(number(value * MM) for value in ends)
        parts.append(b"%b %b w %b\n" % (dash, number(one.weight * MM), line))
    return parts


def _outlined(given: tuple[Outline, float]) -> bytes:
    """The edge of a place: a rectangle, its corners rounded, or an ellipse."""
    one, height = given
    x, y, wide, high = one.x * MM, (height - one.y - one.height) * MM, one.width * MM, one.height * MM
    across, up = (wide / 2, high / 2) if one.round else (one.radius * MM, one.radius * MM)
    if not across:
        return b"0.5 w %b re S\n" % b" ".join(map(number, (x, y, wide, high)))
    bow_x, bow_y = across * (1 - _BOW), up * (1 - _BOW)
    right, top = x + wide, y + high
    path = [
        b"%b m" % _points(x + across, y),
        b"%b l" % _points(right - across, y),
        b"%b c" % _points(right - bow_x, y, right, y + bow_y, right, y + up),
        b"%b l" % _points(right, top - up),
        b"%b c" % _points(right, top - bow_y, right - bow_x, top, right - across, top),
        b"%b l" % _points(x + across, top),
        b"%b c" % _points(x + bow_x, top, x, top - bow_y, x, top - up),
        b"%b l" % _points(x, y + up),
        b"%b c" % _points(x, y + bow_y, x + bow_x, y, x + across, y),
    ]
    return b"0.5 w %b h S\n" % b" ".join(path)


def _points(*values: float) -> bytes:
    return b" ".join(map(number, values))
