"""The sheet beside a parcel’s articles: how to pack it, what was noted for it, the mission and the word of the day."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.packing import PackingStepId, Parcel, step_words
from desktop_app.i18n import Words
from desktop_app.ui.bench.parts import BigText, Measure, Sign
from desktop_app.ui.bench.saying import Saying
from desktop_app.ui.bench.wording import papers_words
from desktop_app.ui.theme.tokens import SPACE_3, SPACE_4, Big, Tone, Weight


class StepRow(QWidget):
    """One step of the checklist with its number; a click ticks it too."""

    clicked = Signal()

    def __init__(self, measure: Measure, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text
        self.sign = Sign(measure, "open", Tone.MUTED, size=22)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_3)
        row.addWidget(self.sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(BigText(measure, text, Big.BODY, wrap=True), 1)

    def tick(self, done: bool, said: str) -> None:
        """Done, or not."""
        self.sign.show_sign("check" if done else "open", Tone.GOOD if done else Tone.MUTED)
        self.setAccessibleName(f"{self._text}, {said}")

    def mouseReleaseEvent(self, _event: object) -> None:
        """A click is as good as the key."""
        self.clicked.emit()


class Aside(QWidget):
    """`ticked(step)` when a step was clicked."""

    ticked = Signal(int)

    def __init__(self, measure: Measure, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._measure, self._words = measure, words
        self._rows: dict[PackingStepId, StepRow] = {}
        self._title = BigText(measure, words("How to pack it · Space ticks it"), Big.NOTE, tone=Tone.MUTED, wrap=True)
        self.to = BigText(measure, "", Big.NOTE, tone=Tone.MUTED, wrap=True)
        self.notes = BigText(measure, "", Big.BODY, weight=Weight.MEDIUM, wrap=True)
        self.saying = Saying(measure)
        self._steps = QVBoxLayout()
        self._steps.setSpacing(SPACE_3 + 2)
        column = self._column = QVBoxLayout(self)
        measure.changed.connect(self._fit)
        self._fit()
        column.addWidget(self.notes)  # first: it is too late once the parcel is wrapped
        column.addWidget(self._title)
        column.addLayout(self._steps)
        column.addWidget(self.to)
        column.addStretch(1)
        column.addWidget(self.saying)

    def _fit(self) -> None:
        side = self._measure.room(28)
        self._column.setContentsMargins(side, side, side, side)
        self._column.setSpacing(self._measure.room(SPACE_4))

    def show_parcel(self, parcel: Parcel, done: frozenset[PackingStepId]) -> None:
        """Show another order’s steps and notes."""
        for row in self._rows.values():
            row.hide()
            row.deleteLater()
        self._rows = {}
        for step in parcel.steps:
            row = StepRow(self._measure, step_words(step, self._words.language))
            row.clicked.connect(lambda step=step.id: self.ticked.emit(step))
            self._rows[step.id] = row
            self._steps.addWidget(row)
        self._title.setVisible(bool(parcel.steps))
        words = self._words
        to = " · ".join(part for part in (parcel.name, parcel.carrier) if part)
        self.to.setText(words("Goes to {name}", name=to) if to else "")
        self.to.setVisible(bool(to))
        on_top = papers_words(words, parcel.enclosed)
        notes = [words("To lay on top: {papers}", papers=on_top)] if on_top else []
        notes += [words("For you: {note}", note=parcel.packer_note)] if parcel.packer_note else []
        notes += [words("The customer asks: {note}", note=parcel.note)] if parcel.note else []
        self.notes.setText("\n".join(notes))
        self.notes.setVisible(bool(notes))
        self.show_done(done)

    def show_done(self, done: frozenset[PackingStepId]) -> None:
        """Which steps are done."""
        for number, row in self._rows.items():
            row.tick(number in done, self._words("checked") if number in done else self._words("to do"))
