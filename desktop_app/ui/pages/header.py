"""The head of a page: title and line left, global search and the one filled button right, two rows when narrow."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from desktop_app.ui.desk import Desk
from desktop_app.ui.theme.faces import scaled
from desktop_app.ui.theme.tokens import SPACE_3, Size, Tone, Weight
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
        texts = self._texts = QVBoxLayout()
        texts.setSpacing(4)
        texts.addWidget(self._title)
        texts.addWidget(self._line)
        self.search: SearchBox | None = None
        if searchable:
            self.search = SearchBox(desk.theme, desk.words("Find anyone or anything"), shortcut="Ctrl+K")
            self.search.setObjectName("global-search")
        self._buttons: list[Button] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, BAR, 0)
        self._grid.setHorizontalSpacing(SPACE_3)
        self._narrow: bool | None = None
        self.fit(narrow=False)

    def set_title(self, title: str, line: str = "") -> None:
        """The title, and the one line that says what is up."""
        self._title.setText(title)
        self._line.setText(line)
        self._line.setVisible(bool(line))
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
        """Arrange for a narrow page (two rows) or a wide one."""
        if narrow is not self._narrow:
            self._narrow = narrow
            self._lay()

    def _lay(self) -> None:
        while self._grid.takeAt(0) is not None:
            pass
        for column in range(8):
            self._grid.setColumnStretch(column, 0)
        row = 1 if self._narrow else 0
        first = 0 if self._narrow else 1
        self._grid.setVerticalSpacing(SPACE_3 if self._narrow else 0)
        self._grid.addLayout(self._take_texts(), 0, 0, 1, len(self._buttons) + 1 if self._narrow else 1)
        if self.search is not None:
            self._grid.addWidget(self.search, row, first)
            self.search.setMinimumWidth(scaled(140) if self._narrow else 0)
            self.search.setMaximumWidth(16777215 if self._narrow else scaled(300))
            self._grid.setColumnStretch(first, 3 if self._narrow else 2)
        for place, button in enumerate(self._buttons):
            self._grid.addWidget(button, row, first + 1 + place)
        if not self._narrow:
            self._grid.setColumnStretch(0, 3)

    def _take_texts(self) -> QVBoxLayout:
        if self._texts.parent() is not None:
            self._texts.setParent(None)
        return self._texts
