"""The first sheet as a small drawing: click a place, or move with the arrows, to begin there on a part-used sheet."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.domain.stock import Stock
from desktop_app.i18n import Words
from desktop_app.ui.theme.faces import face, scaled
from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.theme.tokens import Size, Tone, Weight

_HIGH = 112


class SheetChoice(QWidget):
    """`chosen(place)` when a person chose where to begin, counted from 1."""

    chosen = Signal(int)

    def __init__(self, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, words
        self._stock: Stock | None = None
        self._start = 1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        theme.changed.connect(self.update)

    @property
    def start(self) -> int:
        """The place chosen."""
        return self._start

    def show_stock(self, stock: Stock) -> None:
        """Draw another kind of sheet, beginning at its first place."""
        self._stock, self._start = stock, 1
        self.updateGeometry()
        self._say()

    def choose(self, place: int) -> None:
        """Begin at a place, without telling."""
        if self._stock is not None:
            self._start = min(max(1, place), self._stock.places)
            self._say()

    def place_at(self, point: QPointF) -> int:
        """The place under a point, 0 beside the cards."""
        count = self._stock.places if self._stock else 0
        return next((place for place in range(1, count + 1) if self._card(place).contains(point)), 0)

    def centre_of(self, place: int) -> QPointF:
        """The middle of a place on the drawing."""
        return self._card(place).center()

    def sizeHint(self) -> QSize:
        if self._stock is None:
            return QSize(0, 0)
        wide, high = self._stock.sheet
        return QSize(round(scaled(_HIGH) * wide / high), scaled(_HIGH))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self.place_at(event.position())
        if place and event.button() is Qt.MouseButton.LeftButton:
            self._take(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        columns = self._stock.columns if self._stock else 1
        steps = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Down: columns, Qt.Key.Key_Up: -columns}
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self._take(self._start + step)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._stock is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = Tone.ACCENT if self.hasFocus() else Tone.MUTED
        painter.setPen(QPen(self._theme.colour(edge), 1))
        painter.setBrush(self._theme.colour("surface"))
        painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))
        for place in range(1, self._stock.places + 1):
            self._paint_card(painter, place)
        painter.end()

    def _paint_card(self, painter: QPainter, place: int) -> None:
        box, used = self._card(place).adjusted(3, 3, -3, -3), place < self._start
        painter.setPen(QPen(self._theme.colour("line" if used else Tone.ACCENT), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush if used else self._theme.colour("soft"))
        painter.drawRoundedRect(box, 2, 2)
        if used:
            painter.drawLine(box.topLeft(), box.bottomRight())
        painter.setPen(self._theme.colour(Tone.MUTED if used else Tone.ACCENT))
        painter.setFont(face(Size.SMALL, Weight.BOLD if place == self._start else Weight.REGULAR))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(place))

    def _card(self, place: int) -> QRectF:
        if self._stock is None:
            return QRectF()
        scale = self.height() / self._stock.sheet[1]
        left, top = self._stock.corner(place - 1)
        wide, high = self._stock.card
        return QRectF(left * scale, top * scale, wide * scale, high * scale)

    def _take(self, place: int) -> None:
        before = self._start
        self.choose(place)
        if self._start != before:
            self.chosen.emit(self._start)

    def _say(self) -> None:
        places = self._stock.places if self._stock else 1
        said = self._words("Begin at place {place} of {places}", place=self._start, places=places)
        self.setAccessibleName(said)
        self.setToolTip(said)
        self.update()
