"""Writing a list to a file of a spreadsheet: all chosen columns, in the list's order, with progress; nothing half."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
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

_PART = 1_000  # rows read at once
_WRITERS = {".csv": write_csv, ".xlsx": write_xlsx}
FORMS = tuple(suffix[1:] for suffix in _WRITERS)
LIST_NAMES = {
    ListKind.CUSTOMERS: msg("Customers"), ListKind.ORDERS: msg("Orders"), ListKind.PRODUCTS: msg("Products"),
}  # fmt: skip
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
    """Writes these records with these columns (none: all the list has) as CSV or XLSX, by the file's name.

    `words` is the language of titles and states. Returns how many were written; raises Invalid for a name of another
    form, StoreUnavailable when the place cannot be written, Stopped when `progress` says so: no file is left then.
    """
    writer = _WRITERS.get(to.suffix.lower())
    if writer is None:
        raise Invalid("to", msg("“{file}” is no .csv and no .xlsx. Give one of these names.", file=shorten(to.name)))
    known = LISTS[kind]
    chosen = columns_named(known.columns, columns) if columns else list(known.columns)
    rows = _Rows(shop, known.rows, ids, progress)
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
    """The records' rows, read a thousand at a time; those that went meanwhile are left out."""

    def __init__(
        self, shop: Shop, rows: Callable[[Shop, Sequence[int]], list[Any]], ids: Sequence[int], told: Progress | None
    ) -> None:
        self._shop, self._rows, self._ids, self._told = shop, rows, ids, told
        self.written = 0

    def __iter__(self) -> Iterator[Any]:
        for start in range(0, len(self._ids), _PART):
            self._tell(start)
            for row in self._rows(self._shop, self._ids[start : start + _PART]):
                self.written += 1
                yield row
        self._tell(len(self._ids))

    def _tell(self, done: int) -> None:
        if self._told is not None and self._told(done, len(self._ids)) is False:
            raise Stopped(msg("Stopped. No file was written."))


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
