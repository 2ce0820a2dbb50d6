"""The printer and its tray, beside the choices: bound to the paper on this desk, and said when it stands still."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.actions.printers import default_printer, media_of, printer, printers
from desktop_app.domain.desk_settings import DESK_PRINTER, DESK_PRINTERS
from desktop_app.domain.errors import AppError, DeliveryFailed
from desktop_app.domain.imposing import Duplex
from desktop_app.domain.kinds import KIND_NAMES, Kind
from desktop_app.domain.printers import Binding, Printer, bindings, bound, kind_key, printer_for
from desktop_app.domain.stock import Stock
from desktop_app.ui.desk import Desk
from desktop_app.ui.preview.printer_words import tray_name
from desktop_app.ui.theme.tokens import SPACE_2, Size, Tone
from desktop_app.ui.widgets.buttons import plain
from desktop_app.ui.widgets.field import Field, Input
from desktop_app.ui.widgets.form import Form
from desktop_app.ui.widgets.inputs import CheckInput
from desktop_app.ui.widgets.labels import Label


@dataclass(frozen=True, slots=True)
class Printers:
    """The printers of this computer, and the one the system would take."""

    names: tuple[str, ...]
    usual: str = ""


def there() -> Printers:
    """Asks the printing system which printers there are."""
    names = tuple(printers())
    return Printers(names, default_printer() if names else "")


class PrinterChoice(QWidget):
    """`changed` when another printer or tray counts (its correction is in the papers), `looked` once all is known."""

    changed = Signal()
    looked = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._stock: Stock | None = None
        self._kind: Kind | None = None
        self._duplex = Duplex.OFF
        self._there: Printers | None = None
        self._can: Printer | None = None
        words = desk.words
        self.form = Form(desk.theme, words, (
            Field("printer", words("Printer"), Input.CHOICE),
            Field("tray", words("Tray"), Input.CHOICE),
        ), today=desk.today())
        self.form.edited.connect(self._edited)
        self.state = Label(words("Looking for printers…"), Size.SMALL, tone=Tone.MUTED, wrap=True)
        self.always = CheckInput(desk.theme, words("Always print this paper here"), wrap=True)
        self.always_kind = CheckInput(desk.theme, "", wrap=True)
        self.system_button = plain(words("System dialog…"), tip=words("For what is not offered here"))
        self.system_button.setProperty("flush", True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_2)
        for part in (self.form, self.state, self.always, self.always_kind):
            column.addWidget(part)
        column.addWidget(self.system_button)
        for key in ("printer", "tray"):
            self.form.box(key).hide()
        for check in (self.always, self.always_kind):
            check.hide()
        self.system_button.hide()

    @property
    def printer(self) -> str:
        """The printer chosen, empty where there is none."""
        return str(self.form.box("printer").input.value() or "")

    @property
    def tray(self) -> str:
        """Its tray, empty for the printer's own choice."""
        return str(self.form.box("tray").input.value() or "")

    @property
    def known(self) -> bool:
        """Whether the printing system has answered."""
        return self._there is not None

    @property
    def none_here(self) -> bool:
        """Whether this computer is known to have no printer."""
        return self._there is not None and not self._there.names

    @property
    def problem(self) -> str:
        """Why nothing can come out of this printer on this paper; empty where nothing stands against it."""
        can, stock, words = self._can, self._stock, self._desk.words
        if can is None or stock is None:
            return ""
        if self._duplex in (Duplex.LONG, Duplex.SHORT) and can.sizes is not None and not can.both_sides:
            return words("“{printer}” prints on one side only: choose folding instead.", printer=can.name)
        try:
            media_of(stock.sheet, can)
        except DeliveryFailed as error:
            return words.say(error.message)
        return ""

    def look(self) -> None:
        """Ask which printers there are."""
        none = Printers(())
        self._desk.work.run(
            there, then=self.show_printers, failed=lambda _: self.show_printers(none), owner=self
        )

    def show_printers(self, found: Printers) -> None:
        """Offer these printers, the one for this paper chosen."""
        self._there = found
        box = self.form.box("printer")
        box.input.set_choices([(name, name) for name in found.names])
        box.setVisible(bool(found.names))
        for part in (self.always, self.always_kind, self.system_button):
            part.setVisible(bool(found.names))
        self._choose()
        self.looked.emit()

    def show_paper(self, stock: Stock, duplex: Duplex, kind: Kind) -> None:
        """Another paper or kind of it, or another way to print it: its printer is chosen, what it cannot is said."""
        other = self._stock is None or self._stock.id != stock.id or self._kind is not kind
        self._stock, self._duplex, self._kind = stock, duplex, kind
        words = self._desk.words
        always = words("Always print here: {papers}", papers=words.say(KIND_NAMES[kind]))
        self.always_kind.setText(always.replace("&", "&&"))
        self.always_kind.setAccessibleName(always)
        if other and self._there is not None:
            self._choose()
        else:
            self._say()

    def show_can(self, can: Printer) -> None:
        """What the chosen printer can, and how it is now."""
        if can.name != self.printer:
            return
        self._can = can
        words, box = self._desk.words, self.form.box("tray")
        before = self.tray
        wanted = self._bound.tray if self._bound.printer == can.name else ""
        named = [(tray, tray_name(words, tray)) for tray in can.trays]
        box.input.set_choices([("", words("The printer’s own choice")), *named])
        box.input.set_value(wanted)
        box.setVisible(len(can.trays) > 1)
        self._say()
        if self.tray != before:
            self.changed.emit()

    def keep(self) -> None:
        """Papers went to this printer: remember it, for this paper where a person wishes so.

        Another printer for once leaves the paper's own as it is.
        """
        settings, here = self._desk.settings, Binding(self.printer, self.tray)
        settings.set(DESK_PRINTER, here.printer)
        for check, key in self._checks():
            always = bool(check.value())
            if always or self._own(key) == here:
                wanted = here if always else None
                settings.set(DESK_PRINTERS, bound(settings.get(DESK_PRINTERS), key, wanted))

    def _checks(self) -> list[tuple[CheckInput, str]]:
        """What may be bound to a printer, under its name among the desk's printers."""
        found = [(self.always, self._stock.id)] if self._stock is not None else []
        return found + ([(self.always_kind, kind_key(self._kind))] if self._kind is not None else [])

    def _own(self, key: str) -> Binding | None:
        """Where this desk always prints a paper, or a kind of it."""
        return bindings(self._desk.settings.get(DESK_PRINTERS)).get(key)

    @property
    def _bound(self) -> Binding:
        """The printer of this paper on this desk, else the desk's usual one."""
        kept, usual = self._desk.settings.get(DESK_PRINTERS), self._desk.settings.get(DESK_PRINTER)
        return printer_for(kept, usual, self._stock.id if self._stock else "", self._kind)

    def _choose(self) -> None:
        assert self._there is not None
        names, wanted, before = self._there.names, self._bound.printer, self.printer
        self.form.box("printer").input.set_value(wanted if wanted in names else self._there.usual)
        for check, key in self._checks():
            check.set_value(self._own(key) is not None)
        self._ask()
        if self.printer != before:
            self.changed.emit()

    def _ask(self) -> None:
        """What this printer can is asked for; until then nothing is said against it."""
        self._can = None
        self._say()
        if self.printer:
            self._desk.work.run(
                printer, self.printer, then=self.show_can, failed=self._silent, owner=self,
            )

    def _edited(self, key: str) -> None:
        if key == "printer":
            self.form.box("tray").input.set_choices([])
            self.form.box("tray").hide()
            self._ask()
        for check, key in self._checks():
            check.set_value(self._own(key) == Binding(self.printer, self.tray))
        self.changed.emit()

    def _silent(self, error: AppError) -> None:
        self.state.setText(self._desk.words.say(error.message))
        self.state.set_tone(Tone.WARN)
        self.state.show()

    def _say(self) -> None:
        words, can = self._desk.words, self._can
        tone, said = Tone.WARN, self.problem
        if self.none_here:
            tone, said = Tone.MUTED, words("This computer has no printer yet. Save the papers as a PDF.")
        elif can is not None and not can.ready and not said:
            why = " ".join(words.say(reason) for reason in can.reasons)
            said = f"{words('The printer is stopped: papers wait there until it goes on.')} {why}".strip()
        elif can is not None and can.reasons and not said:
            said = " ".join(words.say(reason) for reason in can.reasons)
        elif self._there is None:
            tone, said = Tone.MUTED, words("Looking for printers…")
        self.state.setText(said)
        self.state.set_tone(tone)
        self.state.setVisible(bool(said))
