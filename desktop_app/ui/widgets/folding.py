"""A line of which one thing is read and others are pressed: where the first had too little room, they stand below."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QLayoutItem, QWidget

from desktop_app.ui.theme.faces import scaled
from desktop_app.ui.theme.tokens import SPACE_2
from desktop_app.ui.widgets.arranged import Arranged, height_at

_LEAST = 110  # points at 100 % text: a name or two words


class Folding(Arranged):
    """`hold(main, before=…, after=…)`: what stands before stays beside `main`, what comes after may go below it."""

    def __init__(
        self, parent: QWidget | None = None, *, space: int = SPACE_2, least: Callable[[], int] = lambda: scaled(_LEAST),
        top: bool = False,
    ) -> None:
        """`top` lets everything begin at one height, instead of sharing one middle."""
        super().__init__(parent)
        self._space, self._least, self._top = space, least, top
        self._main, self._may_go = 0, False

    def hold(
        self, main: QWidget, *, before: Sequence[QWidget] = (), after: Sequence[QWidget] = (), may_go: bool = False
    ) -> None:
        """Hold these widgets and no others; with `may_go` the first that comes after goes before anything folds."""
        self._items.clear()
        self._may_go = may_go
        self._main = len(before)
        for widget in (*before, main, *after):
            self.addWidget(widget)
        self.invalidate()

    def drops(self, width: int) -> bool:
        """Whether the first that comes after has no room, shown or hidden."""
        first = self._after[0].widget() if self._may_go and self._after else None
        if first is None:
            return False
        return self._lacks(width, first.sizeHint().width() + self._space + self._wide(self._after[1:]))

    def _lacks(self, width: int, beside: int) -> bool:
        """Whether what stands beside `main` leaves it too little room."""
        return bool(beside) and width - self._wide(self._before) - beside < min(self._wanted, self._least())

    def places(self, width: int) -> list[QRect]:
        """Where each item stands at a width."""
        dropped = self.drops(width)
        after, gone = (self._after[1:], [QRect()]) if dropped else (self._after, [])
        left, folds = self._wide(self._before), self._lacks(width, self._wide(after))
        room = max(0, width - left - (0 if folds else self._wide(after)))
        main = QRect(left, 0, room, height_at(self._items[self._main], room))
        row = [*self._in_a_row(self._before, 0), main, *gone]
        row += [] if folds else self._in_a_row(after, left + room, 1)
        high = max(place.height() for place in row)
        if not self._top:
            for place in row:
                place.moveTop((high - place.height()) // 2)
        return [*row, *self._below(after, left, width, high + self._space)] if folds else row

    def setGeometry(self, rect: QRect) -> None:
        """In a row that is higher than its words they stand in its middle."""
        spare = 0 if self._top else max(0, rect.height() - self.heightForWidth(rect.width()))
        super().setGeometry(rect.adjusted(0, spare // 2, 0, spare // 2 - spare))

    def sizeHint(self) -> QSize:
        margins = self.contentsMargins()
        width = self._wide(self._before) + self._wanted + self._wide(self._after) + margins.left() + margins.right()
        return QSize(width, self.heightForWidth(width))

    def minimumSize(self) -> QSize:
        margins = self.contentsMargins()
        least = self._items[self._main].minimumSize().width() if self._items else 0
        return QSize(self._wide(self._before) + least + margins.left() + margins.right(), 0)

    @property
    def _before(self) -> list[QLayoutItem]:
        return self._items[: self._main]

    @property
    def _after(self) -> list[QLayoutItem]:
        return self._items[self._main + 1 :]

    @property
    def _wanted(self) -> int:
        return self._items[self._main].sizeHint().width() if self._items else 0

    def _wide(self, items: Sequence[QLayoutItem]) -> int:
        """How much of the line these take, with a space for each."""
        return sum(item.sizeHint().width() + self._space for item in items if not item.isEmpty())

    def _in_a_row(self, items: Sequence[QLayoutItem], x: int, first: int = 0) -> list[QRect]:
        """These from a place on; `first` is 1 where a space stands before the first."""
        found = []
        for item in items:
            size = QSize(0, 0) if item.isEmpty() else item.sizeHint()
            found.append(QRect(x + (self._space * first if size.width() else 0), 0, size.width(), size.height()))
            x += size.width() + self._space if size.width() else 0
        return found

    def _below(self, items: Sequence[QLayoutItem], left: int, width: int, y: int) -> list[QRect]:
        """What comes after, under `main`, in as many lines as it takes."""
        found, x, high = [], left, 0
        for item in items:
            size = QSize(0, 0) if item.isEmpty() else item.sizeHint()
            if x > left and x + size.width() > width:
                x, y, high = left, y + high + self._space, 0
            found.append(QRect(x, y, min(size.width(), max(0, width - left)), size.height()))
            x += size.width() + self._space if size.width() else 0
            high = max(high, size.height())
        return found
