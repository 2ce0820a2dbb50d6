"""The parts of a record, one shown at a time, switched by chips that say how much each holds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.domain.errors import AppError, Invalid
from desktop_app.i18n import Words
from desktop_app.ui.pages.record import Record
from desktop_app.ui.theme.tokens import SPACE_1
from desktop_app.ui.widgets.chips import FilterChips

DETAILS, PEOPLE, NOTES, ORDERS, TIMELINE = "details", "people", "notes", "orders", "timeline"
TALK = "talk"


class Sections(QWidget):
    """`show_part` switches; `switched(key)` when it was, by whomever."""

    switched = Signal(str)

    def __init__(
        self, words: Words, parts: Mapping[str, Sequence[QWidget]], *, parent: QWidget | None = None
    ) -> None:
        """`parts` are the widgets of each part; they are laid out by the record."""
        super().__init__(parent)
        self._parts = parts
        titles = {
            DETAILS: words("Details"), PEOPLE: words("People"), NOTES: words("Notes"), ORDERS: words("Orders"),
            TIMELINE: words("Timeline"), TALK: words("What was said"),
        }  # fmt: skip
        self.chips = FilterChips([(key, titles[key]) for key in parts], name=words("Part of the record"), space=SPACE_1)
        self.chips.chosen.connect(self.show_part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.chips)
        self.show_part(next(iter(parts)))

    @property
    def shown(self) -> str:
        """Which part is shown."""
        return self.chips.value

    def show_part(self, key: str) -> None:
        """Show one part of the record; the keyboard does not fall to whatever comes next when its place goes."""
        self.chips.choose(key)
        here = self.window().focusWidget()
        hidden = [widget for name, widgets in self._parts.items() if name != key for widget in widgets]
        if here is not None and any(widget.isAncestorOf(here) for widget in hidden):
            self.chips.take_focus()
        for name, widgets in self._parts.items():
            for widget in widgets:
                widget.setHidden(name != key)
        self.switched.emit(key)

    def take_focus(self) -> None:
        """Put the keyboard on the chip of the part that is shown."""
        self.chips.take_focus()

    def count(self, key: str, n: int) -> None:
        """How much a part holds; nothing is said of 0."""
        self.chips.set_count(key, str(n) if n else "")


class SectionedRecord(Record):
    """A record in parts, the form in DETAILS; a subclass makes its `sections`."""

    sections: Sections

    def refuse(self, error: AppError) -> None:
        """What is said at a field is seen."""
        if isinstance(error, Invalid):
            self.sections.show_part(DETAILS)
        super().refuse(error)

    def show_part(self, key: str) -> None:
        """Show a part of the record."""
        self.sections.show_part(key)

    def take_focus(self) -> None:
        """Put the keyboard into the first field, or on the chips where another part is shown."""
        if self.sections.shown == DETAILS:
            super().take_focus()
        else:
            self.sections.take_focus()
