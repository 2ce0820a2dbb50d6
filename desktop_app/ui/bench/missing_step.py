"""Why an order is set aside: an article that is not there, or another reason, by its number or in words."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from desktop_app.actions.chimes import Chime
from desktop_app.actions.packing import set_aside
from desktop_app.domain.packing import Parcel
from desktop_app.domain.text import shorten
from desktop_app.i18n import msg
from desktop_app.ui.bench.choices import ChoiceList
from desktop_app.ui.bench.parts import Measure
from desktop_app.ui.bench.scanner import reading
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
                msg(
                    "Order {number} is set aside; the office sees why. Its number opens it again.",
                    number=parcel.number,
                ),
                Tone.WARN,
                chime=Chime.NOTE,
            )
            self.shift.go("queue")
