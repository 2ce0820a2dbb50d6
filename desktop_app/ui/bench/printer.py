"""The printer of this desk as the bench follows it: ready, printing, stopped and why; and what became of each job."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from desktop_app.actions.print_outcomes import job_told
from desktop_app.actions.printers import job, printer
from desktop_app.domain.desk_settings import DESK_PRINTER, DESK_PRINTERS
from desktop_app.domain.errors import AppError
from desktop_app.domain.kinds import Kind
from desktop_app.domain.printers import Binding, JobState, Printer, printer_for
from desktop_app.domain.printers import Job as PrinterJob
from desktop_app.ui.bench.shift import Shift
from desktop_app.ui.theme.tokens import Tone

_EVERY, _SELDOM = 1_000, 10_000  # ms between two questions, while a job is on its way and else


class BenchPrinter(QObject):
    """`told(text, tone)` for the foot; `stopped(text)` once when the printer stops with papers in it."""

    told = Signal(str, object)
    stopped = Signal(str)

    def __init__(self, shift: Shift, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shift = shift
        self._jobs: list[str] = []
        self._asking = False
        self._halted = False
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.timeout.connect(self.look)

    def bound(self, stock: str = "") -> Binding:
        """The printer and tray for a paper on this desk; without a paper the desk’s usual one."""
        settings = self._shift.desk.settings
        return printer_for(settings.get(DESK_PRINTERS), settings.get(DESK_PRINTER), stock, Kind.PARCEL)

    @property
    def halted(self) -> bool:
        """Whether it stands still, so that papers wait in it."""
        return self._halted

    def follow(self, name: str) -> None:
        """A job was handed to the printer."""
        if name:
            self._jobs.append(name)
            self._clock.start(_EVERY)

    def look(self) -> None:
        """Ask how the oldest job is, else how the printer is."""
        self._clock.stop()
        words, here = self._shift.words, self.bound()
        if not here.printer and not self._jobs:
            self.told.emit(words("No printer yet · F4"), Tone.WARN)
        elif not self._asking:
            self._asking = True
            if self._jobs:
                self._shift.desk.work.run(job, self._jobs[0], then=self._seen_job, failed=self._silent, owner=self)
            else:
                self._shift.desk.work.run(
                    printer, here.printer, then=partial(self._seen, here.printer), failed=self._silent, owner=self
                )

    def stop(self) -> None:
        """Ask no longer."""
        self._clock.stop()

    def _seen_job(self, now: PrinterJob) -> None:
        self._asking = False
        words, name = self._shift.words, now.name.rpartition("-")[0]
        why = " ".join(words.say(reason) for reason in now.reasons)
        desk = self._shift.desk
        desk.work.change(job_told, now, failed=desk.tell, owner=self)  # the log writes only what is new
        if now.state.ended:
            self._jobs.remove(now.name)
        if now.state is JobState.STOPPED:
            self._halt(words("{printer} · stopped: {why}", printer=name, why=why or words("look at the printer")))
        elif now.state in (JobState.FAILED, JobState.CANCELLED):
            self._halt(words("{printer} · the papers did not come out. {why}", printer=name, why=why).strip())
        elif not now.state.ended:
            self._halted = False
            self.told.emit(words("{printer} · printing", printer=name), Tone.MUTED)
        if self._jobs:
            self._clock.start(_EVERY)
        elif now.state is JobState.DONE:
            self.look()
        else:
            self._clock.start(_SELDOM)

    def _seen(self, name: str, now: Printer) -> None:
        self._asking = False
        words = self._shift.words
        why = " ".join(words.say(reason) for reason in now.reasons)
        if now.ready:
            self._halted = False
            text = words("{printer} · ready", printer=name)
            self.told.emit(f"{text} · {why}" if why else text, Tone.WARN if why else Tone.MUTED)
        else:
            self._halt(words("{printer} · stopped: {why}", printer=name, why=why or words("look at the printer")))
        self._clock.start(_EVERY if self._jobs else _SELDOM)

    def _halt(self, said: str) -> None:
        self.told.emit(said, Tone.BAD)
        if not self._halted:
            self._halted = True
            self.stopped.emit(said)

    def _silent(self, error: AppError) -> None:
        self._asking = False
        self.told.emit(self._shift.words.say(error.message), Tone.WARN)
        self._clock.start(_SELDOM)
