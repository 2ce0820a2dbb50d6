"""Dated notes on a customer: a place to write one, those written below it, newest first."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.actions import notes as actions
from desktop_app.domain.changes import Changes
from desktop_app.domain.customers import CustomerId
from desktop_app.domain.errors import AppError
from desktop_app.domain.notes import Note
from desktop_app.ui.desk import Desk
from desktop_app.ui.pages.customers.record_card import RecordCard
from desktop_app.ui.pages.dates import stamp
from desktop_app.ui.pages.orders.wording import joined
from desktop_app.ui.theme.tokens import SPACE_2, SPACE_3, SPACE_4, Size, Tone
from desktop_app.ui.widgets.buttons import small
from desktop_app.ui.widgets.detail_row import DetailRow
from desktop_app.ui.widgets.field import Field, Input
from desktop_app.ui.widgets.form import Form
from desktop_app.ui.widgets.form_dialog import FormDialog
from desktop_app.ui.widgets.inputs import LongInput
from desktop_app.ui.widgets.labels import Label


class NotesCard(RecordCard):
    """`typed` when the text of a new note changes, `refused` when it could not be kept; it stays until it is."""

    typed = Signal()
    refused = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, desk.words("Notes"), desk.words("with their day"), parent=parent)
        self._customer = CustomerId(0)
        words = self.words
        self.text = LongInput(hint=words("What happened, what was said…"), lines=2)
        self.text.setAccessibleName(words("A new note"))
        self.text.edited.connect(self._edited)
        self.keep_button = small(words("Keep the note"), self.keep, shortcut="Ctrl+Return")
        self._said = Label("", Size.SMALL, tone=Tone.BAD, wrap=True)
        self._said.hide()
        self._head_row = self._writing()
        self._edited()

    @property
    def unsaved(self) -> bool:
        """Whether a note was begun and is not kept."""
        return bool(self.text.value())

    def begin_anew(self, customer: CustomerId) -> None:
        """Somebody else's notes come: what was begun for another is dropped."""
        self._customer = customer
        self.drop()

    def show_notes(self, notes: Sequence[Note]) -> None:
        """The notes of the customer; one that was begun stays."""
        self._head_row.setParent(self)  # it outlives the rows, with what is typed in it
        self.fill([self._head_row, *(self._row(one) for one in notes)])

    def keep(self, then: Callable[[], object] | None = None) -> None:
        """Keep what is typed as a note of now, and go on with `then`; until the answer nothing more is typed."""
        if not self.unsaved or self.text.isReadOnly():  # a second press would keep it twice
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

        self.text.setReadOnly(True)
        self.keep_button.setEnabled(False)
        self.desk.work.change(
            actions.add_note, self._customer, self.text.value(), then=kept, failed=self._refused, owner=self
        )

    def drop(self) -> None:
        """Nothing is begun any more."""
        self.text.setReadOnly(False)
        self.text.set_value("")
        self._edited()

    def clear(self) -> None:
        """Take the rows away; the place to write stays."""
        self._layout.removeWidget(self._head_row)
        super().clear()
        self._head_row.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter keeps the note."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.keep()
        else:
            super().keyPressEvent(event)

    def _writing(self) -> QWidget:
        room = QWidget(self)
        column = QVBoxLayout(room)
        column.setContentsMargins(SPACE_4, SPACE_3, SPACE_4, SPACE_3)
        column.setSpacing(SPACE_2)
        column.addWidget(self.text)
        column.addWidget(self._said)
        column.addWidget(self.keep_button, 0, Qt.AlignmentFlag.AlignRight)
        return room

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
            remove=(words("Delete"), lambda: self.change(actions.remove_note, note.id)),
        )
        dialog.saved.connect(
            lambda values: self.change(actions.edit_note, note.id, note.version, values["text"], dialog=dialog)
        )
        dialog.open()

    def _edited(self) -> None:
        self.keep_button.setEnabled(self.unsaved)
        self._said.hide()
        self.typed.emit()

    def _refused(self, error: AppError) -> None:
        self.text.setReadOnly(False)
        self._edited()
        self._said.setText(self.words.say(error.message))
        self._said.show()
        self.refused.emit()
