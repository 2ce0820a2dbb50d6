"""A sheet to sign on with mouse, pen or finger: smooth strokes, the last taken back, all of it as a picture."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QTabletEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.domain.strokes import Touched, inked
from desktop_app.ui.theme.faces import scaled
from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.theme.tokens import LIGHT
from desktop_app.ui.widgets.ink_marks import Mark, as_png, paint, written

_WIDE, _HIGH = 440, 150  # points
_PEN = 2.8  # points
_LINE, _SIDE = 0.72, 24  # how far down the line to sign on is, and where it begins


class InkPad(QWidget):
    """`edited` when a stroke ends or is taken back; `picture` is a PNG on clear ground, trimmed to the ink.

    Backspace and Ctrl+Z take the last stroke back, Delete all of them.
    """

    edited = Signal()

    def __init__(self, theme: Theme, hint: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._hint = theme, hint
        self._marks: list[Mark] = []
        self._hand: list[Touched] = []  # the stroke being drawn
        self._pen = False  # a pen is down, and what the mouse says meanwhile is the same hand told twice
        self.setMinimumWidth(scaled(220))
        self.setFixedHeight(scaled(_HIGH))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)

    @property
    def marks(self) -> int:
        """How many strokes and written names are on the sheet."""
        return len(self._marks)

    def write(self, name: str) -> None:
        """Write a name in the hand of the papers, in place of what is there; an empty one only clears."""
        at = QPointF(_SIDE, self.height() * _LINE)
        self._marks = [written(name, at, wide=max(1.0, self.width() - 2 * _SIDE))] if name else []
        self._changed()

    def undo_stroke(self) -> None:
        """Take back what was drawn or written last."""
        if self._marks:
            self._marks.pop()
            self._changed()

    def clear(self) -> None:
        """Empty the sheet."""
        if self._marks:
            self._marks.clear()
            self._changed()

    def picture(self) -> bytes:
        """What was signed as a PNG file's content; empty where there is nothing, or no more than a slip."""
        return as_png(self._marks)

    def sizeHint(self) -> QSize:
        return QSize(scaled(_WIDE), scaled(_HIGH))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and not self._pen:
            self._begin(_touched(event, None))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._hand and not self._pen:
            self._go_on(_touched(event, None))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self._hand and not self._pen:
            self._end()

    def tabletEvent(self, event: QTabletEvent) -> None:
        """A pen: it says how hard it is pressed."""
        event.accept()
        kind, touched = event.type(), _touched(event, event.pressure())
        if kind is event.Type.TabletPress:
            self._pen = True
            self._begin(touched)
        elif kind is event.Type.TabletMove and self._pen:
            self._go_on(touched)
        elif kind is event.Type.TabletRelease and self._pen:
            self._end()
            self._pen = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Backspace or event.matches(QKeySequence.StandardKey.Undo):
            self.undo_stroke()
        elif event.key() == Qt.Key.Key_Delete:
            self.clear()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = self._theme.colour("accent" if self.hasFocus() else "line")
        painter.setPen(QPen(edge, 2 if self.hasFocus() else 1))
        painter.setBrush(QColor(LIGHT.surface))  # paper, in the dark theme too
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)
        down = self.height() * _LINE
        painter.setPen(QPen(QColor(LIGHT.line), 1))
        painter.drawLine(QPointF(_SIDE, down), QPointF(self.width() - _SIDE, down))
        if self._hint and not self._marks and not self._hand:
            painter.setPen(QColor(LIGHT.muted))
            below = QRectF(_SIDE, down, self.width() - 2 * _SIDE, self.height() - down)
            painter.drawText(below, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self._hint)
        paint(painter, [*self._marks, inked(self._hand, _PEN)])

    def _begin(self, touched: Touched) -> None:
        self.setFocus()
        self._hand = [touched]
        self.update()

    def _go_on(self, touched: Touched) -> None:
        last = self._hand[-1]
        if (touched.x, touched.y) != (last.x, last.y):
            self._hand.append(touched)
            self.update()

    def _end(self) -> None:
        self._marks.append(inked(self._hand, _PEN))
        self._hand = []
        self._changed()

    def _changed(self) -> None:
        self.update()
        self.edited.emit()


def _touched(event: QMouseEvent | QTabletEvent, pressure: float | None) -> Touched:
    at = event.position()
    return Touched(at.x(), at.y(), float(event.timestamp()), pressure)
