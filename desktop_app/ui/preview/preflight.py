"""The preflight list beside the preview: what was left out and why, and what a person should look at first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from types import MappingProxyType

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.print_run import CardChange, PrintResult, Remark
from desktop_app.ui.desk import Desk
from desktop_app.ui.pages.orders.wording import number_text
from desktop_app.ui.preview.choices import Choices, Offer
from desktop_app.ui.theme.tokens import SPACE_1, SPACE_2, SPACE_3, Size, Tone, Weight
from desktop_app.ui.widgets.buttons import plain
from desktop_app.ui.widgets.labels import Label

_SHOWN = 30


class Preflight(QWidget):
    """`changed` when a person changed a card's words or left it out: the papers are then made anew with `changes`.

    `jump(card)` asks for the page of a card, counted from 1; `open_order(id)` and `open_customer(id)` for a record.
    """

    changed = Signal()
    jump = Signal(int)
    open_order = Signal(int)
    open_customer = Signal(int)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = desk.words
        self._changes: dict[str, CardChange] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE_3)
        self._parts: list[QWidget] = []

    @property
    def changes(self) -> Mapping[str, CardChange]:
        """A person's changes to single cards, by the keys `RecordKey.of` gives them."""
        return MappingProxyType(self._changes)

    def show_result(self, result: PrintResult, offer: Offer, choices: Choices) -> None:
        """Say what the press found in the run made of these records by these choices."""
        for part in self._parts:
            part.hide()
            part.deleteLater()
        words, n, m = self._words, len(result.skipped), len(result.warnings)
        self._parts = []
        if n:
            self._say(words.n("{n} order left out", "{n} orders left out", n), result.skipped, Tone.BAD)
        if m:
            self._say(words.n("Look at {n} card", "Look at {n} cards", m), result.warnings, Tone.WARN)

    def _say(self, title: str, records: Sequence[Remark], tone: Tone) -> None:
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_2)
        column.addWidget(Label(title, weight=Weight.BOLD, tone=tone))
        for record in records[:_SHOWN]:
            column.addWidget(self._row(record))
        if len(records) > _SHOWN:
            more = len(records) - _SHOWN
            column.addWidget(Label(self._words.n("and {n} more", "and {n} more", more), Size.SMALL, tone=Tone.MUTED))
        self._column.addWidget(part)
        self._parts.append(part)

    def _row(self, record: Remark) -> QWidget:
        row = QWidget()
        lay = QVBoxLayout(row)
        lay.setContentsMargins(0, 0, 0, 0)
        lay.setSpacing(SPACE_1)
        head = QHBoxLayout()
        head.addWidget(Label(number_text(record.title), weight=Weight.MEDIUM))
        head.addStretch(1)
        if record.order is not None:
            opens = plain(self._words("Open order"), partial(self.open_order.emit, int(record.order)))
            opens.setAccessibleName(f"{opens.text()}: {number_text(record.title)}")
            head.addWidget(opens)
        lay.addLayout(head)
        lay.addWidget(Label(self._words.say(record.message), Size.SMALL, tone=Tone.MUTED, wrap=True))
        return row
