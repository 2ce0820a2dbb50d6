"""Everything that narrows a list, as one filter: the chips, the questions beside them and the typed text.

What a chip and a question both speak of is never decided in silence: the one touched last holds, and it is seen so.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from desktop_app.ui.desk import Desk
from desktop_app.ui.pages.listed import Chip, Listing, chip_of, narrowed
from desktop_app.ui.pages.narrowing import Narrowing
from desktop_app.ui.theme.faces import scaled
from desktop_app.ui.theme.tokens import SPACE_3
from desktop_app.ui.widgets.chips import FilterChips
from desktop_app.ui.widgets.inputs import ChoiceInput
from desktop_app.ui.widgets.search_box import SearchBox

_TYPING = 120  # ms between the last letter and the question
_CHIPS_FROM = 700  # points at 100 % text


class ListFilters(QWidget):
    """The row above a list; `changed` when a person narrowed otherwise. `narrowing` is laid out below by the page."""

    changed = Signal()

    def __init__(self, desk: Desk, listing: Listing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = desk.words
        self._known = listing.chips
        choices = [(chip.key, chip.text) for chip in listing.chips]
        self.chips = FilterChips(choices, name=words("Filter"))
        self.short_chips = ChoiceInput(desk.theme, choices)
        self.short_chips.setAccessibleName(words("Filter"))
        self.narrowing = Narrowing(desk, listing)
        self.box = SearchBox(desk.theme, listing.filter_hint, shortcut="/", clear=words("Clear"))
        self.box.setMaximumWidth(scaled(280))
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_TYPING)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(SPACE_3)
        self._row.addWidget(self.chips, 3)
        self._row.addWidget(self.short_chips, 2, Qt.AlignmentFlag.AlignTop)
        self._row.addWidget(self.narrowing.button, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addWidget(self.box, 2, Qt.AlignmentFlag.AlignTop)
        self._typing.timeout.connect(self.changed)
        self.box.typed.connect(lambda _: self._typing.start())
        self.narrowing.changed.connect(self._questions_changed)
        self.chips.chosen.connect(self._chip_chosen)
        self.short_chips.edited.connect(lambda: self._chip_chosen(self.short_chips.value()))

    def add_button(self, button: QPushButton) -> None:
        """Put a button before the search field."""
        self._row.insertWidget(self._row.count() - 1, button, 0, Qt.AlignmentFlag.AlignTop)

    def on_leaving_the_box(self, go: Callable[[], object]) -> None:
        """What the keys do that lead from the search field into the list."""
        for key in (self.box.down, self.box.entered, self.box.escaped):
            key.connect(go)

    @property
    def chip(self) -> Chip:
        """The chip that is on."""
        return next(chip for chip in self._known if chip.key == self.chips.value)

    @property
    def first(self) -> Chip:
        """The chip that leaves everything in."""
        return self._known[0]

    def wanted(self) -> Any:
        """The filter in force: the chip's, what narrows beside it, and the typed text."""
        return replace(self.chip.wanted, **self.narrowing.value(), text=self.box.text())

    def show_filter(self, wanted: Any) -> None:
        """Stand so that this filter is in force; nothing is emitted."""
        chip = chip_of(self._known, wanted)
        held = narrowed(chip.wanted)
        self.narrowing.narrow_by({key: value for key, value in narrowed(wanted).items() if key not in held})
        self.switch(chip.key, wanted.text)

    def switch(self, chip: str, text: str) -> None:
        """Put on a chip and a typed text; nothing is emitted."""
        self._choose(chip)
        if self.box.text() != text:
            self.box.edit.setText(text)
        self._typing.stop()

    def make_room(self, width: int) -> bool:
        """Where it is narrow the chips become one field; whether it is."""
        narrow = width < scaled(_CHIPS_FROM)
        short = len(self._known) > 1 and narrow
        self.chips.setVisible(not short)
        self.short_chips.setVisible(short)
        self.narrowing.say_short(short=narrow)
        return narrow

    def _choose(self, chip: str) -> None:
        self.chips.choose(chip)
        self.short_chips.set_value(chip)

    def _chip_chosen(self, chip: str) -> None:
        """A chip goes before an older answer to the same question, whose own chip goes away with it."""
        self._choose(chip)
        held, asked = narrowed(self.chip.wanted), self.narrowing.value()
        if held.keys() & asked.keys():
            self.narrowing.narrow_by({key: value for key, value in asked.items() if key not in held})
        self.changed.emit()

    def _questions_changed(self) -> None:
        """An answer that says otherwise than the lit chip puts it out."""
        held = narrowed(self.chip.wanted)
        if any(key in held and held[key] != value for key, value in self.narrowing.value().items()):
            self._choose(self.first.key)
        self.changed.emit()
