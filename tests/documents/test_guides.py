"""The drawings of sheets stay on their paper, and their lines stand where the arithmetic takes them to be."""

from __future__ import annotations

import pytest

from desktop_app.documents.guides import cutting_guide, measuring_page, picture
from desktop_app.documents.stocks import all_stocks, load_stock
from desktop_app.domain.calibration import first_line, spans
from desktop_app.domain.guides import Guide
from desktop_app.domain.stock import Stock
from desktop_app.i18n import Language, Words

WORDS = Words(Language.EN)


def stays_on_paper(guide: Guide) -> None:
    """Everything of a drawing lies on its sheet."""
    wide, high = guide.sheet
    for stroke in guide.strokes:
        assert 0 <= min(stroke.x1, stroke.x2) <= max(stroke.x1, stroke.x2) <= wide
        assert 0 <= min(stroke.y1, stroke.y2) <= max(stroke.y1, stroke.y2) <= high
    for label in guide.labels:
        assert 0 <= label.x <= wide
        assert 0 <= label.y <= high
    for one in guide.outlines:
        assert one.x + one.width <= wide + 0.06
        assert one.y + one.height <= high + 0.06


@pytest.mark.parametrize("stock", all_stocks().values(), ids=lambda stock: stock.id)
def test_every_stock_has_its_drawings(stock: Stock) -> None:
    assert [one.number for one in picture(stock).outlines] == list(range(1, stock.places + 1))
    stays_on_paper(picture(stock))
    stays_on_paper(cutting_guide(stock, WORDS))
    for back in (False, True):
        stays_on_paper(measuring_page(stock.sheet, WORDS, back=back))


def test_the_measured_lines_are_as_far_apart_as_the_arithmetic_says() -> None:
    sheet = (210.0, 297.0)
    heavy = [one for one in measuring_page(sheet, WORDS).strokes if one.weight > 0.2]
    upright = sorted({one.x1 for one in heavy if one.x1 == one.x2})
    lying = sorted({one.y1 for one in heavy if one.y1 == one.y2})
    assert (upright, lying) == ([20.0, 190.0], [20.0, 270.0])
    assert (first_line(sheet), spans(sheet)) == (20.0, (170.0, 250.0))


def test_every_cut_goes_right_across_and_is_named() -> None:
    guide = cutting_guide(load_stock("a6-4up-a4"), WORDS)
    assert [(one.x1, one.y1, one.x2, one.y2) for one in guide.strokes] == [(105, 0, 105, 297), (0, 148.5, 210, 148.5)]
    said = [label.text for label in guide.labels]
    assert "| 105" in said
    assert "— 148.5" in said


def test_labels_are_cut_already() -> None:
    guide = cutting_guide(load_stock("avery-l7160"), WORDS)
    assert not guide.strokes
    assert len(guide.outlines) == 21
