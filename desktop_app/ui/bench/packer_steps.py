"""Who packs: chosen from the list, with a PIN where there is one; then what the owner wants to be read first."""

from __future__ import annotations

import time
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.actions.chimes import Chime
from desktop_app.actions.packers import check_pin
from desktop_app.actions.words_of_day import confirm_read
from desktop_app.domain.packers import Packer, Read, ToRead
from desktop_app.domain.pins import PinTries, wrong_pin
from desktop_app.i18n import msg
from desktop_app.ui.bench.choices import ChoiceList
from desktop_app.ui.bench.deeds import active_packers, words_to_read
from desktop_app.ui.bench.parts import BigText, Measure, Panel, Plate
from desktop_app.ui.bench.shift import Shift
from desktop_app.ui.bench.step import Hint, Step
from desktop_app.ui.theme.tokens import SPACE_4, SPACE_6, SPACE_8, Big, Tone, Weight
from desktop_app.ui.widgets.scroll import Scroll


class PackerStep(Step):
    """The list of packers; `wanted` is the name given at the start, which skips the choice."""

    name = "packer"

    def __init__(self, shift: Shift, measure: Measure, *, wanted: str = "") -> None:
        super().__init__(shift, measure)
        self._wanted = wanted
        self._packers: list[Packer] = []
        self._empty = BigText(measure, "", Big.BODY, tone=Tone.MUTED, wrap=True)
        self.list = ChoiceList(measure)
        self.list.chosen.connect(self._choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._empty)
        column.addWidget(self.list, 1)
        self._empty.hide()

    @property
    def title(self) -> str:
        """What stands large at the top."""
        return self.words("Who packs?")

    @property
    def asking(self) -> str:
        """What may be typed or scanned here."""
        return self.words("Type the number before your name")

    @property
    def hints(self) -> tuple[Hint, ...]:
        """The keys, Enter’s first."""
        return (Hint("Enter", self.words("That’s me"), lambda: self.enter("")),)

    def begin(self, _what: object) -> None:
        """It is this step’s turn."""
        self.shift.packer = None
        self.shift.ask(active_packers, then=self._show)

    def enter(self, text: str) -> None:
        """A line is whole; empty where only Enter was pressed."""
        index = self.list.by_number(text) if text else self.list.index
        folded = text.casefold()
        if index is None:
            found = [n for n, one in enumerate(self._packers) if one.fields.person.casefold().startswith(folded)]
            index = found[0] if len(found) == 1 else None
        if index is not None and index < len(self._packers):
            self._choose(index)
        elif not self._packers and not text:
            self.shift.ask(active_packers, then=self._show)
        else:
            self.shift.note(self.words("There is nobody called {name} in the list.", name=text), Tone.WARN)

    def press(self, key: Qt.Key, _held: Qt.KeyboardModifier) -> bool:
        """A key that types nothing."""
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(key, 0)
        self.list.go(step)
        return bool(step)

    def _show(self, found: list[Packer]) -> None:
        self._packers = found
        self.list.show_choices([(one.fields.person, self.words("PIN") if one.has_pin else "") for one in found])
        self.list.setVisible(bool(found))
        self._empty.setVisible(not found)
        self._empty.setText(
            self.words(
                "There are no packers yet. Add them in the main window, under Settings → Packing; then press Enter."
            )
        )
        wanted, self._wanted = self._wanted.strip(), ""
        if not wanted:
            return
        named = [n for n, one in enumerate(found) if one.fields.person.casefold() == wanted.casefold()]
        if named:
            self._choose(named[0])
        else:
            self.shift.note(msg("There is no packer called {name} here. Choose from the list.", name=wanted), Tone.WARN)

    def _choose(self, index: int) -> None:
        packer = self._packers[index]
        self.shift.calm()
        if packer.has_pin:
            self.shift.go("pin", packer)
        else:
            self.shift.welcomed.emit(packer)


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
        column.addWidget(Plate(measure, "lock", self.words("Type your PIN"), said))

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

    def _checked(self, packer: Packer, right: bool) -> None:
        if right:
            self._tries = PinTries()
            self.shift.calm()
            self.shift.welcomed.emit(packer)
            return
        self._tries = self._tries.after_wrong(time.monotonic())
        said = wrong_pin(packer.fields.person, self._tries.wait(time.monotonic()))
        self.shift.note(said, Tone.BAD, chime=Chime.WRONG)


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
        words.setContentsMargins(SPACE_8, SPACE_6, SPACE_8, SPACE_6)
        words.setSpacing(SPACE_4)
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
