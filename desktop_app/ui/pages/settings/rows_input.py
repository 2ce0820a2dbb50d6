"""A setting of several values: a row for each, which can be taken away, and a button below them to add one."""

from __future__ import annotations

from typing import Any, Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.ui.theme.tokens import SPACE_2
from desktop_app.ui.widgets.buttons import small

R = TypeVar("R")


class RowsInput(QWidget, Generic[R]):
    """`edited` when a person changed a row or took one away; a row has the signal `removed`."""

    edited = Signal()

    def __init__(self, add: str) -> None:
        super().__init__()
        self.rows: list[R] = []
        self.add = small(add, self.begin)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE_2)
        self._column.addWidget(self.add)
        self.setFocusProxy(self.add)

    def begin(self) -> None:
        """A blank row at the end, for a person to fill."""
        raise NotImplementedError

    def put(self, row: Any) -> None:
        """A row more at the end."""
        row.removed.connect(lambda: self._remove(row))
        self.rows.append(row)
        self._column.insertWidget(self._column.count() - 1, row)

    def clear(self) -> None:
        """All rows away."""
        for row in list(self.rows):
            self._take_away(row)

    def _remove(self, row: Any) -> None:
        self._take_away(row)
        self.add.setFocus()
        self.edited.emit()

    def _take_away(self, row: Any) -> None:
        self.rows.remove(row)
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()
