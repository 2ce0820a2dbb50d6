"""A list written to a file from its page: the place is asked for, the work shows how far it is and can be stopped."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from queue import Empty, Queue
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from desktop_app.actions.exporting import PART, STOPPED, write_list
from desktop_app.domain.errors import AppError, Stopped
from desktop_app.domain.listing import ListKind
from desktop_app.i18n import nmsg
from desktop_app.queries.lists import LISTS
from desktop_app.ui.desk import Desk
from desktop_app.ui.jobs import Job
from desktop_app.ui.models.columns import Column
from desktop_app.ui.widgets.file_dialogs import ask_for_place
from desktop_app.ui.widgets.progress import ProgressRow

_AHEAD, _WAIT = 3, 20  # parts that may wait to be written, ms until it is looked again
_LOOK = 0.2  # seconds after which the writer looks whether it is still wanted
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
        """Write these records with these columns; one file at a time, and the lists stay at hand meanwhile."""
        if self.line.under_way:
            return
        parts = _Parts()
        job = self._desk.work.run(
            write_list, self._kind, parts, columns, total=len(ids), to=file, words=self._desk.words,
            then=lambda written: self._done(file, written), failed=self._failed, progress=self.line.report,
            owner=self._page,
        )
        self._page.destroyed.connect(job.cancel)  # nobody would feed it any more
        self.line.follow(job, self._desk.words("Writing {file}", file=file.name))
        self._read(parts, job, ids, 0)

    def _read(self, parts: _Parts, job: Job, ids: Sequence[int], start: int) -> None:
        """Ask for the next rows, in turn with everything else that is asked; no further ahead than can be written."""

        def came(rows: Sequence[Any]) -> None:
            parts.put(rows)
            self._read(parts, job, ids, start + PART)

        if job.cancelled:
            parts.put(Stopped(STOPPED))  # never as if these had been all
        elif start >= len(ids):
            parts.put(None)
        elif parts.waiting > _AHEAD:
            QTimer.singleShot(_WAIT, self._page, lambda: self._read(parts, job, ids, start))
        else:
            rows = LISTS[self._kind].rows
            self._desk.work.ask(rows, ids[start : start + PART], then=came, failed=parts.put, owner=self._page)

    def _done(self, file: Path, written: int) -> None:
        self.line.finish()
        self._desk.tell(nmsg("{n} row written to {file}", "{n} rows written to {file}", n=written, file=str(file)))

    def _failed(self, error: AppError) -> None:
        self.line.finish()
        if not isinstance(error, Stopped):
            self._desk.tell(error)


class _Parts:
    """Rows on their way from the thread that reads to the one that writes."""

    def __init__(self) -> None:
        self._queue: Queue[Sequence[Any] | AppError | None] = Queue()

    @property
    def waiting(self) -> int:
        """How many parts are read and not written yet."""
        return self._queue.qsize()

    def put(self, part: Sequence[Any] | AppError | None) -> None:
        """The next rows, or None after the last, or why there are no more."""
        self._queue.put(part)

    def __iter__(self) -> Iterator[Sequence[Any]]:
        while True:
            try:
                part = self._queue.get(timeout=_LOOK)
            except Empty:
                yield ()  # nothing yet: whoever writes looks whether to go on
                continue
            if part is None:
                return
            if isinstance(part, AppError):
                raise part
            yield part


def exported(columns: Sequence[Column[object]], chosen: Sequence[str]) -> tuple[str, ...]:
    """The columns of a file for those a list shows, in their order, each once."""
    known = {column.key: column for column in columns}
    keys: list[str] = []
    for key in chosen:
        stands_for = known[key].exports
        keys += [key] if stands_for is None else stands_for
    return tuple(dict.fromkeys(keys))
