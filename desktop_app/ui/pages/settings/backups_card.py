"""Backups of the shop: the newest ones, one made now, and the way back to one of them."""

from __future__ import annotations

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from desktop_app.domain.backups import BackupRow
from desktop_app.domain.errors import AppError
from desktop_app.i18n import msg
from desktop_app.ui.desk import Desk
from desktop_app.ui.pages.settings.backup_words import holds, made_at
from desktop_app.ui.theme.tokens import SPACE_2, SPACE_3, SPACE_4
from desktop_app.ui.widgets.buttons import small
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.flow import FlowLayout
from desktop_app.ui.widgets.task_row import TaskRow

_SHOWN = 3


class BackupsCard(Card):
    """`refresh` asks for the list."""

    def __init__(self, desk: Desk) -> None:
        words = desk.words
        super().__init__(words("Backups"), words("verified, at every close"))
        self._desk = desk
        self.back_up = small(words("Back up now"), self._back_up)
        self.bring_back = small(words("Restore…"), self._restore)
        self.add_row(self._foot())

    def showEvent(self, event: QShowEvent) -> None:
        """Others come by themselves: every half hour, and before each import."""
        super().showEvent(event)
        self.refresh()

    def refresh(self) -> None:
        """Ask which there are."""
        from desktop_app.actions.backups import backups

        self._desk.work.run(backups, self._desk.location, then=self._show, owner=self)

    def _show(self, rows: list[BackupRow]) -> None:
        self.back_up.setParent(None)  # the buttons outlive the rows they stand in
        self.bring_back.setParent(None)
        self.clear()
        words = self._desk.words
        for row in rows[:_SHOWN]:
            self.add_row(TaskRow(self._desk.theme, made_at(words, row), holds(words, row)))
        more = len(rows) - _SHOWN
        if more > 0:
            self.add_note(words.n("{n} more is kept", "{n} more are kept", more))
        if not rows:
            self.add_note(words("None yet. The first one is made when you close the window."))
        self.add_row(self._foot())

    def _foot(self) -> QWidget:
        foot = QWidget()
        flow = FlowLayout(foot, space=SPACE_2)
        flow.setContentsMargins(SPACE_4, SPACE_3, SPACE_4, SPACE_3)
        flow.addWidget(self.back_up)
        flow.addWidget(self.bring_back)
        return foot

    def _back_up(self) -> None:
        from desktop_app.actions.backups import backup

        self.back_up.setEnabled(False)
        self._desk.work.ask(backup, then=self._made, failed=self._not_made, owner=self)

    def _made(self, row: BackupRow) -> None:
        self.back_up.setEnabled(True)
        self._desk.tell(msg("Backed up and verified: {file}", file=row.file.name))
        self.refresh()

    def _not_made(self, error: AppError) -> None:
        self.back_up.setEnabled(True)
        self._desk.tell(error)

    def _restore(self) -> None:
        from desktop_app.ui.pages.settings.restore import RestoreDialog

        RestoreDialog(self._desk, self.window()).open()
