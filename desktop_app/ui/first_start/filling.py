"""The sample shop being made: invented people and orders, in a file of its own beside the real shop."""

from __future__ import annotations

from collections.abc import Callable

from desktop_app.domain.errors import AppError
from desktop_app.i18n import msg
from desktop_app.ui.desk import Desk
from desktop_app.ui.first_start.notice import Notice
from desktop_app.ui.widgets.banner import Banner
from desktop_app.ui.widgets.progress import ProgressRow

CUSTOMERS, ORDERS, SEED = 400, 900, 1


class Filling(Notice):
    """Fills the open, empty sample shop; `leave(page)` when it is ready, back home when it was stopped."""

    def __init__(self, desk: Desk, *, leave: Callable[[str], object]) -> None:
        words = desk.words
        said = msg("Everyone in it is invented. It lies in a file of its own: your own shop stays as it is.")
        super().__init__(desk, words("A sample shop to look around in"), said)
        self._desk, self._leave = desk, leave
        self._progress = ProgressRow(words)
        self.banner = Banner(desk.theme, close=words("Close"))
        self.below.addWidget(self.banner)
        self.below.addWidget(self._progress)
        self._begin()

    def _begin(self) -> None:
        from desktop_app.actions.demo import fill_sample

        words = self._desk.words
        job = self._desk.work.change(
            fill_sample, customers=CUSTOMERS, orders=ORDERS, seed=SEED, undoable=False,  # Ctrl+Z must not empty it
            progress=self._progress.report, then=lambda _: self._leave("today"), failed=self._stopped, owner=self,
        )
        self._progress.follow(job, words("Inventing people and orders…"))

    def _stopped(self, error: AppError) -> None:
        self._progress.finish()
        words = self._desk.words
        self.banner.say(
            words.say(error.message), button=(words("Start my own shop"), lambda: self._desk.switch(self._desk.home))
        )
