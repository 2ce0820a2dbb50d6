"""Rulers in millimetres along the card; a guide is pulled out of them with the mouse."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.domain.design import around
from desktop_app.i18n import Words
from desktop_app.ui.designer.canvas import Canvas
from desktop_app.ui.theme.faces import face, scaled
from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.theme.tokens import Size, Tone

THICK = 20
_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500)  # mm between two numbers
_APART = 36.0  # points at 100 % text there must be between two numbers


class Ruler(QWidget):
    """One ruler: `upright` stands at the left of the card, the other lies above it."""

    def __init__(self, theme: Theme, words: Words, canvas: Canvas, *, upright: bool) -> None:
        super().__init__()
        self._theme, self._canvas, self._upright = theme, canvas, upright
        self._pulling = False
        fixed, along = QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding
        self.setSizePolicy(fixed if upright else along, along if upright else fixed)
        self.setCursor(Qt.CursorShape.SplitHCursor if upright else Qt.CursorShape.SplitVCursor)
        self.setToolTip(words("Pull a guide out of the ruler"))
        self.setAccessibleName(words("Ruler"))
        for signal in (canvas.viewed, canvas.session.selected, canvas.session.changed, canvas.session.looked):
            signal.connect(self.update)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(scaled(THICK), scaled(THICK))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A guide is pulled out."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._pulling = True
            self._canvas.pull_guide(upright=self._upright)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """It follows the mouse over the card."""
        if self._pulling:
            self._canvas.mouseMoveEvent(self._over(event))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """It stays where it was let go."""
        if self._pulling:
            self._pulling = False
            self._canvas.mouseReleaseEvent(self._over(event))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("surface"))
        self._paint_selection(painter)
        painter.setFont(face(Size.SMALL))
        painter.setPen(QPen(self._theme.colour(Tone.MUTED), 1))
        view = self._canvas.view
        step = next((step for step in _STEPS if step * view.scale >= scaled(_APART)), _STEPS[-1])
        length = self.height() if self._upright else self.width()
        start = view.origin.y() if self._upright else view.origin.x()
        first = int(-start / view.scale // step) * step
        for at in range(first, int((length - start) / view.scale) + step, step):
            self._tick(painter, start + at * view.scale, str(at))
            for part in range(1, 5):
                self._tick(painter, start + (at + part * step / 5) * view.scale, "")
        painter.setPen(self._theme.colour("line"))
        edge = self.rect().bottomRight()
        corner = self.rect().topRight() if self._upright else self.rect().bottomLeft()
        painter.drawLine(corner, edge)
        painter.end()

    def _tick(self, painter: QPainter, at: float, number: str) -> None:
        thick = self.width() if self._upright else self.height()
        long = thick if number else thick * 0.28
        one, other = (thick - long, at), (thick, at)
        points = [QPointF(*one), QPointF(*other)] if self._upright else [QPointF(y, x) for x, y in (one, other)]
        painter.drawLine(*points)
        if not number:
            return
        if self._upright:
            painter.save()
            painter.translate(scaled(11), at - 2)
            painter.rotate(-90)
            painter.drawText(QPointF(0, 0), number)
            painter.restore()
        else:
            painter.drawText(QPointF(at + 2, scaled(11)), number)

    def _paint_selection(self, painter: QPainter) -> None:
        session, view = self._canvas.session, self._canvas.view
        if not session.chosen:
            return
        box = view.rect(around(session.frame(item) for item in session.chosen))
        shown = QRectF(0, box.top(), self.width(), box.height()) if self._upright else QRectF(
            box.left(), 0, box.width(), self.height()
        )  # fmt: skip
        painter.fillRect(shown, self._theme.colour("soft"))

    def _over(self, event: QMouseEvent) -> QMouseEvent:
        """The same event as the canvas would have got it."""
        at = self._canvas.mapFromGlobal(event.globalPosition())
        if not self._canvas.rect().contains(at.toPoint()):
            at = QPointF(self._canvas.mapFromGlobal(event.globalPosition().toPoint() + QPoint(0, 0)))
        return QMouseEvent(
            event.type(), at, event.globalPosition(), event.button(), event.buttons(), event.modifiers()
        )  # fmt: skip
