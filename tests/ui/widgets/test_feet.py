"""Buttons at the foot stand at the right, and below each other where there is no room."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.ui.widgets.buttons import quiet
from desktop_app.ui.widgets.feet import Feet
from desktop_app.ui.widgets.more_button import MoreButton


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


def placed(qtbot, feet, wide, high):
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    column.addStretch(1)
    column.addWidget(feet)
    window.resize(wide, high)
    with qtbot.waitExposed(window):
        window.show()
    return window


def test_the_first_stand_at_the_left_while_all_are_in_one_line(qtbot, theme):
    remove, close, save = buttons = [quiet(text) for text in ("Remove", "Close", "Save")]
    feet = Feet(remove, None, close, save)
    placed(qtbot, feet, 600, 200)
    assert remove.x() == 0
    assert save.geometry().right() == feet.width() - 1
    assert close.geometry().right() < save.x()
    assert len({button.y() for button in buttons}) == 1


def test_in_a_low_window_what_would_take_a_second_line_lies_in_a_menu(qtbot, theme):
    pressed = []
    close, mark, copy = (quiet(text, lambda text=text: pressed.append(text)) for text in ("Close", "Mark", "Copy it"))
    mark.setEnabled(False)
    more = MoreButton(theme, "More", [])
    window = placed(qtbot, Feet(close, None, mark, copy, more=more), 220, 200)
    assert copy.width() > 0
    assert more.isVisible()
    assert close.width() == mark.width() == 0
    more.entries.aboutToShow.emit()
    first, second = more.entries.actions()
    assert (first.text(), second.text(), second.isEnabled()) == ("Close", "Mark", False)
    first.trigger()
    assert pressed == ["Close"]
    window.resize(600, 200)
    qtbot.waitUntil(more.isHidden)
    qtbot.waitUntil(lambda: close.width() > 0 and mark.width() > 0)


def test_what_opens_a_menu_gives_its_words_up_before_a_second_line_comes(qtbot, theme):
    more, save = MoreButton(theme, "Write to them", []), quiet("Save what was typed")
    window = placed(qtbot, Feet(more, None, save), 600, 200)
    assert more.text() == "Write to them"
    window.resize(save.width() + more.width(), 200)
    qtbot.waitUntil(lambda: more.text() == "" and more.y() == save.y())
    assert (more.accessibleName(), more.toolTip()) == ("Write to them", "Write to them")
