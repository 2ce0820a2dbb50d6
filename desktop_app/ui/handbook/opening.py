"""F1: the page that fits where one is, in a window beside it; every dialog hears the key from when it comes up."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from desktop_app.i18n import Words
from desktop_app.ui.handbook.places import page_for
from desktop_app.ui.theme.theme import Theme

if TYPE_CHECKING:
    from desktop_app.ui.handbook.reader import Reader

_KEY = "handbook key"
_OWN = Qt.FindChildOption.FindDirectChildrenOnly


def open_page(
    theme: Theme, words: Words, over: QWidget, *, page: str, show_keys: Callable[[], object] | None = None
) -> Reader:
    """Open the handbook on a page beside a window, or turn the one that stands there already."""
    from desktop_app.ui.handbook.reader import Reader

    found = over.findChild(Reader, options=_OWN)
    if found is not None and found.language is not words.language:  # the desk speaks another since
        found.close()
        found = None
    if found is None:
        reader = Reader(theme, words, over, page=page, show_keys=show_keys)
        reader.show()
        return reader
    found.open_page(page)
    found.show()
    found.raise_()
    found.activateWindow()
    return found


def hear_key(window: QWidget, pressed: Callable[[], object]) -> None:
    """Have a window hear F1."""
    key = QShortcut(QKeySequence("F1"), window)
    key.setObjectName(_KEY)
    key.activated.connect(pressed)


class Handbook(QObject):
    """Opens the page of a place; `words()` is the screen's voice, `show_keys` opens the list of keys."""

    def __init__(
        self, theme: Theme, words: Callable[[], Words], *, show_keys: Callable[[], object], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._theme, self._words, self._show_keys = theme, words, show_keys
        theme.app.focusWindowChanged.connect(self._came)

    def open_at(self, window: QWidget, *places: QWidget | None) -> Reader:
        """Open the page for the first of these places that has one, beside the window they are in."""
        return open_page(self._theme, self._words(), window, page=page_for(*places), show_keys=self._show_keys)

    def _came(self, _window: object) -> None:
        """A dialog came to the front: modal as it is, the keys of the window below it are silent."""
        dialog = QApplication.activeWindow()
        if isinstance(dialog, QDialog) and not hasattr(dialog, "open_page") and not _hears(dialog):
            hear_key(dialog, self._pressed)

    def _pressed(self) -> None:
        dialog = QApplication.activeWindow()
        if dialog is not None:
            self.open_at(dialog, dialog.focusWidget(), dialog)


def _hears(dialog: QDialog) -> bool:
    return dialog.findChild(QShortcut, _KEY, _OWN) is not None
