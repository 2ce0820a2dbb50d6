"""The short steps beside the queue and the parcel: why an order is set aside, its tracking number, the printer."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from desktop_app.actions.chimes import Chime
from desktop_app.actions.packing import set_aside, track
from desktop_app.actions.printers import printers
from desktop_app.domain.packing import Parcel
from desktop_app.domain.settings import DESK_PRINTER
from desktop_app.domain.text import shorten
from desktop_app.i18n import msg
from desktop_app.ui.bench.choices import ChoiceList
from desktop_app.ui.bench.parts import BigText, Measure, Plate
from desktop_app.ui.bench.scanner import latin, reading
from desktop_app.ui.bench.shift import Shift
from desktop_app.ui.bench.step import Hint, Step
from desktop_app.ui.bench.wording import number_words
from desktop_app.ui.theme.tokens import Tone

_SCAN = 6  # a number of so many digits that is no article’s was scanned by mistake: it is no reason


class MissingStep(Step):
    """Why an order cannot be packed now: an article that is not there, or another reason; then it is set aside."""

    name = "missing"

    def __init__(self, shift: Shift, measure: Measure) -> None:
        super().__init__(shift, measure)
        self._parcel: Parcel | None = None
        self._reasons: list[str] = []
        self.list = ChoiceList(measure)
        self.list.chosen.connect(self._choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.list, 1)

    @property
    def title(self) -> str:
        """What stands large at the top."""
        return number_words(self.words, self._parcel.number) if self._parcel else ""

    @property
    def tags(self) -> tuple[tuple[str, Tone], ...]:
        """States beside it."""
        return ((self.words("What is missing?"), Tone.WARN),)

    @property
    def asking(self) -> str:
        """What may be typed or scanned here."""
        return self.words("Type its number, or the reason in your words")

    @property
    def hints(self) -> tuple[Hint, ...]:
        """The keys, Enter’s first."""
        return (
            Hint("Enter", self.words("Set the order aside"), lambda: self.enter("")),
            Hint("Esc", self.words("back to the order"), self.leave),
        )

    def begin(self, what: object) -> None:
        """It is this step’s turn."""
        if not isinstance(what, Parcel):
            return
        words, self._parcel = self.words, what
        open_lines = [line for line in what.lines if not line.done]
        self._reasons = [
            words("Not there: {n} × {name}", n=line.quantity - line.checked, name=shorten(line.name))
            for line in open_lines
        ]
        shelves = [line.shelf for line in open_lines]
        usual = [words("Something is damaged"), words("The address is not clear"), words("Waits for the customer")]
        self._reasons += usual
        self.list.show_choices(list(zip(self._reasons, [*shelves, *("" for _ in usual)], strict=True)))

    def enter(self, text: str) -> None:
        """A line is whole; empty where only Enter was pressed."""
        parcel = self._parcel
        if parcel is None:
            return
        index = self.list.by_number(text) if text else self.list.index
        if index is None:
            index = self._scanned(parcel, text)
        if index is not None and index < len(self._reasons):
            self._aside(self._reasons[index])
        elif len(text) >= _SCAN and not any(letter.isalpha() for letter in text):
            self.shift.alarm(
                self.words("That is a code"),
                self.words("“{code}” is no reason. Type a number from the list, or words.", code=text),
            )
        else:
            self._aside(text)

    def press(self, key: Qt.Key, _held: Qt.KeyboardModifier) -> bool:
        """A key that types nothing."""
        self.list.go({Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(key, 0))
        if key == Qt.Key.Key_Escape:
            self.leave()
        return True

    def leave(self) -> None:
        """Esc: out of here."""
        self.shift.calm()
        self.shift.go("parcel")

    def _scanned(self, parcel: Parcel, text: str) -> int | None:
        """An article that was scanned, as from the label of its empty shelf, is the one that is missing."""
        left = [line for line in parcel.lines if not line.done]
        codes = [(line.barcode, line.sku, *line.codes) for line in left]
        read = reading(text, [code for each in codes for code in each]).casefold()
        return next((n for n, each in enumerate(codes) if read in [code.casefold() for code in each if code]), None)

    def _choose(self, index: int) -> None:
        if not self.shift.busy:
            self._aside(self._reasons[index])

    def _aside(self, reason: str) -> None:
        if self._parcel is not None:
            self.shift.change(
                set_aside,
                self._parcel.order,
                reason,
                self.shift.bench,
                then=lambda _: self._gone(),
                failed=self.shift.tell,
            )

    def _gone(self) -> None:
        parcel, self._parcel = self._parcel, None
        if parcel is not None:
            self.shift.calm()
            self.shift.note(
                msg("Order {number} is set aside; the office sees why.", number=parcel.number),
                Tone.WARN,
                chime=Chime.NOTE,
            )
            self.shift.go("queue")


class TrackingStep(Step):
    """The parcel’s own number, scanned off its label; Enter alone goes on without."""

    name = "tracking"

    def __init__(self, shift: Shift, measure: Measure) -> None:
        super().__init__(shift, measure)
        self._parcel: Parcel | None = None
        self._plate = Plate(measure, "barcode", self.words("Scan the tracking number"), "")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._plate)

    @property
    def title(self) -> str:
        """What stands large at the top."""
        return number_words(self.words, self._parcel.number) if self._parcel else ""

    @property
    def tags(self) -> tuple[tuple[str, Tone], ...]:
        """States beside it."""
        return ((self.words("Packed"), Tone.GOOD),)

    @property
    def asking(self) -> str:
        """What may be typed or scanned here."""
        return self.words("Off the carrier’s label; or Enter to go on without")

    @property
    def hints(self) -> tuple[Hint, ...]:
        """The keys, Enter’s first."""
        return (
            Hint("Enter", self.words("Go on without it"), lambda: self.enter("")),
            Hint("F9", self.words("take the last one back"), self._undo),
        )

    def begin(self, what: object) -> None:
        """It is this step’s turn."""
        if isinstance(what, Parcel):
            self._parcel = what
            known = self.words("It goes with {carrier}.", carrier=what.carrier) if what.carrier else ""
            self._plate.detail.setText(known or self.words("Close the parcel and stick the label on."))

    def enter(self, text: str) -> None:
        """A line is whole; empty where only Enter was pressed."""
        if self._parcel is None or not text:
            self.shift.calm()
            self.shift.go("queue")
            return
        codes = {code.casefold() for line in self._parcel.lines for code in (line.barcode, line.sku) if code}
        number = latin(text)
        if number.casefold() in codes:
            self.shift.alarm(
                self.words("That is an article"),
                self.words("“{code}” is on the article. Scan the carrier’s label.", code=text),
            )
            return
        self.shift.change(track, self._parcel.order, number, then=partial(self._tracked, number))

    def press(self, key: Qt.Key, _held: Qt.KeyboardModifier) -> bool:
        """A key that types nothing."""
        if key == Qt.Key.Key_F9:
            self._undo()
        elif key == Qt.Key.Key_Escape:
            self.enter("")
        return True

    def _undo(self) -> None:
        self.shift.calm()
        self.shift.go("queue", "undo")

    def _tracked(self, number: str, _changes: object) -> None:
        parcel, self._parcel = self._parcel, None
        self.shift.calm()
        if parcel is not None:
            self.shift.note(
                msg("Order {number} goes out as {tracking}.", number=parcel.number, tracking=number),
                Tone.GOOD,
                chime=Chime.RIGHT,
            )
        self.shift.go("queue")


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

    @property
    def title(self) -> str:
        """What stands large at the top."""
        return self.words("Which printer?")

    @property
    def hints(self) -> tuple[Hint, ...]:
        """The keys, Enter’s first."""
        return (
            Hint("Enter", self.words("Print here"), lambda: self.enter("")),
            Hint("Esc", self.words("leave it"), self.leave),
        )

    def begin(self, what: object) -> None:
        """It is this step’s turn."""
        self._back = str(what or "queue")
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
        return True

    def leave(self) -> None:
        """Esc: out of here."""
        self.shift.calm()
        self.shift.go(self._back)

    def _show(self, names: list[str]) -> None:
        self._names = names
        kept = self.shift.desk.settings.get(DESK_PRINTER)
        self.list.show_choices([(name, self.words("now") if name == kept else "") for name in names])
        self.list.setVisible(bool(names))
        self._none.setVisible(not names)
        self._none.setText(
            self.words("This computer has no printer yet. Add one in the settings of the system, then press F4 again.")
        )

    def _choose(self, index: int) -> None:
        self.shift.desk.settings.set(DESK_PRINTER, self._names[index])
        self.shift.note(msg("Papers come out of {printer} from now on.", printer=self._names[index]), Tone.GOOD)
        self.shift.go(self._back)
