"""A list written to a file from its page: the place is asked for, the work shows how far it is and can be stopped."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QWidget

from desktop_app.actions.exporting import export_list
from desktop_app.domain.errors import AppError, Stopped
from desktop_app.domain.listing import ListKind
from desktop_app.i18n import nmsg
from desktop_app.ui.desk import Desk
from desktop_app.ui.models.columns import Column
from desktop_app.ui.widgets.file_dialogs import ask_for_place
from desktop_app.ui.widgets.progress import ProgressRow

KINDS = {"xlsx": "Excel (*.xlsx)", "csv": "CSV (*.csv)"}


class ListExport:
    """`line` shows the progress; the page puts it where it likes."""

    def __init__(self, desk: Desk, kind: ListKind, page: QWidget, *, name: str) -> None:
        self._desk, self._kind, self._page, self._name = desk, kind, page, name
        self.line = ProgressRow(desk.words)

    def ask(self, form: str, ids: Sequence[int], columns: Sequence[str]) -> None:
        """Ask for a place and write there."""
        words = self._desk.words
        ask_for_place(
            self._page.window(), self._desk.settings, words("Export the list"), f"{self._name}.{form}",
            kinds=KINDS[form], taken=lambda file: self.write(file, ids, columns),
        )

    def write(self, file: Path, ids: Sequence[int], columns: Sequence[str]) -> None:
        """Write these records with these columns; one file at a time."""
        if self.line.under_way:
            return
        job = self._desk.work.ask(
            export_list, self._kind, ids, columns, to=file, words=self._desk.words,
            then=lambda written: self._done(file, written), failed=self._failed, progress=self.line.report,
            owner=self._page,
        )
        self.line.follow(job, self._desk.words("Writing {file}", file=file.name))

    def _done(self, file: Path, written: int) -> None:
        self.line.finish()
        self._desk.tell(nmsg("{n} row written to {file}", "{n} rows written to {file}", n=written, file=str(file)))

    def _failed(self, error: AppError) -> None:
        self.line.finish()
        if not isinstance(error, Stopped):
            self._desk.tell(error)


def exported(columns: Sequence[Column[object]], chosen: Sequence[str]) -> tuple[str, ...]:
    """The columns of a file for those a list shows, in their order, each once."""
    known = {column.key: column for column in columns}
    keys: list[str] = []
    for key in chosen:
        stands_for = known[key].exports
        keys += [key] if stands_for is None else stands_for
    return tuple(dict.fromkeys(keys))
