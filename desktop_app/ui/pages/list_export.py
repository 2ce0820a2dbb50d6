"""A list written to a file from its page: the place is asked for, the work shows how far it is and can be stopped."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from queue import Empty, Queue
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from desktop_app.domain.errors import AppError, Stopped
from desktop_app.domain.listing import ListKind
from desktop_app.i18n import Message
from desktop_app.ui.desk import Desk
from desktop_app.ui.jobs import Job
from desktop_app.ui.models.columns import Column
from desktop_app.ui.pages.export_forms import KINDS, ExportForm, Lookup, export_forms
from desktop_app.ui.widgets.file_dialogs import ask_for_place
from desktop_app.ui.widgets.progress import ProgressRow

if TYPE_CHECKING:
    from desktop_app.actions.exporting import Part

_AHEAD, _WAIT = 3, 20  # parts that may wait to be written, ms until it is looked again
_LOOK = 0.2  # seconds after which the writer looks whether it is still wanted


class ListExport:
    """`line` shows the progress; the page puts it where it likes. `forms` are the files it can be written to."""

    def __init__(self, desk: Desk, kind: ListKind, page: QWidget, *, name: str) -> None:
        self._desk, self._page, self._name = desk, page, name
        self.forms = export_forms(kind)
        self.line = ProgressRow(desk.words)

    def form(self, key: str) -> ExportForm:
        """One of the files by its key."""
        return next(form for form in self.forms if form.key == key)

    def ask(self, form: str, ids: Sequence[int], columns: Sequence[str]) -> None:
        """Ask for a place and write there; `columns` are those the page shows."""
        words, suffix = self._desk.words, self.form(form).suffix
        ask_for_place(
            self._page.window(), self._desk.settings, words("Export the list"), f"{self._name}.{suffix}",
            kinds=KINDS[suffix], taken=lambda file: self.write(file, ids, columns, form=form),
        )

    def write(self, file: Path, ids: Sequence[int], columns: Sequence[str], *, form: str) -> None:
        """Write these records; one file at a time, and the lists stay at hand meanwhile."""
        if self.line.under_way:
            return
        chosen = self.form(form)
        if chosen.facts is None:
            self._write(file, ids, columns if chosen.shown else (), chosen, None)
        else:
            ready = partial(self._write, file, ids, (), chosen)
            self._desk.work.ask(chosen.facts, then=ready, failed=self._failed, owner=self._page)

    def _write(self, file: Path, ids: Sequence[int], columns: Sequence[str], form: ExportForm, facts: Any) -> None:
        parts = _Parts()
        job = self._desk.work.run(
            form.writer, parts, facts, columns, total=len(ids), to=file, words=self._desk.words,
            then=lambda written: self._done(form.said(written, file), file), failed=self._failed,
            progress=self.line.report, owner=self._page,
        )
        self._page.destroyed.connect(job.cancel)  # nobody would feed it any more
        self.line.follow(job, self._desk.words("Writing {file}", file=file.name))
        self._read(parts, job, form.lookup, ids=ids, start=0)

    def _read(self, parts: _Parts, job: Job, lookup: Lookup, *, ids: Sequence[int], start: int) -> None:
        """Ask for the next rows, in turn with everything else that is asked; no further ahead than can be written."""
        from desktop_app.actions.exporting import PART, STOPPED

        part = ids[start : start + PART]

        def came(rows: Sequence[Any]) -> None:
            parts.put((len(part), rows))
            self._read(parts, job, lookup, ids=ids, start=start + PART)

        again = partial(self._read, parts, job, lookup, ids=ids, start=start)
        if job.cancelled:
            parts.put(Stopped(STOPPED))  # never as if these had been all
        elif start >= len(ids):
            parts.put(None)
        elif parts.waiting > _AHEAD:
            QTimer.singleShot(_WAIT, self._page, lambda: again())
        else:
            self._desk.work.ask(lookup, part, then=came, failed=parts.put, owner=self._page)

    def _done(self, said: Message, file: Path) -> None:
        self.line.finish()
        self._desk.tell_file(said, file, None)

    def _failed(self, error: AppError) -> None:
        self.line.finish()
        if not isinstance(error, Stopped):
            self._desk.tell(error)


class _Parts:
    """Rows on their way from the thread that reads to the one that writes."""

    def __init__(self) -> None:
        self._queue: Queue[Part | AppError | None] = Queue()

    @property
    def waiting(self) -> int:
        """How many parts are read and not written yet."""
        return self._queue.qsize()

    def put(self, part: Part | AppError | None) -> None:
        """The next rows, or None after the last, or why there are no more."""
        self._queue.put(part)

    def __iter__(self) -> Iterator[Part]:
        while True:
            try:
                part = self._queue.get(timeout=_LOOK)
            except Empty:
                yield 0, ()  # nothing yet: whoever writes looks whether to go on
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
