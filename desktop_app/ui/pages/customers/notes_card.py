"""Dated notes on a customer: a place to write one, those written below it, newest first."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop_app.actions import notes as actions
from desktop_app.domain.changes import Changes
from desktop_app.domain.customers import CustomerId
from desktop_app.domain.notes import Note
from desktop_app.ui.desk import Desk
from desktop_app.ui.pages.customers.writing_card import WritingCard
from desktop_app.ui.pages.dates import stamp
from desktop_app.ui.pages.orders.wording import joined
from desktop_app.ui.widgets.detail_row import DetailRow
from desktop_app.ui.widgets.field import Field, Input
from desktop_app.ui.widgets.form import Form
from desktop_app.ui.widgets.form_dialog import FormDialog


class NotesCard(WritingCard):
    """The newest note is written at the top."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        words = desk.words
        super().__init__(
            desk, words("Notes"), words("with their day"), name=words("A new note"),
            hint=words("What happened, what was said…"), keep=words("Keep the note"), parent=parent,
        )
        self._customer = CustomerId(0)
        self.column.addWidget(self.keep_button, 0, Qt.AlignmentFlag.AlignRight)

    def begin_anew(self, customer: CustomerId) -> None:
        """Somebody else's notes come: what was begun for another is dropped."""
        self._customer = customer
        self.drop()

    def show_notes(self, notes: Sequence[Note]) -> None:
        """The notes of the customer; one that was begun stays."""
        self.fill([self.writing, *(self._row(one) for one in notes)])

    def keep(self, then: Callable[[], object] | None = None) -> None:
        """Keep what is typed as a note of now, and go on with `then`; until the answer nothing more is typed."""
        if not self.hold():
            return
        customer = self._customer

        def kept(result: tuple[object, Changes]) -> None:
            self.desk.tell_done(result[-1], None)
            if self._customer != customer:  # somebody else's notes are shown by now, perhaps one of theirs is begun
                return
            self.drop()
            self.text.setFocus()
            if then is not None:
                then()

        self.desk.work.change(
            actions.add_note, self._customer, self.text.value(), then=kept, failed=self.refuse, owner=self
        )

    def _row(self, note: Note) -> QWidget:
        when = joined(stamp(self.words, note.at, self.desk.today()), note.by)
        row = DetailRow(self.desk.theme, note.text, when, change=self.words("Change"), long=True)
        row.opened.connect(lambda: self._edit(note))
        return row

    def _edit(self, note: Note) -> None:
        words = self.words
        form = Form(
            self.desk.theme, words, [Field("text", words("Note"), Input.LONG, lines=6)], today=self.desk.today()
        )
        form.set_value({"text": note.text})
        dialog = FormDialog(
            self.desk.theme, words, self.window(), title=words("Change a note"), form=form,
            remove=(words("Remove"), lambda: self.change(actions.remove_note, note.id)),
        )
        dialog.saved.connect(
            lambda values: self.change(actions.edit_note, note.id, note.version, values["text"], dialog=dialog)
        )
        dialog.open()
