"""After people came in: how many of them may be customers the shop had already, and the way to compare them."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop_app.domain.changes import ChangeId
from desktop_app.queries.duplicates import Duplicates
from desktop_app.ui.desk import Desk
from desktop_app.ui.jobs import Job
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
        self._job: Job | None = None

    def look(self, change: ChangeId) -> None:
        """Compare; a large shop takes a while, which can be cut short."""
        self._change = change

        def tell(found: Duplicates) -> None:
            if self._over(job):
                self._tell(found)

        def told(done: int, total: int) -> None:
            if job is self._job:
                self._progress.report(done, total)

        job = look_through(  # when it is stopped nothing hangs on it: the customers page finds them too
            self._desk, among_new(change), then=tell, failed=lambda _: self._over(job), progress=told, owner=self
        )
        self._job = job
        self._progress.follow(job, self._desk.words("Comparing customers"))

    def stop(self) -> None:
        """Another file comes, whose progress takes this one's place."""
        if self._job is not None:
            self._job.cancel()
            self._over(self._job)

    def _over(self, job: Job) -> bool:
        """Whether what ends is still what the progress shows; then it shows nothing any more."""
        if job is not self._job:
            return False
        self._job = None
        self._progress.finish()
        return True

    def _tell(self, found: Duplicates) -> None:
        if found.count:
            said = self._desk.words.n("{n} pair may be one person", "{n} pairs may be one person", found.count)
            self._banner.say(said, Tone.WARN, button=(self._desk.words("Compare"), self._open))

    def _open(self) -> None:
        from desktop_app.ui.pages.customers.merging.opening import open_duplicates

        open_duplicates(self._desk, self._page.window(), change=self._change)
