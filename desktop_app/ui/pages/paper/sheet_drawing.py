"""A sheet of paper drawn from its measures: its places, which of them are free, what lies beyond its edge."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.domain.stock import Shape, Stock
from desktop_app.i18n import Words
from desktop_app.ui.theme.faces import face, scaled
from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.theme.tokens import Size, Tone, Weight

_EDGE = 1.5  # points kept free around the drawing, for its line
_MARGIN = 18  # points beside the sheet for its measures
_MOST_DRAWN = 400
_OVER = 0.05  # mm a place may reach over the sheet, as the stock's own check has it


class SheetDrawing(QWidget):
    """`show_stock(stock, free=…)`; with `clicks` places can be clicked, or reached by arrows and Space: `toggled`.

    Takes `wide` × `high` points at 100 % text and stands in their middle; with `measures` its size is beside it.
    """

    toggled = Signal(int)

    def __init__(
        self, theme: Theme, words: Words, *, wide: int, high: int, clicks: bool = False, measures: bool = False,
        numbers: bool = False, parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, words
        self._room, self._clicks, self._measures = (wide, high), clicks, measures
        self._numbers = numbers or clicks or measures
        self._stock: Stock | None = None
        self._free: frozenset[int] | None = None
        self._here = 1
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        if clicks:
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        theme.changed.connect(self.update)

    @property
    def free(self) -> frozenset[int]:
        """The places drawn as free; all of them where it was not told."""
        every = frozenset(range(1, (self._stock.places if self._stock else 0) + 1))
        return every if self._free is None else self._free

    def show_stock(self, stock: Stock, *, free: Iterable[int] | None = None) -> None:
        """Draw this sheet, the places that are not free crossed out; one that cannot be, as far as it can."""
        self._stock, self._free = stock, None if free is None else frozenset(free)
        self._here = min(self._here, max(1, stock.places))
        self._say()

    def sizeHint(self) -> QSize:
        return QSize(scaled(self._room[0]), scaled(self._room[1]))

    def centre_of(self, place: int) -> QPointF:
        """The middle of a place, counted from 1, on the drawing."""
        return self._box(place).center()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        count = self._stock.places if self._stock else 0
        place = next((one for one in range(1, count + 1) if self._box(one).contains(event.position())), 0)
        if self._clicks and place and event.button() is Qt.MouseButton.LeftButton:
            self._here = place
            self.toggled.emit(place)
        else:
            super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        stock = self._stock
        columns = stock.columns if stock else 1
        steps = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Down: columns, Qt.Key.Key_Up: -columns}
        step = steps.get(Qt.Key(event.key()))
        if not self._clicks or stock is None:
            super().keyPressEvent(event)
        elif step is not None and 1 <= self._here + step <= stock.places:
            self._here += step
            self._say()
        elif event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.toggled.emit(self._here)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        stock = self._stock
        if stock is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        sheet = self._on_paper(0, 0, *stock.sheet)
        pen = QPen(self._theme.colour(Tone.MUTED), 1)
        if stock.roll:
            pen.setStyle(Qt.PenStyle.DashLine)  # the roll goes on above and below
        painter.setPen(pen)
        painter.setBrush(self._theme.colour("surface"))
        painter.drawRect(sheet)
        for place in range(1, min(stock.places, _MOST_DRAWN) + 1):
            self._paint_place(painter, stock, place)
        if self._measures:
            self._paint_measures(painter, sheet)
        painter.end()

    def _paint_place(self, painter: QPainter, stock: Stock, place: int) -> None:
        box, free, over = self._box(place), place in self.free, _reaches_over(stock, place)
        edge = Tone.BAD if over else Tone.ACCENT if free else "line"
        here = self._clicks and self.hasFocus() and place == self._here
        painter.setPen(QPen(self._theme.colour(Tone.TEXT if here else edge), 2 if here else 1))
        painter.setBrush(self._theme.colour("soft") if free and not over else Qt.BrushStyle.NoBrush)
        inner = box.adjusted(0.5, 0.5, -0.5, -0.5)
        radius = stock.radius * self._scale()
        if stock.shape is Shape.ROUND:
            painter.drawEllipse(inner)
        else:
            painter.drawRoundedRect(inner, radius, radius)
        if not free:
            painter.setPen(QPen(self._theme.colour(Tone.MUTED), 1))
            painter.drawLine(inner.topLeft(), inner.bottomRight())
        painter.setFont(face(Size.SMALL, Weight.MEDIUM))
        metrics = painter.fontMetrics()
        room = box.width() > metrics.horizontalAdvance(f"{place} ") and box.height() > metrics.height()
        if stock.places > 1 and room and self._numbers:
            painter.setPen(self._theme.colour(Tone.BAD if over else Tone.ACCENT if free else Tone.MUTED))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(place))

    def _paint_measures(self, painter: QPainter, sheet: QRectF) -> None:
        """The sheet's width below it, its height at its left, read from below."""
        assert self._stock is not None
        painter.setFont(face(Size.SMALL))
        painter.setPen(self._theme.colour(Tone.MUTED))
        width, height = (self._words("{n} mm", n=length) for length in self._stock.sheet)
        high = scaled(_MARGIN)
        centre = Qt.AlignmentFlag.AlignCenter
        painter.drawText(QRectF(sheet.center().x() - 100, sheet.bottom(), 200, high), centre, width)
        painter.translate(sheet.left() - high, sheet.center().y())
        painter.rotate(-90)
        painter.drawText(QRectF(-100, 0, 200, high), centre, height)

    def _extent(self) -> tuple[float, float]:
        """The sheet in mm with whatever reaches over its edge."""
        stock = self._stock
        assert stock is not None
        last = stock.corner(max(0, stock.places - 1))
        return max(stock.sheet[0], last[0] + stock.card[0]), max(stock.sheet[1], last[1] + stock.card[1])

    def _scale(self) -> float:
        """Points for a millimetre."""
        wide, high = self._extent()
        aside = scaled(_MARGIN) if self._measures else 0
        return min(
            (self.width() - 2 * _EDGE - 2 * aside) / wide, (self.height() - 2 * _EDGE - aside) / high,
        )

    def _on_paper(self, x: float, y: float, width: float, height: float) -> QRectF:
        """A rectangle in mm from the sheet's corner as points of the widget."""
        scale, (wide, high) = self._scale(), self._extent()
        aside = scaled(_MARGIN) if self._measures else 0
        left, top = (self.width() - wide * scale) / 2, (self.height() - aside - high * scale) / 2
        return QRectF(left + x * scale, top + y * scale, width * scale, height * scale)

    def _box(self, place: int) -> QRectF:
        return self._on_paper(*self._stock.corner(place - 1), *self._stock.card) if self._stock else QRectF()

    def _say(self) -> None:
        words, stock = self._words, self._stock
        assert stock is not None
        said = stock.title.get(words.language, "")
        if self._clicks:
            state = words("free") if self._here in self.free else words("used")
            said = words("Place {place} of {places}: {state}", place=self._here, places=stock.places, state=state)
        self.setAccessibleName(said)
        self.update()


def _reaches_over(stock: Stock, place: int) -> bool:
    x, y = stock.corner(place - 1)
    return x + stock.card[0] > stock.sheet[0] + _OVER or y + stock.card[1] > stock.sheet[1] + _OVER
