"""A progress bar with [Cancel] that appears when work takes longer than half a second."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QGridLayout, QProgressBar, QWidget

from desktop_app.i18n import Words
from desktop_app.ui.jobs import Job
from desktop_app.ui.theme.tokens import SPACE_2, SPACE_3, Tone
from desktop_app.ui.widgets.buttons import quiet
from desktop_app.ui.widgets.labels import Elided, Label

SHOW_AFTER = 500  # ms
_FEW = 1000  # more steps than that (a file's are its bytes) nobody follows one by one


class ProgressRow(QWidget):
    """`follow(job, text)` when work starts, `report(done, total)` as its progress, `finish()` when it is over."""

    def __init__(self, words: Words, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._job: Job | None = None
        self._text = Elided("")
        self._count = Label("", tone=Tone.MUTED)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._cancel = quiet(words("Cancel"), self.stop, shortcut="Esc")
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(SPACE_3)
        grid.setVerticalSpacing(SPACE_2)
        grid.addWidget(self._text, 0, 0)
        grid.addWidget(self._count, 0, 1)
        grid.addWidget(self._bar, 1, 0, 1, 2)
        grid.addWidget(self._cancel, 0, 2, 2, 1)
        grid.setColumnStretch(0, 1)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SHOW_AFTER)
        self._timer.timeout.connect(self.show)
        self.hide()

    def follow(self, job: Job, text: str) -> None:
        """Work has started: show the bar if it is still going on after half a second."""
        self._job = job
        self._text.setText(text)
        self._bar.setAccessibleName(text)
        self._bar.setRange(0, 0)
        self._count.setText("")
        self._cancel.setEnabled(True)
        self._timer.start()

    def report(self, done: int, total: int) -> None:
        """How far it is."""
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        if total > _FEW:
            self._count.setText(self._words("{n}%", n=min(100, 100 * done // total)))
        elif total:
            self._count.setText(self._words("{done} of {total}", done=done, total=total))

    @property
    def under_way(self) -> bool:
        """Whether there is work that could be stopped."""
        return self._job is not None

    def finish(self) -> None:
        """It is over, well or not."""
        self._timer.stop()
        self._job = None
        self.hide()

    def stop(self) -> None:
        """Ask the work to end, as [Cancel] does."""
        if self._job is not None:
            self._job.cancel()
            self._cancel.setEnabled(False)
            self._text.setText(self._words("Stopping…"))
