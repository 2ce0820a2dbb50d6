"""The preflight list as Qt sees it: rows that are made when they are looked at."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop_app.ui.preview.finding_lines import Heading, Row

ROW = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_TIP = Qt.ItemDataRole.ToolTipRole
_ANSWERED = frozenset((ROW, _TIP, Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole))


class FindingsModel(QAbstractListModel):
    """Rows that are made when they are looked at."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: Sequence[Row] = ()

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """How many rows the list has."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The row itself, what it says, and all of it for screen readers and as tooltip."""
        if not index.isValid() or not 0 <= index.row() < len(self.rows) or role not in _ANSWERED:
            return None
        row = self.rows[index.row()]
        if role == ROW:
            return row
        if isinstance(row, Heading):
            return None if role == _TIP else f"{row.title}: {row.count}"
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        parts = (row.title, row.text) if role == _TIP else (row.title, row.tag, row.text)
        return ("\n" if role == _TIP else ", ").join(part for part in parts if part)
