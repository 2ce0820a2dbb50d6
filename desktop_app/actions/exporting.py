"""Writing a list to a file of a spreadsheet: all chosen columns, in the list's order, with progress; nothing half."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from desktop_app.domain.errors import Invalid, Stopped
from desktop_app.domain.list_columns import Cell, ListColumn, columns_named
from desktop_app.domain.listing import ListKind
from desktop_app.domain.people_dates import Birthday
from desktop_app.domain.text import shorten
from desktop_app.exchange.csv_list import write_csv
from desktop_app.exchange.list_cells import FileCell, ListTable
from desktop_app.exchange.xlsx_list import write_xlsx
from desktop_app.i18n import Message, Words, msg
from desktop_app.queries import Shop
from desktop_app.queries.lists import LISTS
from desktop_app.store.durable import durable_write

PART = 1_000  # rows read at once
_WRITERS = {".csv": write_csv, ".xlsx": write_xlsx}
FORMS = tuple(suffix[1:] for suffix in _WRITERS)
LIST_NAMES = {
    ListKind.CUSTOMERS: msg("Customers"), ListKind.ORDERS: msg("Orders"), ListKind.PRODUCTS: msg("Products"),
    ListKind.COMPLAINTS: msg("Complaints"),
}  # fmt: skip
STOPPED = msg("Stopped. No file was written.")
Progress = Callable[[int, int], object]


def export_list(
    shop: Shop,
    kind: ListKind,
    ids: Sequence[int],
    columns: Sequence[str],
    *,
    to: Path,
    words: Words,
    progress: Progress | None = None,
) -> int:
    """Writes these records as `write_list` does, reading them a thousand at a time; those that went are left out."""
    parts = (LISTS[kind].rows(shop, ids[start : start + PART]) for start in range(0, len(ids), PART))
    return write_list(kind, parts, columns, total=len(ids), to=to, words=words, progress=progress)


def write_list(
    kind: ListKind,
    parts: Iterable[Sequence[Any]],
    columns: Sequence[str],
    *,
    total: int,
    to: Path,
    words: Words,
    progress: Progress | None = None,
) -> int:
    """Writes rows, in parts as they come, with these columns (none: all the list has) as CSV or XLSX, by the name.

    `words` is the language of titles and states. Returns how many were written; raises Invalid for a name of another
    form, StoreUnavailable when the place cannot be written, Stopped when `progress` says so: no file is left then.
    """
    writer = _WRITERS.get(to.suffix.lower())
    if writer is None:
        raise Invalid("to", msg("“{file}” is no .csv and no .xlsx. Give one of these names.", file=shorten(to.name)))
    known = LISTS[kind].columns
    chosen = columns_named(known, columns) if columns else list(known)
    rows = _Rows(parts, total, progress)
    table = ListTable(
        name=words.say(LIST_NAMES[kind]),
        titles=[words.say(column.title) for column in chosen],
        kinds=[column.kind for column in chosen],
        yes_no=(words("yes"), words("no")),
        currency_title=words("currency"),
        rows=(cells(chosen, row, words) for row in rows),
    )
    durable_write(to, lambda out: writer(out, table))
    return rows.written


def cells(columns: Sequence[ListColumn[Any]], row: object, words: Words) -> list[FileCell]:
    """What a row says in these columns, as a file takes it."""
    return [_file_cell(column.value(row), words) for column in columns]


class _Rows:
    """The rows of all parts one after another; between two parts it is told how far the work is."""

    def __init__(self, parts: Iterable[Sequence[Any]], total: int, told: Progress | None) -> None:
        self._parts, self._total, self._told = parts, total, told
        self.written = 0

    def __iter__(self) -> Iterator[Any]:
        self._tell()
        for part in self._parts:
            for row in part:
                self.written += 1
                yield row
            self._tell()

    def _tell(self) -> None:
        if self._told is not None and self._told(self.written, self._total) is False:
            raise Stopped(STOPPED)


def _file_cell(value: Cell, words: Words) -> FileCell:
    if isinstance(value, Message):
        return words.say(value)
    if isinstance(value, tuple):
        return ", ".join(words.say(part) for part in value)
    if isinstance(value, Birthday):
        return _birthday(value)
    return value


def _birthday(birthday: Birthday) -> FileCell:
    """A whole date where it is known, else 05-17 or 05 as an import reads them."""
    if birthday.day and birthday.year:
        return dt.date(birthday.year, birthday.month, birthday.day)
    return "-".join(f"{part:02}" for part in (birthday.month, birthday.day) if part)
