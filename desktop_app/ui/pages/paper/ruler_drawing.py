"""What to measure on the test page: its lines on a small sheet, each length with its letter, the one at hand lit."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.domain.calibration import first_line, spans
from desktop_app.i18n import Words
from desktop_app.ui.theme.faces import face, scaled
from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.theme.tokens import SPACE_2, Size, Tone, Weight

_HEAD = 4.0  # points of an arrow's head
_LEAST = 140  # points at 100 % text
LETTERS = {"left": "A", "top": "B", "across": "C", "down": "D", "back_left": "A", "back_top": "B"}


class RulerDrawing(QWidget):
    """`show_sheet(sheet)` draws the test page of a sheet of mm × mm, `light(field)` the length that is asked for."""

    def __init__(self, theme: Theme, words: Words, *, wide: int, high: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, words
        self._room = (wide, high)
        self._sheet = (210.0, 297.0)
        self._lit = ""
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)
        self._say()

    @property
    def lit(self) -> str:
        """The field whose length is lit."""
        return self._lit

    def show_sheet(self, sheet: tuple[float, float]) -> None:
        """Draw the test page of another sheet."""
        self._sheet = sheet
        self.update()

    def light(self, field: str) -> None:
        """Light the length of a field; the back is drawn for its fields."""
        self._lit = field
        self._say()

    def sizeHint(self) -> QSize:
        return QSize(scaled(self._room[0]), scaled(self._room[1]))

    def minimumSizeHint(self) -> QSize:
        """The sheet is drawn smaller where there is little room."""
        return QSize(scaled(_LEAST), scaled(self._room[1]))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        back = self._lit.startswith("back")
        title = self._words("Back of the sheet") if back else self._words("Front of the sheet")
        painter.setFont(face(Size.SMALL))
        painter.setPen(self._theme.colour(Tone.MUTED))
        foot = painter.fontMetrics().height() + SPACE_2
        wide, high = self._sheet
        scale = min((self.width() - 4) / wide, (self.height() - 4 - foot) / high)
        left = (self.width() - wide * scale) / 2
        painter.drawText(QRectF(0, high * scale + 4, self.width(), foot), Qt.AlignmentFlag.AlignCenter, title)
        painter.translate(left, 2)
        painter.setBrush(self._theme.colour("surface"))
        painter.drawRect(QRectF(0, 0, wide * scale, high * scale))
        self._paint_lines(painter, scale, back=back)
        for field in ("back_left", "back_top") if back else ("left", "top", "across", "down"):
            self._paint_length(painter, scale, field)
        painter.end()

    def _paint_lines(self, painter: QPainter, scale: float, *, back: bool) -> None:
        line, (across, down) = first_line(self._sheet), spans(self._sheet)
        wide, high = self._sheet
        painter.setPen(QPen(self._theme.colour(Tone.TEXT), 1.5))
        over = line * 0.4
        for x in (line,) if back else (line, line + across):
            painter.drawLine(QPointF(x, line - over) * scale, QPointF(x, min(line + down + over, high)) * scale)
        for y in (line,) if back else (line, line + down):
            painter.drawLine(QPointF(line - over, y) * scale, QPointF(min(line + across + over, wide), y) * scale)

    def _paint_length(self, painter: QPainter, scale: float, field: str) -> None:
        """An arrow from end to end with its letter."""
        start, end = self._ends(field)
        lit = field == self._lit
        tone = Tone.ACCENT if lit else Tone.MUTED
        painter.setPen(QPen(self._theme.colour(tone), 2.5 if lit else 1))
        ends = QLineF(start * scale, end * scale)
        painter.drawLine(ends)
        along = ends.unitVector()
        step = QPointF(along.dx(), along.dy()) * _HEAD
        aside = QPointF(-step.y(), step.x())
        for tip, inward in ((ends.p1(), step), (ends.p2(), -step)):
            painter.drawLine(tip, tip + inward + aside)
            painter.drawLine(tip, tip + inward - aside)
        painter.setFont(face(Size.LARGE if lit else Size.BODY, Weight.BOLD))
        size = painter.fontMetrics().height()
        beside = QPointF(0, size * 0.8) if abs(step.x()) > abs(step.y()) else QPointF(size * 0.8, 0)
        centre = ends.center() + beside
        painter.drawText(QRectF(centre.x() - 20, centre.y() - 20, 40, 40), Qt.AlignmentFlag.AlignCenter, LETTERS[field])

    def _ends(self, field: str) -> tuple[QPointF, QPointF]:
        """From where to where a length goes, mm."""
        line, (across, down) = first_line(self._sheet), spans(self._sheet)
        if field in ("left", "back_left"):
            return QPointF(0, line + down * 0.3), QPointF(line, line + down * 0.3)
        if field in ("top", "back_top"):
            return QPointF(line + across * 0.35, 0), QPointF(line + across * 0.35, line)
        if field == "across":
            return QPointF(line, line + down * 0.45), QPointF(line + across, line + down * 0.45)
        return QPointF(line + across * 0.65, line), QPointF(line + across * 0.65, line + down)

    def _say(self) -> None:
        letter = LETTERS.get(self._lit, "")
        said = self._words("Length {letter} of the test page", letter=letter) if letter else self._words("Test page")
        self.setAccessibleName(said)
        self.update()
