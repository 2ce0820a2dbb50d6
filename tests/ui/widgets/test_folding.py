"""A line whose words would have too little room beside its buttons lets them stand below."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.theme.tokens import Tone
from desktop_app.ui.widgets.buttons import quiet
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.task_row import TaskRow


def shown(qtbot: Any, widget: QWidget, wide: int) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(widget)
    column.addStretch(1)
    window.resize(wide, 300)
    with qtbot.waitExposed(window):
        window.show()
    return window


def test_the_buttons_of_a_narrow_row_stand_below_its_words(qtbot: Any, theme: Theme) -> None:
    row = TaskRow(theme, "EtsySoldOrders2026-11.csv", "orders", buttons=[("Show the plan", print), ("Not this", print)])
    window = shown(qtbot, row, 600)
    assert all(one.y() < row.title.mapTo(row, row.title.rect().bottomLeft()).y() for one in row.buttons)
    window.resize(240, 300)
    qtbot.waitUntil(lambda: row.width() == 240)
    below = row.detail.mapTo(row, row.detail.rect().bottomLeft()).y()
    assert all(one.y() > below and one.geometry().right() < 240 for one in row.buttons)
    assert row.title.width() > 180
    assert row.height() > max(one.geometry().bottom() for one in row.buttons)


def test_a_tag_is_said_in_words_before_the_buttons_go_below(qtbot: Any, theme: Theme) -> None:
    row = TaskRow(theme, "Ķēniņa Agnese, Rīga", "2 parcels", tag=("2 days late", Tone.BAD), buttons=[("Open", print)])
    shown(qtbot, row, 250)
    assert row.detail.text() == "2 days late · 2 parcels"
    assert row.height() == row.minimumHeight()  # no room is left for a tag that is not seen
    assert row.buttons[0].y() < row.title.mapTo(row, row.title.rect().bottomLeft()).y()


def test_a_card_keeps_its_title_whole_where_its_button_has_no_room_beside_it(qtbot: Any, theme: Theme) -> None:
    card, button = Card("How to read the file"), quiet("Save what was chosen")
    card.add_to_head(button)
    card.add_note("Words")
    shown(qtbot, card, 220)
    title = card._title
    assert title.width() >= title.sizeHint().width()
    assert button.mapTo(card, button.rect().topLeft()).y() > title.mapTo(card, title.rect().bottomLeft()).y()
