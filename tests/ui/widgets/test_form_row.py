from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from desktop_app.domain.errors import Invalid
from desktop_app.i18n import Words, msg
from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.widgets.field import Field, Input
from desktop_app.ui.widgets.form import Form
from desktop_app.ui.widgets.form_row import FormRow


def read(values: dict[str, Any]) -> Any:
    if values["day"] is None and values["what"]:
        raise Invalid("day", msg("Say when."))
    return (values["what"], values["day"]) if values["what"] else None


@pytest.fixture
def row(theme: Theme, qtbot: Any) -> FormRow:
    form = Form(theme, Words(), [Field("what", "What"), Field("day", "Day", Input.DATE)], today=dt.date(2026, 11, 20))
    made = FormRow(form, read=read, show=lambda value: {"what": value[0], "day": value[1]})
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    return made


def test_what_is_shown_is_read_back_and_a_blank_row_is_nothing(row: FormRow) -> None:
    assert row.value() is None
    row.set_value(("tea", dt.date(2026, 1, 2)))
    assert row.value() == ("tea", dt.date(2026, 1, 2))


def test_looking_for_changes_marks_nothing_and_reading_does(row: FormRow) -> None:
    row.set_value(("tea", None))
    assert row.raw()["what"] == "tea"
    assert row.form.box("day").error == ""
    with pytest.raises(Invalid):
        row.value()
    assert row.form.box("day").error == "Say when."
    row.take_focus()
    assert row.form.box("day").input.edit.hasFocus()
