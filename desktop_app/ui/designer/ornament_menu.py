"""The menu of ornaments, each as it looks, drawn from the very paths the press draws."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPainterPath, QPen, QPixmap
from PySide6.QtWidgets import QListView, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from desktop_app.actions.designing import Drawing
from desktop_app.i18n import Words
from desktop_app.ui.theme.faces import scaled
from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.theme.tokens import Tone

_WIDE, _HIGH = 80, 52  # points; the drawings come in 40 × 26 mm
_SCALE = 2.0


class OrnamentMenu(QWidget):
    """Opens under its button; the arrows go through the drawings, Enter or a click takes one, Esc closes."""

    def __init__(
        self, theme: Theme, words: Words, found: Sequence[Drawing], *, chosen: Callable[[str], object], parent: QWidget
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._chosen = chosen
        self.list = QListWidget()
        self.list.setViewMode(QListView.ViewMode.IconMode)
        self.list.setIconSize(QSize(scaled(_WIDE), scaled(_HIGH)))
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setMovement(QListView.Movement.Static)
        self.list.setAccessibleName(words("Ornaments"))
        for drawing in found:
            name = drawing.name.replace("-", " ").capitalize()
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
        self.setFocusProxy(self.list)

    def open_below(self, anchor: QWidget) -> None:
        """Show it below a button, within the screen."""
        at = anchor.mapToGlobal(anchor.rect().bottomLeft())
        screen = anchor.screen().availableGeometry()
        place = QRect(at, self.size())
        place.moveRight(min(place.right(), screen.right()))
        place.moveBottom(min(place.bottom(), screen.bottom()))
        self.move(place.topLeft())
        self.show()
        self.list.setFocus()

    def take(self) -> None:
        """The drawing that is marked."""
        line = self.list.currentItem()
        self.close()
        if line is not None:
            self._chosen(line.data(Qt.ItemDataRole.UserRole))


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
