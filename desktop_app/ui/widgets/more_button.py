"""A button for what is seldom done with a record: it opens a menu of named deeds."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QMenu, QWidget

from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.widgets.buttons import Button

Entry = tuple[str, Callable[[], object]] | tuple[str, Sequence[tuple[str, Callable[[], object]]]] | None


class MoreButton(Button):
    """`entries` are (text, what it does), (text, entries of a menu of its own), or None for a line between."""

    def __init__(
        self, theme: Theme, text: str, entries: Sequence[Entry], *, small: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(text, small=small, parent=parent)
        self._words, self.narrow = text, False
        self.wear(theme, "more")
        self.entries = QMenu(self)
        self.offer(entries)
        self.setMenu(self.entries)

    def fit(self, *, narrow: bool) -> None:
        """Where there is little room the sign stands alone, and the tooltip has the words."""
        if narrow is not self.narrow:
            self.narrow = narrow
            self.setText("" if narrow else self._words)
            self.setAccessibleName(self._words)
            self.setToolTip(self._words if narrow else "")
            self._renew()  # the gap beside its sign goes with the text

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
