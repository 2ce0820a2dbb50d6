"""Where two records stand beside each other: the fields' names left of both, and where that is too narrow above."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QWidget

from desktop_app.ui.theme.faces import scaled
from desktop_app.ui.theme.tokens import SPACE_2, SPACE_3
from desktop_app.ui.widgets.arranged import Arranged, height_at

_LABEL, _BESIDE_FROM, _LEAST = 150, 460, 200  # points at 100 % text


class ComparedLayout(Arranged):
    """`add` a row: what it is about, and one widget for both or one for each."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows: list[tuple[int, int]] = []  # where the items of a row begin, and how many follow its name

    def add(self, name: QWidget | None, *widgets: QWidget) -> None:
        """One more row below; without a name nothing stands left of it."""
        self._rows.append((len(self._items) if name is not None else -len(self._items) - 1, len(widgets)))
        for widget in (*([name] if name is not None else []), *widgets):
            self.addWidget(widget)

    def places(self, width: int) -> list[QRect]:
        """Where each item stands at a width."""
        beside = width >= scaled(_BESIDE_FROM)
        left = scaled(_LABEL) + SPACE_3 if beside else 0
        found: list[QRect] = []
        y = 0
        for first, count in self._rows:
            named, at = (True, first + 1) if first >= 0 else (False, -first - 1)
            name = 0
            if named:
                wide = scaled(_LABEL) if beside else width
                name = height_at(self._items[first], wide)
                found.append(QRect(0, y, wide, name))
                y += 0 if beside else name
            each = width - left if count == 1 else (width - left - SPACE_3) // 2
            high = max(height_at(self._items[place], each) for place in range(at, at + count))
            found += [QRect(left + place * (each + SPACE_3), y, each, high) for place in range(count)]
            y += max(high, name if beside else 0) + SPACE_2
        return found

    def minimumSize(self) -> QSize:
        return QSize(scaled(_LEAST), 0)
