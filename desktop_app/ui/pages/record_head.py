"""The head of a record: rows told anew each time it is shown, and the steps it went, folded under the latest."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.i18n import Words
from desktop_app.ui.pages.dates import stamp
from desktop_app.ui.pages.orders.wording import joined
from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.theme.tokens import SPACE_1, SPACE_3, Size, Tone
from desktop_app.ui.widgets.disclosure import Disclosure
from desktop_app.ui.widgets.labels import Label


class RecordHead(QWidget):
    """Tags for what is, buttons for what can be done, each in a row of its own."""

    def __init__(self, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, words
        self._open = False  # whether the way it came is folded out, from one record to the next
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE_3)
        self._rows: list[QWidget] = []

    def show_rows(self, rows: Sequence[QWidget | None]) -> None:
        """Show these in place of the former ones."""
        for row in self._rows:
            row.setParent(None)
            row.deleteLater()
        self._rows = [row for row in rows if row is not None]
        for row in self._rows:
            self._column.addWidget(row)

    def way(self, steps: Iterable[tuple[str, str, str]], today: dt.date) -> Disclosure:
        """The steps it went, the latest first and said while folded: each as its name, who took it there and when."""
        words, inside = self._words, QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_1)
        told = []
        for name, by, at in steps:
            told.append(joined(name, ", ".join(part for part in (by, stamp(words, at, today)) if part)))
            column.addWidget(Label(told[-1], Size.SMALL, tone=Tone.MUTED, wrap=True))
        made = Disclosure(self._theme, words("Steps"), inside)
        made.say(told[0])
        made.open(wide=self._open)
        made.opened.connect(self._remember)
        return made

    def _remember(self, wide: bool) -> None:
        self._open = wide
