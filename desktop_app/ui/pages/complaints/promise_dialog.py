"""By which day something was promised to a customer: the complaint is due then."""

from __future__ import annotations

import datetime as dt
from typing import Any

from PySide6.QtWidgets import QWidget

from desktop_app.actions.complaints import set_state
from desktop_app.domain.changes import Changes
from desktop_app.domain.complaints import ComplaintId, State
from desktop_app.ui.desk import Desk
from desktop_app.ui.widgets.field import Field, Input
from desktop_app.ui.widgets.form import Form
from desktop_app.ui.widgets.form_dialog import FormDialog

_USUAL = 7  # days from today


def ask_promise(desk: Desk, parent: QWidget, complaint: ComplaintId) -> FormDialog:
    """Ask for the day; a week from today is proposed."""
    words = desk.words
    form = Form(desk.theme, words, [Field("promised_on", words("By which day"), Input.DATE, wide=True)],
                today=desk.today())
    form.set_value({"promised_on": desk.today() + dt.timedelta(days=_USUAL)})
    dialog = FormDialog(
        desk.theme, words, parent, title=words("What was promised"), form=form, wide=440,
        line=words("Until then the complaint stays open and is due on that day."), deed=words("Promise it"),
    )

    def done(changes: Changes) -> None:
        dialog.kept()
        desk.tell_done(changes, None)

    def keep(values: dict[str, Any]) -> None:
        desk.work.change(
            set_state, [complaint], State.PROMISED, promised_on=values["promised_on"], then=done,
            failed=dialog.refuse, owner=dialog,
        )

    dialog.saved.connect(keep)
    dialog.open()
    return dialog
