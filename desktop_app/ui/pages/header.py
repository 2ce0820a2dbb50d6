"""The head of a page: title and line left, global search and the one filled button right; more rows where narrow."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtWidgets import QWidget

from desktop_app.ui.desk import Desk
from desktop_app.ui.pages.head_layout import HeadLayout
from desktop_app.ui.theme.tokens import Size, Tone, Weight
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.labels import Elided
from desktop_app.ui.widgets.scroll import BAR
from desktop_app.ui.widgets.search_box import SearchBox


class Header(QWidget):
    """`search` is None on pages without one; extra quiet buttons go in with `add_button`."""

    def __init__(self, desk: Desk, *, searchable: bool = True) -> None:
        super().__init__()
        self._title = Elided("", Size.TITLE, weight=Weight.BOLD)
        self._line = Elided("", tone=Tone.MUTED)
        self._line.hide()
        self.search: SearchBox | None = None
        if searchable:
            self.search = SearchBox(desk.theme, desk.words("Find anyone or anything"), shortcut="Ctrl+K")
            self.search.setObjectName("global-search")
        self._low = False
        self._buttons: list[Button] = []
        self._layout = HeadLayout(self)
        self._layout.setContentsMargins(0, 0, BAR, 0)
        self._lay()

    def set_title(self, title: str, line: str = "") -> None:
        """The title, and the one line that says what is up."""
        self._title.setText(title)
        self._line.setText(line)
        self._line.setVisible(bool(line) and not self._low)
        self.setAccessibleName(title)

    @property
    def title(self) -> str:
        """The title shown."""
        return self._title.text()

    @property
    def line(self) -> str:
        """The line below the title."""
        return self._line.text()

    def set_primary(self, button: Button) -> None:
        """Put the one filled button at the far right."""
        self._buttons.append(button)
        self._lay()

    def add_button(self, button: Button) -> None:
        """Put a quiet button before the filled one."""
        self._buttons.insert(max(0, len(self._buttons) - 1), button)
        self._lay()
        first = [self.search.edit] if self.search is not None else []
        for one, then in pairwise([*first, *self._buttons]):
            QWidget.setTabOrder(one, then)

    def fit(self, *, narrow: bool) -> None:
        """Arrange for a narrow page, in as many rows as it takes, or for a wide one."""
        self._layout.set_narrow(narrow=narrow)

    def be_low(self, *, low: bool) -> None:
        """Without the line and the search, where a page has hardly any height."""
        if low != self._low:
            self._low = low
            self._layout.set_low(low=low)
            self._line.setVisible(bool(self._line.text()) and not low)
            if self.search is not None:
                self.search.setVisible(not low)

    def _lay(self) -> None:
        self._layout.hold(self._title, self._line, self.search, self._buttons)
