"""The base of every page of the sidebar: a header (title, a line, search, one filled button) and a body below.

How one is written (`ui/pages/<noun>/page.py`, one class `Page` subclass, made lazily by ui/registry.py):

    class OrdersPage(Page):
        name = "orders"
        topics = frozenset({Topic.ORDERS})
        def __init__(self, desk, parent=None):
            super().__init__(desk, parent)
            self.set_title(desk.words("Orders"))
            self.set_primary(desk.words("New order"), self.new, shortcut="Ctrl+N")
            self.body.addWidget(…)                      # a QVBoxLayout below the header
        def refresh(self):                              # ask; called when shown first and after changes of `topics`
            self.desk.work.ask(orders.order_ids, …, then=self._show, owner=self)
        def open(self, **what): …                       # what navigate("orders", order=17) hands over
        def new(self): …                                # Ctrl+N      def print(self): … Ctrl+P

Pages are rebuilt when the language or the text size changes: read words in __init__, never at module level.
The header's search box is the global one; `ui/search/popup.py` (`attach(box, desk)`) gives it its hits on first use.
"""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractSlider, QVBoxLayout, QWidget

from desktop_app.domain.changes import Changes, Topic
from desktop_app.ui.desk import Desk
from desktop_app.ui.pages.header import Header
from desktop_app.ui.theme.faces import scaled
from desktop_app.ui.theme.tokens import NARROW, PAGE_WIDEST, SPACE_4, SPACE_6, SPACE_8
from desktop_app.ui.widgets.buttons import Button, primary
from desktop_app.ui.widgets.scroll import BAR, Scroll
from desktop_app.ui.widgets.search_box import SearchBox

_LOW = 280  # points at 100 % text: lower, the head is only title and buttons
_STEP = QAbstractSlider.SliderAction
_SCROLLS = {
    Qt.Key.Key_Up: _STEP.SliderSingleStepSub, Qt.Key.Key_Down: _STEP.SliderSingleStepAdd,
    Qt.Key.Key_PageUp: _STEP.SliderPageStepSub, Qt.Key.Key_PageDown: _STEP.SliderPageStepAdd,
}


class Page(QWidget):
    """One page; `name` is what navigate() calls it, `topics` are the kinds of record it depends on.

    `answered(free)` after `may_leave` has asked and said no: whether a person may be taken away now after all.
    """

    answered = Signal(bool)
    name: ClassVar[str] = ""
    topics: ClassVar[frozenset[Topic]] = frozenset()
    searchable: ClassVar[bool] = True
    widest: ClassVar[int] = PAGE_WIDEST

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.words = desk.words
        self.header = Header(desk, searchable=self.searchable)
        self._searching: QWidget | None = None
        if self.header.search is not None:
            self.header.search.focused.connect(self._searching_now)
            self.header.search.escaped.connect(lambda: self.focus_first())
        self.filter_box: SearchBox | None = None  # what `/` goes to; set by pages with a list
        self._stale = True
        self._layout = QVBoxLayout(self)
        self._layout.addWidget(self.header)
        self.body = QVBoxLayout()
        self.body.setSpacing(SPACE_4)
        self.body.setContentsMargins(0, 0, BAR, 0)
        self._layout.addLayout(self.body, 1)
        desk.bus.changed.connect(self._hear)
        self._fit()

    def set_title(self, title: str, line: str = "") -> None:
        """The title, and the one line that says what is up."""
        self.header.set_title(title, line)

    def set_primary(self, text: str, pressed: object, *, shortcut: str = "", tip: str = "") -> Button:
        """The page's one filled button."""
        assert callable(pressed)
        button = primary(text, pressed, shortcut=shortcut, tip=tip)
        self.header.set_primary(button)
        if self.header.search is not None:
            QWidget.setTabOrder(self.header.search.edit, button)
        return button

    def set_scrolled(self, content: QWidget) -> Scroll:
        """Put a body that scrolls below the header, its bar in the page's right margin."""
        area = Scroll(content)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.addWidget(area)
        return area

    def refresh(self) -> None:
        """Ask for everything the page shows; called when it is shown first and after changes of its topics."""

    def open(self, **what: object) -> None:
        """Show what navigate() asked for; by default nothing particular."""

    def new(self) -> None:
        """Ctrl+N: begin a new record, where the page has any."""

    def print(self) -> None:
        """Ctrl+P: print what is selected, where the page prints."""

    def may_leave(self) -> bool:
        """Whether nothing would be lost by leaving; a page with unsaved words asks here and answers."""
        return True

    def look_up(self) -> None:
        """Ctrl+K: go to the global search, also where the head has given its room away."""
        if self.header.search is not None:
            self.header.show()
            self.header.search.show()
            self.header.search.take_focus()

    @property
    def head_gives_way(self) -> bool:
        """Whether what is open on the page needs the head's room too; by default never."""
        return False

    @property
    def grows(self) -> int:
        """How much of the ground at its right a wide page takes for what is open on it; by default nothing."""
        return 0

    def make_head_fit(self) -> None:
        """Show of the head what there is room for; all of it while something is looked for."""
        searching = self.header.search is not None and self.header.search.edit.hasFocus()
        self.header.setVisible(searching or not self.head_gives_way)
        self.header.be_low(low=self.height() < scaled(_LOW) and not searching)

    def focus_filter(self) -> None:
        """`/`: go to the filter of the list, else to the global search."""
        box = self.filter_box or self.header.search
        if box is not None:
            box.take_focus()

    def focus_first(self) -> None:
        """Put the keyboard where work on this page begins; by default on the page itself."""
        self.setFocus()

    @property
    def has_keyboard(self) -> bool:
        """Whether the keyboard is on something of this page."""
        here = self.window().focusWidget()
        return here is not None and (here is self or self.isAncestorOf(here))

    def drop_stale(self) -> None:
        """Ask again if something changed while the page was out of sight."""
        if self._stale:
            self._stale = False
            self.refresh()

    def ask_again(self) -> None:
        """What the page asked for did not come: ask once more when it is shown the next time."""
        self._stale = True

    def minimumSizeHint(self) -> QSize:
        """A page never forces the window larger: it scrolls or elides."""
        return QSize(0, 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys that scroll do so from the head of the page too."""
        area = next((one for one in self.findChildren(Scroll) if one.isVisibleTo(self)), None)
        if area is not None and event.key() in _SCROLLS:
            area.verticalScrollBar().triggerAction(_SCROLLS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Shown: fresh."""
        super().showEvent(event)
        self.drop_stale()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Margins follow the width."""
        super().resizeEvent(event)
        self._fit()
        self.make_head_fit()

    def _fit(self) -> None:
        narrow = self.width() < scaled(NARROW) - 56
        spare = (self.width() - scaled(self.widest)) // 2
        left = SPACE_4 if narrow else max(SPACE_8, spare)
        right = left if narrow else max(SPACE_8, left - self.grows)
        self._layout.setContentsMargins(left, SPACE_4 if narrow else SPACE_6, right - BAR, 0)
        self._layout.setSpacing(SPACE_4 if narrow else 20)
        self.header.fit(narrow=narrow)

    def _searching_now(self, here: bool) -> None:
        if here:
            self._give_hits()
        self.make_head_fit()

    def _give_hits(self) -> None:
        from desktop_app.ui.search.popup import attach

        if self._searching is None and self.header.search is not None:
            self._searching = attach(self.header.search, self.desk)

    def _hear(self, changes: Changes, _initiator: object) -> None:
        if not (changes.topics & self.topics):
            return
        self._stale = True
        if self.isVisible():
            self.drop_stale()
