"""Buttons at the foot stand at the right, and below each other where there is no room."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.ui.widgets.buttons import quiet
from desktop_app.ui.widgets.feet import Feet


def test_they_end_at_the_right_and_wrap(qtbot, theme):
    window = QWidget()
    qtbot.addWidget(window)
    buttons = [quiet(text) for text in ("Close", "Save as PDF…", "Print again")]
    column = QVBoxLayout(window)
    column.addStretch(1)
    column.addWidget(Feet(*buttons))
    window.resize(600, 200)
    with qtbot.waitExposed(window):
        window.show()
    right = buttons[-1].parentWidget().width()
    assert buttons[-1].geometry().right() == right - 1
    assert len({button.y() for button in buttons}) == 1
    window.resize(220, 200)
    qtbot.waitUntil(lambda: len({button.y() for button in buttons}) == 2)
    assert buttons[-1].geometry().right() == buttons[-1].parentWidget().width() - 1
    assert window.rect().contains(buttons[-1].mapTo(window, buttons[-1].rect().bottomRight()))
