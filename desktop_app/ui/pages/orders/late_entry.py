"""The orders page's way to the customers of late orders: a button that is there while something is late."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop_app.queries.late import late_counts
from desktop_app.ui.desk import Desk
from desktop_app.ui.widgets.buttons import Button


class LateEntry(Button):
    """Opens the late orders with the messages prepared for their customers."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk.words("Tell about delays"), self._open, parent=parent)
        self._desk = desk
        self._late = self._untold = 0
        self._narrow = False
        self.hide()

    def count(self) -> None:
        """Look how many are late now, and of how many nobody was told."""
        self._desk.work.ask(late_counts, then=self._show, owner=self, latest=f"late {id(self)}")

    def fit(self, *, narrow: bool) -> None:
        """Where there is little room a sign and the number say it, and the tooltip the words."""
        self._narrow = narrow
        self._say()

    def _show(self, counts: tuple[int, int]) -> None:
        self._late, self._untold = counts
        self._say()

    def _say(self) -> None:
        words = self._desk.words
        number = words.count(self._untold) if self._untold else ""
        text = words("Tell about delays: {n}", n=number) if number else words("Tell about delays")
        self.setText(number if self._narrow else text)
        self.setAccessibleName(text)
        self.setToolTip(words("Each late order with a message to its customer"))
        self.wear(self._desk.theme, "mail")
        self.setVisible(bool(self._late) and self.parentWidget() is not None)

    def _open(self) -> None:
        from desktop_app.ui.pages.orders.late_dialog import open_late  # a list does without it

        open_late(self._desk, self.window())
