"""The printers of this computer, from which a desk’s own is chosen by its number."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from desktop_app.actions.printers import printers
from desktop_app.domain.desk_settings import DESK_PRINTER, DESK_PRINTERS
from desktop_app.domain.kinds import Kind
from desktop_app.domain.printers import Binding, bindings, bound, kind_key, printer_for
from desktop_app.i18n import msg
from desktop_app.ui.bench.choices import ChoiceList
from desktop_app.ui.bench.parts import BigText, Measure
from desktop_app.ui.bench.shift import Shift
from desktop_app.ui.bench.step import Hint, Step
from desktop_app.ui.theme.tokens import Tone


class PrinterStep(Step):
    """The printers of this computer, to choose the desk’s by its number."""

    name = "printer"

    def __init__(self, shift: Shift, measure: Measure) -> None:
        super().__init__(shift, measure)
        self._names: list[str] = []
        self._back = "queue"
        self._none = BigText(measure, "", wrap=True, tone=Tone.MUTED)
        self._none.hide()
        self.list = ChoiceList(measure)
        self.list.chosen.connect(self._choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._none)
        column.addWidget(self.list, 1)
        column.addStretch(0)

    @property
    def title(self) -> str:
        """What stands large at the top."""
        return self.words("Which printer?")

    @property
    def asking(self) -> str:
        """What may be typed here."""
        return self.words("Type the number before its name") if self._names else ""

    @property
    def hints(self) -> tuple[Hint, ...]:
        """The keys, Enter’s first."""
        if not self._names:
            return (Hint("Enter", self.words("Back"), self.leave),)
        return (
            Hint("Enter", self.words("Print here"), lambda: self.enter("")),
            Hint("Esc", self.words("leave it"), self.leave),
        )

    def begin(self, what: object) -> None:
        """It is this step’s turn."""
        self._back = str(what or "queue")
        self._names = []
        self.shift.run(printers, then=self._show)

    def enter(self, text: str) -> None:
        """A line is whole; empty where only Enter was pressed."""
        index = self.list.by_number(text) if text else self.list.index
        if index is not None and index < len(self._names):
            self._choose(index)
        elif self._names:
            self.shift.note(msg("Type a number from the list."), Tone.WARN)
        else:
            self.leave()

    def press(self, key: Qt.Key, _held: Qt.KeyboardModifier) -> bool:
        """A key that types nothing."""
        self.list.go({Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(key, 0))
        if key == Qt.Key.Key_Escape:
            self.leave()
        elif key == Qt.Key.Key_F4:
            self.shift.run(printers, then=self._show)
        return True

    def leave(self) -> None:
        """Esc: out of here."""
        self.shift.calm()
        self.shift.go(self._back)

    def _show(self, names: list[str]) -> None:
        self._names = names
        settings = self.shift.desk.settings
        kept = printer_for(settings.get(DESK_PRINTERS), settings.get(DESK_PRINTER), "", Kind.PARCEL).printer
        self.list.show_choices([(name, self.words("now") if name == kept else "") for name in names])
        self.list.setVisible(bool(names))
        self._none.setVisible(not names)
        self._none.setText(
            self.words("This computer has no printer yet. Add one in the settings of the system, then press F4 again.")
        )
        self.changed.emit()

    def _choose(self, index: int) -> None:
        settings, name = self.shift.desk.settings, self._names[index]
        kept = settings.get(DESK_PRINTERS)
        if bindings(kept):  # a printer of its own for a paper goes before the desk’s: the parcels’ is chosen here
            settings.set(DESK_PRINTERS, bound(kept, kind_key(Kind.PARCEL), Binding(name)))
        else:
            settings.set(DESK_PRINTER, name)
        self.shift.note(msg("Papers come out of {printer} from now on.", printer=name), Tone.GOOD)
        self.shift.go(self._back, self.name)
