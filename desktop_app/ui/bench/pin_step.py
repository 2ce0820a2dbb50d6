"""The packer’s PIN, typed in dots."""

from __future__ import annotations

import time
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from desktop_app.actions.chimes import Chime
from desktop_app.actions.pins import check_pin
from desktop_app.domain.packers import Packer
from desktop_app.domain.pins import PinTries, wrong_pin
from desktop_app.ui.bench.parts import Measure, Plate
from desktop_app.ui.bench.shift import Shift
from desktop_app.ui.bench.step import Hint, Step
from desktop_app.ui.theme.tokens import Tone


class PinStep(Step):
    """The PIN, in dots."""

    name = "pin"
    secret = True

    def __init__(self, shift: Shift, measure: Measure) -> None:
        super().__init__(shift, measure)
        self._packer: Packer | None = None
        self._tries = PinTries()
        said = self.words("Your PIN tells who packs here. It does not lock the shop.")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._plate = Plate(measure, "lock", self.words("Type your PIN"), said)
        column.addWidget(self._plate)
        measure.changed.connect(self._fit)
        self._fit()

    @property
    def title(self) -> str:
        """What stands large at the top."""
        return self._packer.fields.person if self._packer else ""

    @property
    def asking(self) -> str:
        """What may be typed or scanned here."""
        return self.words("Digits, then Enter")

    @property
    def hints(self) -> tuple[Hint, ...]:
        """The keys, Enter’s first."""
        return (
            Hint("Enter", self.words("Begin"), lambda: self.enter("")),
            Hint("Esc", self.words("somebody else"), self.leave),
        )

    def begin(self, what: object) -> None:
        """It is this step’s turn."""
        if isinstance(what, Packer):
            if self._packer is None or self._packer.id != what.id:
                self._tries = PinTries()
            self._packer = what

    def enter(self, text: str) -> None:
        """A line is whole; empty where only Enter was pressed."""
        packer, wait = self._packer, self._tries.wait(time.monotonic())
        if packer is None:
            return
        if wait:
            self.shift.note(wrong_pin(packer.fields.person, wait), Tone.BAD, chime=Chime.WRONG)
        elif text:
            self.shift.ask(check_pin, packer.id, text, then=partial(self._checked, packer))
        else:
            self.shift.note(self.asking, Tone.WARN)

    def press(self, key: Qt.Key, _held: Qt.KeyboardModifier) -> bool:
        """A key that types nothing."""
        if key == Qt.Key.Key_Escape:
            self.leave()
            return True
        return False

    def leave(self) -> None:
        """Esc: out of here."""
        self.shift.calm()
        self.shift.go("packer")

    def _fit(self) -> None:
        self._plate.detail.setHidden(self.measure.tight)

    def _checked(self, packer: Packer, right: bool) -> None:
        if right:
            self._tries = PinTries()
            self.shift.calm()
            self.shift.welcomed.emit(packer)
            return
        self._tries = self._tries.after_wrong(time.monotonic())
        said = wrong_pin(packer.fields.person, self._tries.wait(time.monotonic()))
        self.shift.note(said, Tone.BAD, chime=Chime.WRONG)
