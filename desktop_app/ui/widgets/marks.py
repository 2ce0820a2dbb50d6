"""The round mark with a person's initials, as a widget and as painted in lists."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop_app.domain.customers import initials
from desktop_app.ui.theme.faces import face, scaled
from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.theme.tokens import Size, Tone, Weight

DIAMETER = 28


class Mark(QWidget):
    """A person's initials on a soft disc; decoration only, the name stands beside it."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._name = name
        self.setFixedSize(scaled(DIAMETER), scaled(DIAMETER))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the disc and the letters."""
        painter = QPainter(self)
        paint_mark(painter, QRectF(self.rect()), self._name, self._theme)
        painter.end()


def paint_mark(painter: QPainter, disc: QRectF, name: str, theme: Theme) -> None:
    """Paint the initials of `name` on a soft disc."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("soft"))
    painter.drawEllipse(disc)
    painter.setPen(theme.colour(Tone.ACCENT))
    font = face(Size.SMALL, Weight.BOLD)
    font.setPixelSize(round(disc.height() * 0.39))
    painter.setFont(font)
    painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, initials(name))
    painter.restore()
