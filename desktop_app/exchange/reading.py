"""The records of a detected file, streamed as often as asked; each reading tells at its end which bytes it read."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from desktop_app.exchange.csv_rows import Row
from desktop_app.exchange.dates import Ambiguous
from desktop_app.exchange.detect import Detected, known_to
from desktop_app.exchange.files import Examined, Progress, examine
from desktop_app.exchange.magic import Form
from desktop_app.exchange.options import Item, Options
from desktop_app.exchange.settle import ask_date_order, date_order
from desktop_app.exchange.table import Table, open_table


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
) -> Reading:
    """Opens the file anew and reads its records; the caller compares `sha256` at the end with `detected`'s.

    Raises Invalid("date_order") when the records come to a date that can be read in two ways.
    """
    table = _opened(detected, progress)
    options = Options(detected.mapping, detected.mapping.currency or currency, today, strays)
    items = _asking(detected, table, options)
    return Reading(items, table.file, table.sheet, table.source.sha256, table.source.close)


def with_date_order(detected: Detected, progress: Progress | None = None) -> Detected:
    """The file with the order of day and month that all its dates prove; raises Invalid where they prove none."""
    table = _opened(detected, progress)
    try:
        return replace(detected, mapping=date_order(table, detected.reader, detected.mapping))
    finally:
        table.source.close()


def _opened(detected: Detected, progress: Progress | None) -> Table:
    encoding = detected.mapping.encoding
    # A text's bytes are compared when they have been read; a workbook must be read whole before its first row.
    again = Examined(detected.path, detected.file, "", Form.TEXT, encoding) if encoding else examine(detected.path)
    return open_table(again, detected.mapping, known=known_to(detected.mapping), progress=progress)


def _asking(detected: Detected, table: Table, options: Options) -> Iterator[Item]:
    try:
        yield from detected.reader.read(table, options)
    except Ambiguous as date:
        raise ask_date_order(detected.file, date.value) from date
