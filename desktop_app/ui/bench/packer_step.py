"""Who packs: chosen from the list by number, name or arrows."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from desktop_app.domain.packers import Packer
from desktop_app.i18n import msg
from desktop_app.ui.bench.choices import ChoiceList
from desktop_app.ui.bench.deeds import active_packers
from desktop_app.ui.bench.parts import BigText, Measure
from desktop_app.ui.bench.shift import Shift
from desktop_app.ui.bench.step import Hint, Step
from desktop_app.ui.theme.tokens import Big, Tone


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
        me = self.words("That’s me: {name}", name=self.list.text()) if self.list.text() else self.words("That’s me")
        return (Hint("Enter", me, lambda: self.enter("")),)

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
        self.list.go({Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(key, 0))
        self.changed.emit()
        return True

    def _show(self, found: list[Packer]) -> None:
        self._packers = found
        self.list.show_choices([(one.fields.person, self.words("PIN") if one.has_pin else "") for one in found])
        self.list.setVisible(bool(found))
        self._empty.setVisible(not found)
        self._empty.setText(
            self.words(
                "There are no packers yet. Add them in the main window, under Settings → Packers; then press Enter."
            )
        )
        self.changed.emit()
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
