"""The test page and the cutting guide as independent readers find them in the PDF."""

from __future__ import annotations

import io
import re

import pytest

from desktop_app.documents.stocks import load_stock
from desktop_app.domain.calibration import Calibration, first_line, spans
from desktop_app.domain.imposing import Duplex, Imposing
from desktop_app.domain.printing import Kind
from desktop_app.i18n import Language, Words
from desktop_app.render.guides import print_test_page
from tests.render.marked import marked, marks_in, numbered
from tests.render.sheets import outside, pages_of, run
from tests.render.test_sheets import picture_of


def page(stock: str = "a4", **choices: object) -> bytes:
    """A test page."""
    out = io.BytesIO()
    print_test_page(load_stock(stock), out, Words(Language.EN), **choices)  # type: ignore[arg-type]
    return out.getvalue()


def lines_of(file: bytes, number: int = 1) -> tuple[list[float], list[float]]:
    """The upright and the lying long lines on a page, in mm: where a row or column of dots is mostly ink."""
    image = picture_of(file, number).convert("L")
    dark = image.point(lambda value: 255 if value < 128 else 0)
    columns = [x for x in range(dark.width) if sum(dark.crop((x, 0, x + 1, dark.height)).tobytes()) > 255 * 4 * 20]
    rows = [y for y in range(dark.height) if sum(dark.crop((0, y, dark.width, y + 1)).tobytes()) > 255 * 4 * 20]
    return [(x + 0.5) / 4 for x in columns], [(y + 0.5) / 4 for y in rows]


def test_the_lines_are_printed_where_they_are_measured() -> None:
    upright, lying = lines_of(page())
    across, down = spans((210.0, 297.0))
    first = first_line((210.0, 297.0))
    assert (upright[0], upright[-1]) == pytest.approx((first, first + across), abs=0.3)
    assert (lying[0], lying[-1]) == pytest.approx((first, first + down), abs=0.3)


def test_a_correction_in_use_moves_the_lines() -> None:
    used = Calibration(dx=3, dy=-2, back_dx=-4, back_dy=1)
    file = page(calibration=used, duplex=Duplex.LONG)
    assert [found[0] for found in lines_of(file)] == pytest.approx([23, 18], abs=0.3)
    assert [found[0] for found in lines_of(file, 2)] == pytest.approx([16, 21], abs=0.3)


def test_the_page_says_what_to_measure_and_is_a_clean_file() -> None:
    file = page(duplex=Duplex.SHORT)
    front, back = pages_of(file)
    assert "170 mm" in front
    assert "250 mm" in front
    assert "Back of the sheet" in back
    assert "No syntax or stream encoding errors" in outside(["qpdf", "--check", "{}"], file)
    assert b"/PrintScaling/None" in file
    fonts = outside(["pdffonts", "{}"], file).splitlines()[2:]
    assert all(line.split()[-5] == "yes" for line in fonts)


@pytest.mark.parametrize("duplex", [Duplex.OFF, Duplex.LONG])
def test_a_cutting_guide_comes_last_and_counts_as_no_card(duplex: Duplex) -> None:
    result, file = run(
        numbered(5), stock="card-85x55-8up-a4-bleed", imposing=Imposing(guide=True, duplex=duplex),
        designs={Kind.THANK_YOU: marked()},
    )  # fmt: skip
    sides = 1 if duplex is Duplex.OFF else 2
    guide = pages_of(file)[sides]
    assert re.search(r"eight on an A4 sheet", guide)
    assert all(str(number) in guide.split() for number in range(1, 9))
    assert (result.sheets, result.pages, result.guide, result.cards) == (2, 2 * sides, sides, 5)
    assert {mark.page for mark in marks_in(file) if mark.letter == "F"} == {0}
    assert result.placed[0].sheet == 1
    assert result.pages_of(1) == (1, sides)
    assert result.free == (6, 7, 8)
