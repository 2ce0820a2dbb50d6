"""What lies over the whole window while files are dragged across it: that it takes them, and what becomes of them."""

from __future__ import annotations

import os
from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from desktop_app.i18n import Words
from desktop_app.ui.theme.faces import face, scaled
from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.theme.tokens import RADIUS_CARD, SPACE_3, SPACE_6, Size, Tone, Weight

_ICON = 32


class DropCover(QWidget):
    """Shown from the moment files come over the window until they are dropped or taken away again."""

    def __init__(self, theme: Theme, words: Words, paths: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        # Qt looks for what takes a drop as it looks for what was clicked: this must not be found before the window.
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        if len(paths) == 1 and os.path.isdir(paths[0]):
            self.title = words("Drop the folder to import the files in it")
        elif len(paths) == 1:
            self.title = words("Drop the file to import it")
        else:
            self.title = words("Drop the files to import them")
        self.line = words("You see what would happen before anything does.")
        self.setAccessibleName(f"{self.title}. {self.line}")
        self.setGeometry(parent.rect())
        self.raise_()
        self.show()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = QColor(self._theme.colour("ground"))
        ground.setAlphaF(0.95)
        painter.fillRect(self.rect(), ground)
        painter.setPen(QPen(self._theme.colour(Tone.ACCENT), 2, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(
            QRectF(self.rect()).adjusted(SPACE_6, SPACE_6, -SPACE_6, -SPACE_6), RADIUS_CARD, RADIUS_CARD
        )
        side, middle = scaled(_ICON), self.height() / 2
        icon = self._theme.pixmap("import", Tone.ACCENT, size=side, ratio=self.devicePixelRatioF())
        painter.drawPixmap(round(self.width() / 2 - side / 2), round(middle - side - scaled(SPACE_6)), icon)
        below = self._write(painter, self.title, middle, Size.TITLE, Weight.BOLD, Tone.TEXT)
        self._write(painter, self.line, below, Size.BODY, Weight.REGULAR, Tone.MUTED)
        painter.end()

    def _write(self, painter: QPainter, text: str, top: float, size: Size, weight: Weight, tone: Tone) -> float:
        """One text in the middle of the width, on as many lines as it needs; returns where the next one begins."""
        painter.setFont(face(size, weight))
        painter.setPen(self._theme.colour(tone))
        room = QRectF(2 * SPACE_6, top, self.width() - 4 * SPACE_6, self.height() - top)
        how = int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)
        box = painter.boundingRect(room, how, text)
        painter.drawText(room, how, text)
        return box.bottom() + SPACE_3
