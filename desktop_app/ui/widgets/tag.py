"""A state in one or two words: an outlined pill whose colour repeats what the word says, as label and as painted."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.ui.theme.faces import face, scaled
from desktop_app.ui.theme.tokens import Size, Tone, Weight
from desktop_app.ui.widgets.labels import Label


class Tag(Label):
    """The pill as a label."""

    def __init__(self, text: str, tone: Tone = Tone.MUTED, *, parent: QWidget | None = None) -> None:
        super().__init__(text, Size.SMALL, weight=Weight.BOLD, tone=tone, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)


def tag_width(text: str) -> float:
    """How wide `paint_tag` draws a text, in points."""
    return QFontMetricsF(face(Size.SMALL, Weight.BOLD)).horizontalAdvance(text) + scaled(16)


def paint_tag(painter: QPainter, right: float, middle: float, text: str, colour: QColor) -> float:
    """Paint a pill that ends at `right` around the height `middle`; returns its left edge."""
    width, height = tag_width(text), scaled(20)
    box = QRectF(right - width, middle - height / 2, width, height).adjusted(0.5, 0.5, -0.5, -0.5)
    painter.setFont(face(Size.SMALL, Weight.BOLD))
    painter.setPen(QPen(colour, 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box, 8, 8)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
    return right - width
