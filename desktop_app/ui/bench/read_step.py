"""What the owner wants to be read first: the mission, and the word of the day."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.actions.words_of_day import confirm_read
from desktop_app.domain.packers import Read, ToRead
from desktop_app.ui.bench.deeds import words_to_read
from desktop_app.ui.bench.parts import BigText, Measure, Panel
from desktop_app.ui.bench.shift import Shift
from desktop_app.ui.bench.step import Hint, Step
from desktop_app.ui.theme.faces import scaled
from desktop_app.ui.theme.tokens import SPACE_4, SPACE_6, SPACE_8, Big, Tone, Weight
from desktop_app.ui.widgets.scroll import Scroll


class ReadStep(Step):
    """The mission and the owner’s word of the day, one after the other, each confirmed by Enter."""

    name = "read"

    def __init__(self, shift: Shift, measure: Measure) -> None:
        super().__init__(shift, measure)
        self._left: list[ToRead] = []
        self.text = BigText(measure, "", Big.LINE, wrap=True)
        self.text.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self._of = BigText(measure, "", Big.NOTE, weight=Weight.BOLD, tone=Tone.MUTED)
        inside = QWidget()
        words = QVBoxLayout(inside)
        self._words = words
        measure.changed.connect(self._fit)
        self._fit()
        words.addWidget(self._of)
        words.addWidget(self.text, 1)
        self._area = Scroll(inside)
        self._area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        panel = Panel()
        around = QVBoxLayout(panel)
        around.setContentsMargins(1, 1, 1, 1)
        around.addWidget(self._area)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(panel)

    @property
    def title(self) -> str:
        """What stands large at the top."""
        return self.words("Good to have you here, {name}", name=self.shift.who)

    @property
    def hints(self) -> tuple[Hint, ...]:
        """The keys, Enter’s first."""
        return (
            Hint("Enter", self.words("I have read it"), lambda: self.enter("")),
            Hint("Esc", self.words("somebody else"), self.leave),
        )

    def begin(self, _what: object) -> None:
        """It is this step’s turn."""
        packer = self.shift.packer
        if packer is None:
            self.shift.go("packer")
            return
        self._left = []
        self.text.clear()
        self._of.clear()
        self.shift.ask(words_to_read, packer.id, self.words.language, then=self._show)

    def enter(self, text: str) -> None:
        """A line is whole; empty where only Enter was pressed."""
        packer = self.shift.packer
        if text or packer is None or not self._left:
            return
        now = self._left[0]
        self.shift.change(confirm_read, packer.id, now.kind, now.key, then=lambda _: self._show(self._left[1:]))

    def press(self, key: Qt.Key, _held: Qt.KeyboardModifier) -> bool:
        """A key that types nothing."""
        bar = self._area.verticalScrollBar()
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(key, 0)
        bar.setValue(bar.value() + step * 60)
        if key == Qt.Key.Key_Escape:
            self.leave()
        return True

    def leave(self) -> None:
        """Esc: out of here."""
        self.shift.go("packer")

    def _fit(self) -> None:
        room = self.measure.room if self.measure.small else scaled
        side, gap = room(SPACE_8), room(SPACE_6)
        self._words.setContentsMargins(side, gap, side, gap)
        self._words.setSpacing(room(SPACE_4))

    def _show(self, left: list[ToRead]) -> None:
        self._left = left
        if not left:
            self.shift.go("queue")
            return
        words = self.words
        self._of.setText(words("Our mission") if left[0].kind is Read.MISSION else words("Today’s word"))
        self.text.setText(left[0].text)
        self._area.verticalScrollBar().setValue(0)
        self.changed.emit()
