"""Paints the preflight list: headings with their count, lines of two with the tag of what was done about them."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop_app.ui.preview.finding_lines import Heading, Line
from desktop_app.ui.preview.findings_model import ROW
from desktop_app.ui.theme.faces import face, scaled
from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.theme.tokens import ROW_ONE_LINE, ROW_TWO_LINES, SPACE_2, SPACE_3, Size, Tone, Weight
from desktop_app.ui.widgets.pill import paint_pill

_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_ICON = 16


class FindingDelegate(QStyledItemDelegate):
    """One per list; `focused` tells whether the keyboard is in it."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.focused = False

    def sizeHint(self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Headings are lower than lines."""
        low = isinstance(index.data(ROW), Heading)
        return QSize(scaled(80), scaled(ROW_ONE_LINE if low else ROW_TWO_LINES))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one row."""
        row, box = index.data(ROW), QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter, box, option)
        inside = box.adjusted(SPACE_3, 0, -SPACE_2, 0)
        if isinstance(row, Heading):
            self._heading(painter, inside, row)
        elif isinstance(row, Line):
            self._line(painter, inside, row)
        painter.restore()

    def _ground(self, painter: QPainter, box: QRectF, option: QStyleOptionViewItem) -> None:
        colours = self._theme.colours
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, self._theme.colour("soft"))
            if self.focused:
                painter.fillRect(QRectF(box.left(), box.top(), 3, box.height()), self._theme.colour(Tone.ACCENT))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, QColor(colours.mixed(colours.text, colours.surface, 0.035)))
        painter.setPen(QPen(self._theme.colour("line"), 1))
        painter.drawLine(box.bottomLeft(), box.bottomRight())

    def _heading(self, painter: QPainter, box: QRectF, row: Heading) -> None:
        side = scaled(_ICON)
        ratio = painter.device().devicePixelRatioF()
        arrow = self._theme.pixmap("down" if row.open else "right", Tone.MUTED, ratio=ratio)
        painter.drawPixmap(QRectF(box.left(), box.center().y() - side / 2, side, side).toRect(), arrow)
        count = str(row.count)
        painter.setFont(face(Size.SMALL))
        painter.setPen(self._theme.colour(Tone.MUTED))
        painter.drawText(box, Qt.AlignmentFlag.AlignRight | _MIDDLE, count)
        left = side + SPACE_2
        room = box.width() - left - QFontMetrics(face(Size.SMALL)).horizontalAdvance(count) - SPACE_2
        painter.setFont(face(Size.SMALL, Weight.BOLD))
        painter.setPen(self._theme.colour(row.tone))
        _write(painter, QRectF(box.left() + left, box.top(), room, box.height()), row.title)

    def _line(self, painter: QPainter, box: QRectF, row: Line) -> None:
        half, right = scaled(17), box.right()
        middle = box.center().y()
        if row.tag:
            tone = row.tone if row.tone is not Tone.MUTED else Tone.ACCENT
            right = paint_pill(painter, right, middle - half / 2, row.tag, self._theme.colour(tone)) - SPACE_2
        painter.setFont(face(Size.BODY, Weight.MEDIUM))
        painter.setPen(self._theme.colour(Tone.TEXT))
        _write(painter, QRectF(box.left(), middle - half - 1, right - box.left(), half), row.title)
        painter.setFont(face(Size.SMALL))
        painter.setPen(self._theme.colour(Tone.MUTED))
        _write(painter, QRectF(box.left(), middle + 1, box.width(), half), row.text)


def _write(painter: QPainter, box: QRectF, text: str) -> None:
    """One line of plain text, elided; a name with a direction of its own stays in its box."""
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(box.width()))
    painter.drawText(box, _MIDDLE | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine, shown)
