"""Bringing a backup back: the list to choose from, what will happen in plain words, one button."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from desktop_app.domain.backups import BackupRow
from desktop_app.ui.desk import Desk
from desktop_app.ui.models.columns import Column, Kind
from desktop_app.ui.models.rows import RowsModel
from desktop_app.ui.pages.settings.backup_words import holds, made_at
from desktop_app.ui.theme.faces import scaled
from desktop_app.ui.theme.tokens import ROW_TWO_LINES, SPACE_4, SPACE_6, Size, Tone, Weight
from desktop_app.ui.widgets.buttons import plain, primary, quiet
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.content import Content
from desktop_app.ui.widgets.feet import Feet
from desktop_app.ui.widgets.file_dialogs import ask_for_file
from desktop_app.ui.widgets.labels import Label
from desktop_app.ui.widgets.list_view import ListView
from desktop_app.ui.widgets.scroll import yielding_part
from desktop_app.ui.widgets.within import within


class RestoreDialog(QDialog):
    """Nothing is lost by it: the shop as it is now is kept as one more backup."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        words = desk.words
        self._desk = desk
        self._rows: Sequence[BackupRow] = ()
        self.setWindowTitle(words("Restore a backup"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        columns = (
            Column[BackupRow]("at", words("Made"), lambda row: made_at(words, row), Kind.LEAD,
                              detail=lambda row: holds(words, row), stretch=True),
        )
        self.model: RowsModel[BackupRow] = RowsModel(columns, self, key=lambda row: row.number)
        self.list = ListView(
            desk.theme, desk.settings, self.model, name="backups", title=words("Backups"), several=False,
        )
        self.list.head.hide()
        self.list.marked.connect(self._chosen)
        self._content = Content(desk.theme, self.list, waiting=words("Looking for backups"))
        self._lay()
        self.resize(within(parent, 520, 560))
        self._ask()

    def _lay(self) -> None:
        words = self._desk.words
        self.go = primary(words("Restore"), self._restore)
        self.go.setEnabled(False)
        card = Card()
        card.add_row(self._content)
        self._content.setMinimumHeight(scaled(ROW_TWO_LINES))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(SPACE_6, SPACE_6, SPACE_6, SPACE_4)
        whole.setSpacing(SPACE_4)
        column = yielding_part(whole, space=SPACE_4)
        column.addWidget(Label(words("Restore a backup"), Size.TITLE, weight=Weight.BOLD, wrap=True))
        column.addWidget(Label(
            words("The shop becomes what it was then. As it is now is kept as one more backup."),
            tone=Tone.MUTED, wrap=True,
        ))
        column.addWidget(card, 1)
        column.addWidget(plain(words("Another file…"), self._other), 0, Qt.AlignmentFlag.AlignLeft)
        whole.addWidget(Feet(quiet(words("Cancel"), self.reject, shortcut="Esc"), self.go))

    def _ask(self) -> None:
        from desktop_app.actions.backups import backups

        self._content.wait()
        self._desk.work.run(backups, self._desk.location, then=self._show, owner=self)

    def _show(self, rows: Sequence[BackupRow]) -> None:
        self._rows = rows
        self.model.set_rows(rows)
        if rows:
            self._content.show_content()
            self.list.go_to_first()  # the newest is what is wanted nearly always
        else:
            self._content.show_empty(
                self._desk.words("No backups in the usual place"),
                self._desk.words("If you keep them elsewhere, choose the file."),
            )

    def _chosen(self) -> None:
        self.go.setEnabled(bool(self.list.selectedIndexes()))

    def _restore(self) -> None:
        place = self.list.currentIndex().row()
        if 0 <= place < len(self._rows):
            self._begin(self._rows[place].file)

    def _other(self) -> None:
        words = self._desk.words
        kinds = f"{words('Backups')} (*.cordial-backup *)"
        ask_for_file(self, self._desk.settings, words("Choose a backup"), kinds, taken=self._begin)

    def _begin(self, file: Path) -> None:
        self.accept()
        self._desk.switch(self._desk.location, restore=str(file))
