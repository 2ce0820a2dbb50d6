"""The quiet buttons that appear on the row under the mouse, or on the keyboard's row."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_app.ui.theme.tokens import SPACE_2, SPACE_3, SPACE_4
from desktop_app.ui.widgets.buttons import small

if TYPE_CHECKING:
    from desktop_app.ui.widgets.list_view import ListView, RowAction


class RowActions(QWidget):
    """Lies over the right end of one row; the keyboard reaches the same by the context menu and the page's keys."""

    def __init__(self, actions: Sequence[RowAction], view: ListView) -> None:
        super().__init__(view.viewport())
        self._view = view
        self._row = -1
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE_3, 0, SPACE_4, 0)
        row.setSpacing(SPACE_2)
        row.addStretch(1)
        for action in actions[:3]:
            button = small(action.text, partial(self._press, action), shortcut=action.key)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            row.addWidget(button)
        self._any = bool(actions)
        self.hide()

    def covers(self) -> int:
        """How much of a row's right end the buttons want; nothing without any."""
        return self.sizeHint().width() if self._any else 0

    def follow(self, place: int | None = None) -> None:
        """Move to a row (None: the one it is on); hide where there is none."""
        if place is not None:
            self._row = place
        box = self._view.visualRect(self._view.model().index(self._row, 0)) if self._row >= 0 else None
        if not self._any or box is None or box.isEmpty():
            self._view.cover_row(-1, 0)
            self.hide()
            return
        # The last column is covered whole: half a tag beside the buttons would say nothing.
        wide = max(self.covers(), self._view.head.last_width())
        self.setGeometry(self._view.viewport().width() - wide, box.top() + 1, wide, box.height() - 2)
        self._view.cover_row(self._row, self.x())
        self.show()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._view.ground_of(self._row))
        painter.end()

    def _press(self, action: RowAction) -> None:
        if 0 <= self._row < self._view.model().rowCount():
            action.pressed(self._view.record_at(self._row))
