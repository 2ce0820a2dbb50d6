"""The menu of ornaments, each as it looks, drawn from the very paths the press draws."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QIcon, QKeyEvent, QKeySequence, QPainter, QPainterPath, QPen, QPixmap
from PySide6.QtWidgets import QFrame, QListView, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from desktop_app.actions.designing import Drawing
from desktop_app.i18n import Words
from desktop_app.ui.designer.wording import ornament_name
from desktop_app.ui.theme.faces import scaled
from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.theme.tokens import SPACE_2, Tone

_WIDE, _HIGH = 80, 52  # points; the drawings come in 40 × 26 mm
_SCALE = 2.0


class OrnamentMenu(QFrame):
    """Lies under its button; the arrows go through the drawings, Enter or a click takes one, Esc or leaving closes."""

    def __init__(
        self, theme: Theme, words: Words, found: Sequence[Drawing], *, chosen: Callable[[str], object], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._chosen, self._over = chosen, parent
        self.list = QListWidget()
        self.list.setViewMode(QListView.ViewMode.IconMode)
        self.list.setIconSize(QSize(scaled(_WIDE), scaled(_HIGH)))
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setMovement(QListView.Movement.Static)
        self.list.setAccessibleName(words("Ornaments"))
        for drawing in found:
            name = ornament_name(words, drawing.name)
            line = QListWidgetItem(QIcon(drawn(theme, drawing, ratio=parent.devicePixelRatioF())), name)
            line.setData(Qt.ItemDataRole.UserRole, drawing.name)
            self.list.addItem(line)
        self.list.setCurrentRow(0)
        self.list.itemClicked.connect(lambda _: self.take())
        self.list.itemActivated.connect(lambda _: self.take())
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.addWidget(self.list)
        rows = (len(found) + 2) // 3
        self.resize(scaled(3 * (_WIDE + 28)), min(scaled(420), scaled(rows * (_HIGH + 36) + 8)))
        self.list.installEventFilter(self)

    def open_below(self, anchor: QWidget) -> None:
        """Show it below a button, within the window."""
        parent = self._over
        place = QRect(anchor.mapTo(parent, anchor.rect().bottomLeft()), self.size())
        place.moveRight(min(place.right(), parent.width() - SPACE_2))
        place.moveBottom(min(place.bottom(), parent.height() - SPACE_2))
        self.move(place.topLeft())
        self.show()
        self.raise_()
        self.list.setFocus()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Esc, or the keyboard going elsewhere, closes it."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and _is_escape(event):
            self.close()
            return True
        if event.type() is QEvent.Type.FocusOut:
            self.close()
        return False

    def take(self) -> None:
        """The drawing that is marked."""
        line = self.list.currentItem()
        name = line.data(Qt.ItemDataRole.UserRole) if line is not None else ""
        self.close()
        if name:
            self._chosen(name)


def _is_escape(event: QKeyEvent) -> bool:
    return event.matches(QKeySequence.StandardKey.Cancel)


def drawn(theme: Theme, drawing: Drawing, *, ratio: float) -> QPixmap:
    """An ornament as a small picture in the accent."""
    side = scaled(100) / 100 * _SCALE
    pixmap = QPixmap(round(40 * side * ratio), round(26 * side * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(side, side)
    colour = theme.colour(Tone.ACCENT)
    for start, segments, closed, filled, pen in drawing.paths:
        path = QPainterPath(QPointF(*start))
        for segment in segments:
            if len(segment) == 2:
                path.lineTo(QPointF(segment[0], segment[1]))
            else:
                path.cubicTo(QPointF(*segment[0:2]), QPointF(*segment[2:4]), QPointF(*segment[4:6]))
        if closed:
            path.closeSubpath()
        painter.setPen(QPen(colour, pen, c=Qt.PenCapStyle.RoundCap) if pen else Qt.PenStyle.NoPen)
        painter.setBrush(colour if filled else Qt.BrushStyle.NoBrush)
        painter.drawPath(path)
    painter.end()
    return pixmap
