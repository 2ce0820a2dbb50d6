"""The head of an order's record: where it stands, where it can go next, and its papers."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.domain.orders import MOVES, STATUS_LABELS, Order, Status
from desktop_app.domain.promise import Standing
from desktop_app.i18n import Words
from desktop_app.ui.pages.orders.wording import MARK, STATUS_TONE, order_tag
from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.theme.tokens import SPACE_2, SPACE_3, Tone
from desktop_app.ui.widgets.buttons import Button, small
from desktop_app.ui.widgets.flow import FlowLayout
from desktop_app.ui.widgets.tag import Tag

_FORWARD = {  # the step that usually comes next stands first
    Status.NEW: Status.PAID, Status.PAID: Status.PACKED, Status.PACKING: Status.PACKED,
    Status.PACKED: Status.SHIPPED, Status.SHIPPED: Status.DELIVERED,
}  # fmt: skip


class Steps(QWidget):
    """Tags for what is, buttons for what can be done; `move(status)` and `print_papers()` are called on a press."""

    def __init__(
        self, theme: Theme, words: Words, *, move: Callable[[Status], object], print_papers: Callable[[], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._words, self._move, self._print = theme, words, move, print_papers
        self.buttons: dict[Status, Button] = {}
        self.print_button: Button | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE_3)
        self._rows: list[QWidget] = []

    def show_order(self, order: Order, standing: Standing, days_late: int) -> None:
        """Show an order's state."""
        for row in self._rows:
            row.setParent(None)
            row.deleteLater()
        self._rows = [self._tags(order, standing, days_late), self._deeds(order)]
        for row in self._rows:
            self._column.addWidget(row)

    def _tags(self, order: Order, standing: Standing, days_late: int) -> QWidget:
        words, status = self._words, order.fields.status
        row = _Flow()
        lay = row.lay
        lay.addWidget(Tag(words.say(STATUS_LABELS[status]), STATUS_TONE.get(status, Tone.MUTED)))
        if standing is not Standing.ON_TIME:
            lay.addWidget(Tag(*order_tag(words, status, standing, days_late)))
        if order.first:
            lay.addWidget(Tag(words("First order"), Tone.ACCENT))
        if order.printed:
            lay.addWidget(Tag(words("Printed"), Tone.GOOD))
        return row

    def _deeds(self, order: Order) -> QWidget:
        words, status = self._words, order.fields.status
        row = _Flow()
        text = words("Print again") if order.printed else words("Print cards and inserts")
        self.print_button = small(text, self._print)
        self.print_button.wear(self._theme, "print")
        row.lay.addWidget(self.print_button)
        first = _FORWARD.get(status)
        moves = sorted(MOVES[status], key=lambda move: move is not first)
        self.buttons = {move: small(words.say(MARK[move]), partial(self._move, move)) for move in moves}
        for button in self.buttons.values():
            row.lay.addWidget(button)
        return row


class _Flow(QWidget):
    """Tags or buttons that wrap."""

    def __init__(self) -> None:
        super().__init__()
        self.lay = FlowLayout(self, space=SPACE_2)
