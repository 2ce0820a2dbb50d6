"""The outlined pill of a state as it is painted, in lists and in the sidebar."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from desktop_app.ui.theme.faces import face, scaled
from desktop_app.ui.theme.tokens import Size, Weight


def pill_width(text: str) -> float:
    """How wide `paint_pill` draws a text, in points."""
    return QFontMetricsF(face(Size.SMALL, Weight.BOLD)).horizontalAdvance(text) + scaled(16)


def paint_pill(painter: QPainter, right: float, middle: float, text: str, colour: QColor) -> float:
    """Paint a pill that ends at `right` around the height `middle`; returns its left edge."""
    width, height = pill_width(text), scaled(20)
    box = QRectF(right - width, middle - height / 2, width, height).adjusted(0.5, 0.5, -0.5, -0.5)
    painter.setFont(face(Size.SMALL, Weight.BOLD))
    painter.setPen(QPen(colour, 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box, 8, 8)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
    return right - width
