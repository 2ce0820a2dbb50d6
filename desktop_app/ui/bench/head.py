"""The head of the bench: what is being done, by whom, how many are left."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.ui.bench.parts import BigText, Measure, Pill
from desktop_app.ui.bench.shift import Shift
from desktop_app.ui.bench.step import Step
from desktop_app.ui.theme.tokens import SPACE_3, SPACE_4, SPACE_6, Big, Tone, Weight
from desktop_app.ui.widgets.flow import FlowLayout


class Head(QWidget):
    """The step's title with its tags; at the right the packer and the count of the day."""

    def __init__(self, shift: Shift, measure: Measure, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shift, self._measure = shift, measure
        self.title = BigText(measure, "", Big.NUMBER, weight=Weight.BOLD, wrap=True)
        self._tags = QWidget()
        self._flow = FlowLayout(self._tags, space=SPACE_3)
        self.who = BigText(measure, "", Big.NOTE, weight=Weight.MEDIUM)
        self.count = BigText(measure, "", Big.NOTE, tone=Tone.MUTED)
        left = QHBoxLayout()
        left.setSpacing(SPACE_6)
        left.addWidget(self.title)
        left.addWidget(self._tags, 1, Qt.AlignmentFlag.AlignVCenter)
        right = QVBoxLayout()
        right.setSpacing(2)
        for label in (self.who, self.count):
            label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            right.addWidget(label)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_4)
        row.addLayout(left, 1)
        row.addLayout(right)
        self._left = left
        self._shown: tuple[tuple[str, Tone], ...] = ()

    def show_step(self, step: Step) -> None:
        """Say what is done now."""
        self.title.setText(step.title)
        self.title.setVisible(bool(step.title))
        self.title.setWordWrap(not step.tags)
        self._left.setStretchFactor(self.title, 0 if step.tags else 1)
        self._tags.setVisible(bool(step.tags))
        crowded = self._measure.tight or (self._measure.small and bool(step.tags))
        self._left.setSpacing(self._measure.room(SPACE_6))
        for label in (self.who, self.count):
            label.setVisible(not crowded)
        self.who.setText(self._shift.who)
        pressing = tuple(tag for tag in step.tags if tag[1] is not Tone.GOOD) or step.tags
        tags = pressing if self._measure.tight else step.tags
        if tags == self._shown:
            return
        self._shown = tags
        empty(self._flow)
        for text, tone in tags:
            self._flow.addWidget(Pill(self._measure, text, tone))

    def show_count(self, text: str) -> None:
        """“34 packed · 18 left”."""
        self.count.setText(text)


def empty(flow: FlowLayout) -> None:
    """Take everything out of a row of words or keys."""
    while flow.count():
        item = flow.takeAt(0)
        widget = item.widget() if item is not None else None
        if widget is not None:
            widget.hide()
            widget.deleteLater()
