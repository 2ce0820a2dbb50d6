"""A list to choose from by number, arrows or a click: packers, printers, what is missing."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.ui.bench.parts import BigText, Measure, Panel, Row
from desktop_app.ui.theme.tokens import SPACE_4, SPACE_6, Big, Tone, Weight
from desktop_app.ui.widgets.scroll import Scroll


class ChoiceList(Panel):
    """`chosen(index)` by a click; the step that holds it gives it numbers and arrows."""

    chosen = Signal(int)

    def __init__(self, measure: Measure, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._measure = measure
        self._rows: list[Row] = []
        self._texts: list[str] = []
        self.index = 0
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addStretch(1)
        self._area = Scroll(inside)
        self._area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.addWidget(self._area)

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self._rows)

    def show_choices(self, choices: Sequence[tuple[str, str]]) -> None:
        """Show these, each with a muted word beside it; the first counts."""
        for row in self._rows:
            row.hide()
            row.deleteLater()
        self._rows = [self._row(number, *choice) for number, choice in enumerate(choices, 1)]
        self._texts = [text for text, _ in choices]
        for place, row in enumerate(self._rows):
            self._column.insertWidget(place, row)
        self.index = 0
        self._light()

    def go(self, step: int) -> None:
        """Up or down."""
        if self._rows:
            self.index = (self.index + step) % len(self._rows)
            self._light()

    def text(self) -> str:
        """What the line says that counts; empty where there is none."""
        return self._texts[self.index] if self._texts else ""

    def by_number(self, text: str) -> int | None:
        """The index of a number as it stands before a line; None for any other text."""
        number = int(text) if text.isascii() and text.isdecimal() and len(text) < 3 else 0
        return number - 1 if 1 <= number <= len(self._rows) else None

    def _row(self, number: int, text: str, detail: str) -> Row:
        row = Row()
        row.setAccessibleName(f"{number} {text} {detail}".strip())
        line = QHBoxLayout(row)
        side, gap = (self._measure.room(2 * points) if self._measure.small else points for points in (SPACE_6, SPACE_4))
        line.setContentsMargins(side, gap, side, gap)
        line.setSpacing(side)
        key = BigText(self._measure, str(number), Big.LINE, weight=Weight.BOLD, tone=Tone.MUTED)
        key.setMinimumWidth(key.fontMetrics().horizontalAdvance("99"))
        line.addWidget(key)
        line.addWidget(BigText(self._measure, text, Big.LINE, wrap=True), 1)
        line.addWidget(BigText(self._measure, detail, Big.NOTE, tone=Tone.MUTED))
        row.clicked.connect(partial(self.chosen.emit, number - 1))
        return row

    def _light(self) -> None:
        for place, row in enumerate(self._rows):
            row.light(place == self.index)
        if self._rows:
            self._area.ensureWidgetVisible(self._rows[self.index])
