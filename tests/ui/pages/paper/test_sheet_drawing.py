"""The drawing of a sheet: its places clicked or reached by the keyboard, and what does not fit."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, Qt

from desktop_app.documents.stocks import all_stocks
from desktop_app.domain.stock import Shape, Stock
from desktop_app.i18n import Words
from desktop_app.ui.pages.paper.sheet_drawing import SheetDrawing

STOCKS = all_stocks()


@pytest.fixture
def drawing(qtbot, theme):
    made = SheetDrawing(theme, Words(), wide=200, high=260, clicks=True)
    qtbot.addWidget(made)
    made.resize(made.sizeHint())
    made.show_stock(STOCKS["avery-l7160"], free=(2, 3))
    with qtbot.waitExposed(made):
        made.show()
    return made


def colour_at(drawing, point: QPointF) -> str:
    return drawing.grab().toImage().pixelColor(point.toPoint()).name()


def test_a_click_tells_the_place(drawing, qtbot):
    told = []
    drawing.toggled.connect(told.append)
    for place in (1, 21):
        qtbot.mouseClick(drawing, Qt.MouseButton.LeftButton, pos=drawing.centre_of(place).toPoint())
    qtbot.mouseClick(drawing, Qt.MouseButton.LeftButton, pos=QPointF(1, 1).toPoint())
    assert told == [1, 21]


def test_the_keyboard_reaches_every_place(drawing, qtbot):
    told = []
    drawing.toggled.connect(told.append)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Space):
        qtbot.keyClick(drawing, key)
    assert told == [5]
    assert drawing.accessibleName() == "Place 5 of 21: used"
    qtbot.keyClick(drawing, Qt.Key.Key_Up)
    assert drawing.accessibleName() == "Place 2 of 21: free"


def test_free_places_look_different(drawing, theme):
    aside = QPointF(12, 4)  # beside the number and the line that crosses out
    free, used = (colour_at(drawing, drawing.centre_of(place) + aside) for place in (2, 1))
    assert (free, used) == (theme.colours.soft.lower(), theme.colours.surface.lower())


def test_a_round_label_has_paper_in_its_corners(drawing, theme):
    drawing.show_stock(Stock("x", {}, (100.0, 100.0), (80.0, 80.0), left=10, top=10, shape=Shape.ROUND))
    corner = drawing.centre_of(1) - QPointF(70, 70)
    assert colour_at(drawing, corner) == theme.colours.surface.lower()
    assert colour_at(drawing, drawing.centre_of(1)) == theme.colours.soft.lower()


def test_what_reaches_over_the_sheet_is_drawn_beyond_its_edge(drawing, theme):
    drawing.show_stock(Stock("x", {}, (100.0, 100.0), (60.0, 100.0), columns=2))
    assert drawing.centre_of(2).x() > drawing.centre_of(1).x()
    inside = drawing._on_paper(0, 0, 100, 100)
    assert drawing._box(2).right() > inside.right()
    assert drawing._box(2).right() <= drawing.width()
