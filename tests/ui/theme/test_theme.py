from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_app.ui.theme.faces import dress, face, scaled
from desktop_app.ui.theme.sheet import style_sheet
from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.theme.tokens import DARK, LIGHT, Mode, Size, Weight
from desktop_app.ui.widgets.buttons import icon_button, quiet


@pytest.fixture(autouse=True)
def back_to_light(theme: Theme) -> Any:
    yield
    theme.set_text_size(100)
    theme.choose(Mode.LIGHT)


def test_dark_is_in_force_at_once_and_told_once(theme: Theme, qapp: Any, qtbot: Any) -> None:
    with qtbot.waitSignal(theme.changed, timeout=0):
        theme.choose(Mode.DARK)
    assert theme.colours is DARK
    assert qapp.palette().color(QPalette.ColorRole.Window) == QColor(DARK.ground)
    assert DARK.surface in qapp.styleSheet()
    theme.choose(Mode.LIGHT)
    assert LIGHT.surface in qapp.styleSheet()


def test_system_follows_the_desktop(theme: Theme) -> None:
    theme.choose(Mode.SYSTEM)
    assert theme.mode is Mode.SYSTEM
    assert theme.colours is LIGHT  # offscreen has no dark desktop


def test_an_icon_button_changes_colour_with_the_theme(theme: Theme, qtbot: Any) -> None:
    button = icon_button(theme, "close", tip="Close")
    qtbot.addWidget(button)
    before = button.icon().cacheKey()
    theme.choose(Mode.DARK)
    assert button.icon().cacheKey() != before


def test_the_bundled_face_is_used_in_its_weights(theme: Theme, qtbot: Any) -> None:
    assert face().family() == "Inter"
    widths = [face(Size.BODY, weight) for weight in (Weight.REGULAR, Weight.MEDIUM, Weight.BOLD)]
    label = QWidget()
    qtbot.addWidget(label)
    drawn = []
    for font in widths:
        label.setFont(font)
        drawn.append(label.fontMetrics().horizontalAdvance("Ķēniņa Агнесе " * 20))
    assert drawn == sorted(set(drawn))  # each weight is wider than the one before: the axis is really set


def test_all_text_grows_with_the_desks_size(theme: Theme, qtbot: Any) -> None:
    theme.set_text_size(200)
    widget = QWidget()
    qtbot.addWidget(widget)
    dress(widget, Size.TITLE)
    assert widget.font().pixelSize() == 44
    assert scaled(34) == 68
    assert "min-height: 66px" in style_sheet(LIGHT, scale=2.0)


def test_the_sheet_names_no_font(theme: Theme) -> None:
    assert "font" not in style_sheet(LIGHT)  # it could not set the weight of the variable face


def test_a_button_reached_by_tab_shows_the_houses_frame_and_nothing_more(theme: Theme, qtbot: Any) -> None:
    place = QWidget()
    qtbot.addWidget(place)
    row = QHBoxLayout(place)
    first, second = quiet("Print"), quiet("Open")
    for button in (first, second):
        row.addWidget(button)
    with qtbot.waitActive(place):
        place.show()
    second.setFocus()
    by_hand = second.grab().toImage()
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Tab)
    assert second.hasFocus()
    assert second.grab().toImage() == by_hand  # the style would draw a frame of its own inside
