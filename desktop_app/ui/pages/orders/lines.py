"""The articles of an order as an editable table; typing edits a cell, the last empty row takes a new article."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import InvalidOperation
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from desktop_app.domain.order_totals import counted_line, full_price, lines_in, share_of
from desktop_app.domain.orders import Line
from desktop_app.i18n import Words
from desktop_app.ui.widgets.money_input import bare_amount, typed_amount

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class Col(IntEnum):
    """The columns."""

    PIECES = 0
    NAME = 1
    SKU = 2
    PRICE = 3
    LESS = 4
    TOTAL = 5


class LinesModel(QAbstractTableModel):
    """Lines and one empty row below; `edited` when a person changed something, `refused(text)` for no amount."""

    edited = Signal()
    refused = Signal(str)

    def __init__(self, words: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._lines: list[Line] = []
        self._currency = "EUR"
        self._titles = {
            Col.PIECES: words("Pcs"), Col.NAME: words("Article"), Col.SKU: words("Article code"),
            Col.PRICE: words("Price"), Col.LESS: words("Discount"), Col.TOTAL: words("Total"),
        }

    def set_lines(self, lines: Sequence[Line], currency: str) -> None:
        """Show other lines; nothing is told."""
        self.beginResetModel()
        self._lines, self._currency = list(lines), currency or "EUR"
        self.endResetModel()

    def lines(self) -> tuple[Line, ...]:
        """The lines as they stand."""
        return tuple(self._lines)

    @property
    def currency(self) -> str:
        """What amounts without a code are in."""
        return self._currency

    def say_in(self, currency: str) -> None:
        """Let all amounts stand in another currency; raises ValueError where that has no such small coins."""
        self.set_lines(lines_in(self._lines, currency), currency)

    def add(self, line: Line) -> int:
        """Put a line below the others, or its pieces to the same product where there is one; its row."""
        for row, known in enumerate(self._lines):
            if line.product is not None and known.product == line.product and known.unit_price == line.unit_price:
                self._put(row, counted_line(replace(known, quantity=known.quantity + line.quantity)))
                return row
        return self._append(counted_line(line))

    def remove(self, row: int) -> None:
        """Take a line out."""
        if 0 <= row < len(self._lines):
            self.beginRemoveRows(_NOWHERE, row, row)
            del self._lines[row]
            self.endRemoveRows()
            self.edited.emit()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._lines) + 1

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(Col)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        if orientation is Qt.Orientation.Vertical or not 0 <= section < len(Col):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._titles[Col(section)]
        return int(_side(section)) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        new = index.row() >= len(self._lines)
        editable = index.column() == Col.NAME if new else index.column() != Col.TOTAL
        return flags | Qt.ItemFlag.ItemIsEditable if editable else flags

    def data(self, index: Index, role: int = 0) -> Any:
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(_side(index.column()))
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole, Qt.ItemDataRole.ToolTipRole):
            return None
        if index.row() >= len(self._lines):
            shown = index.column() == Col.NAME and role == Qt.ItemDataRole.DisplayRole
            return self._words("Add an article…") if shown else ""
        line = self._lines[index.row()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return line.name if index.column() == Col.NAME else None
        return _cell(self._words, line, Col(index.column()), editing=role == Qt.ItemDataRole.EditRole)

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole:
            return False
        text, row = str(value).strip(), index.row()
        if row >= len(self._lines):
            return bool(text) and self._append(Line(name=text)) >= 0
        try:
            line = self._with(self._lines[row], Col(index.column()), text)
        except (ValueError, InvalidOperation):
            self.refused.emit(text)
            return False
        if line == self._lines[row]:
            return False
        self._put(row, line)
        return True

    def _put(self, row: int, line: Line) -> None:
        self._lines[row] = line
        self.dataChanged.emit(self.index(row, 0), self.index(row, len(Col) - 1))
        self.edited.emit()

    def _append(self, line: Line) -> int:
        row = len(self._lines)
        self.beginInsertRows(_NOWHERE, row, row)
        self._lines.append(line)
        self.endInsertRows()
        self.edited.emit()
        return row

    def _with(self, line: Line, column: Col, text: str) -> Line:
        if column is Col.NAME:
            return replace(line, name=text or line.name)
        if column is Col.SKU:
            return replace(line, sku=text, product=None)  # which product that is, is asked again when it is kept
        if column is Col.PIECES:
            pieces = int(text)
            if pieces < 1:
                raise ValueError(text)
            return counted_line(replace(line, quantity=pieces))
        if column is Col.LESS:
            less = share_of(line, text) or typed_amount(text, self._currency)
            if less is not None and not 0 <= less.minor <= (full_price(line) or less.minor):
                raise ValueError(text)
            return counted_line(replace(line, discount=less if less is not None and less.minor else None))
        return counted_line(replace(line, unit_price=typed_amount(text, self._currency)))


def _cell(words: Words, line: Line, column: Col, *, editing: bool) -> str:
    if column is Col.PIECES:
        return str(line.quantity) if editing else f"{line.quantity} ×"
    if column is Col.NAME:
        came = words.n("{n} came back", "{n} came back", line.returned) if line.returned and not editing else ""
        return f"{line.name} · {came}" if came else line.name
    if column is Col.SKU:
        return line.sku
    money = {Col.PRICE: line.unit_price, Col.LESS: line.discount}.get(column, line.total)
    if money is None:
        return ""
    return f"−{bare_amount(words, money)}" if column is Col.LESS and not editing else bare_amount(words, money)


def _side(column: int) -> Qt.AlignmentFlag:
    numbers = (Col.PIECES, Col.PRICE, Col.LESS, Col.TOTAL)
    side = Qt.AlignmentFlag.AlignRight if column in numbers else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
