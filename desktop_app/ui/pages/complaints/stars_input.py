"""How many stars a review has: five to press, or the keys 1 to 5; 0 for what is no review."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.domain.complaints import MEDIOCRE
from desktop_app.i18n import Words
from desktop_app.ui.pages.complaints.wording import STARS
from desktop_app.ui.theme.faces import face, scaled
from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.theme.tokens import BUTTON, Size, Tone, Weight

_STEP = 24  # points from star to star
_KEYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Down: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: 1}
_NONE_KEYS = frozenset((Qt.Key.Key_0, Qt.Key.Key_Delete, Qt.Key.Key_Backspace))


class StarsInput(QWidget):
    """`value()` is 1–5, None for what is no review."""

    edited = Signal()

    def __init__(self, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, words
        self._stars = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        theme.changed.connect(self.update)
        self._say()

    def value(self) -> Any:
        """How many stars, None for no review."""
        return self._stars or None

    def set_value(self, value: Any) -> None:
        """Show so many."""
        self._stars = int(value or 0)
        self._say()
        self.update()

    def sizeHint(self) -> QSize:
        """Five stars and room for the word after them."""
        return QSize(scaled(_STEP) * STARS + scaled(90), scaled(BUTTON))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press on the star that is the last one takes all away."""
        star = int(event.position().x()) // scaled(_STEP) + 1
        if 1 <= star <= STARS:
            self._set(0 if star == self._stars else star)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits say how many, the arrows one more or fewer."""
        key = Qt.Key(event.key())
        if event.text() in tuple("12345"):
            self._set(int(event.text()))
        elif key in _NONE_KEYS:
            self._set(0)
        elif key in _KEYS:
            self._set(min(STARS, max(0, self._stars + _KEYS[key])))
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The stars, those given in the accent, and what that number means."""
        colours = self._theme.colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        step, high = scaled(_STEP), self.height()
        painter.setFont(face(Size.TITLE))
        for star in range(STARS):
            given = star < self._stars
            painter.setPen(QColor(colours.of(Tone.ACCENT if given else Tone.MUTED)))
            painter.drawText(star * step, 0, step, high, Qt.AlignmentFlag.AlignCenter, "★" if given else "☆")
        painter.setFont(face(Size.SMALL, Weight.REGULAR))
        painter.setPen(QColor(colours.of(Tone.MUTED)))
        room = self.rect().adjusted(STARS * step + scaled(8), 0, 0, 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self._meaning())
        if self.hasFocus():
            painter.setPen(QPen(QColor(colours.accent), 1.5))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 6, 6)
        painter.end()

    def _set(self, stars: int) -> None:
        self.set_value(stars)
        self.edited.emit()

    def _meaning(self) -> str:
        words = self._words
        if not self._stars:
            return words("no review")
        if self._stars > MEDIOCRE:
            return words("praise")
        return words("mediocre") if self._stars == MEDIOCRE else ""

    def _say(self) -> None:
        said = self._words.n("{n} star", "{n} stars", self._stars) if self._stars else self._words("no review")
        self.setAccessibleDescription(said)
        self.setToolTip(said)
