"""A tick is seen on both grounds, in a check box and in a list."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.theme.tokens import Mode
from desktop_app.ui.widgets.ticks import TickDelegate, paint_tick


@pytest.mark.parametrize("mode", [Mode.LIGHT, Mode.DARK])
def test_each_state_looks_otherwise(theme: Theme, mode: Mode) -> None:
    theme.choose(mode)
    drawn = []
    for state in Qt.CheckState:
        image = QImage(20, 20, QImage.Format.Format_RGB32)
        image.fill(theme.colour("surface"))
        painter = QPainter(image)
        paint_tick(painter, QRectF(2.5, 2.5, 15, 15), theme, state)
        painter.end()
        drawn.append({image.pixelColor(x, y).name() for x in range(20) for y in range(20)})
    theme.choose(Mode.LIGHT)
    unchecked, partly, checked = drawn
    assert len(unchecked) > 1  # its edge is seen
    assert partly != unchecked != checked


def test_a_list_has_the_houses_boxes(theme: Theme, qtbot: Any) -> None:
    shown = QListWidget()
    qtbot.addWidget(shown)
    shown.setItemDelegate(TickDelegate(theme, shown))
    for state in (Qt.CheckState.Checked, Qt.CheckState.Unchecked):
        line = QListWidgetItem("Only for a first order")
        line.setCheckState(state)
        shown.addItem(line)
    image = shown.grab().toImage()
    accent, height = theme.colour("accent").name(), shown.visualItemRect(shown.item(0)).height()
    in_line = [
        {image.pixelColor(x, row * height + y).name() for x in range(24) for y in range(height)} for row in (0, 1)
    ]
    assert accent in in_line[0]
    assert accent not in in_line[1]
