"""The head of a list: titles, an arrow at the one it is sorted by; which columns, in what order and how wide."""

from __future__ import annotations

from collections.abc import Callable, Sequence
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
    """`sorted_by(key, descending)` on a click at a sortable title; `resized` when a person drew a column wider,
    `chose` when they chose other columns or drew one elsewhere.
    """

    sorted_by = Signal(str, bool)
    resized = Signal()
    chose = Signal()

    def __init__(
        self, theme: Theme, columns: Sequence[Column[Any]], *, sort: tuple[str, bool], parent: QWidget | None = None
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self._columns = tuple(columns)
        self.sort = sort
        self._wanted = [column.width for column in self._columns]
        self._chosen = self._usual()
        self._arranging = False
        self._spared = 0  # at the right end, for what lies over the head
        self._covered: Callable[[], int] = int  # how much of a row's right end its buttons cover
        self.setSectionsClickable(True)
        self.setSectionsMovable(True)
        self.setFirstSectionMovable(False)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(_LEAST)
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.sectionClicked.connect(self._clicked)
        self.sectionResized.connect(self._drawn)
        self.sectionMoved.connect(self._moved)
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

    @property
    def columns(self) -> tuple[Column[Any], ...]:
        """All columns there are, as they were declared."""
        return self._columns

    @property
    def chosen(self) -> tuple[str, ...]:
        """The keys of the columns that were chosen, in their order; some may have gone for want of room."""
        return tuple(self._columns[place].key for place in self._chosen)

    @property
    def own_choice(self) -> bool:
        """Whether a person chose the columns, so that none may go for want of room."""
        return self._chosen != self._usual()

    def choose(self, keys: Sequence[str]) -> None:
        """Show these columns in this order, the stretching one first whatever is said; none: as at first."""
        places = {column.key: place for place, column in enumerate(self._columns)}
        found = [places[key] for key in dict.fromkeys(keys) if key in places]
        lead = [place for place, column in enumerate(self._columns) if column.stretch]
        self._chosen = [*lead, *(place for place in found if place not in lead)] if found else self._usual()

    def spare(self, width: int) -> None:
        """Keep the titles out of some room at the right end."""
        self._spared = width

    def cover(self, width: Callable[[], int]) -> None:
        """Make the last column at least so wide, where there is room: what covers a row there hides no other column."""
        self._covered = width

    def set_sort(self, key: str, descending: bool) -> None:
        """Show that the list is sorted by this; nothing is emitted."""
        self.sort = (key, descending)
        self.viewport().update()

    def last_width(self) -> int:
        """How wide the last column is that can be seen."""
        return self.sectionSize(self._last()) if self._last() >= 0 else 0

    def arrange(self, room: int, *, narrow: bool) -> None:
        """Give each column its width and the stretching one the rest."""
        if self.count() != len(self._columns):
            return
        self._arranging = True
        for target, place in enumerate([*self._chosen, *(n for n in range(self.count()) if n not in self._chosen)]):
            self.moveSection(self.visualIndex(place), target)
        left, left_out = room, self._left_out(room, narrow=narrow)
        seen = [place for place in self._chosen if place not in left_out]
        for place, column in enumerate(self._columns):
            hidden = place in left_out
            self.setSectionHidden(place, hidden)
            if not hidden and not column.stretch:
                wanted = max(scaled(self._wanted[place]), self._covered() if place == seen[-1] else 0)
                width = min(wanted, max(_LEAST, room // 3))
                self.resizeSection(place, width)
                left -= width
        for place, column in enumerate(self._columns):
            if column.stretch:
                self.resizeSection(place, max(scaled(_LEAD if self.own_choice else 120), left))
        self._arranging = False

    def _left_out(self, room: int, *, narrow: bool) -> set[int]:
        """The columns that go away: all that may when narrow, else from the right until the lead has room to speak."""
        left_out = {place for place in range(len(self._columns)) if place not in self._chosen}
        may = [n for n in self._chosen if not (self._columns[n].narrow or self._columns[n].stretch)]
        if narrow:
            return left_out.union(may)
        if self.own_choice:  # what was asked for stays: the list is moved sideways
            return left_out
        fixed = [0 if column.stretch else scaled(self._wanted[n]) for n, column in enumerate(self._columns)]
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
        spared = self._spared if logicalIndex == self._last() else 0
        inner = rect.adjusted(left_pad(logicalIndex), 0, -max(SPACE_3, spared), 0)
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

    def _usual(self) -> list[int]:
        return [place for place, column in enumerate(self._columns) if column.chosen]

    def _last(self) -> int:
        """The last column that can be seen; -1 without one."""
        places = (self.logicalIndex(n) for n in reversed(range(self.count())))
        return next((place for place in places if not self.isSectionHidden(place)), -1)

    def _moved(self, _place: int, _old: int, _new: int) -> None:
        if not self._arranging:
            places = [self.logicalIndex(n) for n in range(self.count())]
            self._chosen = [place for place in places if place in self._chosen]
            self.chose.emit()

    def _drawn(self, place: int, _: int, width: int) -> None:
        if not self._arranging and not self._columns[place].stretch:
            self._wanted[place] = round(width / text_scale())
            self.resized.emit()


def left_pad(place: int) -> int:
    """How far the text of a column stands from its left edge: the first one as far as a card's rows do."""
    return SPACE_3 if place else SPACE_4
