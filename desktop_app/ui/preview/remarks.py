"""What the press says about single records: left out and why, or printed but only just; each leads to its order."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.print_run import PrintResult, Remark
from desktop_app.i18n import Words
from desktop_app.ui.pages.orders.wording import number_text
from desktop_app.ui.theme.tokens import SPACE_1, SPACE_2, SPACE_3, Size, Tone, Weight
from desktop_app.ui.widgets.buttons import plain
from desktop_app.ui.widgets.labels import Label

_SHOWN = 30


class Remarks(QWidget):
    """Hidden while there is nothing to say."""

    def __init__(self, words: Words, open_order: Callable[[str], object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words, self._open = words, open_order
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE_3)
        self._parts: list[QWidget] = []
        self.hide()

    def show_result(self, result: PrintResult) -> None:
        """Say what was left out and what only just fits."""
        for part in self._parts:
            part.hide()
            part.deleteLater()
        words, n, m = self._words, len(result.skipped), len(result.warnings)
        self._parts = []
        if n:
            self._say(words.n("{n} order left out", "{n} orders left out", n), result.skipped, Tone.BAD)
        if m:
            self._say(words.n("Look at {n} card", "Look at {n} cards", m), result.warnings, Tone.WARN)
        self.setVisible(bool(self._parts))

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
        opens = plain(self._words("Open order"), lambda: self._open(record.title))
        opens.setAccessibleName(f"{opens.text()}: {number_text(record.title)}")
        head.addWidget(opens)
        lay.addLayout(head)
        lay.addWidget(Label(self._words.say(record.message), Size.SMALL, tone=Tone.MUTED, wrap=True))
        return row
