"""The house's tick: a box in the theme's colours, drawn for a check box and for the lines of a list that are ticked."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop_app.ui.theme.faces import scaled
from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.theme.tokens import Tone

_SIGNS = {  # in fifteenths of the box
    Qt.CheckState.Unchecked: (),
    Qt.CheckState.PartiallyChecked: ((4, 7.5), (11, 7.5)),
    Qt.CheckState.Checked: ((3.5, 7.8), (6.4, 10.8), (11.6, 4.6)),
}


def paint_tick(
    painter: QPainter, box: QRectF, theme: Theme, state: Qt.CheckState, *, marked: bool = False, focused: bool = False
) -> None:
    """A box with its sign; `marked` while the mouse is over it."""
    ticked = state is not Qt.CheckState.Unchecked
    edge = Tone.ACCENT if ticked or focused or marked else Tone.MUTED
    if ticked and focused:
        edge = Tone.TEXT  # an edge in the colour of the box would not be seen
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.colour(edge), 2 if focused else 1))
    painter.setBrush(theme.colour(Tone.ACCENT if ticked else "surface"))
    painter.drawRoundedRect(box, 4, 4)
    if ticked:
        painter.setPen(QPen(theme.colour(Tone.ON_ACCENT), scaled(2)))
        step = box.width() / 15
        painter.drawPolyline([box.topLeft() + QPointF(x * step, y * step) for x, y in _SIGNS[state]])


class TickDelegate(QStyledItemDelegate):
    """Draws it over the style's own box, which has the colours of no theme."""

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
        painter.save()
        painter.fillRect(place, self._theme.colour("surface"))
        box = QRectF(place.x() + 0.5, place.center().y() - side / 2 + 0.5, side, side)
        paint_tick(painter, box, self._theme, Qt.CheckState(state))
        painter.restore()
