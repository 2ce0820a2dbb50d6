"""A small chart of our own: a bar for each thing with its name and number, lying or standing; said in words as well."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from desktop_app.ui.theme.faces import face, scaled
from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.theme.tokens import SPACE_2, SPACE_3, Size, Tone, Weight

_LYING, _STANDING = 30, 168  # points: the height of a row, and of the whole chart
_NAMES = 0.38  # of the width goes to names at the most
_THICK = 12  # points of a bar
_WIDEST = 44  # points of a standing one


@dataclass(frozen=True, slots=True)
class Bar:
    """One thing: its name, how long its bar is, the number in words, and what is said of it beside or in its tip."""

    name: str
    value: float
    number: str
    more: str = ""
    faint: bool = False  # of what is not known

    @property
    def said(self) -> str:
        """Everything in one line."""
        return ", ".join(part for part in (f"{self.name}: {self.number}", self.more) if part)


class Bars(QWidget):
    """Painted in the theme's colours; `most` is the value of a full bar, else the longest one is full."""

    def __init__(
        self, theme: Theme, name: str, *, standing: bool = False, most: float = 0, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._standing, self._most = theme, standing, most
        self.bars: tuple[Bar, ...] = ()
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def show_bars(self, bars: Sequence[Bar]) -> None:
        """Show these, the first on top or at the left."""
        self.bars = tuple(bars)
        self.setAccessibleDescription("; ".join(bar.said for bar in self.bars))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        if self._standing:
            return QSize(scaled(360), scaled(_STANDING))
        return QSize(scaled(320), scaled(_LYING) * len(self.bars))

    def minimumSizeHint(self) -> QSize:
        return QSize(scaled(160), self.sizeHint().height())

    def event(self, event: QEvent) -> bool:
        """Under the mouse each bar says everything."""
        if isinstance(event, QHelpEvent):
            bar = self.bar_at(event.pos())
            QToolTip.showText(event.globalPos(), bar.said if bar else "", self)
            return True
        return super().event(event)

    def bar_at(self, point: QPoint) -> Bar | None:
        """The bar at a place of the chart."""
        if not self.bars:
            return None
        place = point.x() * len(self.bars) // max(1, self.width()) if self._standing else point.y() // scaled(_LYING)
        return self.bars[place] if 0 <= place < len(self.bars) else None

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        most = self._most or max((bar.value for bar in self.bars), default=0) or 1
        paint = self._stand if self._standing else self._lie
        for place, bar in enumerate(self.bars):
            paint(painter, place, bar, min(1.0, bar.value / most))
        painter.end()

    def _lie(self, painter: QPainter, place: int, bar: Bar, share: float) -> None:
        """Name, track with the bar, and the number at the right."""
        names, numbers = self._columns()
        row = QRectF(0, place * scaled(_LYING), self.width(), scaled(_LYING))
        self._write(painter, row.adjusted(0, 0, names - row.width(), 0), bar.name, faint=bar.faint)
        right = row.adjusted(row.width() - numbers, 0, 0, 0)
        self._write(painter, right, bar.number, weight=Weight.BOLD)
        if bar.more:
            wide = QFontMetricsF(face(Size.SMALL, Weight.BOLD)).horizontalAdvance(bar.number) + SPACE_2
            self._write(painter, right.adjusted(wide, 0, 0, 0), bar.more, faint=True)
        track = QRectF(names + SPACE_3, row.center().y() - scaled(_THICK) / 2,
                       row.width() - names - numbers - 2 * SPACE_3, scaled(_THICK))  # fmt: skip
        self._fill(painter, track, "ground")
        self._fill(painter, QRectF(track.left(), track.top(), track.width() * share, track.height()),
                   "muted" if bar.faint else "accent")  # fmt: skip

    def _stand(self, painter: QPainter, place: int, bar: Bar, share: float) -> None:
        """The number above its bar, the name below."""
        each = self.width() / len(self.bars)
        line = scaled(18)
        room = QRectF(place * each, 0, each, self.height())
        foot = room.bottom() - line
        high = (foot - line - 4) * share
        thick = min(scaled(_WIDEST), each - max(2.0, each * 0.3))
        bar_room = QRectF(room.center().x() - thick / 2, foot - high, thick, high)
        self._fill(painter, bar_room, "accent")
        painter.setPen(self._theme.colour("line"))
        painter.drawLine(QRectF(room.left(), foot, each, 0).topLeft(), QRectF(room.left(), foot, each, 0).topRight())
        middle = Qt.AlignmentFlag.AlignCenter
        if bar.value:
            above = QRectF(room.left(), bar_room.top() - line, each, line)
            self._write(painter, above, bar.number, weight=Weight.BOLD, flags=middle)
        self._write(painter, QRectF(room.left(), foot + 1, each, line), bar.name, faint=True, flags=middle)

    def _fill(self, painter: QPainter, box: QRectF, tone: str) -> None:
        if box.width() <= 0 or box.height() <= 0:
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour(tone))
        painter.drawRoundedRect(box, 3, 3)

    def _write(
        self, painter: QPainter, box: QRectF, text: str, *, faint: bool = False, weight: Weight = Weight.REGULAR,
        flags: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft,
    ) -> None:
        font = face(Size.SMALL, weight)
        painter.setFont(font)
        painter.setPen(self._theme.colour(Tone.MUTED if faint else Tone.TEXT))
        shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, box.width() + 1)
        painter.drawText(box, flags | Qt.TextFlag.TextSingleLine, shown)

    def _columns(self) -> tuple[float, float]:
        """How wide the names and the numbers are: as their longest, the names shortened before the bars vanish."""
        plain, bold = QFontMetricsF(face(Size.SMALL)), QFontMetricsF(face(Size.SMALL, Weight.BOLD))
        names = max((plain.horizontalAdvance(bar.name) for bar in self.bars), default=0)
        numbers = max(
            (bold.horizontalAdvance(bar.number) + (plain.horizontalAdvance(bar.more) + SPACE_2 if bar.more else 0)
             for bar in self.bars), default=0,
        )  # fmt: skip
        room = max(self.width() * _NAMES, 1)
        return min(names + 2, room), min(numbers + 2, room)
