"""Layouts whose arrangement follows from their width alone; one pure function places the items and tells the height."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class Arranged(QLayout):
    """Base: a subclass says where each item stands at a width.

    Rearranging a grid in resizeEvent loses the change when the parent is just being laid out; this cannot.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._height = (-1, 0)
        self.setContentsMargins(0, 0, 0, 0)

    def places(self, width: int) -> list[QRect]:
        """Where each item stands in a room of this width, from the point 0, 0."""
        raise NotImplementedError

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def invalidate(self) -> None:
        self._height = (-1, 0)
        super().invalidate()

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if self._height[0] != width:
            margins = self.contentsMargins()
            inner = self.places(width - margins.left() - margins.right())
            bottom = max((place.y() + place.height() for place in inner), default=0)
            self._height = (width, bottom + margins.top() + margins.bottom())
        return self._height[1]

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        inner = self.contentsRect()
        for item, place in zip(self._items, self.places(inner.width()), strict=True):
            item.setGeometry(place.translated(inner.topLeft()))

    def sizeHint(self) -> QSize:
        width = max((item.sizeHint().width() for item in self._items), default=0)
        return QSize(width, self.heightForWidth(width))

    def minimumSize(self) -> QSize:
        return QSize(max((item.minimumSize().width() for item in self._items), default=0), 0)


def height_at(item: QLayoutItem, width: int) -> int:
    """How high an item is at a width; nothing when it is hidden."""
    if item.isEmpty():
        return 0
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()


class FieldGrid(Arranged):
    """Fields in one column or, from a width on, two or as many as `most`; `wide` ones take the whole line."""

    def __init__(
        self, parent: QWidget, *, two_from: Callable[[], int], gap: int, space: int, most: int = 2
    ) -> None:
        super().__init__(parent)
        self._two_from, self._gap, self._space, self._most = two_from, gap, space, most
        self._wide: list[bool] = []

    def add(self, widget: QWidget, *, wide: bool) -> None:
        """Add a widget at the end."""
        self._wide.append(wide)
        self.addWidget(widget)

    def columns(self, width: int) -> int:
        """How many columns there are at a width: no more than leave each as wide as two of them first were."""
        two = self._two_from()
        return min(self._most, max(2, 2 * width // two)) if width >= two else 1

    def places(self, width: int) -> list[QRect]:
        """Where each item stands at a width."""
        columns = self.columns(width)
        each = (width - self._gap * (columns - 1)) // columns
        found, y, line, at = [], 0, 0, 0
        for item, wide in zip(self._items, self._wide, strict=True):
            if item.isEmpty():  # hidden: what follows takes its place
                found.append(QRect(0, y, 0, 0))
                continue
            whole = wide or columns == 1
            if at and whole:
                y, line, at = y + line + self._space, 0, 0
            wanted = width if whole else each
            height = height_at(item, wanted)
            found.append(QRect(at * (each + self._gap), y, wanted, height))
            line, at = max(line, height), columns if whole else at + 1
            if at == columns:
                y, line, at = y + line + (self._space if line else 0), 0, 0
        return found


class SideBySide(Arranged):
    """Two stacks of cards beside each other from a width on, else one below the other; three where it is very wide.

    The third are the left ones that in one column come below the right.
    """

    def __init__(
        self, parent: QWidget, *, two_from: Callable[[], int], three_from: Callable[[], int], gap: int,
        shares: tuple[int, int],
    ) -> None:
        super().__init__(parent)
        self._two_from, self._three_from, self._gap, self._shares = two_from, three_from, gap, shares
        self._right = range(0)

    def fill(self, left: Sequence[QWidget], right: Sequence[QWidget], *, above: int | None = None) -> None:
        """Hold these widgets, dropping the ones before; in one column `above` of the left ones come before the right.

        They are kept in the order of the one column: Tab goes by it.
        """
        while (item := self.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        above = len(left) if above is None else min(above, len(left))
        self._right = range(above, above + len(right))
        for widget in (*left[:above], *right, *left[above:]):
            self.addWidget(widget)
        self.invalidate()

    def places(self, width: int) -> list[QRect]:
        """Where each item stands at a width."""
        stacks = self._stacks(width)
        found, high = [], [0] * len(stacks)
        for number, item in enumerate(self._items):
            stack = (number >= self._right.start) + (number >= self._right.stop)  # 0 left, 1 right, 2 below the right
            stack %= len(stacks)
            x, wide = stacks[stack]
            height = height_at(item, wide)
            found.append(QRect(x, high[stack], wide, height))
            high[stack] += height + (self._gap if height else 0)
        return found

    def _stacks(self, width: int) -> list[tuple[int, int]]:
        """Where each stack begins, and how wide it is."""
        if width < self._two_from():
            return [(0, width)]
        if width >= self._three_from() and self._right and self._right.stop < len(self._items):
            each = (width - 2 * self._gap) // 3
            return [(0, each), (each + self._gap, each), (2 * (each + self._gap), each)]
        first = (width - self._gap) * self._shares[0] // sum(self._shares)
        return [(0, first), (first + self._gap, width - self._gap - first)]
