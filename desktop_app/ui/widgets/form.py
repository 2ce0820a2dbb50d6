"""A form made from field declarations: labels above, two columns where there is room, errors at the field."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from desktop_app.domain.errors import Invalid
from desktop_app.i18n import Words
from desktop_app.ui.theme.faces import scaled
from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.theme.tokens import SPACE_2, SPACE_3, SPACE_4, Size, Tone, Weight
from desktop_app.ui.widgets.arranged import FieldGrid
from desktop_app.ui.widgets.date_inputs import BirthdayInput, DateInput
from desktop_app.ui.widgets.disclosure import DisclosureHead
from desktop_app.ui.widgets.field import Field, Input
from desktop_app.ui.widgets.inputs import CheckInput, ChoiceInput, LongInput, NumberInput, TextInput
from desktop_app.ui.widgets.labels import Label
from desktop_app.ui.widgets.money_input import MoneyInput

TWO_COLUMNS = 560  # points at 100 % text


class Form(QWidget):
    """`edited(key)` tells that a person changed a field, `settled` that the form was loaded or is kept as it stands;
    `dirty`: it differs from what was loaded.
    """

    edited = Signal(str)
    settled = Signal()

    def __init__(
        self, theme: Theme, words: Words, fields: Sequence[Field], *, today: dt.date, two_from: int = TWO_COLUMNS,
        most: int = 2, parent: QWidget | None = None,
    ) -> None:
        """`two_from` is the width, in points at 100 % text, from which there are two columns, up to `most`."""
        super().__init__(parent)
        self._words = words
        self.fields = tuple(fields)
        self._boxes: dict[str, FieldBox] = {}
        self._folds: dict[str, DisclosureHead] = {}  # by the key of each field that lies below it
        grid = FieldGrid(self, two_from=lambda: scaled(two_from), gap=SPACE_4, space=SPACE_3, most=most)
        fold: DisclosureHead | None = None
        for field in self.fields:
            if field.group:
                fold = DisclosureHead(theme, field.group) if field.folds else None
                grid.add(fold or self._title(field.group), wide=True)
            box = FieldBox(field, make_input(theme, words, field, today=today), parent=self)
            box.input.edited.connect(lambda key=field.key: self._edited(key))
            grid.add(box, wide=field.wide or field.input is Input.LONG)
            self._boxes[field.key] = box
            if fold is not None:
                self._folds[field.key] = fold
                fold.toggled.connect(box.setVisible)
                box.hide()
        self._loaded = self.raw()

    @property
    def dirty(self) -> bool:
        """Whether a person changed anything since it was loaded."""
        return self.raw() != self._loaded

    def value(self) -> dict[str, Any]:
        """All values by key; marks every field that cannot be read, goes to the first and raises its Invalid."""
        values, wrong = self._read()
        if wrong:
            self.show_error(wrong[0])
            raise wrong[0]
        return values

    def readable(self) -> dict[str, Any] | None:
        """All values by key; None, with the fields marked and the keyboard left alone, when one cannot be read."""
        values, wrong = self._read()
        return None if wrong else values

    def reading(self) -> dict[str, Any]:
        """All values by key; marks every field that cannot be read and raises the first Invalid, the keyboard alone."""
        values, wrong = self._read()
        if wrong:
            raise wrong[0]
        return values

    def set_value(self, values: Mapping[str, Any]) -> None:
        """Load values; keys that are missing are emptied. Nothing is emitted."""
        self.clear_errors()
        for key, box in self._boxes.items():
            box.input.set_value(values.get(key))
        self._loaded = self.raw()
        self.settled.emit()

    def typed(self) -> dict[str, Any]:
        """What stands in all fields that can be read, to be shown again by `type_again`."""
        found: dict[str, Any] = {}
        for key, box in self._boxes.items():
            with suppress(Invalid):
                found[key] = box.input.typed() if hasattr(box.input, "typed") else box.input.value()
        return found

    def type_again(self, values: Mapping[str, Any]) -> None:
        """Let values stand in the fields as if a person had typed them over what was loaded."""
        for key, value in values.items():
            self._boxes[key].input.set_value(value)
            self.edited.emit(key)

    def mark_clean(self) -> None:
        """What stands in the form is now what is kept."""
        self._loaded = self.raw()
        self.settled.emit()

    def show_error(self, error: Invalid) -> bool:
        """Show an error at its field and go there; False when the form has no such field."""
        if not self.mark(error):
            return False
        self.unfold(error.field)
        self._boxes[error.field].input.setFocus()
        return True

    def mark(self, error: Invalid) -> bool:
        """Show an error at its field and leave the keyboard alone; False when the form has no such field."""
        box = self._boxes.get(error.field)
        if box is not None:
            box.set_error(self._words.say(error.message))
        return box is not None

    def unfold(self, key: str) -> None:
        """Show a field where its group is folded away."""
        if key in self._folds:
            self._folds[key].setChecked(True)

    def fold(self) -> None:
        """Fold away every group that can be."""
        for head in self._folds.values():
            head.setChecked(False)

    def say_of_group(self, key: str, text: str) -> None:
        """What is set in the group that folds a field away, in a few words."""
        self._folds[key].say(text)

    def clear_errors(self) -> None:
        """Take all errors away."""
        for box in self._boxes.values():
            box.set_error("")

    def box(self, key: str) -> FieldBox:
        """The field's place on screen: `.input`, `.error`."""
        return self._boxes[key]

    def focus_first(self) -> None:
        """Put the keyboard into the first field."""
        next(iter(self._boxes.values())).input.setFocus()

    @property
    def first_wrong(self) -> FieldBox | None:
        """The place of the first field that says an error."""
        return next((box for box in self._boxes.values() if box.error), None)

    def focus_wrong(self) -> None:
        """Put the keyboard into the first field that says an error, else into the first."""
        (self.first_wrong or next(iter(self._boxes.values()))).input.setFocus()

    def _title(self, group: str) -> Label:
        title = Label(group, weight=Weight.BOLD)
        title.setContentsMargins(0, SPACE_2 if self._boxes else 0, 0, 0)
        return title

    def _edited(self, key: str) -> None:
        self._boxes[key].set_error("")
        self.edited.emit(key)

    def _read(self) -> tuple[dict[str, Any], list[Invalid]]:
        self.clear_errors()
        values: dict[str, Any] = {}
        wrong: list[Invalid] = []
        for key, box in self._boxes.items():
            try:
                values[key] = box.input.value()
                if box.check is not None:
                    box.check(values[key])
            except Invalid as error:
                box.set_error(self._words.say(error.message))
                wrong.append(error)
        return values, wrong

    def raw(self) -> dict[str, Any]:
        """What stands in all fields, readable or not, for comparison."""
        return {key: box.raw() for key, box in self._boxes.items()}


class FieldBox(QWidget):
    """A field on screen: label above, the input, help or error below."""

    def __init__(self, field: Field, widget: Any, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.input = widget
        self.check = field.check
        self._help = field.help
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        if field.input is not Input.CHECK:
            label = Label(field.label, Size.SMALL, tone=Tone.MUTED, wrap=True)
            label.setBuddy(widget)
            column.addWidget(label)
        widget.setAccessibleName(field.label)
        proxy = widget.focusProxy()
        if proxy is not None:  # of several buttons it is the first, which keeps its own name behind the field's
            own = (proxy.accessibleName() or proxy.text()) if isinstance(proxy, QAbstractButton) else ""
            proxy.setAccessibleName(f"{field.label}: {own}" if own else field.label)
        widget.setAccessibleDescription(field.help)
        column.addWidget(widget)
        self._below = Label(field.help, Size.SMALL, tone=Tone.MUTED, wrap=True)
        if not field.help:  # shown before it has a parent, it would be a window of its own for a moment
            self._below.hide()
        column.addWidget(self._below)

    @property
    def error(self) -> str:
        """The error shown at the field, "" without one."""
        return self._below.text() if self.property("wrong") else ""

    def raw(self) -> Any:
        """What stands in the input, readable or not, for comparison; nothing is marked by it."""
        if hasattr(self.input, "raw"):
            return self.input.raw()
        try:
            return self.input.value()
        except Invalid as error:
            return ("unreadable", str(error))

    def set_help(self, text: str) -> None:
        """Say another help, e.g. what follows from what stands in the field."""
        if text == self._help:
            return
        self._help = text
        self.input.setAccessibleDescription(text)
        if not self.property("wrong"):
            self._below.setText(text)
            self._below.setVisible(bool(text))

    @property
    def help(self) -> str:
        """What is said of the field."""
        return self._help

    def set_error(self, sentence: str) -> None:
        """Show an error in place of the help, or the help again."""
        if bool(sentence) == bool(self.property("wrong")) and sentence == self.error:
            return
        self.setProperty("wrong", bool(sentence))
        self._below.setText(sentence or self._help)
        self._below.set_tone(Tone.BAD if sentence else Tone.MUTED)
        self._below.setVisible(bool(sentence or self._help))
        target = self.input.focusProxy() or self.input
        target.setProperty("wrong", bool(sentence))
        target.style().unpolish(target)
        target.style().polish(target)


def make_input(theme: Theme, words: Words, field: Field, *, today: dt.date) -> Any:
    """The input a declaration asks for."""
    if field.make is not None:
        return field.make()
    if field.input is Input.LONG:
        return LongInput(hint=field.hint, lines=field.lines)
    if field.input is Input.CHOICE:
        return ChoiceInput(theme, field.choices)
    if field.input is Input.CHECK:
        return CheckInput(theme, field.label, wrap=True)
    if field.input is Input.DATE:
        return DateInput(theme, words, key=field.key, today=today)
    if field.input is Input.BIRTHDAY:
        return BirthdayInput(theme, words, key=field.key)
    if field.input is Input.MONEY:
        return MoneyInput(words, key=field.key, currency=field.currency)
    if field.input is Input.NUMBER:
        return NumberInput(key=field.key, low=field.low, high=field.high, empty=field.empty, hint=field.hint)
    return TextInput(hint=field.hint)
