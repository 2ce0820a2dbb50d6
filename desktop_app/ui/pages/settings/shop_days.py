"""Inputs for the days a shop does not work: the days of its week, and the countries whose holidays it keeps."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_app.domain.errors import Invalid
from desktop_app.domain.shop_days import WEEKDAY_NAMES, days_off, days_off_text
from desktop_app.i18n import Words
from desktop_app.ui.pages.settings.rows_input import RowsInput
from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.theme.tokens import SPACE_2, SPACE_4
from desktop_app.ui.widgets.buttons import icon_button
from desktop_app.ui.widgets.flow import FlowLayout
from desktop_app.ui.widgets.inputs import CheckInput, ChoiceInput


class WeekdaysInput(QWidget):
    """A box for each day of the week; `value` is the setting's text, Invalid for a week without a working day."""

    edited = Signal()

    def __init__(self, theme: Theme, words: Words) -> None:
        super().__init__()
        self.boxes = [CheckInput(theme, words.say(name)) for name in WEEKDAY_NAMES]
        flow = FlowLayout(self, space=SPACE_4)
        flow.setContentsMargins(0, 0, 0, 0)
        for box in self.boxes:
            box.edited.connect(self.edited)
            flow.addWidget(box)
        self.setFocusProxy(self.boxes[0])

    def value(self) -> Any:
        """The ticked days as the setting keeps them."""
        text = days_off_text(day for day, box in enumerate(self.boxes) if box.value())
        days_off(text)
        return text

    def set_value(self, value: Any) -> None:
        """Tick the days of a setting's text."""
        ticked: frozenset[int] = frozenset()
        with suppress(Invalid):
            ticked = days_off(str(value or ""))
        for day, box in enumerate(self.boxes):
            box.set_value(day in ticked)


class CountriesInput(RowsInput["CountryRow"]):
    """Countries one below the other, each chosen from a list; `value` is the setting's text."""

    def __init__(self, theme: Theme, words: Words, choices: Sequence[tuple[str, str]]) -> None:
        super().__init__(words("Add a country"))
        self._theme, self._words, self._choices = theme, words, choices

    def value(self) -> Any:
        """The countries as the setting keeps them, each once."""
        return ", ".join(dict.fromkeys(row.choice.value() for row in self.rows if row.choice.value()))

    def set_value(self, value: Any) -> None:
        """Show the countries of a setting's text."""
        self.clear()
        for code in str(value or "").replace(",", " ").split():
            self._append(code)

    def begin(self) -> None:
        """A country to be chosen."""
        self._append("").choice.setFocus()

    def _append(self, code: str) -> CountryRow:
        offered = list(self._choices)
        if code and code not in dict(offered):
            offered.append((code, code))
        row = CountryRow(self._theme, self._words, [("", self._words("Choose a country")), *offered])
        row.choice.set_value(code)
        row.choice.edited.connect(self.edited)
        self.put(row)
        return row


class CountryRow(QWidget):
    """One country."""

    removed = Signal()

    def __init__(self, theme: Theme, words: Words, choices: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self.choice = ChoiceInput(theme, choices)
        self.choice.setAccessibleName(words("Country whose public holidays are kept"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_2)
        row.addWidget(self.choice, 1)
        row.addWidget(icon_button(theme, "close", self.removed.emit, tip=words("Remove this country")))
