"""A line of text that offers what the shop knows while one types, and takes anything else as well."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QWidget

from desktop_app.ui.widgets.inputs import TextInput


class OfferingInput(TextInput):
    """`edited` with every letter and every text chosen; Down in the empty field offers all."""

    def __init__(self, known: Sequence[str] = (), *, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(hint=hint, parent=parent)
        self._known = QStringListModel(list(known), self)
        offers = QCompleter(self._known, self)
        offers.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        offers.setFilterMode(Qt.MatchFlag.MatchContains)
        offers.activated.connect(lambda _: self.edited.emit())
        self.setCompleter(offers)

    def set_known(self, texts: Sequence[str]) -> None:
        """What is offered."""
        self._known.setStringList(list(texts))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down in the empty field offers all."""
        if event.key() == Qt.Key.Key_Down and not self.value() and self._known.rowCount():
            self.completer().setCompletionPrefix("")
            self.completer().complete()
        else:
            super().keyPressEvent(event)
