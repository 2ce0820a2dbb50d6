"""One side of a field: its value with a round mark, filled where this side is taken; the other side empties it."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QWidget

from desktop_app.ui.theme.faces import scaled
from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.theme.tokens import SPACE_2, SPACE_3, Tone
from desktop_app.ui.widgets.marked_choice import MarkedChoice

_MOST = 4  # lines: a name of ten thousand letters is not shown whole


class SideButton(MarkedChoice):
    """A choice whose text breaks into lines; `moved` tells the arrow that was pressed on it."""

    moved = Signal(int)

    def __init__(self, theme: Theme, text: str, shown: str, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, name, usual=180, least=80, parent=parent)
        self._empty, self._shown = not text, text or shown
        self.setToolTip(text)

    @property
    def shown(self) -> str:
        """The value as it is shown."""
        return self._shown

    def heightForWidth(self, width: int) -> int:
        room = QRect(0, 0, self.room(width), 10_000)
        needed = self.fontMetrics().boundingRect(room, self._flags, self._shown).height()
        return min(needed, self.fontMetrics().lineSpacing() * _MOST) + 2 * scaled(SPACE_2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right choose a side, up and down go to the next field."""
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.moved.emit(event.key())
        else:
            super().keyPressEvent(event)

    def paint_words(self, painter: QPainter) -> None:
        """The value, muted where the other side is taken."""
        painter.setPen(self._theme.colour(Tone.MUTED if self._empty or not self.isChecked() else Tone.TEXT))
        text = self.rect().adjusted(self.left, scaled(SPACE_2), -scaled(SPACE_3), -scaled(SPACE_2))
        painter.drawText(text, self._flags, self._shown)

    @property
    def _flags(self) -> int:
        wrap = Qt.TextFlag.TextWordWrap if " " in self._shown else Qt.TextFlag.TextWrapAnywhere  # an e-mail address
        return Qt.AlignmentFlag.AlignLeft.value | Qt.AlignmentFlag.AlignTop.value | wrap.value
