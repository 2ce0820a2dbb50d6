"""A line of text of which the shop knows many: they are offered while typing, and told once it is whole."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QCompleter, QWidget

from desktop_app.ui.widgets.line_edit import LineEdit

_SHOWN = 8


class KnownInput(LineEdit):
    """`edited` when a person chose an offered text, ended one by Enter, left the field or emptied it.

    Down, or a click into the empty field, offers all of them.
    """

    edited = Signal()

    def __init__(self, *, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setPlaceholderText(hint)
        self.setMaxLength(200)
        self._told = ""
        self._model = QStringListModel(self)
        offers = QCompleter(self._model, self)
        offers.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        offers.setFilterMode(Qt.MatchFlag.MatchContains)
        offers.setMaxVisibleItems(_SHOWN)
        offers.activated.connect(lambda _: self._tell())
        self.setCompleter(offers)
        self.editingFinished.connect(self._tell)
        self.textEdited.connect(lambda text: None if text.strip() else self._tell())

    def set_known(self, known: Sequence[str]) -> None:
        """What is offered."""
        self._model.setStringList(list(known))

    def value(self) -> Any:
        """The text without spaces around it."""
        return self.text().strip()

    def set_value(self, value: Any) -> None:
        """Show a text."""
        self.setText(str(value or ""))
        self._told = self.value()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down offers what is known."""
        if event.key() == Qt.Key.Key_Down and not self.value():
            self._offer()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click into the empty field offers what is known."""
        super().mousePressEvent(event)
        if not self.value():
            self._offer()

    def _offer(self) -> None:
        if self._model.rowCount():
            self.completer().setCompletionPrefix("")
            self.completer().complete()

    def _tell(self) -> None:
        if self.value() != self._told:
            self._told = self.value()
            self.edited.emit()
