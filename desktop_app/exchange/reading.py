"""The records of a detected file, streamed as often as asked; each reading tells at its end which bytes it read."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from desktop_app.domain.importing import OrderRecord, Place
from desktop_app.exchange.csv_rows import Row
from desktop_app.exchange.date_question import ask_date_order, date_order
from desktop_app.exchange.dates import Ambiguous
from desktop_app.exchange.detected import Detected
from desktop_app.exchange.files import Examined, HashedFile, Progress, examine
from desktop_app.exchange.first_rows import FirstRows
from desktop_app.exchange.grouping import stands_twice
from desktop_app.exchange.magic import Form
from desktop_app.exchange.options import Item, Options
from desktop_app.exchange.reader import DocumentReader
from desktop_app.exchange.table import Table, open_table
from desktop_app.exchange.xlsx_rows import Book


@dataclass(frozen=True, slots=True)
class Reading:
    """The records of a file as they come; after the last one `sha256` tells the fingerprint of what was read."""

    items: Iterator[Item]
    file: str
    sheet: str
    sha256: Callable[[], str]
    close: Callable[[], None]  # lets go of the file


def read(
    detected: Detected,
    *,
    currency: str,
    today: dt.date,
    strays: Mapping[str, list[Row]],
    progress: Progress | None = None,
    book: Book | None = None,
) -> Reading:
    """Opens the file anew and reads its records; the caller compares `sha256` at the end with `detected`'s.

    A `book` that was opened ahead is used where it holds the same bytes.
    Raises Invalid("date_order") when the records come to a date that can be read in two ways.
    """
    currency = detected.mapping.currency or currency
    options = Options(detected.mapping, currency, today, strays)
    if isinstance(detected.reader, DocumentReader):
        document = examine(detected.path, encoding=detected.mapping.encoding)
        if document.encoding:
            stream = HashedFile(detected.path, progress)
            items = detected.reader.read(replace(document, stream=stream), options)
            return Reading(items, document.name, "", stream.sha256, stream.close)
        items = detected.reader.read(document, options)
        return Reading(items, document.name, "", lambda: document.sha256, lambda: None)
    table = _opened(detected, progress, book)
    items = _records(detected, detected.reader.read(table, options), table)
    return Reading(items, table.file, table.sheet, table.source.sha256, table.source.close)


def with_date_order(detected: Detected, progress: Progress | None = None) -> Detected:
    """The file with the order of day and month that all its dates prove, without one where they prove none."""
    table = _opened(detected, progress)
    try:
        dates = () if isinstance(detected.reader, DocumentReader) else detected.reader.dates
        return replace(detected, mapping=date_order(table, dates, detected.mapping))
    finally:
        table.source.close()


def _opened(detected: Detected, progress: Progress | None, book: Book | None = None) -> Table:
    encoding = detected.mapping.encoding
    # A text's bytes are compared when they have been read; a workbook must be read whole before its first row.
    by_lines = detected.form is Form.TEXT and encoding
    again = (
        Examined(detected.path, detected.file, "", Form.TEXT, encoding)
        if by_lines
        else examine(detected.path, encoding=encoding)
    )
    if again.sha256 == detected.sha256:
        again = replace(again, inside=detected.inside)
    return open_table(again, detected.mapping, known=detected.knows, progress=progress, book=book)


def _records(detected: Detected, items: Iterator[Item], table: Table) -> Iterator[Item]:
    """What the reader says; an order's key comes once, whichever spellings of it stand in the file."""
    rows = FirstRows()
    try:
        for item in items:
            if isinstance(item, OrderRecord):
                key = item.key if item.shop is None else (item.shop, item.key)
                first = rows.setdefault(key, item.row)
                if first != item.row:
                    yield stands_twice(Place(table.file, item.row, table.sheet), item.number, first)
                    continue
            yield item
    except Ambiguous as date:
        raise ask_date_order(detected.file, date.value) from date
