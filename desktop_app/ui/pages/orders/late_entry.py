"""The orders page's way to the customers of late orders: a button that is there while something is late."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop_app.domain.listing import OrderFilter
from desktop_app.queries import Shop
from desktop_app.queries.orders import order_ids
from desktop_app.ui.desk import Desk
from desktop_app.ui.widgets.buttons import Button


def late_count(shop: Shop) -> int:
    """How many orders are late."""
    return len(order_ids(shop, OrderFilter(late=True)))


class LateEntry(Button):
    """Opens the late orders with the messages prepared for their customers."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk.words("Tell about delays"), self._open, parent=parent)
        self._desk = desk
        self._late, self._narrow = 0, False
        self.hide()

    def count(self) -> None:
        """Look how many are late now."""
        self._desk.work.ask(late_count, then=self._show, owner=self, latest=f"late {id(self)}")

    def fit(self, *, narrow: bool) -> None:
        """Where there is little room a sign and the number say it, and the tooltip the words."""
        self._narrow = narrow
        self._say()

    def _show(self, late: int) -> None:
        self._late = late
        self._say()

    def _say(self) -> None:
        words = self._desk.words
        number = words.count(self._late)
        text = words("Tell about delays: {n}", n=number)
        self.setText(number if self._narrow else text)
        self.setAccessibleName(text)
        self.setToolTip(words("Each late order with a message to its customer"))
        self.wear(self._desk.theme, "mail")
        self.setVisible(bool(self._late) and self.parentWidget() is not None)

    def _open(self) -> None:
        from desktop_app.ui.pages.orders.late_dialog import open_late  # a list does without it

        open_late(self._desk, self.window())
