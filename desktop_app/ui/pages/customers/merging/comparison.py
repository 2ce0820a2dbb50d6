"""Two customers beside each other: a choice for each field that differs, and what of both is kept together."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from desktop_app.domain.merging import CHOSEN, Side, differing, proposed, value_of
from desktop_app.i18n import Words
from desktop_app.queries.merging import Both, Half
from desktop_app.ui.pages.customers.merging.compared_layout import ComparedLayout
from desktop_app.ui.pages.customers.merging.side_button import SideButton
from desktop_app.ui.pages.customers.merging.words import HELD, LABELS, value_text
from desktop_app.ui.pages.dates import short_day
from desktop_app.ui.theme.faces import scaled
from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.theme.tokens import SPACE_1, SPACE_2, SPACE_3, Size, Tone, Weight
from desktop_app.ui.widgets.buttons import plain
from desktop_app.ui.widgets.card import Line
from desktop_app.ui.widgets.labels import Label

_SIDES = (Side.KEEP, Side.LOSE)


class Comparison(QWidget):
    """The first of the two stays, until `swapped` asks for the other; `chosen` is what a person took of each side."""

    swapped = Signal()

    def __init__(self, theme: Theme, words: Words, both: Both, today: dt.date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._words, self._today, self.both = theme, words, today, both
        self._buttons: dict[str, dict[Side, SideButton]] = {}
        self._groups: list[QButtonGroup] = []
        self._proposed: dict[str, Side] = {}
        self._rows = ComparedLayout(self)
        self._rows.setContentsMargins(0, 0, SPACE_3, 0)
        self._fill(both)

    def chosen(self) -> dict[str, Side]:
        """The side taken of each field that differs."""
        return {
            name: next(side for side in _SIDES if buttons[side].isChecked()) for name, buttons in self._buttons.items()
        }

    def own_choices(self) -> dict[str, Side]:
        """The sides a person took instead of the proposed ones."""
        return {name: side for name, side in self.chosen().items() if side is not self._proposed[name]}

    def take(self, name: str, side: Side) -> None:
        """Take one side of a field, as a click on it does."""
        self._buttons[name][side].setChecked(True)

    def take_focus(self) -> bool:
        """Put the keyboard on the first field to choose; False where nothing differs."""
        for buttons in self._buttons.values():
            next(button for button in buttons.values() if button.isChecked()).setFocus()
            return True
        return False

    def stops(self) -> list[QWidget]:
        """What the keyboard stops at, in order."""
        return [button for buttons in self._buttons.values() for button in buttons.values()]

    def _fill(self, both: Both) -> None:
        keep, lose = both.halves
        self._rows.add(None, self._head(keep, stays=True), self._head(lose, stays=False))
        fields = keep.customer.fields, lose.customer.fields
        sides = proposed(keep.customer, lose.customer)
        other = differing(*fields)
        for name in other:
            self._choice(name, [value_text(self._words, name, value_of(each, name)) for each in fields], sides[name])
        alike = [name for name in CHOSEN if name not in other and name not in _FLAGS]
        said = [value_text(self._words, name, value_of(fields[0], name)) for name in alike]
        self._one_line(self._words("The same in both"), " · ".join(text for text in said if text))
        self._held(keep, lose)

    def _head(self, half: Half, *, stays: bool) -> QWidget:
        words, who = self._words, half.customer
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(scaled(SPACE_3), 0, 0, SPACE_1)
        column.setSpacing(2)
        column.addWidget(Label(who.name or words("No name"), Size.LARGE, weight=Weight.BOLD, wrap=True))
        told = [words("no. {id}", id=who.id)]
        if who.last_order_on is not None:
            told.append(words("last order {day}", day=short_day(words, who.last_order_on, self._today)))
        column.addWidget(Label(" · ".join(told), Size.SMALL, tone=Tone.MUTED, wrap=True))
        fate = words("This record stays") if stays else words("This one goes into it")
        tone = Tone.GOOD if stays else Tone.MUTED
        column.addWidget(Label(fate, Size.SMALL, weight=Weight.BOLD, tone=tone, wrap=True))
        if not stays:
            swap = plain(words("Let this one stay"), self.swapped.emit, shortcut="Ctrl+E")
            swap.setProperty("flush", True)
            swap.setAutoDefault(False)
            column.addWidget(swap)
        column.addStretch(1)
        return box

    def _choice(self, name: str, texts: list[str], side: Side) -> None:
        label = self._words.say(LABELS[name])
        group = QButtonGroup(self)
        buttons: dict[Side, SideButton] = {}
        for each, text in zip(_SIDES, texts, strict=True):
            shown = text or self._words("nothing")
            button = SideButton(self._theme, text, shown, name=f"{label}: {shown}")
            button.moved.connect(lambda key, name=name: self._move(name, key))
            group.addButton(button)
            buttons[each] = button
        self._rows.add(self._label(label), *buttons.values())
        buttons[side].setChecked(True)
        self._proposed[name] = side
        self._groups.append(group)
        self._buttons[name] = buttons

    def _move(self, name: str, key: int) -> None:
        names = list(self._buttons)
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            to = self._buttons[name][Side.KEEP if key == Qt.Key.Key_Left else Side.LOSE]
            to.setChecked(True)
        else:
            place = names.index(name) + (1 if key == Qt.Key.Key_Down else -1)
            if not 0 <= place < len(names):
                return
            to = next(button for button in self._buttons[names[place]].values() if button.isChecked())
        to.setFocus(Qt.FocusReason.TabFocusReason)

    def _held(self, keep: Half, lose: Half) -> None:
        rows = [(label, _held(keep, name), _held(lose, name)) for name, label in HELD]
        rows = [row for row in rows if row[1] or row[2]]
        if not rows:
            return
        self._rows.add(None, Line())
        self._one_line("", self._words("What follows is kept of both, each once:"))
        for label, ours, theirs in rows:
            counts = [Label(str(count) if count else "–", tone=Tone.MUTED) for count in (ours, theirs)]
            for said in counts:
                said.setContentsMargins(scaled(SPACE_3), scaled(SPACE_2), 0, 0)
                said.setAlignment(Qt.AlignmentFlag.AlignTop)
            self._rows.add(self._label(self._words.say(label)), *counts)

    def _one_line(self, label: str, text: str) -> None:
        if text:
            said = Label(text, tone=Tone.MUTED, wrap=True)
            said.setContentsMargins(scaled(SPACE_3), scaled(SPACE_2), 0, 0)
            self._rows.add(self._label(label), said)

    def _label(self, text: str) -> Label:
        label = Label(text, Size.SMALL, weight=Weight.MEDIUM, wrap=True)
        label.setContentsMargins(0, scaled(SPACE_2) if text else 0, 0, 0)
        return label


_FLAGS = ("congratulate", "name_day", "deceased", "extra_care")
_LISTS: dict[str, Callable[[Half], int]] = {
    "contacts": lambda half: len(half.customer.fields.contacts),
    "addresses": lambda half: len(half.customer.fields.addresses),
    "tags": lambda half: len(half.customer.fields.tags),
    "interests": lambda half: len(half.customer.fields.interests),
    "notes": lambda half: half.holdings["notes"] + bool(half.customer.fields.note),
}


def _held(half: Half, name: str) -> int:
    return _LISTS[name](half) if name in _LISTS else half.holdings[name]
