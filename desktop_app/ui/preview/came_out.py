"""Papers that were on their way to a printer when the program stopped: asked about at the next start."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from desktop_app.actions.handed import Handed, drop_handed
from desktop_app.actions.prints import log_handed
from desktop_app.domain.changes import Changes
from desktop_app.domain.errors import AppError
from desktop_app.i18n import Words, msg
from desktop_app.ui.desk import Desk
from desktop_app.ui.theme.tokens import SPACE_2, SPACE_4, Weight
from desktop_app.ui.widgets.buttons import primary, quiet
from desktop_app.ui.widgets.flow import FlowLayout
from desktop_app.ui.widgets.labels import Label
from desktop_app.ui.widgets.within import within

_WIDE = 440  # points at 100 % text


class CameOut(QDialog):
    """Asks whether they came out; Esc asks again at the next start."""

    def __init__(self, desk: Desk, parent: QWidget, papers: Handed) -> None:
        super().__init__(parent)
        self._desk, self._papers = desk, papers
        words = desk.words
        self.setWindowTitle(words("Did they come out?"))
        self.title = Label(_whose(words, papers), weight=Weight.BOLD, wrap=True)
        said = words("Cordial stopped before it knew. Look at the printer: what came out is not printed twice then.")
        self.yes = primary(words("They came out"), self._came_out)
        self.no = quiet(words("They did not"), self._did_not)
        self.later = quiet(words("Ask later"), self.reject, shortcut="Esc")
        row = QWidget()
        flow = FlowLayout(row, space=SPACE_2)
        for button in (self.yes, self.no, self.later):
            button.setAutoDefault(False)
            flow.addWidget(button)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_4, SPACE_4, SPACE_4, SPACE_4)
        column.setSpacing(SPACE_4)
        column.addWidget(self.title)
        column.addWidget(Label(said, wrap=True))
        column.addWidget(row)
        self.setMinimumWidth(within(parent, _WIDE, 0).width())
        self.finished.connect(self.deleteLater)

    def showEvent(self, event: QShowEvent) -> None:
        """As high as its words want it; an Enter that was meant for something else answers nothing."""
        super().showEvent(event)
        self.resize(self.width(), self._column.totalHeightForWidth(self.width()))
        self.later.setFocus()

    def _came_out(self) -> None:
        self._hold()
        self._desk.work.change(log_handed, self._papers, then=self._kept, failed=self._failed, owner=self)

    def _did_not(self) -> None:
        self._hold()
        self._desk.work.run(drop_handed, self._papers, then=lambda _: self.accept(), failed=self._failed, owner=self)

    def _hold(self) -> None:
        """It is answered: a second press would put it into the log twice."""
        self.yes.setEnabled(False)
        self.no.setEnabled(False)

    def _kept(self, done: Changes) -> None:
        self._desk.tell_done(done, msg("They count as printed."))
        self.accept()

    def _failed(self, error: AppError) -> None:
        self._desk.tell(error)
        self.reject()


def ask_what_came_out(desk: Desk, parent: QWidget, left: Sequence[Handed]) -> None:
    """Ask about all that was left on its way, one after another; whoever puts one off is asked no more now."""
    if left:
        dialog = CameOut(desk, parent, left[0])
        dialog.accepted.connect(partial(ask_what_came_out, desk, parent, left[1:]))
        dialog.open()


def _whose(words: Words, papers: Handed) -> str:
    n = len(papers.orders)
    if not n:
        return words.n(
            "{n} card was on its way to {printer}. Did it come out?",
            "{n} cards were on their way to {printer}. Did they come out?",
            papers.result.cards,
            printer=papers.printer,
        )
    return words.n(
        "Papers of {n} order were on their way to {printer}. Did they come out?",
        "Papers of {n} orders were on their way to {printer}. Did they come out?",
        n,
        printer=papers.printer,
    )
