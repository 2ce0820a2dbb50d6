"""A job on its way through the printer, in a small window beside the work: how far it is, taken back, gone wrong."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent, QCloseEvent
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from desktop_app.actions.history import undo
from desktop_app.actions.print_outcomes import job_told
from desktop_app.actions.printers import cancel_job, job
from desktop_app.domain.changes import ChangeId, Changes, Topic
from desktop_app.domain.errors import AppError
from desktop_app.domain.printers import Job, JobState
from desktop_app.domain.printing import PrintId
from desktop_app.i18n import Message, msg
from desktop_app.queries.prints import run_of_change
from desktop_app.ui.desk import Desk
from desktop_app.ui.theme.tokens import SPACE_2, SPACE_3, SPACE_4, Tone, Weight
from desktop_app.ui.widgets.banner import DONE_STAYS
from desktop_app.ui.widgets.buttons import quiet
from desktop_app.ui.widgets.flow import FlowLayout
from desktop_app.ui.widgets.labels import Label
from desktop_app.ui.widgets.within import within

_EVERY = 1000  # ms between two questions to the printing system
_SELDOM = 5000  # ms, once it has stood still for a while
_SOON = 30  # questions after which it is asked seldom
_PATIENCE = 3  # questions in a row it may leave without an answer
_WIDE = 400  # points at 100 % text


@dataclass(frozen=True, slots=True)
class Sent:
    """What went to a printer: the job, the papers in words, how many sheets, and the change that logged them."""

    job: str
    printer: str
    papers: Message
    sheets: int
    change: ChangeId


class Following(QDialog):
    """Closes by itself once everything is printed; stays while somebody has to do something."""

    def __init__(self, desk: Desk, parent: QWidget, sent: Sent) -> None:
        super().__init__(parent)
        self._desk, self._sent = desk, sent
        self._asked = self._unanswered = 0
        self.now: Job | None = None
        self._told: JobState | None = None
        self._lost = ChangeId(0)  # the change by which the papers count as not printed
        words = desk.words
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)  # the work goes on where it was
        self.setWindowTitle(words("Printing"))
        self.setModal(False)
        title = words("{papers} on {printer}", papers=sent.papers, printer=sent.printer)
        self.title = Label(title, weight=Weight.BOLD, wrap=True)
        self.state = Label(words("Handed to the printer."), tone=Tone.MUTED, wrap=True)
        self.cancel_button = quiet(words("Cancel printing"), self._cancel)
        self.undo_button = quiet(words("They came out: count them as printed"), self._undo)
        self.wrong_button = quiet(words("Something went wrong…"), self._open_run)
        self.close_button = quiet(words("Close"), self.close, shortcut="Esc")
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_4, SPACE_4, SPACE_4, SPACE_4)
        column.setSpacing(SPACE_3)
        column.addWidget(self.title)
        column.addWidget(self.state)
        row = QWidget()
        flow = FlowLayout(row, space=SPACE_2)
        for button in (self.cancel_button, self.undo_button, self.wrong_button, self.close_button):
            button.setAutoDefault(False)
            flow.addWidget(button)
        column.addWidget(row)
        self.undo_button.hide()
        self.setMinimumWidth(within(parent, _WIDE, 0).width())
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.timeout.connect(self._ask)
        self._end = QTimer(self)
        self._end.setSingleShot(True)
        self._end.setInterval(DONE_STAYS)
        self._end.timeout.connect(self._leave)
        self._ask()

    def closeEvent(self, event: QCloseEvent) -> None:
        self._stop()
        super().closeEvent(event)

    def done(self, result: int) -> None:
        """Leave; the job goes on without being watched."""
        self._stop()
        super().done(result)

    def _stop(self) -> None:
        self._clock.stop()
        self._end.stop()

    def _ask(self) -> None:
        self._asked += 1
        self._desk.work.run(job, self._sent.job, then=self.show_job, failed=self._silent, owner=self)

    def show_job(self, now: Job) -> None:
        """How the job is now."""
        self.now, self._unanswered = now, 0
        words, state = self._desk.words, now.state
        reasons = " ".join(words.say(reason) for reason in now.reasons)
        said = {
            JobState.WAITING: words("It waits for its turn."),
            JobState.PRINTING: self._how_far(now),
            JobState.STOPPED: words("Stopped: the papers wait at the printer until it goes on."),
            JobState.DONE: words("Done."),
            JobState.CANCELLED: words("Taken back. Its papers count as not printed."),
            JobState.FAILED: words("The printing system gave it up. Its papers count as not printed."),
        }[state]
        self.state.setText(f"{said} {reasons}".strip())
        self.state.set_tone({
            JobState.STOPPED: Tone.WARN, JobState.FAILED: Tone.BAD, JobState.CANCELLED: Tone.WARN,
            JobState.DONE: Tone.GOOD,
        }.get(state, Tone.MUTED))
        self.cancel_button.setVisible(not state.ended)
        self.wrong_button.setVisible(state is not JobState.WAITING)
        self._fit()
        if self._told is not state:
            self._told = state
            self._desk.work.change(job_told, now, then=self._kept, failed=self._desk.tell, owner=self)
            self.setAccessibleDescription(self.state.text())
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))
        if state is JobState.DONE:
            self._end.start()
        elif not state.ended:
            self._clock.start(_EVERY if self._asked < _SOON else _SELDOM)

    def _kept(self, done: Changes) -> None:
        """The log knows; where papers count as not printed now, a person who holds them may say otherwise."""
        lost = self._told in (JobState.CANCELLED, JobState.FAILED)
        self._lost = done.id if lost and Topic.ORDERS in done.topics else ChangeId(0)
        self.undo_button.setVisible(bool(self._lost))
        self._fit()

    def _fit(self) -> None:
        """As high as what it says now."""
        column = self.layout()
        assert column is not None
        column.activate()
        self.resize(self.width(), max(column.heightForWidth(self.width()), column.minimumSize().height()))

    def _how_far(self, now: Job) -> str:
        words = self._desk.words
        if now.sheets and self._sent.sheets > 1:
            return words("Printing: {n} of {total} sheets are out.", n=now.sheets, total=self._sent.sheets)
        return words("Printing…")

    def _silent(self, error: AppError) -> None:
        self._unanswered += 1
        if self._unanswered < _PATIENCE:
            self._clock.start(_SELDOM)
            return
        self.state.setText(self._desk.words.say(error.message))
        self.state.set_tone(Tone.WARN)

    def _leave(self) -> None:
        """Not from under somebody's hand."""
        if self.underMouse():
            self._end.start()
        else:
            self.close()

    def _cancel(self) -> None:
        self.cancel_button.hide()
        self._clock.stop()
        self._desk.work.run(
            cancel_job, self._sent.job, then=lambda _: self._ask(), failed=self._not_cancelled, owner=self
        )

    def _not_cancelled(self, error: AppError) -> None:
        """It was over before it could be taken back."""
        self._desk.tell(error)
        self._ask()

    def _undo(self) -> None:
        self._stop()
        self._desk.work.change(
            undo, self._lost, then=lambda _: self._undone(), failed=self._desk.tell, owner=self
        )

    def _undone(self) -> None:
        self._desk.tell(msg("They count as printed again."))
        self.close()

    def _open_run(self) -> None:
        """Print some of it once more, from the very file."""
        self._end.stop()
        self._desk.work.ask(
            run_of_change, self._sent.change, then=self._show_run, failed=self._desk.tell, owner=self
        )

    def _show_run(self, run: PrintId) -> None:
        self._desk.navigate("paper", run=int(run))
        self.close()


def follow(desk: Desk, window: QWidget, sent: Sent) -> Following:
    """Watch a job in a small window at the foot of the large one, without taking the keyboard."""
    dialog = Following(desk, window, sent)
    dialog.adjustSize()
    corner = window.geometry().bottomRight()
    dialog.move(corner.x() - dialog.width() - SPACE_4, corner.y() - dialog.height() - SPACE_4)
    dialog.show()
    return dialog
