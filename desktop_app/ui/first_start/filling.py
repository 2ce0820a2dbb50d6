"""The sample shop being made: invented people and orders, in a file of its own beside the real shop."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.errors import AppError
from desktop_app.ui.desk import Desk
from desktop_app.ui.theme.faces import scaled
from desktop_app.ui.theme.tokens import SPACE_4, SPACE_8, Size, Tone, Weight
from desktop_app.ui.widgets.banner import Banner
from desktop_app.ui.widgets.labels import Label
from desktop_app.ui.widgets.progress import ProgressRow

CUSTOMERS, ORDERS, SEED = 400, 900, 1


class Filling(QWidget):
    """Fills the open, empty sample shop; `leave(page)` when it is ready, back home when it was stopped."""

    def __init__(self, desk: Desk, *, leave: Callable[[str], object]) -> None:
        super().__init__()
        self._desk, self._leave = desk, leave
        words = desk.words
        self._progress = ProgressRow(words)
        self.banner = Banner(desk.theme, close=words("Close"))
        box = QWidget()
        box.setMaximumWidth(scaled(480))
        column = QVBoxLayout(box)
        column.setSpacing(SPACE_4)
        column.addStretch(2)
        column.addWidget(Label(words("A sample shop to look around in"), Size.TITLE, weight=Weight.BOLD, wrap=True))
        column.addWidget(Label(
            words("Everyone in it is invented. It lies in a file of its own: your own shop stays as it is."),
            tone=Tone.MUTED, wrap=True,
        ))
        column.addWidget(self.banner)
        column.addWidget(self._progress)
        column.addStretch(3)
        line = QHBoxLayout(self)
        line.setContentsMargins(SPACE_8, SPACE_8, SPACE_8, SPACE_8)
        line.addStretch(1)
        line.addWidget(box, 20)
        line.addStretch(1)
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
