"""A statement drawn: its pages in the language of PDF, one file of A4."""

from __future__ import annotations

from typing import BinaryIO

from desktop_app.documents.flowing import COLOURS, PAGE
from desktop_app.documents.model import MM, Placed, Rectangle, TextBlock
from desktop_app.documents.statement import statement_pages
from desktop_app.domain.printing import ShopDetails
from desktop_app.domain.statements import Statement
from desktop_app.i18n import Words
from desktop_app.render.operators import Ink
from desktop_app.render.press import Press


def print_statement(made: Statement, out: BinaryIO) -> int:
    """Writes the statement as one PDF in its language; returns the number of its pages."""
    words = Words(made.language)
    press = Press(out, PAGE, ShopDetails(made.shop.name))
    ink = Ink(COLOURS, PAGE[1])
    for page in statement_pages(made, words, press.faces):
        press.sink.page(b"".join(_drawn(shape, ink) for shape in page), (PAGE[0] * MM, PAGE[1] * MM))
    press.finish(words("What we keep about you"))
    return press.sink.pages


def _drawn(shape: Placed, ink: Ink) -> bytes:
    if isinstance(shape, TextBlock):
        return ink.text(shape)
    assert isinstance(shape, Rectangle)
    return ink.rectangle(shape)
