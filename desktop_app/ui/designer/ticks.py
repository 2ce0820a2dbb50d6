"""Draws the boxes of a list whose lines can be ticked as the house's own, seen on the dark ground too."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop_app.ui.theme.faces import scaled
from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.theme.tokens import Tone

_SIGN = ((3.5, 7.8), (6.4, 10.8), (11.6, 4.6))  # in fifteenths of the box


class TickDelegate(QStyledItemDelegate):
    """Over the style's own box, which has the colours of no theme."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """The line, and the box over the place where the style drew its own."""
        super().paint(painter, option, index)
        state = index.data(Qt.ItemDataRole.CheckStateRole)
        if state is None:
            return
        shown = QStyleOptionViewItem(option)
        self.initStyleOption(shown, index)
        widget = shown.widget
        place = widget.style().subElementRect(QStyle.SubElement.SE_ItemViewItemCheckIndicator, shown, widget)
        side = min(scaled(15), place.width(), place.height())
        box = QRectF(place.x() + 0.5, place.center().y() - side / 2 + 0.5, side, side)
        ticked = Qt.CheckState(state) is Qt.CheckState.Checked
        painter.save()
        painter.fillRect(place, self._theme.colour("surface"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.colour(Tone.ACCENT if ticked else Tone.MUTED), 1))
        painter.setBrush(self._theme.colour(Tone.ACCENT if ticked else "surface"))
        painter.drawRoundedRect(box, 4, 4)
        if ticked:
            painter.setPen(QPen(self._theme.colour(Tone.ON_ACCENT), scaled(2)))
            step = box.width() / 15
            painter.drawPolyline([box.topLeft() + QPointF(x * step, y * step) for x, y in _SIGN])
        painter.restore()
