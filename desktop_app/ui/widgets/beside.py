"""A list with its record: beside each other where there is room, the record over the list where there is not."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from desktop_app.ui.theme.faces import scaled
from desktop_app.ui.theme.tokens import SPACE_4

BESIDE_FROM = 900  # points at 100 % text: narrower, the record covers the list
BESIDE_MOST = 640
_SHARE, _LEAST = 0.42, 400


class Beside(QWidget):
    """`open()` and `close()` show and hide the second widget; the first keeps its place."""

    def __init__(self, first: QWidget, second: QWidget, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._first, self._second = first, second
        for widget in (first, second):
            widget.setParent(self)
        self._second.hide()
        self._open = False

    @property
    def is_open(self) -> bool:
        """Whether the second is shown."""
        return self._open

    @property
    def covers(self) -> bool:
        """Whether the second, when open, covers the first."""
        return self.width() < scaled(BESIDE_FROM)

    def open(self) -> None:
        """Show the second."""
        self._open = True
        self._lay()

    def close_second(self) -> None:
        """Hide the second; the first gets the keyboard back, where the second had it."""
        here = self.window().focusWidget()
        had_keyboard = here is not None and self._second.isAncestorOf(here)
        self._open = False
        self._lay()
        if had_keyboard:
            self._first.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange anew."""
        super().resizeEvent(event)
        self._lay()

    def sizeHint(self) -> QSize:
        """As the first would like it."""
        return self._first.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """It never forces the window larger."""
        return QSize(0, 0)

    def _lay(self) -> None:
        width, height = self.width(), self.height()
        beside = self._open and not self.covers
        second = min(scaled(BESIDE_MOST), max(scaled(_LEAST), round(width * _SHARE))) if beside else width
        self._second.setGeometry(width - second, 0, second, height)
        self._first.setGeometry(0, 0, width - second - SPACE_4 if beside else width, height)
        self._first.setVisible(beside or not self._open)
        self._second.setVisible(self._open)
        if self._open:
            self._second.raise_()
