"""Makes the papers on the pool while choices change: an older run is stopped, each goes into a file of its own."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, QTemporaryDir, QTimer, Signal

from desktop_app.actions.printing import make_parcel_papers
from desktop_app.domain.errors import AppError, Invalid, Stopped
from desktop_app.domain.print_run import PrintResult
from desktop_app.i18n import Language
from desktop_app.ui.jobs import Job
from desktop_app.ui.preview.choices import Choices, Offer, offer
from desktop_app.ui.work import Work

_SETTLE = 150  # ms after the last change of a choice


class Making(QObject):
    """`made(result, file, choices)` with the newest papers; `began(job)`, `moved(done, total)`, `failed(error)`,
    `stopped`. `offer` is what they are made of; it is asked anew when the choices are of another kind or design.
    """

    began = Signal(object)
    moved = Signal(int, int)
    made = Signal(object, object, object)
    failed = Signal(object)
    stopped = Signal()

    def __init__(self, work: Work, offer: Offer, *, language: Language, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.offer = offer
        self._work, self._language = work, language
        self._folder = QTemporaryDir()
        self._turn = 0
        self._job: Job | None = None
        self._wanted: Choices | None = None
        self._stale = False  # the shop changed since the offer was made
        self._last: tuple[object, PrintResult, Path] | None = None
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

    def anew(self, choices: Choices) -> None:
        """Make the papers of these choices from what the shop says now."""
        self._stale, self._last = True, None
        self.want(choices, now=True)

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
        if self.offer.meets(choices) and not self._stale:
            self._make(turn, choices)
            return
        self._job = self._work.ask(
            offer, self.offer.whose, kind=choices.kind, design=choices.design, language=choices.language,
            before=None if self._stale else self.offer, then=lambda found: self._offered(turn, found, choices),
            failed=lambda error: self._fail(turn, error), owner=self,
        )

    def _offered(self, turn: int, found: Offer, choices: Choices) -> None:
        if turn == self._turn:
            self.offer, self._stale = found, False
            self._make(turn, choices)

    def _make(self, turn: int, choices: Choices) -> None:
        found = self.offer
        wanted = (id(found), replace(choices, printer="", tray=""), found.correction(choices))
        if self._last is not None and self._last[0] == wanted:  # another printer, as straight as the one before
            self._job = None
            self.made.emit(*self._last[1:], choices)
            return
        self._last = None
        try:
            papers = found.papers(choices)
        except Invalid as error:
            self._fail(turn, error)
            return
        file = Path(self._folder.filePath(f"papers-{turn}.pdf"))
        self._job = self._work.run(
            make_parcel_papers, papers, found.shop, kind=choices.kind, values=found.values, to=file,
            stock=found.stock(choices.stock), design=choices.design, own_designs=found.own, copies=choices.copies,
            imposing=choices.imposing, changes=choices.changes, before=found.before,
            calibration=found.correction(choices), by=choices.by, language=self._language,
            then=lambda result: self._done(turn, wanted, result, file=file, choices=choices),
            failed=lambda error: self._fail(turn, error),
            progress=lambda done, total: self.moved.emit(done, total) if turn == self._turn else None, owner=self,
        )
        self.began.emit(self._job)

    def _done(self, turn: int, wanted: object, result: PrintResult, *, file: Path, choices: Choices) -> None:
        if turn != self._turn:
            file.unlink(missing_ok=True)
            return
        self._job = None
        result = replace(result, remarks=(*self.offer.unknown, *result.remarks))
        self._last = (wanted, result, file)
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
