"""A list of frozen rows as Qt sees it; `RowsModel` holds all of them, and painting never asks anything."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import IntEnum
from operator import attrgetter
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop_app.ui.models.columns import Column, Kind

R = TypeVar("R")
Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class Role(IntEnum):
    """Data beside the text, for delegates and pages."""

    ROW = Qt.ItemDataRole.UserRole  # the whole row, None while it is on its way
    DETAIL = Qt.ItemDataRole.UserRole + 1


class RowsModel(QAbstractTableModel, Generic[R]):
    """Rows and columns; `key(row)` is what a row is known by, its `id` if nothing else is said."""

    def __init__(
        self, columns: Sequence[Column[R]], parent: QObject | None = None, *,
        key: Callable[[R], int] = attrgetter("id"),
    ) -> None:
        super().__init__(parent)
        self._key = key
        self.columns = tuple(columns)
        self._rows: Sequence[R] = ()

    def set_rows(self, rows: Sequence[R]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def row(self, number: int) -> R | None:
        """The row at a place; None where there is none (or, in a windowed list, not yet)."""
        return self._rows[number] if 0 <= number < len(self._rows) else None

    def id_at(self, number: int) -> int:
        """The id of the record at a place."""
        return int(self._key(self._rows[number]))

    def ids_at(self, places: range) -> list[int]:
        """The ids of the records that stand one after another."""
        return [self.id_at(place) for place in places]

    def place_of(self, record: int) -> int:
        """Where a record stands; -1 when it is not in the list."""
        return next((place for place, row in enumerate(self._rows) if self._key(row) == record), -1)

    def all_ids(self) -> list[int]:
        """The ids of the whole list in its order."""
        return [self.id_at(place) for place in range(self.rowCount())]

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """How many rows the list has."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """How many columns the list has."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = 0) -> Any:
        """The text of a cell (role 0), the row itself, its second line, tooltip and alignment."""
        if role:  # most calls are for roles we do not have: out of here first
            return self._other(index, role)
        row = self.row(index.row())
        return "" if row is None else self.columns[index.column()].text(row)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        """The title of a column and its alignment."""
        if orientation is Qt.Orientation.Vertical or not 0 <= section < len(self.columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            number = self.columns[section].kind is Kind.NUMBER
            side = Qt.AlignmentFlag.AlignRight if number else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        return None

    def _other(self, index: Index, role: int) -> Any:
        if role < Qt.ItemDataRole.UserRole and role not in _ANSWERED:
            return None
        row = self.row(index.row())
        if row is None or role == Role.ROW:
            return row
        column = self.columns[index.column()]
        if role == Role.DETAIL:
            return column.detail(row) if column.detail else ""
        if role == Qt.ItemDataRole.ToolTipRole:
            return column.tip(row) if column.tip else None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            detail = column.detail(row) if column.detail else ""
            return ", ".join(part for part in (column.text(row), detail) if part)
        return None


_ANSWERED = frozenset((int(Qt.ItemDataRole.ToolTipRole), int(Qt.ItemDataRole.AccessibleTextRole)))
