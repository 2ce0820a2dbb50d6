"""Paints the cells of a list as the house does: a lead with mark and two lines, quiet texts, numbers, tags."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop_app.ui.models.columns import Column, Kind
from desktop_app.ui.models.rows import Role, RowsModel
from desktop_app.ui.theme.faces import face, scaled
from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.theme.tokens import ROW_TWO_LINES, SPACE_3, SPACE_4, Size, Tone, Weight
from desktop_app.ui.widgets.list_header import left_pad
from desktop_app.ui.widgets.marks import DIAMETER, paint_mark
from desktop_app.ui.widgets.pill import paint_pill, pill_width
from desktop_app.ui.widgets.skeleton import paint_skeleton

_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class RowDelegate(QStyledItemDelegate):
    """One per list; colours and fonts are made once per theme, not per cell.

    `hovered` is the row under the mouse, `covered` the row on which something lies, and from where.
    """

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.hovered = -1
        self.covered = (-1, 0)
        self.focused = False
        theme.changed.connect(self.renew)
        self.renew()

    def renew(self) -> None:
        """Take colours and fonts from the theme anew."""
        colours = self._theme.colours
        self._line = QPen(QColor(colours.line), 1)
        self._hover = QColor(colours.mixed(colours.text, colours.surface, 0.035))
        self._bar = QColor(colours.accent)
        self._soft = QColor(colours.soft)
        self._shape = QColor(colours.mixed(colours.line, colours.surface, 0.7))
        self._tones = {tone: QColor(colours.of(tone)) for tone in tuple(Tone)}
        self._body, self._small, self._medium = face(), face(Size.SMALL), face(Size.BODY, Weight.MEDIUM)
        self._body_sizes, self._small_sizes = QFontMetrics(self._body), QFontMetrics(self._small)
        self._tag_sizes = QFontMetrics(face(Size.SMALL, Weight.BOLD))

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Rows are of one height."""
        return QSize(scaled(80), scaled(ROW_TWO_LINES))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one cell."""
        model = index.model()
        assert isinstance(model, RowsModel)
        box = QRectF(option.rect)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        self._ground(painter, box, index, selected)
        column: Column[Any] = model.columns[index.column()]
        row = index.data(Role.ROW)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row is None:
            if column.kind is Kind.LEAD:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(self._shape)
                paint_skeleton(painter, box.adjusted(SPACE_3, 0, -SPACE_3, 0), index.row())
        elif column.kind is Kind.LEAD:
            on, from_here = self.covered
            end = min(box.right(), from_here) if on == index.row() else box.right()
            self._lead(painter, QRectF(box.topLeft(), QSizeF(end - box.left(), box.height())), column, row)
        elif column.kind is Kind.TAG:
            self._tag(painter, box, column, row)
        else:
            self._text(painter, box.adjusted(left_pad(index.column()), 0, -SPACE_3, 0), column, row)
        painter.restore()

    def ground(self, row: int, *, selected: bool) -> QColor:
        """The colour a row stands on."""
        return self._soft if selected else self._hover if row == self.hovered else self._theme.colour("surface")

    def _ground(
        self, painter: QPainter, box: QRectF, index: QModelIndex | QPersistentModelIndex, selected: bool
    ) -> None:
        if selected:
            painter.fillRect(box, self._soft)
        elif index.row() == self.hovered:
            painter.fillRect(box, self._hover)
        painter.setPen(self._line)
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        if selected and self.focused and index.column() == 0:
            painter.fillRect(QRectF(box.left(), box.top(), 3, box.height()), self._bar)

    def _lead(self, painter: QPainter, box: QRectF, column: Column[Any], row: object) -> None:
        left, right = box.left() + SPACE_4, box.right() - SPACE_3
        if column.mark is not None:
            size = scaled(DIAMETER)
            paint_mark(painter, QRectF(left, box.center().y() - size / 2, size, size), column.mark(row), self._theme)
            left += size + SPACE_3
        room = int(right - left)
        title, detail = column.text(row), column.detail(row) if column.detail else ""
        half = scaled(17)
        middle = box.center().y()
        painter.setFont(self._medium if detail else self._body)
        painter.setPen(self._tones[Tone.TEXT])
        where = QRectF(left, middle - half - 1 if detail else box.top(), room, half if detail else box.height())
        painter.drawText(where, _MIDDLE, self._body_sizes.elidedText(title, Qt.TextElideMode.ElideRight, room))
        if detail:
            painter.setFont(self._small)
            painter.setPen(self._tones[Tone.MUTED])
            shown = self._small_sizes.elidedText(detail, Qt.TextElideMode.ElideRight, room)
            painter.drawText(QRectF(left, middle + 1, room, half), _MIDDLE, shown)

    def _tag(self, painter: QPainter, box: QRectF, column: Column[Any], row: object) -> None:
        text = column.text(row)
        if text:
            tone = column.tone(row) if column.tone else Tone.MUTED
            room = box.width() - SPACE_3
            if pill_width(text) > room:
                text = self._tag_sizes.elidedText(text, Qt.TextElideMode.ElideRight, int(room - pill_width("")))
            paint_pill(painter, box.left() + SPACE_3 + pill_width(text), box.center().y(), text, self._tones[tone])

    def _text(self, painter: QPainter, box: QRectF, column: Column[Any], row: object) -> None:
        tone = column.tone(row) if column.tone else Tone.MUTED if column.kind is Kind.MUTED else Tone.TEXT
        side = Qt.AlignmentFlag.AlignRight if column.kind is Kind.NUMBER else Qt.AlignmentFlag.AlignLeft
        painter.setFont(self._body)
        painter.setPen(self._tones[tone])
        text = self._body_sizes.elidedText(column.text(row), Qt.TextElideMode.ElideRight, int(box.width()))
        painter.drawText(box, side | _MIDDLE, text)
