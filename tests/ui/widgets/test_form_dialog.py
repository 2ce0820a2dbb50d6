from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop_app.domain.errors import Conflict, Invalid
from desktop_app.i18n import Words, msg
from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.widgets.field import Field
from desktop_app.ui.widgets.form import Form
from desktop_app.ui.widgets.form_dialog import FormDialog
from desktop_app.ui.widgets.labels import Label
from tests.ui.widgets.typing_in import press_key, type_in


@pytest.fixture
def parent(theme: Theme, qtbot: Any) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(700, 500)
    made.show()
    return made


@pytest.fixture
def removed() -> list[bool]:
    return []


@pytest.fixture
def dialog(theme: Theme, qtbot: Any, parent: QWidget, removed: list[bool]) -> FormDialog:
    form = Form(theme, Words(), [Field("text", "Note")], today=dt.date(2026, 11, 20))
    form.set_value({"text": "tea"})
    made = FormDialog(
        theme, Words(), parent, title="A note", form=form, remove=("Delete", lambda: removed.append(True))
    )
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(made)
    made.open()
    return made


def type_at_end(dialog: FormDialog) -> None:
    dialog.form.box("text").input.end(False)
    type_in(dialog.form.box("text").input, "!")


def test_it_saves_what_was_typed_and_closes_when_it_is_kept(dialog: FormDialog) -> None:
    saved: list[Any] = []
    dialog.saved.connect(saved.append)
    assert not dialog.save_button.isEnabled()
    type_at_end(dialog)
    press_key(dialog, Qt.Key.Key_Return)
    assert saved == [{"text": "tea!"}]
    assert dialog.isVisible()
    dialog.kept()
    assert not dialog.isVisible()


def test_a_second_press_before_the_answer_keeps_nothing_twice(dialog: FormDialog) -> None:
    saved: list[Any] = []
    dialog.saved.connect(saved.append)
    type_at_end(dialog)
    press_key(dialog, Qt.Key.Key_Return)
    press_key(dialog, Qt.Key.Key_Return)
    assert saved == [{"text": "tea!"}]
    dialog.refuse(Invalid("text", msg("Too long.")))
    press_key(dialog, Qt.Key.Key_Return)
    assert len(saved) == 2


def test_esc_asks_only_if_something_would_be_lost(dialog: FormDialog) -> None:
    type_at_end(dialog)
    press_key(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert dialog._ask.isVisible()
    press_key(dialog, Qt.Key.Key_Escape)  # once more goes on editing
    assert dialog._feet.isVisible()
    assert dialog.form.box("text").input.text() == "tea!"


def test_esc_with_nothing_typed_closes(dialog: FormDialog) -> None:
    press_key(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_a_refusal_is_said_at_its_field_else_above_the_form(dialog: FormDialog) -> None:
    type_at_end(dialog)
    dialog.refuse(Invalid("text", msg("Too long.")))
    assert dialog.form.box("text").error == "Too long."
    dialog.refuse(Conflict(msg("It was changed meanwhile.")))
    assert dialog.banner.text == "It was changed meanwhile."
    assert dialog.save_button.isEnabled()


def test_delete_closes_it_and_is_asked_for(dialog: FormDialog, removed: list[bool]) -> None:
    type_at_end(dialog)
    next(one for one in dialog._feet.children() if getattr(one, "text", str)() == "Delete").click()  # type: ignore[attr-defined]
    assert removed == [True]
    assert not dialog.isVisible()


def test_it_fits_into_the_window_around_it(dialog: FormDialog, parent: QWidget) -> None:
    assert dialog.width() <= parent.width()
    assert dialog.height() <= parent.height()


def test_in_a_low_window_the_title_scrolls_with_the_form_and_the_first_field_is_seen(
    theme: Theme, qtbot: Any, parent: QWidget
) -> None:
    parent.resize(420, 240)
    form = Form(theme, Words(), [Field("text", "Note")], today=dt.date(2026, 11, 20))
    form.set_value({"text": "tea"})
    title = "What was changed so that it ends, and since which day"
    made = FormDialog(theme, Words(), parent, title=title, form=form, line="Said. " * 30)
    qtbot.addWidget(made)
    made.open()
    field = form.box("text").input
    qtbot.waitUntil(lambda: field.visibleRegion().boundingRect().height() == field.height())
    shown = next(one for one in made.findChildren(Label) if one.text() == title)
    assert shown.height() == shown.heightForWidth(shown.width())
