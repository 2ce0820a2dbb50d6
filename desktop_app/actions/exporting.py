"""Writing a list to a file of a spreadsheet: all chosen columns, in the list's order, with progress; nothing half."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from desktop_app.domain.errors import Invalid, Stopped
from desktop_app.domain.list_columns import Cell, ListColumn, columns_named
from desktop_app.domain.listing import ListKind
from desktop_app.domain.text import shorten
from desktop_app.domain.written import PlainKind, Written
from desktop_app.exchange.csv_list import write_csv
from desktop_app.exchange.list_cells import FileCell, ListTable
from desktop_app.exchange.xlsx_list import write_xlsx
from desktop_app.i18n import Message, Words, msg, nmsg
from desktop_app.queries import Shop
from desktop_app.queries.file_lists import ORDER_LINES, PLAIN, rows_of, written_list
from desktop_app.queries.order_lines import order_lines
from desktop_app.store.durable import durable_write

PART = 1_000  # records looked up at once
_WRITERS = {".csv": write_csv, ".xlsx": write_xlsx}
STOPPED = msg("Stopped. No file was written.")
Progress = Callable[[int, int], object]
Part = tuple[int, Sequence[Any]]  # how many records were looked up, and the rows they have


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
    parts = ((len(part), rows_of(shop, kind, part)) for part in in_parts(ids))
    return write_list(written_list(kind), parts, columns, total=len(ids), to=to, words=words, progress=progress)


def export_order_lines(
    shop: Shop,
    ids: Sequence[int],
    columns: Sequence[str],
    *,
    to: Path,
    words: Words,
    progress: Progress | None = None,
) -> int:
    """Writes these orders whole, a row for each article: what an import takes for the same orders again."""
    parts = ((len(part), order_lines(shop, part)) for part in in_parts(ids))
    return write_list(ORDER_LINES, parts, columns, total=len(ids), to=to, words=words, progress=progress)


def export_plain(shop: Shop, kind: PlainKind, columns: Sequence[str], *, to: Path, words: Words) -> int:
    """Writes one of the short lists whole: vouchers, messages, the print log…"""
    rows = PLAIN[kind].all(shop)
    return write_list(PLAIN[kind].written, [(len(rows), rows)], columns, total=len(rows), to=to, words=words)


def write_list(
    written: Written[Any],
    parts: Iterable[Part],
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
        raise Invalid("to", msg("“{file}” is no name for a list: let it end in .csv or .xlsx.", file=shorten(to.name)))
    chosen = columns_named(written.columns, columns) if columns else list(written.columns)
    rows = Rows(parts, total, progress)
    table = ListTable(
        name=words.say(written.name),
        titles=[words.say(column.title) for column in chosen],
        kinds=[column.kind for column in chosen],
        yes_no=(words("yes"), words("no")),
        currency_title=words("currency"),
        rows=(cells(chosen, row, words) for row in rows),
    )
    durable_write(to, lambda out: writer(out, table))
    return rows.written


def rows_said(written: int, file: Path) -> Message:
    """What was written, in a sentence."""
    return nmsg("{n} row written to {file}", "{n} rows written to {file}", n=written, file=str(file))


def cells(columns: Sequence[ListColumn[Any]], row: object, words: Words) -> list[FileCell]:
    """What a row says in these columns, as a file takes it."""
    return [_file_cell(column.value(row), words) for column in columns]


def in_parts(ids: Sequence[int]) -> Iterator[Sequence[int]]:
    """As many ids at once as are looked up together."""
    return (ids[start : start + PART] for start in range(0, len(ids), PART))


class Rows:
    """The rows of all parts one after another; between two parts it is told how far the work is.

    Raises Stopped where that is answered by False.
    """

    def __init__(self, parts: Iterable[Part], total: int, told: Progress | None) -> None:
        self._parts, self._total, self._told = parts, total, told
        self._looked_up = 0
        self.written = 0

    def __iter__(self) -> Iterator[Any]:
        self._tell()
        for looked_up, part in self._parts:
            for row in part:
                self.written += 1
                yield row
            self._looked_up += looked_up
            self._tell()

    def _tell(self) -> None:
        if self._told is not None and self._told(self._looked_up, self._total) is False:
            raise Stopped(STOPPED)


def _file_cell(value: Cell, words: Words) -> FileCell:
    if isinstance(value, Message):
        return words.say(value)
    if isinstance(value, tuple):
        return ", ".join(words.say(part) for part in value)
    return value
