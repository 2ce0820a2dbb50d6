"""The foot of the bench: what is being typed, the keys, the printer."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.ui.bench.head import empty
from desktop_app.ui.bench.parts import BigText, KeyCap, Measure
from desktop_app.ui.bench.shift import Shift
from desktop_app.ui.bench.step import Hint, Step
from desktop_app.ui.theme.tokens import SPACE_2, SPACE_3, SPACE_4, Big, Tone, Weight
from desktop_app.ui.widgets.flow import FlowLayout

_SECRET = "•"
_FEW = 2  # keys at the foot of a small window


class Foot(QWidget):
    """Enter's key first and largest; beside it what is being typed; the other keys; the printer at the right."""

    def __init__(
        self,
        shift: Shift,
        measure: Measure,
        *,
        show_keys: Callable[[], object],
        close: Callable[[], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._shift, self._measure, self._show_keys, self._close = shift, measure, show_keys, close
        self.typed = BigText(measure, "", Big.BODY, wrap=True)
        self.typed.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.printer = BigText(measure, "", Big.NOTE, tone=Tone.MUTED, wrap=True)
        self.printer.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._keys = QWidget()
        self._flow = FlowLayout(self._keys, space=SPACE_3)
        self._hints: tuple[tuple[str, str], ...] = ()
        self._tight: bool | None = None  # as the keys stand there now
        self._wrong = False  # with the printer: that is told in the smallest window too
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

    def show_step(self, step: Step, typed: str, *, closes: bool = False, red: bool = False) -> None:
        """The keys of a step; where a sentence stays above the work, Esc `closes` that first, and `red` stops Enter."""
        self.show_typed(step, typed)
        tight = self._measure.tight
        hints = step.hints
        ways = QBoxLayout.Direction
        self._row.setDirection(ways.TopToBottom if self._measure.small else ways.LeftToRight)
        self._row.setSpacing(0 if self._measure.small else SPACE_4)
        if closes:
            close = Hint("Esc", self._shift.words("close the message"), self._close)
            hints = tuple(close if hint.key == "Esc" else hint for hint in hints if not (red and hint.key == "Enter"))
        if self._measure.small:  # F1 tells the others
            hints = hints[: 1 if tight else _FEW]
        self.printer.setVisible(not tight or self._wrong)
        shown = tuple((hint.key, hint.text) for hint in hints)
        if (tight, shown) == (self._tight, self._hints):
            return
        self._tight, self._hints = tight, shown
        empty(self._flow)
        if hints:
            self._flow.addWidget(KeyCap(self._measure, hints[0].key, hints[0].pressed, main=True))
            self._flow.addWidget(KeyCap(self._measure, hints[0].text, hints[0].pressed))
        for hint in hints[1:]:
            text = self._shift.words("{key} — {deed}", key=hint.key, deed=hint.text)
            self._flow.addWidget(KeyCap(self._measure, text, hint.pressed))
        keys = "F1" if tight else self._shift.words("{key} — {deed}", key="F1", deed=self._shift.words("all keys"))
        self._flow.addWidget(KeyCap(self._measure, keys, self._show_keys))

    def show_typed(self, step: Step, typed: str) -> None:
        """The line as it stands, in dots where nobody is to read it; else what it is for."""
        shown = _SECRET * len(typed) if step.secret else typed
        self.typed.setText(f"{shown}▏" if typed else step.asking)
        self.typed.set_weight(Weight.BOLD if typed else Weight.REGULAR)
        self.typed.set_tone(Tone.ACCENT if typed else Tone.MUTED)
        self._line.setVisible(bool(typed if self._measure.tight else self.typed.text()))

    def show_printer(self, text: str, tone: Tone) -> None:
        """How the printer of this desk is."""
        self._wrong = tone is not Tone.MUTED
        self.printer.setText(text)
        self.printer.set_tone(tone)
        self.printer.setVisible(not self._measure.tight or self._wrong)
