"""Head and foot of the bench: what is being done, by whom, how many are left; the keys, the line, the printer."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.ui.bench.parts import BigText, KeyCap, Measure, Pill
from desktop_app.ui.bench.shift import Shift
from desktop_app.ui.bench.step import Step
from desktop_app.ui.theme.tokens import SPACE_2, SPACE_3, SPACE_4, SPACE_6, Big, Tone, Weight
from desktop_app.ui.widgets.flow import FlowLayout

_SECRET = "•"
_FEW = 2  # keys at the foot of a small window


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
        crowded = self._measure.small and bool(step.tags)
        for label in (self.who, self.count):
            label.setVisible(not crowded)
        self.who.setText(self._shift.who)
        if step.tags == self._shown:
            return
        self._shown = step.tags
        empty(self._flow)
        for text, tone in step.tags:
            self._flow.addWidget(Pill(self._measure, text, tone))

    def show_count(self, text: str) -> None:
        """“34 packed · 18 left”."""
        self.count.setText(text)


class Foot(QWidget):
    """Enter's key first and largest; beside it what is being typed; the other keys; the printer at the right."""

    def __init__(
        self, shift: Shift, measure: Measure, *, show_keys: Callable[[], object], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._shift, self._measure, self._show_keys = shift, measure, show_keys
        self.typed = BigText(measure, "", Big.BODY, wrap=True)
        self.typed.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.printer = BigText(measure, "", Big.NOTE, tone=Tone.MUTED, wrap=True)
        self.printer.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._keys = QWidget()
        self._flow = FlowLayout(self._keys, space=SPACE_3)
        self._hints: tuple[tuple[str, str], ...] = ()
        self._line = QWidget()
        line = QHBoxLayout(self._line)
        line.setContentsMargins(0, 0, 0, SPACE_2)
        line.addWidget(self.typed, 1)
        row = self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        row.setSpacing(SPACE_4)
        row.addWidget(self._keys, 1)
        row.addWidget(self.printer)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._line)
        column.addLayout(row)

    def show_step(self, step: Step, typed: str) -> None:
        """The keys of a step."""
        self.show_typed(step, typed)
        hints = step.hints
        ways = QBoxLayout.Direction
        self._row.setDirection(ways.TopToBottom if self._measure.small else ways.LeftToRight)
        self._row.setSpacing(0 if self._measure.small else SPACE_4)
        if self._measure.small:  # F1 tells the others
            hints = hints[:_FEW]
        shown = tuple((hint.key, hint.text) for hint in hints)
        if shown == self._hints:
            return
        self._hints = shown
        empty(self._flow)
        if hints:
            self._flow.addWidget(KeyCap(self._measure, hints[0].key, hints[0].pressed, main=True))
            self._flow.addWidget(KeyCap(self._measure, hints[0].text, hints[0].pressed))
        for hint in hints[1:]:
            text = self._shift.words("{key} — {deed}", key=hint.key, deed=hint.text)
            self._flow.addWidget(KeyCap(self._measure, text, hint.pressed))
        keys = self._shift.words("{key} — {deed}", key="F1", deed=self._shift.words("all keys"))
        self._flow.addWidget(KeyCap(self._measure, keys, self._show_keys))

    def show_typed(self, step: Step, typed: str) -> None:
        """The line as it stands, in dots where nobody is to read it; else what it is for."""
        shown = _SECRET * len(typed) if step.secret else typed
        self.typed.setText(f"{shown}▏" if typed else step.asking)
        self.typed.set_weight(Weight.BOLD if typed else Weight.REGULAR)
        self.typed.set_tone(Tone.ACCENT if typed else Tone.MUTED)
        self._line.setVisible(bool(self.typed.text()))

    def show_printer(self, text: str, tone: Tone) -> None:
        """How the printer of this desk is."""
        self.printer.setText(text)
        self.printer.set_tone(tone)


def empty(flow: FlowLayout) -> None:
    """Take everything out of a row of words or keys."""
    while flow.count():
        item = flow.takeAt(0)
        widget = item.widget() if item is not None else None
        if widget is not None:
            widget.hide()
            widget.deleteLater()
