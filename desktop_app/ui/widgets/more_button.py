"""A button for what is seldom done with a record: it opens a menu of named deeds."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QMenu, QWidget

from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.widgets.buttons import Button

Entry = tuple[str, Callable[[], object]] | tuple[str, Sequence[tuple[str, Callable[[], object]]]] | None


class MoreButton(Button):
    """`entries` are (text, what it does), (text, entries of a menu of its own), or None for a line between."""

    def __init__(self, theme: Theme, text: str, entries: Sequence[Entry], parent: QWidget | None = None) -> None:
        super().__init__(text, parent=parent)
        self.wear(theme, "more")
        self.entries = QMenu(self)
        self.offer(entries)
        self.setMenu(self.entries)

    def offer(self, entries: Sequence[Entry]) -> None:
        """Hold other deeds."""
        self.entries.clear()
        _fill(self.entries, entries)


def _fill(menu: QMenu, entries: Sequence[Entry]) -> None:
    for entry in entries:
        if entry is None:
            menu.addSeparator()
        elif callable(entry[1]):
            pressed = entry[1]
            menu.addAction(entry[0].replace("&", "&&")).triggered.connect(lambda _=False, pressed=pressed: pressed())
        else:
            _fill(menu.addMenu(entry[0].replace("&", "&&")), entry[1])
