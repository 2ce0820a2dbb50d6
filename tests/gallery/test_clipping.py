"""The look for what is cut off really sees it: the gallery's positive control."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.widgets.buttons import Button, quiet
from desktop_app.ui.widgets.labels import Elided, Label
from desktop_app.ui.widgets.scroll import Scroll
from tests.gallery.clipping import clipped

LONG = "Every promise is in good time. " * 4


@pytest.fixture
def place(theme: Theme, qtbot: Any) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(300, 200)
    made.show()
    return made


def put(widget: QWidget, place: QWidget, x: int, y: int, width: int, height: int) -> None:
    widget.setParent(place)
    widget.setGeometry(x, y, width, height)
    widget.show()


def test_a_text_that_is_too_wide_or_too_high_is_seen(place: QWidget) -> None:
    put(Label(LONG), place, 0, 0, 200, 20)
    put(Label(LONG, wrap=True), place, 0, 30, 200, 20)
    assert [line.split()[3] for line in clipped(place)] == ["high:", "wide:"]


def test_a_button_that_is_too_narrow_or_outside_is_seen(place: QWidget) -> None:
    put(quiet("Print cards and inserts"), place, 0, 0, 60, 34)
    put(Button("Save"), place, 280, 40, 80, 34)
    put(Button("Quit"), place, 0, 180, 80, 34)
    assert [line.split()[0] for line in clipped(place)] == ["button", "outside:", "outside:"]


def test_what_is_shortened_hidden_or_scrolled_is_not(place: QWidget) -> None:
    put(Elided(LONG), place, 0, 0, 100, 20)
    gone = Label(LONG)
    put(gone, place, 0, 30, 50, 10)
    gone.hide()
    inside = QWidget()
    column = QVBoxLayout(inside)
    for number in range(20):
        column.addWidget(quiet(f"Print {number}"))
    put(Scroll(inside), place, 0, 60, 300, 100)
    assert clipped(place) == []
