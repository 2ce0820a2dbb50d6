"""Where a printer really prints: its test page printed, a ruler laid on it, and the correction kept for its tray."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTemporaryDir
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.actions.printers import printer, printers
from desktop_app.actions.printing import make_test_page
from desktop_app.actions.stocks import set_calibration
from desktop_app.domain.calibration import Calibrated, Calibration
from desktop_app.domain.changes import Changes, Topic
from desktop_app.domain.desk_settings import DESK_PRINTER, DESK_PRINTERS
from desktop_app.domain.errors import AppError
from desktop_app.domain.imposing import Duplex
from desktop_app.domain.printers import Printer, bindings
from desktop_app.domain.stock import Stock
from desktop_app.i18n import Words
from desktop_app.ui.desk import Desk
from desktop_app.ui.pages.deed_dialog import DeedDialog
from desktop_app.ui.pages.paper.calibration_known import Known, known
from desktop_app.ui.pages.paper.calibration_words import in_words, sentence, whose
from desktop_app.ui.pages.paper.measured_page import page_of, print_test_page
from desktop_app.ui.pages.paper.measuring import Measuring
from desktop_app.ui.pages.paper.ruler_drawing import RulerDrawing
from desktop_app.ui.preview.printer_words import tray_name
from desktop_app.ui.theme.faces import scaled
from desktop_app.ui.theme.tokens import SPACE_2, SPACE_3, SPACE_4, SPACE_6, Tone, Weight
from desktop_app.ui.widgets.buttons import primary, quiet, small
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.field import Field, Input
from desktop_app.ui.widgets.file_dialogs import ask_for_place
from desktop_app.ui.widgets.flow import FlowLayout
from desktop_app.ui.widgets.form import Form
from desktop_app.ui.widgets.labels import Label
from desktop_app.ui.widgets.scroll import Scroll
from desktop_app.ui.widgets.task_row import TaskRow

_WIDE, _HIGH = 1080, 800
_SIDE, _PICTURE = 300, (300, 320)
_BOTH_FROM = 760  # narrower, the drawing makes room


class CalibrationDialog(DeedDialog):
    """Three steps on one page: which printer, print, measure."""

    def __init__(self, desk: Desk, parent: QWidget, *, stock: str = "") -> None:
        words = desk.words
        super().__init__(
            desk, parent, title=words("Calibrate a printer"), wide=_WIDE, high=_HIGH,
            line=words("Every printer misses a little. Two minutes with a ruler, and cards lie where they belong."),
        )
        self._wanted, self._known, self._found = stock, Known((), ()), list[str]()
        self._checking: Calibration | None = None
        self._folder = QTemporaryDir()
        self._pages = 0
        self.choice: Form | None = None
        self._build()
        desk.bus.changed.connect(self._hear)
        desk.work.run(printers, then=self._printers, failed=self.tell, owner=self)

    def done(self, result: int) -> None:
        """Leave: let go of the pages."""
        self._folder.remove()
        super().done(result)

    # What is chosen.

    @property
    def printer(self) -> str:
        """The printer chosen; empty without any."""
        return str(self._value("printer") or "")

    @property
    def tray(self) -> str:
        """Its tray; empty for its own choice."""
        return str(self._value("tray") or "")

    @property
    def stock(self) -> Stock:
        """The paper chosen."""
        return self._known.stock(str(self._value("stock") or self._wanted))

    @property
    def duplex(self) -> Duplex:
        """Which sides are measured."""
        return Duplex(self._value("sides") or Duplex.OFF)

    @property
    def kept(self) -> Calibrated | None:
        """The correction in force for what is chosen."""
        return self._known.correction(self.printer, self.tray, self.stock.id)

    def _value(self, key: str) -> Any:
        return self.choice.box(key).input.value() if self.choice is not None else None

    # Building.

    def _build(self) -> None:
        words = self.words
        inside = QWidget()
        self._steps = QVBoxLayout(inside)
        self._steps.setContentsMargins(0, 0, SPACE_3, SPACE_4)
        self._steps.setSpacing(SPACE_4)
        self._which = Card(words("1 · Which printer, which paper"))
        self._steps.addWidget(self._which)
        self._steps.addWidget(self._printing())
        self._steps.addWidget(self._measuring())
        self._steps.addStretch(1)
        side = QWidget()
        self._side = Scroll(side)
        self._side.setFixedWidth(scaled(_SIDE) + 12)
        self._beside = QVBoxLayout(side)
        self._beside.setContentsMargins(0, 0, 0, 0)
        self._beside.setSpacing(SPACE_4)
        self._beside.addStretch(1)
        self.drawing = RulerDrawing(self.desk.theme, words, wide=_PICTURE[0], high=_PICTURE[1])
        self.measuring.asked.connect(self.drawing.light)
        self.list = Card(words("Calibrated"))
        both = QHBoxLayout()
        both.setSpacing(SPACE_6)
        both.addWidget(Scroll(inside), 1)
        both.addWidget(self._side)
        self.body.addLayout(both, 1)
        self.keep_button = primary(words("Keep the correction"), self.keep, shortcut="Ctrl+S")
        self.add_feet(None, quiet(words("Close"), self.accept, shortcut="Esc"), self.keep_button)
        self._arrange()

    def _printing(self) -> Card:
        words = self.words
        card = Card(words("2 · Print the test page"))
        self.page_said = Label("", tone=Tone.MUTED, wrap=True)
        self.print_button = small(words("Print the test page"), lambda: self._print(check=False), shortcut="Ctrl+P")
        self.save_button = small(words("Save as PDF…"), self._save)
        card.add_row(_row(self.page_said, self.print_button, self.save_button))
        return card

    def _measuring(self) -> Card:
        words = self.words
        card = Card(words("3 · Measure, and keep the correction"))
        self.measuring = Measuring(self.desk)
        self.measuring.measured.connect(self._say_result)
        self.said = Label("", weight=Weight.MEDIUM, wrap=True)
        self.check_button = small(words("Print a check page"), lambda: self._print(check=True))
        self.forget_button = small(words("Forget the correction"), lambda: self._forget(self.kept))
        card.add_row(_row(self.measuring))
        card.add_row(_row(self.said, self.check_button, self.forget_button))
        return card

    def resizeEvent(self, event: Any) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """The drawing and the list stand beside the steps, where there is no room below them."""
        both = self.width() >= scaled(_BOTH_FROM)
        column = self._beside if both else self._steps
        if column.indexOf(self.list) < 0:
            for part in (self.drawing, self.list):
                (self._steps if both else self._beside).removeWidget(part)
                column.insertWidget(column.count() - 1, part)
        self._side.setVisible(both)

    # What comes back.

    def _printers(self, found: list[str]) -> None:
        self._found = found
        self.desk.work.ask(known, self._wanted, then=self._show, failed=self.tell, owner=self)

    def _hear(self, changes: Changes, _who: object) -> None:
        if Topic.CARDS in changes.topics and self.choice is not None:
            self.desk.work.ask(known, self.stock.id, then=self._renew, failed=self.tell, owner=self)

    def _show(self, now: Known) -> None:
        self._known = now
        names = list(dict.fromkeys((*self._found, *(one.printer for one in now.corrections))))
        bound = bindings(self.desk.settings.get(DESK_PRINTERS)).get(self._wanted)
        usual = bound.printer if bound else self.desk.settings.get(DESK_PRINTER)
        self.choice = Form(self.desk.theme, self.words, self._fields(names), today=self.desk.today())
        self.choice.set_value({
            "printer": usual if usual in names else names[0] if names else "", "tray": "", "stock": self._wanted,
            "sides": Duplex.OFF.value,
        })  # fmt: skip
        self.choice.edited.connect(self._edited)
        self._which.add_row(_row(self.choice))
        self._edited("printer")
        self._list()

    def _renew(self, now: Known) -> None:
        """Corrections changed: what is chosen and typed stays."""
        self._known = now
        self._list()
        self._say_result()

    def _fields(self, names: list[str]) -> list[Field]:
        words = self.words
        stocks = [(one.stock.id, one.stock.title[words.language]) for one in self._known.stocks]
        sides = [
            (Duplex.OFF.value, words("One side")), (Duplex.LONG.value, words("Both sides, turned over the long edge")),
            (Duplex.SHORT.value, words("Both sides, turned over the short edge")),
        ]
        return [
            Field("printer", words("Printer"), Input.CHOICE, choices=[(name, name) for name in names]),
            Field("tray", words("Tray"), Input.CHOICE, choices=_trays(words, [])),
            Field("stock", words("Paper"), Input.CHOICE, choices=stocks),
            Field("sides", words("Sides"), Input.CHOICE, choices=sides),
        ]

    def _edited(self, key: str) -> None:
        """Another printer has other trays; another sheet other lengths."""
        if key == "printer" and self.printer in self._found:
            self.desk.work.run(printer, self.printer, then=self._trays, failed=self.tell, owner=self)
        self._begin(None)

    def _trays(self, found: Printer) -> None:
        if self.choice is None or found.name != self.printer:
            return
        box = self.choice.box("tray").input
        box.set_choices(_trays(self.words, found.trays))
        bound = bindings(self.desk.settings.get(DESK_PRINTERS)).get(self.stock.id)
        if bound is not None and bound.printer == found.name and not box.value():
            box.set_value(bound.tray)  # where this paper lies at this desk
        self._say_result()

    def _begin(self, before: Calibration | None) -> None:
        """A page printed with this correction, or none, is to be measured."""
        self._checking = before
        stock = self.stock
        self.drawing.show_sheet(stock.sheet)
        self.measuring.show_sheet(stock.sheet, back=self.duplex is not Duplex.OFF, before=before)
        self._say_page()
        self._say_result()

    # What a person does.

    def keep(self) -> None:
        """Keep what was measured."""
        if self.measuring.missing():
            return
        self.change(set_calibration, self.printer, self.tray, self.stock.id, self.measuring.correction)

    def _forget(self, one: Calibrated | None) -> None:
        if one is not None:
            self.change(set_calibration, one.printer, one.tray, one.stock, None)

    def _print(self, *, check: bool) -> None:
        kept = self.kept
        with_this = kept.measures if check and kept else None
        self._pages += 1
        file = Path(self._folder.filePath(f"test-{self._pages}.pdf"))
        self._allow(False)
        self.desk.work.run(
            print_test_page, self.stock, file, self.printer, tray=self.tray, duplex=self.duplex,
            calibration=with_this, language=self.words.language, then=lambda _: self._printed(with_this),
            failed=self._refused, owner=self,
        )

    def _printed(self, with_this: Calibration | None) -> None:
        self._allow(True)
        words, page = self.words, page_of(self.words, check=with_this is not None)
        self._begin(with_this)
        self.banner.say(words("{page} sent to {printer}.", page=page, printer=self.printer), Tone.GOOD, stays=8000)
        assert self.measuring.form is not None
        self.measuring.form.focus_first()

    def _save(self) -> None:
        name = f"{self.words('Test page')}.pdf"
        ask_for_place(self, self.desk.settings, self.words("Save as PDF"), name, taken=self.save_to)

    def save_to(self, file: Path) -> None:
        """Keep the test page at a place, to be printed elsewhere."""
        self.desk.work.run(
            make_test_page, self.stock, file, language=self.words.language, duplex=self.duplex,
            then=lambda _: self.banner.say(self.words("The test page is in {file}.", file=f"{file}"), Tone.GOOD),
            failed=self.tell, owner=self,
        )

    # What is said.

    def _say_page(self) -> None:
        words, name = self.words, self.printer
        if name in self._found:
            title = self.stock.title[words.language]
            said = words("Lay a sheet of “{title}” into the printer, or plain paper of its size.", title=title)
        elif name:
            said = words("“{printer}” is not connected to this computer now.", printer=name)
        else:
            said = words("This computer has no printer yet. Save the page as a PDF and see what it looks like.")
        self.page_said.setText(said)
        self.page_said.set_tone(Tone.MUTED if name in self._found else Tone.WARN)

    def _say_result(self) -> None:
        words, found, kept = self.words, self.measuring.correction, self.kept
        if found is not None and (kept is None or found != kept.measures):
            self.said.setText(sentence(words, found))
        elif self._checking is not None:
            self.said.setText(words("Measure the check page: what is still off is added to the correction."))
        elif kept is not None:
            self.said.setText(words("Kept: {correction}.", correction=in_words(words, kept.measures)))
        else:
            self.said.setText(words("Lengths A and B are needed; C and D say whether the printer enlarges."))
        self._allow(True)

    def _allow(self, allowed: bool) -> None:
        there, kept = self.printer in self._found, self.kept
        self.print_button.setEnabled(allowed and there)
        self.check_button.setEnabled(allowed and there and kept is not None)
        self.forget_button.setEnabled(allowed and kept is not None)
        self.keep_button.setEnabled(allowed and bool(self.printer))

    def _list(self) -> None:
        self.list.clear()
        for one in self._known.corrections:
            title, detail = whose(
                self.words, one, self._known.stock(one.stock).title[self.words.language], self.desk.today()
            )
            row = TaskRow(
                self.desk.theme, title, detail, buttons=[(self.words("Forget"), partial(self._forget, one))]
            )
            row.setToolTip(in_words(self.words, one.measures))
            row.opened.connect(partial(self._choose, one))
            self.list.add_row(row)
        if not self._known.corrections:
            self.list.add_note(self.words("No printer yet. Each printer, tray and paper has a correction of its own."))

    def _choose(self, one: Calibrated) -> None:
        """Show what is kept for a printer of the list."""
        if self.choice is None:
            return
        self.choice.box("printer").input.set_value(one.printer)
        self.choice.box("stock").input.set_value(one.stock)
        box = self.choice.box("tray").input
        box.set_choices(_trays(self.words, [one.tray] if one.tray else []))
        box.set_value(one.tray)
        self._edited("printer")

    def _refused(self, error: AppError) -> None:
        self._allow(True)
        self.tell(error)


def _trays(words: Words, names: Iterable[str]) -> list[tuple[str, str]]:
    """The trays to choose from, the printer's own choice first."""
    return [("", words("The printer’s own choice")), *((name, tray_name(words, name)) for name in names)]


def _row(first: QWidget, *buttons: QWidget) -> QWidget:
    row = QWidget()
    column = QVBoxLayout(row)
    column.setContentsMargins(SPACE_4, SPACE_3, SPACE_4, SPACE_4)
    column.setSpacing(SPACE_3)
    column.addWidget(first)
    if buttons:
        line = QWidget()
        flow = FlowLayout(line, space=SPACE_2)
        for button in buttons:
            flow.addWidget(button)
        column.addWidget(line)
    return row
