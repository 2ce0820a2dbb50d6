"""The customers page's way to possible duplicates: a button with their number, counted a moment after the list."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from desktop_app.queries.duplicates import Duplicates, few_duplicates
from desktop_app.ui.desk import Desk
from desktop_app.ui.jobs import Job
from desktop_app.ui.pages.customers.merging.looking import look_through
from desktop_app.ui.widgets.buttons import Button

_AFTER = 800  # ms of quiet before they are counted: the list comes first


class DuplicatesEntry(Button):
    """Without a number while there are none, and in a shop so large that they are counted only when asked for."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        words = desk.words
        super().__init__(
            words("Possible duplicates"), self._open, tip=words("Customers who may be one person"), parent=parent
        )
        self._desk = desk
        self._number, self._narrow = "", False
        self._job: Job | None = None
        self.wear(desk.theme, "customers")
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_AFTER)
        self._timer.timeout.connect(self.count)

    def count_soon(self) -> None:
        """Customers may have changed: count anew once it is quiet."""
        self._timer.start()

    def count(self) -> None:
        """Count now."""
        if self._job is not None:
            self._job.cancel()
        self._job = look_through(
            self._desk, few_duplicates, then=self._show, failed=lambda _: None, progress=lambda _done, _total: None,
            owner=self,
        )

    def fit(self, *, narrow: bool) -> None:
        """Where there is little room a sign and the number say it, and the tooltip the words."""
        if narrow is not self._narrow:
            self._narrow = narrow
            self._say()

    def _show(self, found: Duplicates) -> None:
        self._number = ""
        if found.count:
            self._number = self._desk.words.count(found.count) + ("+" if found.more else "")
        self._say()

    def _say(self) -> None:
        words = self._desk.words
        text = words("Possible duplicates: {n}", n=self._number) if self._number else words("Possible duplicates")
        self.setText(self._number if self._narrow else text)
        self.setAccessibleName(text)  # after the text, which it follows where they are one
        self.setToolTip(text if self._narrow else words("Customers who may be one person"))
        self.wear(self._desk.theme, "customers")  # its gap goes with the text

    def _open(self) -> None:
        from desktop_app.ui.pages.customers.merging.opening import open_duplicates  # a list does without it

        open_duplicates(self._desk, self.window())
