"""The place right of the sidebar: the page that is shown, made when first wanted, and the banner that lies over it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop_app.i18n import Words
from desktop_app.ui.desk import Desk
from desktop_app.ui.registry import ENTRIES
from desktop_app.ui.theme.faces import scaled
from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.theme.tokens import SPACE_6
from desktop_app.ui.widgets.banner import Banner

if TYPE_CHECKING:
    from desktop_app.ui.pages.page import Page

_WIDEST, _FOOT = 640, 84  # points at 100 % text; below it a list's bar and a record's Save


class Stage(QWidget):
    """`shown(name)` after another page came up, `stayed(name, what)` when a person rather goes on here."""

    shown = Signal(str)
    stayed = Signal(str, object)

    def __init__(self, theme: Theme, words: Words) -> None:
        super().__init__()
        self._pages: dict[str, Page] = {}
        self._then: Callable[[bool], object] | None = None  # after the question about unsaved words
        self._stack = QStackedWidget()
        self._stack.addWidget(QWidget())  # what is seen until the first page is here
        self.banner = Banner(theme, close=words("Close"), parent=self)
        self.banner.seen.connect(lambda _: self._place())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._stack, 1)

    @property
    def page(self) -> Page | None:
        """The page that is shown."""
        return next((page for page in self._pages.values() if page is self._stack.currentWidget()), None)

    @property
    def name(self) -> str:
        """Its name, "" before the first."""
        return self.page.name if self.page is not None else ""

    def show_page(self, name: str, desk: Desk, what: dict[str, object]) -> None:
        """Go to a page, making it if need be; where words would be lost, once a person has said what of them."""
        now, self._then = self.page, None
        if now is not None and now.name != name and not now.may_leave():
            self._then = lambda free: self.show_page(name, desk, what) if free else self.stayed.emit(name, what)
            return
        page = self._pages.get(name) or self._make(name, desk)
        if page is not now:
            self._stack.setCurrentWidget(page)
            self.banner.dismiss()
            self.shown.emit(name)
        if page is not now or not page.has_keyboard:
            page.focus_first()
        if what:
            page.open(**what)

    def may_leave(self, then: Callable[[], object]) -> bool:
        """Whether nothing on any page would be lost; `then` is called where a person is asked and lets it be so."""
        self._then = None
        if all(page.may_leave() for page in self._pages.values()):
            return True
        self._then = lambda free: then() if free else None
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _make(self, name: str, desk: Desk) -> Page:
        entry = next(entry for entry in ENTRIES if entry.name == name)
        page = self._pages[name] = entry.load()(desk)
        page.answered.connect(self._go_on)
        self._stack.addWidget(page)
        return page

    def _go_on(self, free: bool) -> None:
        then, self._then = self._then, None
        if then is not None:
            then(free)

    def _place(self) -> None:
        """Over the page's lower part: nothing moves when it comes and goes, and the foot below stays free."""
        banner = self.banner
        if banner.isHidden():
            return
        width = min(self.width() - 2 * SPACE_6, scaled(_WIDEST))
        height = max(banner.minimumHeight(), banner.heightForWidth(width))
        banner.setGeometry((self.width() - width) // 2, self.height() - height - scaled(_FOOT), width, height)
        banner.raise_()
