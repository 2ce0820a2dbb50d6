"""Inputs of forms: what the wheel does where it passes, and where one works."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QPoint, QPointF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.widgets.inputs import LongInput, TextInput


def test_the_wheel_passes_over_a_long_text_nobody_works_in(qtbot: Any, theme: Theme) -> None:
    page = QWidget()
    column = QVBoxLayout(page)
    text = LongInput(lines=4)
    text.set_value("\n".join(map(str, range(60))))
    other = TextInput()
    column.addWidget(text)
    column.addWidget(other)
    column.addSpacing(900)
    area = QScrollArea()
    qtbot.addWidget(area)
    area.setWidget(page)
    area.resize(400, 200)
    area.show()
    with qtbot.waitActive(area):
        area.activateWindow()
    other.setFocus()
    wheel(text)
    assert (text.verticalScrollBar().value(), area.verticalScrollBar().value() > 0) == (0, True)
    assert not text.hasFocus()
    area.verticalScrollBar().setValue(0)
    text.setFocus()
    wheel(text)
    assert text.verticalScrollBar().value() > 0


def wheel(text: LongInput) -> None:
    """Through the window, as it comes: what is not taken goes to the widget around."""
    window = text.window().windowHandle()
    at = QPointF(text.viewport().mapTo(text.window(), QPoint(20, 20)))
    QTest.wheelEvent(window, at, QPoint(0, -120))
