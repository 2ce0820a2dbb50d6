"""Where the parts of a page's head stand: one row where there is room, and as few as it takes where there is not."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QLabel, QLayoutItem, QWidget

from desktop_app.ui.theme.faces import scaled
from desktop_app.ui.theme.tokens import SPACE_1, SPACE_2, SPACE_3
from desktop_app.ui.widgets.arranged import Arranged

_MOST_SEARCH, _LEAST_SEARCH = 300, 150  # points at 100 % text; less is no field to type a name into


class HeadLayout(Arranged):
    """Holds title, line, search and buttons, in this order; the last two may be missing."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._narrow = self._low = self._searches = False

    def hold(self, title: QLabel, line: QLabel, search: QWidget | None, buttons: Sequence[QWidget]) -> None:
        """Hold these parts and no others."""
        self._items.clear()
        self._searches = search is not None
        for widget in (title, line, *([search] if search is not None else []), *buttons):
            self.addWidget(widget)
        self.invalidate()

    def set_narrow(self, *, narrow: bool) -> None:
        """Whether the line goes below everything, and rows are added where one is not enough."""
        if narrow != self._narrow:
            self._narrow = narrow
            self.invalidate()

    def set_low(self, *, low: bool) -> None:
        """Whether a title that would take a row of its own goes without one: the sidebar says the page too."""
        if low != self._low:
            self._low = low
            self.invalidate()

    def places(self, width: int) -> list[QRect]:
        """Where each part stands at a width."""
        parts = _Parts(self._items, searches=self._searches)
        if not self._narrow:
            return parts.beside(width)
        room = width - parts.buttons_wide()
        least = scaled(_LEAST_SEARCH) + SPACE_3 if parts.searches else 0
        if parts.title.width() + least <= room:
            return parts.in_one_row(width)
        if self._low and 0 < parts.buttons_wide() <= width:
            return parts.in_one_row(width)
        return parts.below(width, buttons_too=least > room)


class _Parts:
    """The parts' sizes, and their places in each arrangement."""

    def __init__(self, items: Sequence[QLayoutItem], *, searches: bool) -> None:
        sizes = [QSize() if item.isEmpty() else item.sizeHint() for item in items]
        self.title, self.line = sizes[:2]
        self.searches = searches and sizes[2].isValid()  # neither missing nor hidden
        self._search, self._held = (sizes[2].height() if self.searches else 0), searches
        self._buttons = sizes[3 if searches else 2 :]
        shown = [size.height() for size in self._buttons if size.isValid()]
        self._row = max([self._search, *shown], default=0)
        self._lines = self.title.height() + (SPACE_1 + self.line.height() if self.line.isValid() else 0)

    def buttons_wide(self) -> int:
        """How much of a row the buttons take, with the space before each."""
        return sum(size.width() + SPACE_3 for size in self._buttons if size.isValid())

    def beside(self, width: int) -> list[QRect]:
        """Title and line left, everything else right of both; the search gives way to a long line."""
        high = max(self._lines, self._row)
        room = width - self.buttons_wide()
        words = max(self.title.width(), self.line.width())
        least, most = scaled(_LEAST_SEARCH), scaled(_MOST_SEARCH)
        search = min(most, max(least, room - words - SPACE_3)) if self.searches else 0
        texts = max(0, room - search - (SPACE_3 if self.searches else 0))
        top = (high - self._lines) // 2
        return [
            QRect(0, top, texts, self.title.height()),
            self._line_at(top + self.title.height() + SPACE_1, texts),
            *self._search_at(room - search, (high - self._search) // 2, search),
            *self._buttons_at(room, 0, high),
        ]

    def in_one_row(self, width: int) -> list[QRect]:
        """Title, search and buttons in a row, the line below all of them."""
        high = max(self.title.height(), self._row)
        room, left = width - self.buttons_wide(), self.title.width() + SPACE_3
        return [
            QRect(0, (high - self.title.height()) // 2, min(self.title.width(), room), self.title.height()),
            self._line_at(high + SPACE_1, width),
            *self._search_at(left, (high - self._search) // 2, room - left),
            *self._buttons_at(room, 0, high),
        ]

    def below(self, width: int, *, buttons_too: bool) -> list[QRect]:
        """Search and buttons below the title; the buttons below the search where the two are too wide."""
        top = self._lines + SPACE_3
        room = width if buttons_too else width - self.buttons_wide()
        search = self._search_at(0, top + (self._row - self._search) // 2, room)
        buttons = self._flowing(width, top + (self._search + SPACE_2 if self.searches else 0))
        return [
            QRect(0, 0, width, self.title.height()),
            self._line_at(self.title.height() + SPACE_1, width),
            *search,
            *(buttons if buttons_too else self._buttons_at(room, top, self._row)),
        ]

    def _line_at(self, y: int, width: int) -> QRect:
        return QRect(0, y, width, self.line.height()) if self.line.isValid() else QRect()

    def _search_at(self, x: int, y: int, width: int) -> list[QRect]:
        return [QRect(x, y, max(0, width), self._search)] if self._held else []

    def _buttons_at(self, x: int, y: int, high: int) -> list[QRect]:
        found = []
        for size in self._buttons:
            x += SPACE_3 if size.isValid() else 0
            found.append(QRect(x, y + (high - size.height()) // 2, max(0, size.width()), max(0, size.height())))
            x += max(0, size.width())
        return found

    def _flowing(self, width: int, y: int) -> list[QRect]:
        """The buttons from the left, in as many rows as they take."""
        found, x = [], 0
        for size in self._buttons:
            if x and size.isValid() and x + size.width() > width:
                x, y = 0, y + self._row + SPACE_2
            found.append(QRect(x, y, min(max(0, size.width()), width), max(0, size.height())))
            x += size.width() + SPACE_3 if size.isValid() else 0
        return found
