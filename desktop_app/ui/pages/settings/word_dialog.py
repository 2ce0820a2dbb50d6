"""The window in which the owner's word for a day is written, in one language or more."""

from __future__ import annotations

import datetime as dt
from typing import Any

from PySide6.QtWidgets import QWidget

from desktop_app.domain.changes import Changes
from desktop_app.domain.desk_settings import DESK_LANGUAGE
from desktop_app.domain.packers import DayWord
from desktop_app.i18n import Language
from desktop_app.ui.desk import Desk
from desktop_app.ui.widgets.field import Field, Input
from desktop_app.ui.widgets.form import Form
from desktop_app.ui.widgets.form_dialog import FormDialog


def open_word(desk: Desk, parent: QWidget, word: DayWord | None, *, day: dt.date) -> FormDialog:
    """Open it with a day's word, or empty for `day`; what was kept is said with [Undo]."""
    words = desk.words
    names = {Language(value): text.text for value, text in DESK_LANGUAGE.choices}
    first = words.language  # what the owner reads comes first, and gets the keyboard
    order = [first, *(language for language in names if language is not first)]
    enough = words("One language is enough: who reads another sees it too.")
    fields = [
        Field(language.value, names[language], wide=True, help=enough if language is first else "")
        for language in order
    ]
    fields.append(Field("day", words("Day"), Input.DATE))
    form = Form(desk.theme, words, fields, today=desk.today())
    loaded: dict[str, Any] = {language.value: text for language, text in (word.texts if word else ())}
    form.set_value({"day": word.day if word else day, **loaded})
    remove = (words("Remove"), lambda: _remove(desk, parent, word.day)) if word else None
    dialog = FormDialog(desk.theme, words, parent, title=words("Word to the packers"), form=form, remove=remove)
    dialog.saved.connect(lambda values: _keep(desk, dialog, values))
    dialog.open()
    return dialog


def _keep(desk: Desk, dialog: FormDialog, values: dict[str, Any]) -> None:
    from desktop_app.actions.words_of_day import set_day_word

    def done(changes: Changes) -> None:
        dialog.kept()
        desk.tell_done(changes, None)

    texts = {language: values[language.value] for language in Language}
    desk.work.change(
        set_day_word, values["day"] or desk.today(), texts, then=done, failed=dialog.refuse, owner=dialog
    )


def _remove(desk: Desk, parent: QWidget, day: dt.date) -> None:
    from desktop_app.actions.words_of_day import set_day_word

    desk.work.change(
        set_day_word, day, {}, then=lambda changes: desk.tell_done(changes, None), failed=desk.tell, owner=parent
    )
