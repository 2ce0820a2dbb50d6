"""A dialog is never larger than the window it stands over, and its fields end where its buttons do."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.ui.widgets.buttons import quiet
from desktop_app.ui.widgets.scroll import IntoMargin, Scroll
from desktop_app.ui.widgets.within import within


def test_a_dialog_is_as_large_as_it_likes_within_its_window(qtbot: Any, theme: Any) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(640, 400)
    inner = QWidget(window)
    assert within(inner, 480, 300).toTuple() == (480, 300)
    assert within(inner, 720, 560).toTuple() == (608, 368)


def test_what_scrolls_ends_where_the_rest_does(qtbot: Any, theme: Any) -> None:
    window, inside = QWidget(), QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    column.setContentsMargins(24, 24, 24, 24)
    area = Scroll(inside)
    column.addLayout(IntoMargin(area), 1)
    foot = quiet("Close")
    column.addWidget(foot)
    window.resize(500, 300)
    window.show()
    assert inside.mapTo(window, inside.rect().topRight()).x() == window.width() - 24 - 1
    assert area.geometry().right() < window.width()
