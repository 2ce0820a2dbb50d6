"""The window the handbook is read in: contents and search at the left, the page at the right, a way back, the keys."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.i18n import Words
from desktop_app.ui.handbook.book import Book
from desktop_app.ui.handbook.contents import Contents
from desktop_app.ui.handbook.page_view import PageView
from desktop_app.ui.theme.faces import scaled
from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.theme.tokens import SPACE_4
from desktop_app.ui.widgets.buttons import quiet
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.feet import Feet

_WIDE, _HIGH = 1020, 720  # points at 100 % text
_CONTENTS, _NARROW = 270, 640  # narrower than this, contents and page take turns


class Reader(QDialog):
    """Opens on `page`; `show_keys` opens the list of keys, where there is one. It stands beside what was asked from."""

    def __init__(
        self, theme: Theme, words: Words, parent: QWidget, *, page: str, show_keys: Callable[[], object] | None = None
    ) -> None:
        super().__init__(parent)
        self.language = words.language
        self.book = Book(words.language)
        self.page = ""
        self._before: list[str] = []  # the pages that led here
        self._passing = False  # whether the page was only come upon, with the arrows or while typing
        self._reading = True  # whether the page is seen where contents and page take turns
        self.setWindowTitle(words("Handbook"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.contents = Contents(theme, words, self.book)
        self.view = PageView(theme)
        self.turn = quiet(words("Contents"), self._turn)
        self.back = quiet(words("Back"), self.go_back, shortcut="Alt+Left")
        self.keys = quiet(words("Keys"), show_keys, shortcut="F1") if show_keys is not None else None
        self.close_button = quiet(words("Close"), self.close, shortcut="Esc")
        self._lay_out()
        self._connect(show_keys)
        room = self.screen().availableSize()
        self.resize(min(scaled(_WIDE), room.width() - 32), min(scaled(_HIGH), room.height() - 48))
        self.open_page(page)
        self.view.setFocus()

    def open_page(self, name: str, *, passing: bool = False) -> None:
        """Turn to a page; [Back] leads to the one that was read before, not to those leafed through `passing`."""
        if self.page and name != self.page and not (passing and self._passing):
            self._before.append(self.page)
        self._passing = passing
        if name != self.page:
            self._show(name)

    def go_back(self) -> None:
        """Turn to the page that was open before, as often as there is one."""
        if self._before:
            self._passing = False  # it is read again: what is leafed to from here leads back to it
            self._show(self._before.pop())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where both do not fit, contents and page take turns."""
        super().resizeEvent(event)
        self._place()

    def _show(self, name: str) -> None:
        self.page = name
        title = self.book.title(name)
        self.view.show_page(
            self.book.text(name), title=title, folder=self.book.folder, light=self.contents.search.text()
        )
        self.contents.show_page(name)
        self.back.setEnabled(bool(self._before))

    def _lay_out(self) -> None:
        self.paper = Card()
        self.paper.add_row(self.view)
        halves = QHBoxLayout()
        halves.setSpacing(SPACE_4)
        halves.addWidget(self.contents)
        halves.addWidget(self.paper, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_4, SPACE_4, SPACE_4, SPACE_4)
        column.setSpacing(SPACE_4)
        column.addLayout(halves, 1)
        column.addWidget(Feet(*filter(None, (self.turn, self.back, self.keys, self.close_button))))

    def _connect(self, show_keys: Callable[[], object] | None) -> None:
        self.contents.chosen.connect(lambda name: self.open_page(name, passing=True))
        self.contents.search.typed.connect(self.view.light)
        self.contents.taken.connect(self._read)
        self.contents.left.connect(self.close)
        self.view.turned.connect(self.open_page)
        calls: dict[str, Callable[[], object]] = {"Alt+Left": self.go_back, "Ctrl+F": self._search}
        if show_keys is not None:
            calls["F1"] = show_keys
        for keys, call in calls.items():
            QShortcut(QKeySequence(keys), self).activated.connect(call)

    def _search(self) -> None:
        self._reading = False
        self._place()
        self.contents.search.take_focus()

    def _read(self) -> None:
        self._reading, self._passing = True, False
        self._place()
        self.view.setFocus()

    def _turn(self) -> None:
        self._reading = not self._reading
        self._place()
        (self.view if self._reading else self.contents.list).setFocus()

    def _place(self) -> None:
        narrow = self.width() < scaled(_NARROW)
        self.turn.setVisible(narrow)
        self.paper.setVisible(not narrow or self._reading)
        self.contents.setVisible(not narrow or not self._reading)
        self.contents.setMaximumWidth(self.width() if narrow else scaled(_CONTENTS))
        self.contents.setMinimumWidth(0 if narrow else scaled(_CONTENTS))
