"""What stands in a place while its rows are on their way: quiet grey shapes of rows."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop_app.ui.theme.faces import scaled
from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.theme.tokens import ROW_TWO_LINES


class Skeleton(QWidget):
    """Shapes of two-line rows as far as the place goes; nothing moves, nothing blinks."""

    def __init__(self, theme: Theme, *, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(name)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the shapes."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.colours.mixed(self._theme.colours.line, self._theme.colours.surface, 0.7)))
        step = scaled(ROW_TWO_LINES)
        for number in range(self.height() // step):
            paint_skeleton(painter, QRectF(16, number * step, self.width() - 32, step), number)
        painter.end()


def paint_skeleton(painter: QPainter, row: QRectF, number: int) -> None:
    """Paint one row's shape; widths differ a little from row to row."""
    bar = scaled(9)
    wide = row.width() * (0.28 + 0.06 * (number % 3))
    painter.drawRoundedRect(QRectF(row.left(), row.top() + row.height() * 0.28, min(wide, 260), bar), 4, 4)
    painter.drawRoundedRect(QRectF(row.left(), row.top() + row.height() * 0.60, min(wide * 1.6, 380), bar * 0.8), 4, 4)
