from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from desktop_app.domain.errors import Invalid
from desktop_app.domain.money import Money
from desktop_app.domain.people_dates import Birthday
from desktop_app.i18n import Words, msg
from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.widgets.field import Field, Input
from desktop_app.ui.widgets.form import Form
from tests.ui.widgets.typing_in import type_in

FIELDS = (
    Field("given", "Given name", group="Name"),
    Field("note", "Note", Input.LONG),
    Field("language", "Language", Input.CHOICE, choices=[("en", "English"), ("ru", "Russian")]),
    Field("keep", "Congratulate", Input.CHECK),
    Field("due", "Promised", Input.DATE),
    Field("birthday", "Birthday", Input.BIRTHDAY, help="The year may stay empty."),
    Field("total", "Total", Input.MONEY, currency="EUR"),
    Field("days", "Days", Input.NUMBER, low=0, high=60),
)
VALUES = {
    "given": "Šarlote",
    "note": "likes tea\nand linen",
    "language": "ru",
    "keep": True,
    "due": dt.date(2026, 11, 21),
    "birthday": Birthday(2, 29, None),
    "total": Money(1250, "EUR"),
    "days": 14,
}


@pytest.fixture
def form(theme: Theme, qtbot: Any) -> Form:
    made = Form(theme, Words(), FIELDS, today=dt.date(2026, 11, 21))
    qtbot.addWidget(made)
    made.resize(400, 900)
    made.show()
    return made


def test_what_is_loaded_is_read_back(form: Form) -> None:
    form.set_value(VALUES)
    assert form.value() == VALUES
    form.set_value({})
    assert form.value() == {
        "given": "",
        "note": "",
        "language": "en",
        "keep": False,
        "due": None,
        "birthday": None,
        "total": None,
        "days": 0,
    }


def test_loading_tells_nothing_and_leaves_the_form_clean(form: Form) -> None:
    told: list[str] = []
    form.edited.connect(told.append)
    form.set_value(VALUES)
    form.set_value({})
    assert told == []
    assert not form.dirty


def test_typing_tells_and_makes_it_dirty_until_it_is_as_before(form: Form) -> None:
    told: list[str] = []
    form.set_value(VALUES)
    form.edited.connect(told.append)
    field = form.box("given").input
    field.end(False)
    type_in(field, "ķ")
    assert (told, form.dirty, form.value()["given"]) == (["given"], True, "Šarloteķ")
    field.backspace()
    assert not form.dirty
    type_in(field, "x")
    form.mark_clean()
    assert not form.dirty


@pytest.mark.parametrize(
    ("key", "part", "typed"),
    [
        ("due", "edit", "31.2.2026"),
        ("due", "edit", "soon"),
        ("total", "edit", "12.5.0"),
        ("total", "edit", "1e999"),
        ("total", "edit", "0.001"),
        ("birthday", "day", "7"),
    ],
)
def test_what_cannot_be_read_is_marked_at_its_field(form: Form, key: str, part: str, typed: str) -> None:
    form.set_value({})
    getattr(form.box(key).input, part).setText(typed)
    with pytest.raises(Invalid) as caught:
        form.value()
    assert caught.value.field == key
    assert form.box(key).error
    assert [box for box in FIELDS if form.box(box.key).error] == [field for field in FIELDS if field.key == key]


def test_a_number_out_of_bounds_is_refused(form: Form) -> None:
    form.set_value({})
    form.box("days").input.setText("61")
    with pytest.raises(Invalid):
        form.value()
    assert "60" in form.box("days").error


def test_an_error_of_the_action_stands_at_its_field_until_it_is_edited(form: Form) -> None:
    assert form.show_error(Invalid("birthday", msg("There is no such day.")))
    assert form.box("birthday").error == "There is no such day."
    form.box("birthday").input.edited.emit()
    assert form.box("birthday").error == ""
    assert not form.show_error(Invalid("elsewhere", msg("?")))


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("21.11.2026", dt.date(2026, 11, 21)),
        ("2026-11-21", dt.date(2026, 11, 21)),
        ("1/2/26", dt.date(2026, 2, 1)),
        ("", None),
    ],
)
def test_dates_are_read_as_people_type_them(form: Form, typed: str, day: dt.date | None) -> None:
    form.box("due").input.edit.setText(typed)
    assert form.value()["due"] == day


@pytest.mark.parametrize(("typed", "minor"), [("12,50", 1250), ("1 200", 120000), ("0.05", 5), ("-3", -300)])
def test_amounts_are_read_with_comma_or_point(form: Form, typed: str, minor: int) -> None:
    form.box("total").input.edit.setText(typed)
    assert form.value()["total"] == Money(minor, "EUR")


def test_two_columns_where_there_is_room(form: Form, qtbot: Any) -> None:
    language, keep = form.box("language"), form.box("keep")
    assert language.x() == keep.x()
    form.resize(900, 900)
    qtbot.waitUntil(lambda: language.y() == keep.y() and language.x() < keep.x())
    assert form.box("note").width() == form.width()  # long text takes the whole line


def test_every_input_has_its_label_as_accessible_name(form: Form) -> None:
    for field in FIELDS:
        widget = form.box(field.key).input
        assert (widget.focusProxy() or widget).accessibleName() == field.label


def test_the_wheel_never_changes_a_choice(form: Form, qtbot: Any) -> None:
    from PySide6.QtCore import QPoint, QPointF, Qt
    from PySide6.QtGui import QWheelEvent
    from PySide6.QtWidgets import QApplication

    choice = form.box("language").input
    wheel = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(0, -120),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(choice, wheel)
    assert choice.value() == "en"
    assert not choice.focusPolicy() & Qt.FocusPolicy.WheelFocus & ~Qt.FocusPolicy.StrongFocus


def test_everything_that_cannot_be_read_is_marked_at_once(form: Form) -> None:
    form.set_value({})
    form.box("due").input.edit.setText("soon")
    form.box("total").input.edit.setText("much")
    with pytest.raises(Invalid) as caught:
        form.value()
    assert caught.value.field == "due"
    assert form.box("due").error
    assert form.box("total").error


FOLDED = (
    Field("given", "Given name"),
    Field("called", "Called", group="How they are addressed", folds=True),
    Field("opening", "A letter begins"),
    Field("email", "E-mail", group="Reach"),
    Field("lead", "Days ahead", Input.NUMBER, high=60, empty=True),
)


@pytest.fixture
def folded(theme: Theme, qtbot: Any) -> Form:
    made = Form(theme, Words(), FOLDED, today=dt.date(2026, 11, 21))
    qtbot.addWidget(made)
    made.resize(400, 600)
    made.show()
    return made


def test_a_group_that_folds_is_folded_at_first_and_its_fields_are_kept(folded: Form) -> None:
    folded.set_value({"called": "Jāni"})
    shown = [key for key in ("given", "called", "opening", "email") if folded.box(key).isVisible()]
    assert shown == ["given", "email"]
    assert folded.value()["called"] == "Jāni"
    folded.unfold("opening")
    assert folded.box("called").isVisible()


def test_an_error_in_a_folded_group_unfolds_it(folded: Form) -> None:
    assert folded.show_error(Invalid("opening", msg("Too long.")))
    assert folded.box("opening").isVisible()
    assert folded.box("opening").error == "Too long."


def test_a_number_may_be_left_out_where_the_field_says_so(folded: Form) -> None:
    assert folded.value()["lead"] is None
    folded.set_value({"lead": 0})
    assert folded.value()["lead"] == 0


def test_another_help_stands_behind_an_error(folded: Form) -> None:
    box = folded.box("email")
    box.set_help("Where news go.")
    box.set_error("No address.")
    box.set_help("Where cards go.")
    assert box.error == "No address."
    box.set_error("")
    assert box.help == "Where cards go."


def test_a_very_long_text_is_not_cut_while_it_is_pasted(folded: Form) -> None:
    folded.box("given").input.insert("ā" * 10_000)
    assert len(folded.value()["given"]) == 10_000
