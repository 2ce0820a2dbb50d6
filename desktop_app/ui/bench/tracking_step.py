"""A parcel is packed: its own number is scanned off the carrier’s label, or left out."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from desktop_app.actions.chimes import Chime
from desktop_app.actions.packing import track
from desktop_app.domain.packing import Parcel
from desktop_app.i18n import msg
from desktop_app.ui.bench.parts import Measure, Plate
from desktop_app.ui.bench.scanner import latin
from desktop_app.ui.bench.shift import Shift
from desktop_app.ui.bench.step import Hint, Step
from desktop_app.ui.bench.wording import number_words
from desktop_app.ui.theme.tokens import Tone


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
            Hint("F9", self.words("take {number} back", number=self.title), self._undo),
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
