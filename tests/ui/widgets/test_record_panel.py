from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from desktop_app.domain.errors import Conflict, Invalid
from desktop_app.i18n import Words, msg
from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.widgets.field import Field, Input
from desktop_app.ui.widgets.form import Form
from desktop_app.ui.widgets.record_panel import RecordPanel
from tests.ui.widgets.typing_in import press_key


@pytest.fixture
def panel(theme: Theme, qtbot: Any) -> RecordPanel:
    made = RecordPanel(theme, Words())
    form = Form(theme, Words(), (Field("name", "Name"), Field("due", "Due", Input.DATE)), today=dt.date(2026, 11, 21))
    form.set_value({"name": "Anna"})
    made.set_title("Anna")
    made.set_form(form)
    qtbot.addWidget(made)
    made.resize(500, 500)
    made.show()
    return made


def edit(panel: RecordPanel, text: str) -> None:
    assert panel.form is not None
    panel.form.box("name").input.setText(text)
    panel.form.box("name").input.edited.emit()


def test_ctrl_s_asks_the_page_to_keep_what_stands_there(panel: RecordPanel, qtbot: Any) -> None:
    edit(panel, "Anna Kalniņa")
    with qtbot.waitSignal(panel.saved, timeout=0) as caught:
        press_key(panel, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert caught.args[0] == {"name": "Anna Kalniņa", "due": None}


def test_what_cannot_be_read_is_not_sent(panel: RecordPanel, qtbot: Any) -> None:
    assert panel.form is not None
    panel.form.box("due").input.edit.setText("never")
    with qtbot.assertNotEmitted(panel.saved):
        panel.save()
    assert panel.form.box("due").error


def test_esc_leaves_at_once_when_nothing_would_be_lost(panel: RecordPanel, qtbot: Any) -> None:
    with qtbot.waitSignal(panel.closed, timeout=0):
        press_key(panel, Qt.Key.Key_Escape)


def test_esc_asks_when_words_would_be_lost(panel: RecordPanel, qtbot: Any) -> None:
    edit(panel, "Anna K")
    with qtbot.assertNotEmitted(panel.closed):
        press_key(panel, Qt.Key.Key_Escape)
    bar = panel.findChild(type(panel._ask))
    assert bar.isVisible()
    drop = next(b for b in bar.findChildren(type(bar.first)) if b.text() == "Drop changes")
    with qtbot.waitSignal(panel.closed, timeout=0):
        drop.click()


def test_after_it_was_kept_nothing_is_asked(panel: RecordPanel) -> None:
    edit(panel, "Anna K")
    assert not panel.may_leave()
    panel.kept()
    assert panel.may_leave()


def test_a_refusal_stands_at_its_field_or_above_the_form(panel: RecordPanel) -> None:
    assert panel.form is not None
    panel.refuse(Invalid("name", msg("A name is needed.")))
    assert panel.form.box("name").error == "A name is needed."
    panel.refuse(Conflict(msg("Somebody changed this first.")))
    assert panel.banner.text == "Somebody changed this first."


def test_save_can_be_pressed_while_there_is_something_to_keep(panel: RecordPanel) -> None:
    assert not panel._save.isEnabled()
    edit(panel, "Anna K")
    assert panel._save.isEnabled()
    panel.kept()
    assert not panel._save.isEnabled()


def test_the_question_is_whole_and_has_the_only_save(panel: RecordPanel) -> None:
    edit(panel, "Anna K")
    panel.resize(400, 500)
    assert not panel.may_leave()
    asked = panel.findChild(type(panel._ask))
    sentence = next(one for one in asked.findChildren(QLabel) if one.text() == "Not saved yet.")
    assert sentence.width() >= sentence.fontMetrics().horizontalAdvance(sentence.text())
    saves = [b for b in panel.findChildren(QPushButton) if b.text() == "Save" and b.isVisible()]
    assert saves == [asked.first]
    next(b for b in asked.findChildren(QPushButton) if b.text() == "Go on editing").click()
    assert panel._save.isVisible()
    assert not asked.isVisible()


def test_after_saving_by_its_button_the_keyboard_is_not_on_delete(panel: RecordPanel) -> None:
    delete = QPushButton("Delete")
    panel.add_button(delete)
    edit(panel, "Anna K")
    panel.renew_save()
    (save,) = [one for one in panel.findChildren(QPushButton) if one.text() == "Save" and one.isVisible()]
    save.setFocus()
    panel.kept()
    assert not save.isEnabled()
    assert panel.window().focusWidget() is panel.close_button
