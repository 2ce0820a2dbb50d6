"""A layout that fills lines from the left and wraps, for chips and groups of buttons; a line shares one middle."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QWidget

from desktop_app.ui.theme.faces import scaled
from desktop_app.ui.widgets.arranged import Arranged

_LEAST = 160  # points at 100 % text


class FlowLayout(Arranged):
    """Items one after another with `space` between them, in as many lines as the width asks for."""

    def __init__(self, parent: QWidget | None = None, *, space: int = 8) -> None:
        super().__init__(parent)
        self._space = space

    def places(self, width: int) -> list[QRect]:
        """Where each item stands at a width."""
        found: list[QRect] = []
        x, y, line, first = 0, 0, 0, 0
        for item in self._items:
            size = item.sizeHint()
            if item.isEmpty():  # hidden: it takes no place, and no space beside it
                found.append(QRect(x, y, 0, 0))
                continue
            if x and x + size.width() > width:
                _share_middle(found, first, y=y, height=line)
                x, y, line, first = 0, y + line + self._space, 0, len(found)
            found.append(QRect(x, y, min(size.width(), max(width, 0)), size.height()))
            x += size.width() + self._space
            line = max(line, size.height())
        _share_middle(found, first, y=y, height=line)
        return found

    def sizeHint(self) -> QSize:
        sizes = [item.sizeHint() for item in self._items if not item.isEmpty()]
        width = sum(size.width() for size in sizes) + self._space * max(0, len(sizes) - 1)
        return QSize(width, max((size.height() for size in sizes), default=0))

    def minimumSize(self) -> QSize:
        """Room for the widest item, but never so much that it makes a narrow window wider: a button is shortened."""
        return QSize(min(super().minimumSize().width(), scaled(_LEAST)), 0)


class Flowing(QWidget):
    """Tags or buttons that wrap, put in by `add`."""

    def __init__(self, *, space: int = 8, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flow = FlowLayout(self, space=space)

    def add(self, widget: QWidget) -> None:
        """One more at the end."""
        self._flow.addWidget(widget)


def _share_middle(places: list[QRect], first: int, *, y: int, height: int) -> None:
    """Let what stands in one line, from `first` on, stand around its middle: a tick or a link beside a button."""
    for place in places[first:]:
        place.moveTop(y + (height - place.height()) // 2)
