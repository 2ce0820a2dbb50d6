"""One side of a field: its value with a round mark, filled where this side is taken; the other side empties it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QRadioButton, QSizePolicy, QWidget

from desktop_app.ui.theme.faces import scaled
from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.theme.tokens import RADIUS_CONTROL, SPACE_2, SPACE_3, Tone

_MARK = 14  # points at 100 % text
_MOST = 4  # lines: a name of ten thousand letters is not shown whole


class SideButton(QRadioButton):
    """A radio button whose text breaks into lines; `moved` tells the arrow that was pressed on it."""

    moved = Signal(int)

    def __init__(self, theme: Theme, text: str, shown: str, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._empty, self._shown = theme, not text, text or shown
        self.setAccessibleName(name)
        self.setToolTip(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.toggled.connect(lambda _: self.update())
        theme.changed.connect(self.update)

    @property
    def shown(self) -> str:
        """The value as it is shown."""
        return self._shown

    def sizeHint(self) -> QSize:
        return QSize(scaled(180), self.heightForWidth(max(scaled(180), self.width())))

    def minimumSizeHint(self) -> QSize:
        return QSize(scaled(80), self.heightForWidth(max(scaled(80), self.width())))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        room = QRectF(0, 0, max(1, width - self._left - scaled(SPACE_3)), 10_000)
        line = self.fontMetrics().lineSpacing()
        needed = self.fontMetrics().boundingRect(room.toRect(), self._flags, self._shown).height()
        return int(min(needed, line * _MOST)) + 2 * scaled(SPACE_2)

    def hitButton(self, place: QPoint) -> bool:
        """All of it is the button; who lets go beside it takes nothing."""
        return self.rect().contains(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right choose a side, up and down go to the next field."""
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.moved.emit(event.key())
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, taken = self._theme, self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = 2 if self.hasFocus() else 1
        edge = Tone.ACCENT if taken or self.hasFocus() or self.underMouse() else "line"
        painter.setPen(QPen(theme.colour(edge), width))
        painter.setBrush(theme.colour("soft" if taken else "surface"))
        box = QRectF(self.rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2)
        painter.drawRoundedRect(box, RADIUS_CONTROL, RADIUS_CONTROL)
        self._paint_mark(painter, taken)
        painter.setPen(theme.colour(Tone.MUTED if self._empty or not taken else Tone.TEXT))
        text = self.rect().adjusted(self._left, scaled(SPACE_2), -scaled(SPACE_3), -scaled(SPACE_2))
        painter.drawText(text, self._flags, self._shown)
        painter.end()

    @property
    def _left(self) -> int:
        return scaled(SPACE_3) + scaled(_MARK) + scaled(SPACE_2)

    @property
    def _flags(self) -> int:
        wrap = Qt.TextFlag.TextWordWrap if " " in self._shown else Qt.TextFlag.TextWrapAnywhere  # an e-mail address
        return Qt.AlignmentFlag.AlignLeft.value | Qt.AlignmentFlag.AlignTop.value | wrap.value

    def _paint_mark(self, painter: QPainter, taken: bool) -> None:
        side = scaled(_MARK)
        top = scaled(SPACE_2) + (self.fontMetrics().lineSpacing() - side) / 2
        disc = QRectF(scaled(SPACE_3), top, side, side)
        painter.setPen(QPen(self._theme.colour(Tone.ACCENT if taken else Tone.MUTED), 1.4))
        painter.setBrush(self._theme.colour("surface"))
        painter.drawEllipse(disc)
        if taken:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour(Tone.ACCENT))
            painter.drawEllipse(disc.adjusted(side * 0.25, side * 0.25, -side * 0.25, -side * 0.25))
