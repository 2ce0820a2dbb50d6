"""A card of a record with a place to write in it: what is begun there stays until it is kept, or refused in words."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.domain.errors import AppError
from desktop_app.ui.desk import Desk
from desktop_app.ui.pages.customers.record_card import RecordCard
from desktop_app.ui.theme.tokens import SPACE_2, SPACE_3, SPACE_4, Size, Tone
from desktop_app.ui.widgets.buttons import small
from desktop_app.ui.widgets.inputs import LongInput
from desktop_app.ui.widgets.labels import Label


class WritingCard(RecordCard):
    """`typed` when the text changes, `refused` when it could not be kept; `writing` is the row to write in."""

    typed = Signal()
    refused = Signal()

    def __init__(
        self, desk: Desk, title: str, about: str = "", *, name: str, hint: str, keep: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, title, about, parent=parent)
        self.text = LongInput(hint=hint, lines=2)
        self.text.setAccessibleName(name)
        self.text.edited.connect(self._edited)
        self.keep_button = small(keep, self.keep, shortcut="Ctrl+Return")
        self._wrong = Label("", Size.SMALL, tone=Tone.BAD, wrap=True)
        self._wrong.hide()
        self.writing = QWidget(self)
        self.column = QVBoxLayout(self.writing)
        self.column.setContentsMargins(SPACE_4, SPACE_3, SPACE_4, SPACE_3)
        self.column.setSpacing(SPACE_2)
        self.column.addWidget(self.text)
        self.column.addWidget(self._wrong)
        self._edited()

    @property
    def unsaved(self) -> bool:
        """Whether something was begun and is not kept."""
        return bool(self.text.value())

    def keep(self) -> None:
        """Keep what is typed; each card says as what."""
        raise NotImplementedError

    def hold(self) -> bool:
        """Until the answer nothing more is typed; False where there is nothing to keep, or it is being kept already."""
        if not self.unsaved or self.text.isReadOnly():  # a second press would keep it twice
            return False
        self.text.setReadOnly(True)
        self.keep_button.setEnabled(False)
        return True

    def drop(self) -> None:
        """Nothing is begun any more."""
        self.text.setReadOnly(False)
        self.text.set_value("")
        self._edited()

    def refuse(self, error: AppError) -> None:
        """Say why it was not kept, and let it be mended."""
        self.text.setReadOnly(False)
        self._edited()
        self._wrong.setText(self.words.say(error.message))
        self._wrong.show()
        self.refused.emit()

    def clear(self) -> None:
        """Take the rows away; the place to write stays, with what is typed in it."""
        self.writing.setParent(self)
        self._layout.removeWidget(self.writing)
        super().clear()
        self.writing.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter keeps it."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.keep()
        else:
            super().keyPressEvent(event)

    def _edited(self) -> None:
        self.keep_button.setEnabled(self.unsaved)
        self._wrong.hide()
        self.typed.emit()
