"""A shop that does not open: why, in a sentence, and what can be done about it from here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.backups import BackupRow
from desktop_app.domain.errors import AppError, Damaged
from desktop_app.ui.desk import Desk
from desktop_app.ui.pages.settings.backup_words import holds, made_at
from desktop_app.ui.theme.faces import scaled
from desktop_app.ui.theme.tokens import SPACE_2, SPACE_3, SPACE_8, Size, Tone, Weight
from desktop_app.ui.widgets.buttons import Button, primary, quiet
from desktop_app.ui.widgets.flow import FlowLayout
from desktop_app.ui.widgets.labels import Label

_WIDE = 560


class NotOpened(QWidget):
    """Bring a backup back, try again, open another file, or leave; the filled button is the likeliest way out."""

    def __init__(
        self, desk: Desk, error: AppError, *, again: Callable[[], object], restore: Callable[[], object],
        leave: Callable[[], object],
    ) -> None:
        super().__init__()
        self._desk = desk
        self._again, self._restore, self._leave = again, restore, leave
        words = desk.words
        box = QWidget()
        box.setMaximumWidth(scaled(_WIDE))
        line = QHBoxLayout(self)
        line.setContentsMargins(SPACE_8, SPACE_8, SPACE_8, SPACE_8)
        line.addStretch(1)
        line.addWidget(box, 20)
        line.addStretch(1)
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_3)
        column.addStretch(2)
        title = Label(words("Your shop did not open"), Size.TITLE, weight=Weight.BOLD, wrap=True)
        self.sentence = Label(words.say(error.message), wrap=True)
        self.sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.newest = Label("", Size.SMALL, tone=Tone.MUTED, wrap=True)
        self.newest.hide()
        for label in (title, self.sentence, self.newest):
            column.addWidget(label)
        if desk.place not in self.sentence.text():
            column.addWidget(Label(desk.place, Size.SMALL, tone=Tone.MUTED, wrap=True))
        column.addSpacing(SPACE_2)
        row = QWidget()
        self._buttons = FlowLayout(row, space=SPACE_2)
        column.addWidget(row)
        column.addStretch(3)
        self.setAccessibleName(title.text())
        self.first: Button | None = None
        if isinstance(error, Damaged):
            self._look_for_backups()
        else:
            self._offer(restore_first=False)

    def _look_for_backups(self) -> None:
        from desktop_app.actions.backups import backups

        self._desk.work.run(
            backups, self._desk.location, then=self._found, failed=lambda _: self._found(()), owner=self
        )

    def _found(self, rows: Sequence[BackupRow]) -> None:
        words = self._desk.words
        if rows:
            said = words("Newest backup: {when}", when=f"{made_at(words, rows[0])} · {holds(words, rows[0])}")
            self.newest.setText(said)
            self.newest.show()
        self._offer(restore_first=bool(rows))

    def _offer(self, *, restore_first: bool) -> None:
        words, desk = self._desk.words, self._desk
        try_again, bring_back = words("Try again"), words("Restore a backup")
        if restore_first:
            buttons = [primary(bring_back, self._restore), quiet(try_again, self._again)]
        else:
            buttons = [primary(try_again, self._again), quiet(bring_back, self._restore)]
        if "://" not in desk.location:
            buttons.append(quiet(words("Open another file…"), self._choose))
        if desk.location != desk.home:
            buttons.append(quiet(words("Back to my own shop"), lambda: desk.switch(desk.home)))
        buttons.append(quiet(words("Quit"), self._leave, shortcut="Ctrl+Q"))
        for button in buttons:
            self._buttons.addWidget(button)
            button.show()
        self.first = buttons[0]
        self.first.setFocus()

    def _choose(self) -> None:
        words = self._desk.words
        folder = str(Path(self._desk.location).parent)
        kinds = f"{words('Shops')} (*.db);;{words('All files')} (*)"
        dialog = QFileDialog(self, words("Open another shop"), folder, kinds)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda file: self._desk.switch(file))
        dialog.open()
