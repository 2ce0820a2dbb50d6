"""Begun sheets of a paper as small pictures of their free places: those ticked are filled before whole ones."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.domain.stock import Stock
from desktop_app.ui.desk import Desk
from desktop_app.ui.theme.faces import scaled
from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.theme.tokens import RADIUS_CONTROL, SPACE_2, Size, Tone
from desktop_app.ui.widgets.flow import FlowLayout
from desktop_app.ui.widgets.inputs import CheckInput
from desktop_app.ui.widgets.labels import Label

_HIGH, _EDGE = 72, 5
_REMEMBERED = "preview.begun"  # whether this desk takes begun sheets first


class BegunChoice(QWidget):
    """`changed` when a person chose other sheets; `chosen` are their free places, in the order they are filled."""

    changed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._sheets: list[BegunSheet] = []
        self.check = CheckInput(desk.theme, "", wrap=True)
        self.check.edited.connect(self._switched)
        self._row = QWidget()
        self._flow = FlowLayout(self._row, space=SPACE_2)
        self._say = Label("", Size.SMALL, tone=Tone.MUTED, wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_2)
        for part in (self.check, self._row, self._say):
            column.addWidget(part)
        self.hide()

    @property
    def sheets(self) -> tuple[BegunSheet, ...]:
        """The pictures, one for each begun sheet."""
        return tuple(self._sheets)

    @property
    def chosen(self) -> tuple[tuple[int, ...], ...]:
        """The free places of each sheet to be filled; none while begun sheets are not wanted."""
        return tuple(one.free for one in self._sheets if one.isChecked()) if self.check.value() else ()

    @property
    def left(self) -> tuple[tuple[int, ...], ...]:
        """The free places of the begun sheets that stay as they are."""
        return tuple(one.free for one in self._sheets if not (self.check.value() and one.isChecked()))

    def show_sheets(self, stock: Stock, begun: Sequence[tuple[int, ...]]) -> None:
        """Show the begun sheets of another paper; nothing at all where there are none."""
        for sheet in self._sheets:
            self._flow.removeWidget(sheet)
            sheet.hide()
            sheet.deleteLater()
        words = self._desk.words
        self._sheets = [BegunSheet(self._desk.theme, stock, free) for free in begun]
        for sheet in self._sheets:
            said = words.n("{n} place free", "{n} places free", len(sheet.free))
            sheet.setAccessibleName(said)
            sheet.setToolTip(said)
            sheet.toggled.connect(lambda _: self._tell())
            self._flow.addWidget(sheet)
        n = len(begun)
        self.check.setText(words("Use the begun sheet first") if n == 1 else words("Use begun sheets first"))
        self.check.setAccessibleName(self.check.text())
        self.check.set_value(bool(self._desk.settings.recall(_REMEMBERED, False)))
        self.setVisible(n > 0)
        self._show()

    def _switched(self) -> None:
        self._desk.settings.remember(_REMEMBERED, self.check.value())
        self._tell()

    def _tell(self) -> None:
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        words, wanted = self._desk.words, bool(self.check.value())
        free = sum(map(len, self.chosen))
        self._row.setVisible(wanted)
        put = words("Put it in on top of the others.") if len(self.chosen) == 1 else words(
            "Put them in on top of the others, in this order."
        )
        self._say.setText(f"{words.n('{n} place free', '{n} places free', free)}. {put}")
        self._say.setVisible(wanted and bool(self.chosen))


class BegunSheet(QAbstractButton):
    """One begun sheet: its free places are filled, those used are only outlined; ticked, it is printed on."""

    def __init__(self, theme: Theme, stock: Stock, free: tuple[int, ...]) -> None:
        super().__init__()
        self._theme, self._stock, self.free = theme, stock, free
        self.setCheckable(True)
        self.setChecked(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        wide, high = self._stock.sheet
        scale = scaled(_HIGH) / max(wide, high)
        return QSize(round(wide * scale) + 2 * _EDGE, round(high * scale) + 2 * _EDGE)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        edge = Tone.ACCENT if self.isChecked() or self.hasFocus() or self.underMouse() else "line"
        painter.setPen(QPen(self._theme.colour(edge), 2 if self.isChecked() else 1))
        painter.setBrush(self._theme.colour("surface"))
        painter.drawRoundedRect(frame, RADIUS_CONTROL / 2, RADIUS_CONTROL / 2)
        scale = (self.width() - 2 * _EDGE) / self._stock.sheet[0]
        for place in range(1, self._stock.places + 1):
            self._paint_place(painter, place, scale)
        if self.hasFocus():
            painter.setPen(QPen(self._theme.colour(Tone.TEXT), 1, Qt.PenStyle.DotLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(frame.adjusted(2, 2, -2, -2), RADIUS_CONTROL / 2, RADIUS_CONTROL / 2)
        painter.end()

    def _paint_place(self, painter: QPainter, place: int, scale: float) -> None:
        left, top = self._stock.corner(place - 1)
        wide, high = self._stock.card
        box = QRectF(left * scale + _EDGE, top * scale + _EDGE, wide * scale, high * scale)
        box.adjust(0.5, 0.5, -0.5, -0.5)
        free = place in self.free
        ground = Tone.ACCENT if free and self.isChecked() else "soft" if free else ""
        painter.setPen(QPen(self._theme.colour(Tone.ACCENT if free else "line"), 1))
        painter.setBrush(self._theme.colour(ground) if ground else Qt.BrushStyle.NoBrush)
        painter.drawRect(box)
