"""Several customers are given a tag, or lose one, from their list."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from desktop_app.actions.words import tag_customers
from desktop_app.domain.changes import Changes
from desktop_app.domain.customers import CustomerId
from desktop_app.domain.tags import WordKind
from desktop_app.domain.text import shorten
from desktop_app.i18n import nmsg
from desktop_app.queries.offered import words_offered
from desktop_app.ui.desk import Desk
from desktop_app.ui.widgets.field import Field, Input
from desktop_app.ui.widgets.form import Form
from desktop_app.ui.widgets.form_dialog import FormDialog
from desktop_app.ui.widgets.known_input import KnownInput


def ask_tag(desk: Desk, page: QWidget, ids: Sequence[int]) -> FormDialog:
    """Open the question which tag, and whether it is put on or taken off."""
    words, given = desk.words, KnownInput(hint=desk.words("VIP, craft fair…"))
    choices = [(True, words("Put it on")), (False, words("Take it off"))]
    fields = [
        Field("word", words("Tag"), make=lambda: given, wide=True),
        Field("add", words("What to do"), Input.CHOICE, choices=choices, wide=True),
    ]
    form = Form(desk.theme, words, fields, today=desk.today())
    form.set_value({"add": True})
    given.textEdited.connect(lambda _: form.edited.emit("word"))  # a new tag needs not be ended before it is saved
    title = words.n("Tag {n} customer", "Tag {n} customers", len(ids))
    dialog = FormDialog(desk.theme, words, page.window(), title=title, form=form, wide=440)
    desk.work.ask(words_offered, WordKind.TAG, then=given.set_known, owner=given)
    dialog.saved.connect(lambda values: _tag(desk, dialog, ids, values))
    dialog.open()
    return dialog


def _tag(desk: Desk, dialog: FormDialog, ids: Sequence[int], values: dict[str, Any]) -> None:
    def done(changes: Changes) -> None:
        dialog.kept()
        word, n = shorten(values["word"]), len(ids)
        put = nmsg("“{word}” is on {n} customer now", "“{word}” is on {n} customers now", n=n, word=word)
        taken = nmsg("“{word}” is off {n} customer now", "“{word}” is off {n} customers now", n=n, word=word)
        desk.tell_done(changes, put if values["add"] else taken)

    desk.work.change(
        tag_customers, [CustomerId(one) for one in ids], values["word"], add=values["add"],
        then=done, failed=dialog.refuse, owner=dialog,
    )
