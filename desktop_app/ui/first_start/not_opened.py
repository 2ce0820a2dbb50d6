"""A shop that does not open: why, in a sentence, and what can be done about it from here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from desktop_app.domain.backups import BackupRow
from desktop_app.domain.errors import AppError, Damaged
from desktop_app.ui.desk import Desk
from desktop_app.ui.first_start.notice import Notice
from desktop_app.ui.pages.settings.backup_words import holds, made_at
from desktop_app.ui.theme.tokens import Size, Tone
from desktop_app.ui.widgets.buttons import Button, primary, quiet
from desktop_app.ui.widgets.file_dialogs import ask_for_file
from desktop_app.ui.widgets.labels import Label


class NotOpened(Notice):
    """Try again, open another shop, or leave; a damaged one leads to its backups first.

    The filled button is the likeliest way out.
    """

    def __init__(
        self, desk: Desk, error: AppError, *, again: Callable[[], object], restore: Callable[[], object],
        leave: Callable[[], object],
    ) -> None:
        super().__init__(desk, desk.words("Your shop did not open"), error.message, place=desk.place)
        self._desk = desk
        self._again, self._restore, self._leave = again, restore, leave
        self.newest = Label("", Size.SMALL, tone=Tone.MUTED, wrap=True)
        self.newest.hide()
        self.below.addWidget(self.newest)
        self.first: Button | None = None
        if isinstance(error, Damaged):
            self._look_for_backups()
        else:
            self._offer([primary(desk.words("Try again"), self._again)])

    def _look_for_backups(self) -> None:
        from desktop_app.actions.backups import backups

        self._desk.work.run(
            backups, self._desk.location, then=self._found, failed=lambda _: self._found(()), owner=self
        )

    def _found(self, rows: Sequence[BackupRow]) -> None:
        words = self._desk.words
        try_again, bring_back = words("Try again"), words("Restore a backup")
        if rows:
            said = words("Newest backup: {when}", when=f"{made_at(words, rows[0])} · {holds(words, rows[0])}")
            self.newest.setText(said)
            self.newest.show()
            self._offer([primary(bring_back, self._restore), quiet(try_again, self._again)])
        else:  # they may be kept elsewhere
            self._offer([primary(try_again, self._again), quiet(bring_back, self._restore)])

    def _offer(self, first: list[Button]) -> None:
        words, desk = self._desk.words, self._desk
        buttons = [*first, quiet(words("Open another shop…"), self._choose)]
        if desk.location != desk.home:
            buttons.append(quiet(words("Back to my own shop"), lambda: desk.switch(desk.home)))
        buttons.append(quiet(words("Quit"), self._leave, shortcut="Ctrl+Q"))
        self.offer(buttons)
        self.first = buttons[0]
        self.first.setFocus()

    def _choose(self) -> None:
        words, desk = self._desk.words, self._desk
        folder = str(Path(desk.sample_location if "://" in desk.location else desk.location).parent)
        kinds = f"{words('Shops')} (*.db);;{words('All files')} (*)"
        ask_for_file(
            self, self._desk.settings, words("Open another shop"), kinds, folder=folder,
            taken=lambda file: self._desk.switch(str(file)),
        )
