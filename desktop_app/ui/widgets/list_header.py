"""The head of a list: column titles, an arrow at the one it is sorted by, widths that are remembered and fit."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from desktop_app.ui.models.columns import Column, Kind
from desktop_app.ui.theme.faces import scaled, text_scale
from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.theme.tokens import SPACE_3, SPACE_4, Tone

_LEAST, _ARROW = 56, 12
_LEAD = 260  # points at 100 % text the stretching column needs before others may have theirs


class ListHeader(QHeaderView):
    """`sorted_by(key, descending)` on a click at a sortable title; `resized` when a person drew a column wider."""

    sorted_by = Signal(str, bool)
    resized = Signal()

    def __init__(
        self, theme: Theme, columns: Sequence[Column[Any]], *, sort: tuple[str, bool], parent: QWidget | None = None
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self._columns = tuple(columns)
        self.sort = sort
        self._wanted = [column.width for column in self._columns]
        self._arranging = False
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(_LEAST)
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.sectionClicked.connect(self._clicked)
        self.sectionResized.connect(self._drawn)
        theme.changed.connect(self.viewport().update)

    def fit(self, remembered: object) -> None:
        """Use remembered widths, {key: width at 100 % text}, where they are sound."""
        if isinstance(remembered, dict):
            for place, column in enumerate(self._columns):
                width = remembered.get(column.key)
                if isinstance(width, int) and _LEAST <= width <= 2000:
                    self._wanted[place] = width

    def widths(self) -> dict[str, int]:
        """The widths to remember."""
        return {column.key: width for column, width in zip(self._columns, self._wanted, strict=True)}

    def last_width(self) -> int:
        """How wide the last column is that can be seen."""
        return next((self.sectionSize(n) for n in reversed(range(self.count())) if not self.isSectionHidden(n)), 0)

    def arrange(self, room: int, *, narrow: bool) -> None:
        """Give each column its width and the stretching one the rest."""
        if self.count() != len(self._columns):
            return
        self._arranging = True
        left, left_out = room, self._left_out(room, narrow=narrow)
        for place, column in enumerate(self._columns):
            hidden = place in left_out
            self.setSectionHidden(place, hidden)
            if not hidden and not column.stretch:
                width = min(scaled(self._wanted[place]), max(_LEAST, room // 3))
                self.resizeSection(place, width)
                left -= width
        for place, column in enumerate(self._columns):
            if column.stretch:
                self.resizeSection(place, max(scaled(120), left))
        self._arranging = False

    def _left_out(self, room: int, *, narrow: bool) -> set[int]:
        """The columns that go away: all that may when narrow, else from the right until the lead has room to speak."""
        may = [place for place, column in enumerate(self._columns) if not (column.narrow or column.stretch)]
        if narrow:
            return set(may)
        fixed = [0 if column.stretch else scaled(self._wanted[n]) for n, column in enumerate(self._columns)]
        left_out: set[int] = set()
        while may and room - sum(fixed[n] for n in range(len(fixed)) if n not in left_out) < scaled(_LEAD):
            left_out.add(may.pop())
        return left_out

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N803 - Qt's name
        """The title, and the arrow beside the one it is sorted by."""
        column, colours = self._columns[logicalIndex], self._theme.colours
        sorts = bool(column.sort) and column.sort == self.sort[0]
        painter.save()
        painter.fillRect(rect, QColor(colours.surface))
        painter.setPen(QColor(colours.line))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.setPen(QColor(colours.text if sorts else colours.muted))
        inner = rect.adjusted(left_pad(logicalIndex), 0, -SPACE_3, 0)
        number = column.kind is Kind.NUMBER
        room = inner.width() - (_ARROW + 6 if sorts else 0)
        title = self.fontMetrics().elidedText(column.title, Qt.TextElideMode.ElideRight, room)
        side = Qt.AlignmentFlag.AlignRight if number else Qt.AlignmentFlag.AlignLeft
        painter.drawText(inner, side | Qt.AlignmentFlag.AlignVCenter, title)
        if sorts:
            icon = "down" if self.sort[1] else "up"
            arrow = self._theme.pixmap(icon, Tone.TEXT, size=_ARROW, ratio=self.devicePixelRatioF())
            wide = self.fontMetrics().horizontalAdvance(title) + 6
            x = inner.right() - wide - _ARROW if number else inner.left() + wide
            painter.drawPixmap(x, rect.center().y() - _ARROW // 2, arrow)
        painter.restore()

    def _clicked(self, place: int) -> None:
        key = self._columns[place].sort
        if key:
            self.sort = (key, not self.sort[1] if self.sort[0] == key else False)
            self.viewport().update()
            self.sorted_by.emit(*self.sort)

    def _drawn(self, place: int, _: int, width: int) -> None:
        if not self._arranging and not self._columns[place].stretch:
            self._wanted[place] = round(width / text_scale())
            self.resized.emit()


def left_pad(place: int) -> int:
    """How far the text of a column stands from its left edge: the first one as far as a card's rows do."""
    return SPACE_3 if place else SPACE_4
