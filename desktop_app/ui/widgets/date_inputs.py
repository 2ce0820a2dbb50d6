"""Days as people type them: a date with a calendar, a birthday without a year if need be."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from desktop_app.domain.errors import Invalid
from desktop_app.domain.people_dates import Birthday
from desktop_app.i18n import Words, msg
from desktop_app.ui.theme.faces import scaled
from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.widgets.buttons import icon_button
from desktop_app.ui.widgets.calendar import CalendarPopup
from desktop_app.ui.widgets.inputs import ChoiceInput
from desktop_app.ui.widgets.line_edit import LineEdit

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
          "November", "December")


class DateInput(QWidget):
    """A day as 21.11.2026 (or 2026-11-21, 21/11/26), or nothing; a calendar at the button."""

    edited = Signal()

    def __init__(self, theme: Theme, words: Words, *, key: str, today: dt.date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = key
        self._theme, self._words, self._today = theme, words, today
        self.edit = LineEdit()
        self.edit.setPlaceholderText(words("day.month.year"))
        self.edit.textEdited.connect(lambda _: self.edited.emit())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.edit, 1)
        row.addWidget(icon_button(theme, "calendar", self._open, tip=words("Choose in the calendar")))
        self.setFocusProxy(self.edit)

    def value(self) -> Any:
        """The date, None when empty; raises Invalid when it is no date."""
        text = self.edit.text().strip()
        if not text:
            return None
        day = typed_date(text)
        if day is None:
            raise Invalid(self._key, msg("“{text}” is not a date. Write it like 21.11.2026.", text=text))
        return day

    def set_value(self, value: Any) -> None:
        """Show a date or nothing."""
        self.edit.setText(value.strftime("%d.%m.%Y") if isinstance(value, dt.date) else "")

    def _open(self) -> None:
        day = typed_date(self.edit.text().strip()) or self._today
        popup = CalendarPopup(self._theme, self._words, day, parent=self)
        popup.picked.connect(self._choose)
        popup.open_below(self)

    def _choose(self, day: dt.date) -> None:
        self.set_value(day)
        self.edited.emit()


class BirthdayInput(QWidget):
    """Day, month and year of a birthday; the day and the year may be missing, the month not."""

    edited = Signal()

    def __init__(self, theme: Theme, words: Words, *, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = key
        self.day, self.year = LineEdit(), LineEdit()
        names = [words("January"), words("February"), words("March"), words("April"), words("May"), words("June"),
                 words("July"), words("August"), words("September"), words("October"), words("November"),
                 words("December")]
        self.month = ChoiceInput(theme, [(0, "–"), *enumerate(names, 1)])
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        parts: tuple[tuple[QWidget, str, int], ...] = (
            (self.day, words("day"), 68), (self.month, words("month"), 0), (self.year, words("year"), 68),
        )
        for widget, hint, width in parts:
            widget.setAccessibleName(hint)
            if isinstance(widget, QLineEdit):
                widget.setPlaceholderText(hint)
                widget.setFixedWidth(scaled(width))
                widget.textEdited.connect(lambda _: self.edited.emit())
            row.addWidget(widget, 0 if width else 1)
        self.month.edited.connect(self.edited)
        self.setFocusProxy(self.day)

    def value(self) -> Any:
        """The birthday, None when empty; raises Invalid when there is no such day."""
        day, month, year = self.day.text().strip(), int(self.month.value() or 0), self.year.text().strip()
        if not day and not month and not year:
            return None
        if not month:
            raise Invalid(self._key, msg("Choose the month; the day and the year may stay empty."))
        try:
            return Birthday(month, int(day or 0), int(year) if year else None)
        except ValueError as error:
            raise Invalid(self._key, msg("There is no such day. Check the day, the month and the year.")) from error

    def set_value(self, value: Any) -> None:
        """Show a birthday or nothing."""
        kept = value if isinstance(value, Birthday) else None
        self.day.setText(str(kept.day) if kept and kept.day else "")
        self.month.set_value(kept.month if kept else 0)
        self.year.setText(str(kept.year) if kept and kept.year else "")


def typed_date(text: str) -> dt.date | None:
    """The day a person typed, day before month unless the year comes first; two-digit years are of this century."""
    parts = [int(part) for part in re.findall(r"\d+", text)]
    if len(parts) != 3:
        return None
    year, month, day = parts if len(re.findall(r"\d+", text)[0]) == 4 else reversed(parts)
    try:
        return dt.date(year + 2000 if year < 100 else year, month, day)
    except ValueError:
        return None
