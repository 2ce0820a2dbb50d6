from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.errors import Invalid
from desktop_app.i18n import msg
from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.widgets.inputs import TextInput
from desktop_app.ui.widgets.several import Several


class Word(QWidget):
    """A row of one word; “?” cannot be read."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.text = TextInput()
        self.text.edited.connect(self.edited)
        QHBoxLayout(self).addWidget(self.text)

    def value(self) -> Any:
        if self.text.value() == "?":
            raise Invalid("words", msg("No word."))
        return self.text.value() or None

    def raw(self) -> Any:
        return self.text.value() or None

    def set_value(self, value: Any) -> None:
        self.text.set_value(value)

    def take_focus(self) -> None:
        self.text.setFocus()


@pytest.fixture
def field(theme: Theme, qtbot: Any) -> Several:
    made = Several(theme, Word, add="Add a word", remove="Take it out")
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    return made


def test_blank_rows_are_left_out_and_the_order_stays(field: Several) -> None:
    field.set_value(("tea", "linen"))
    field.add()
    field.rows[0].text.setText("green tea")
    assert field.value() == ("green tea", "linen")
    assert field.raw() == ("green tea", "linen")


def test_loading_tells_nothing_and_each_change_of_a_person_does(field: Several) -> None:
    told: list[bool] = []
    field.edited.connect(lambda: told.append(True))
    field.set_value(("tea",))
    assert told == []
    field.rows[0].text.textEdited.emit("x")
    field.remove(field.rows[0])
    assert told == [True, True]
    assert field.value() == ()


def test_a_row_that_cannot_be_read_gets_the_keyboard(field: Several) -> None:
    field.set_value(("tea", "?"))
    with pytest.raises(Invalid):
        field.value()
    field.setFocus()
    assert field.window().focusWidget() is field.rows[1].text


def test_the_keyboard_adds_a_row_and_stays_when_one_is_taken_out(field: Several) -> None:
    field.add_button.click()
    assert field.window().focusWidget() is field.rows[0].text
    field.add()
    field.remove(field.rows[0])
    here = field.window().focusWidget()
    assert here is not None
    assert here.accessibleName() == "Take it out"
    field.remove(field.rows[0])
    assert field.window().focusWidget() is field.add_button


def test_tab_goes_through_the_rows_as_one_reads_and_then_to_the_button(theme: Theme, qtbot: Any) -> None:
    room = QWidget()
    qtbot.addWidget(room)
    column = QVBoxLayout(room)
    field, after = Several(theme, Word, add="Add a word", remove="Take it out"), TextInput()
    column.addWidget(field)
    column.addWidget(after)
    room.show()
    room.activateWindow()
    field.set_value(("tea",))
    field.add()
    qtbot.waitUntil(field.rows[1].isVisible)
    field.rows[0].text.setFocus()
    walked: list[Any] = []
    for _ in range(5):
        room.focusNextChild()
        walked.append(room.focusWidget())
    assert [walked[0].accessibleName(), walked[2].accessibleName()] == ["Take it out", "Take it out"]
    assert (walked[1], walked[3], walked[4]) == (field.rows[1].text, field.add_button, after)
