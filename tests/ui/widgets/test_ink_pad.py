"""A signature drawn on the sheet becomes a picture of its ink; strokes go back one by one."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QPointingDevice, QTabletEvent
from PySide6.QtWidgets import QApplication

from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.widgets.ink_pad import InkPad


@pytest.fixture
def pad(qtbot: Any, theme: Theme, widgets_held: Any) -> InkPad:
    pad = InkPad(theme, "Sign here")
    qtbot.addWidget(pad)
    pad.resize(440, 150)
    pad.show()
    return pad


def draw(qtbot: Any, pad: InkPad, *places: tuple[int, int]) -> None:
    first, *others = (QPoint(*place) for place in places)
    qtbot.mousePress(pad, Qt.MouseButton.LeftButton, pos=first)
    for place in others:
        qtbot.mouseMove(pad, place)
    qtbot.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=others[-1] if others else first)


def image_of(pad: InkPad) -> QImage:
    return QImage.fromData(pad.picture())


def test_an_empty_sheet_and_a_slip_are_no_signature(pad: InkPad, qtbot: Any) -> None:
    assert pad.picture() == b""
    draw(qtbot, pad, (50, 50))
    assert pad.marks == 1
    assert pad.picture() == b""


def test_the_picture_holds_the_ink_alone_on_clear_ground(pad: InkPad, qtbot: Any) -> None:
    draw(qtbot, pad, (50, 100), (100, 40), (150, 100), (250, 60))
    image = image_of(pad)
    assert 760 < image.width() < 860  # 200 points at four pixels each
    assert image.pixelColor(0, 0).alpha() == 0
    inked = [image.pixelColor(x, y) for x in range(0, image.width(), 4) for y in range(0, image.height(), 4)]
    dark = [one for one in inked if one.alpha() > 200]
    assert 50 < len(dark) < len(inked) / 4
    assert all(one.lightness() < 100 for one in dark)


def test_strokes_go_back_one_by_one_by_keys(pad: InkPad, qtbot: Any) -> None:
    told = []
    pad.edited.connect(lambda: told.append(pad.marks))
    draw(qtbot, pad, (50, 100), (100, 40))
    one = pad.picture()
    draw(qtbot, pad, (150, 100), (200, 40))
    qtbot.keyClick(pad, Qt.Key.Key_Backspace)
    assert pad.picture() == one
    draw(qtbot, pad, (150, 100), (200, 40))
    qtbot.keyClick(pad, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert pad.picture() == one
    draw(qtbot, pad, (150, 100), (200, 40))
    qtbot.keyClick(pad, Qt.Key.Key_Delete)
    assert pad.picture() == b""
    assert told == [1, 2, 1, 2, 1, 2, 0]
    qtbot.keyClick(pad, Qt.Key.Key_Backspace)
    assert told[-1] == 0


def pen(pad: InkPad, kind: QEvent.Type, x: float, pressure: float) -> None:
    device = QPointingDevice.primaryPointingDevice()
    left = Qt.MouseButton.LeftButton
    at = QPointF(x, 60)
    event = QTabletEvent(
        kind, device, at, QPointF(pad.mapToGlobal(at)), pressure, 0, 0, 0, 0, 0, Qt.KeyboardModifier.NoModifier, left,
        left if kind is not QEvent.Type.TabletRelease else Qt.MouseButton.NoButton,
    )  # fmt: skip
    QApplication.sendEvent(pad, event)


def test_a_pen_pressed_harder_draws_thicker(pad: InkPad, qtbot: Any) -> None:
    heights = []
    for pressure in (0.05, 1.0):
        pen(pad, QEvent.Type.TabletPress, 50, pressure)
        for x in range(60, 200, 5):
            pen(pad, QEvent.Type.TabletMove, x, pressure)
        pen(pad, QEvent.Type.TabletRelease, 200, pressure)
        heights.append(image_of(pad).height())
        pad.clear()
    assert heights[1] > heights[0]


@pytest.mark.parametrize("name", ["Anna", "Inese Šteinberga", "Екатерина Мстиславская-Кржижановская", "Ann 🎁"])
def test_a_written_name_fits_the_sheet_and_is_kept_like_a_drawn_one(pad: InkPad, name: str) -> None:
    pad.write(name)
    image = image_of(pad)
    assert 60 < image.width() <= 440 * 4
    assert image.height() < 150 * 4
    pad.write("")
    assert pad.picture() == b""


def test_a_stroke_through_a_written_name_goes_back_alone(pad: InkPad, qtbot: Any) -> None:
    pad.write("Anna")
    written = pad.picture()
    draw(qtbot, pad, (20, 20), (300, 20))
    assert pad.picture() != written
    pad.undo_stroke()
    assert pad.picture() == written
