"""After people came in: how many of them may be customers the shop had already, and the way to compare them."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop_app.domain.changes import ChangeId
from desktop_app.domain.errors import AppError
from desktop_app.queries.duplicates import Duplicates
from desktop_app.ui.desk import Desk
from desktop_app.ui.pages.customers.merging.looking import among_new, look_through
from desktop_app.ui.theme.tokens import Tone
from desktop_app.ui.widgets.banner import Banner
from desktop_app.ui.widgets.progress import ProgressRow


class Doubles(QObject):
    """`look(change)` compares whom an import added with everybody; what it finds stands in the page's banner."""

    def __init__(self, desk: Desk, page: QWidget, banner: Banner, progress: ProgressRow) -> None:
        super().__init__(page)
        self._desk, self._page, self._banner, self._progress = desk, page, banner, progress
        self._change = ChangeId(0)

    def look(self, change: ChangeId) -> None:
        """Compare; a large shop takes a while, which can be cut short."""
        self._change = change
        job = look_through(
            self._desk, among_new(change), then=self._tell, failed=self._stopped, progress=self._progress.report,
            owner=self,
        )
        self._progress.follow(job, self._desk.words("Comparing customers"))

    def _tell(self, found: Duplicates) -> None:
        self._progress.finish()
        if found.count:
            said = self._desk.words.n("{n} pair may be one person", "{n} pairs may be one person", found.count)
            self._banner.say(said, Tone.WARN, button=(self._desk.words("Compare"), self._open))

    def _stopped(self, _error: AppError) -> None:
        self._progress.finish()  # nothing hangs on it: the customers page finds them too

    def _open(self) -> None:
        from desktop_app.ui.pages.customers.merging.opening import open_duplicates

        open_duplicates(self._desk, self._page.window(), change=self._change)
