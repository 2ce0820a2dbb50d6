"""Makes the papers on the pool while choices change: an older run is stopped, each goes into a file of its own."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QTemporaryDir, QTimer, Signal

from desktop_app.actions.printing import make_parcel_papers
from desktop_app.domain.errors import AppError, Stopped
from desktop_app.domain.imposing import Imposing
from desktop_app.domain.print_run import PrintResult
from desktop_app.ui.jobs import Job
from desktop_app.ui.preview.choices import Choices, Offer
from desktop_app.ui.work import Work

_SETTLE = 150  # ms after the last change of a choice


class Making(QObject):
    """`made(result, file, choices)` with the newest papers; `began(job)`, `moved(done, total)`, `failed(error)`,
    `stopped`.
    """

    began = Signal(object)
    moved = Signal(int, int)
    made = Signal(object, object, object)
    failed = Signal(object)
    stopped = Signal()

    def __init__(self, work: Work, offer: Offer, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work, self._offer = work, offer
        self._folder = QTemporaryDir()
        self._turn = 0
        self._job: Job | None = None
        self._wanted: Choices | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SETTLE)
        self._soon.timeout.connect(self._begin)

    @property
    def under_way(self) -> bool:
        """Whether papers are being made or about to be."""
        return self._job is not None or self._soon.isActive()

    def want(self, choices: Choices, *, now: bool = False) -> None:
        """Make the papers of these choices; whatever is being made is stopped."""
        self._wanted = choices
        if self._job is not None:
            self._job.cancel()
        if now:
            self._begin()
        else:
            self._soon.start()

    def drop(self) -> None:
        """Stop, and let nothing come of what is being made."""
        self._turn += 1
        self._soon.stop()
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def close(self) -> None:
        """Stop, and take the files away."""
        self.drop()
        self._folder.remove()

    def _begin(self) -> None:
        self._soon.stop()
        choices = self._wanted
        assert choices is not None
        self._turn += 1
        turn = self._turn
        file = Path(self._folder.filePath(f"papers-{turn}.pdf"))
        self._job = self._work.run(
            make_parcel_papers, self._offer.details, self._offer.shop, kind=choices.kind, values=self._offer.values,
            to=file, stock=choices.stock, design=choices.design, own_designs=self._offer.own, copies=choices.copies,
            imposing=Imposing(start=choices.start), changes=choices.changes,
            by=choices.by, then=lambda result: self._done(turn, result, file, choices),
            failed=lambda error: self._fail(turn, error),
            progress=lambda done, total: self.moved.emit(done, total) if turn == self._turn else None, owner=self,
        )
        self.began.emit(self._job)

    def _done(self, turn: int, result: PrintResult, file: Path, choices: Choices) -> None:
        if turn != self._turn:
            file.unlink(missing_ok=True)
            return
        self._job = None
        self.made.emit(result, file, choices)

    def _fail(self, turn: int, error: AppError) -> None:
        if turn != self._turn:
            return
        self._job = None
        if isinstance(error, Stopped):
            if not self._soon.isActive():
                self.stopped.emit()
        else:
            self.failed.emit(error)
