"""Where what a customer wrote is pasted: text stays here, a picture among it goes to the pictures."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.ui.pictures import picture_in
from desktop_app.ui.widgets.inputs import LongInput


class PastedText(LongInput):
    """`picture(content)` when a picture was pasted instead of text."""

    picture = Signal(object)

    def __init__(self, *, hint: str, lines: int, parent: QWidget | None = None) -> None:
        super().__init__(hint=hint, lines=lines, parent=parent)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Text, or a picture."""
        return super().canInsertFromMimeData(source) or picture_in(source) is not None

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Text is put in as plain text; a picture without text is passed on."""
        found = picture_in(source) if not source.hasText() or source.hasUrls() else None
        if found is not None:
            self.picture.emit(found)
        else:
            super().insertFromMimeData(source)
