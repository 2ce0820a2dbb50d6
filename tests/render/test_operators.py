"""Shapes are said in the language of PDF so that nothing in them can be taken for something else."""

from __future__ import annotations

import io

import pikepdf
import pytest

from desktop_app.documents.hyphenation import Hyphens
from desktop_app.documents.model import MM, Code, Drawing, Path, Rectangle
from desktop_app.documents.setting import block_of, set_text
from desktop_app.domain.cards import Align, Colour, Face
from desktop_app.i18n import Language
from desktop_app.render.barcodes import Symbol
from desktop_app.render.operators import Ink
from desktop_app.render.press import Press
from desktop_app.render.shaping import Fonts
from tests.documents.letters import style
from tests.render.sheets import SHOP, outside

INK = Ink(dict.fromkeys(Colour, "#804000"), 100.0)


def operators(content: bytes) -> list[str]:
    """The operators of a content as an independent reader parses it."""
    pdf = pikepdf.new()
    return [str(one.operator) for one in pikepdf.parse_content_stream(pikepdf.Stream(pdf, content))]


@pytest.mark.parametrize("bits", [b"\x00\x80" * 16, b"a EI Q " + b"\x00" * 25])
def test_a_code_with_the_letters_of_an_end_does_not_end_there(bits: bytes) -> None:
    content = INK.code(Code(10, 20, 25.4, "x", Colour.INK), Symbol(16, bits))
    assert operators(content + b"0 g\n") == ["q", "rg", "cm", "INLINE IMAGE", "Q", "g"]
    assert b" EI " not in content[:-6]
    assert (b"/F/AHx" in content) is (b"EI" in bits)
    assert b"72.00 0 0 72.00" in content


def test_a_tint_lies_between_the_colour_and_the_paper() -> None:
    assert INK.rgb(Colour.INK) == b"0.502 0.251 0"
    assert INK.rgb(Colour.INK, 0.5) == b"0.751 0.625 0.5"
    assert INK.rgb(Colour.INK, 0.0) == b"1 1 1"


def test_places_are_counted_from_the_bottom_as_a_pdf_wants_them() -> None:
    content = INK.rectangle(Rectangle(10, 20, 30, 5, Colour.SOFT))
    left, bottom, width, height = (float(word) for word in content.split()[4:8])
    assert (left, bottom) == pytest.approx((10 * MM, 75 * MM), abs=0.001)
    assert (width, height) == pytest.approx((30 * MM, 5 * MM), abs=0.001)


@pytest.mark.parametrize(
    ("filled", "stroke", "closed", "expected"),
    [
        (True, 0.0, True, ["rg", "m", "l", "c", "h", "f"]),
        (False, 0.2, False, ["RG", "w", "m", "l", "c", "S"]),
        (True, 0.2, False, ["rg", "RG", "w", "m", "l", "c", "B"]),
    ],
)
def test_ornaments_are_drawn_as_they_are_meant(filled: bool, stroke: float, closed: bool, expected: list[str]) -> None:
    path = Path((0, 0), ((1, 1), (1, 2, 3, 4, 5, 6)), closed=closed, filled=filled, stroke=stroke)
    content = INK.drawing(Drawing(1, 1, (path,), Colour.ACCENT))
    assert operators(content) == ["q", "J", "j", "cm", *expected, "Q"]


@pytest.mark.parametrize("align", Align)
def test_a_word_broken_by_a_hyphen_is_found_whole(align: Align) -> None:
    text = "katra lieta ir izgatavota ar vislielāko rūpību un uzmanību, jums visneatkarīgākās pateicības vārdi"
    fonts, out = Fonts(), io.BytesIO()
    soft = style(size=9, letters=fonts.letters(Face.SERIF, 0.0), hyphens=Hyphens(Language.LV), align=align)
    setting = set_text(text, soft, 32.0)
    press = Press(out, (105.0, 148.0), SHOP, fonts=fonts)
    press.sink.page(INK.text(block_of(setting, soft, 10.0, 20.0)), (300.0, 420.0))
    press.finish("Cards")
    seen = outside(["pdftotext", "-raw", "{}", "-"], out.getvalue())
    assert seen.count("-\n") >= 1
    assert len(seen.split("\n")) > 3
    assert " ".join(outside(["pdftotext", "{}", "-"], out.getvalue()).split()) == text
