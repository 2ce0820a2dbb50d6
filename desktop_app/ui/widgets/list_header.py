"""The head of a list: column titles, an arrow at the one it is sorted by, widths that are remembered and fit."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from desktop_app.ui.models.columns import Column, Kind
from desktop_app.ui.theme.faces import scaled
from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.theme.tokens import Tone

_LEAST = 56


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

    def arrange(self, room: int, *, narrow: bool) -> None:
        """Give each column its width and the stretching one the rest."""
        if self.count() != len(self._columns):
            return
        self._arranging = True
        left = room
        for place, column in enumerate(self._columns):
            hidden = narrow and not (column.narrow or column.stretch)
            self.setSectionHidden(place, hidden)
            if not hidden and not column.stretch:
                width = min(scaled(self._wanted[place]), max(_LEAST, room // 3))
                self.resizeSection(place, width)
                left -= width
        for place, column in enumerate(self._columns):
            if column.stretch:
                self.resizeSection(place, max(scaled(120), left))
        self._arranging = False

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N803 - Qt's names
        """The title, and the arrow beside the one it is sorted by."""
        super().paintSection(painter, rect, logicalIndex)
        column = self._columns[logicalIndex]
        if not column.sort or column.sort != self.sort[0]:
            return
        arrow = self._theme.pixmap(
            "down" if self.sort[1] else "up", Tone.MUTED, size=12, ratio=self.devicePixelRatioF()
        )
        text = self.fontMetrics().horizontalAdvance(column.title)
        x = rect.right() - 12 - text - 18 if column.kind is Kind.NUMBER else rect.left() + 12 + text + 6
        painter.drawPixmap(x, rect.center().y() - 6, arrow)

    def _clicked(self, place: int) -> None:
        key = self._columns[place].sort
        if key:
            self.sort = (key, not self.sort[1] if self.sort[0] == key else False)
            self.viewport().update()
            self.sorted_by.emit(*self.sort)

    def _drawn(self, place: int, _: int, width: int) -> None:
        if not self._arranging and not self._columns[place].stretch:
            self._wanted[place] = round(width / max(scaled(100) / 100, 0.1))
            self.resized.emit()
