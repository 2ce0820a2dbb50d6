"""What a file is and which reader reads it, with every question settled or asked; look_at shows it before."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from desktop_app.domain.errors import BadFile
from desktop_app.domain.importing import FileKind
from desktop_app.domain.mapping import FileLook, FileMapping
from desktop_app.domain.text import shorten
from desktop_app.exchange import mapping as columns
from desktop_app.exchange.csv_rows import TextRows
from desktop_app.exchange.decode import OFFERED
from desktop_app.exchange.files import examine
from desktop_app.exchange.headings import Headings
from desktop_app.exchange.magic import Form
from desktop_app.exchange.platforms import platform_of
from desktop_app.exchange.readers import READERS, Reader, reader_for
from desktop_app.exchange.settle import found_headings, settled, unknown
from desktop_app.exchange.table import Table, open_table
from desktop_app.exchange.xlsx_rows import SheetRows
from desktop_app.i18n import Message, msg

MAPPED = (
    FileKind.MAPPED_ORDERS, FileKind.MAPPED_CUSTOMERS, FileKind.MAPPED_PRODUCTS, FileKind.MAPPED_COMPLAINTS,
)  # fmt: skip
_SHOWN = 8  # rows of the sample


@dataclass(frozen=True, slots=True)
class Detected:
    """A file that can be read: its reader, and the mapping with everything settled."""

    path: Path
    file: str
    sha256: str
    reader: Reader
    mapping: FileMapping
    sheet: str = ""


def detect(path: Path, given: FileMapping) -> Detected:
    """Finds out how a file is to be read; raises BadFile for one that cannot be, Invalid with an open question."""
    examined = examine(path, encoding=given.encoding)
    if examined.form is Form.MAIL:
        mapping = replace(given, kind=FileKind.MAIL)
        return Detected(path, examined.name, examined.sha256, READERS[FileKind.MAIL], mapping)
    if given.kind is FileKind.MAIL:
        said = msg("{file} is not an e-mail. Save it from your mail program as an EML file.", file=shorten(path.name))
        raise BadFile(said, file=path.name)
    table = open_table(examined, given, known=known_to(given))
    try:
        reader = _reader(table, given)
        mapping = settled(table, reader, given)
    finally:
        table.source.close()
    return Detected(path, examined.name, examined.sha256, reader, mapping, table.sheet)


def look_at(path: Path, given: FileMapping) -> FileLook:
    """A file as it looks before it is planned, and what has still to be said; raises BadFile where nothing is read."""
    examined = examine(path, encoding=given.encoding)
    if examined.form is Form.MAIL:
        mapping = replace(given, kind=FileKind.MAIL)
        return FileLook(examined.name, FileKind.MAIL, "", "", (), "", (), (), (), mapping, ())
    table = open_table(examined, given, known=known_to(given))
    try:
        reader = READERS[given.kind] if given.kind else reader_for(table.headings)
        guessed = replace(given, encoding=table.encoding)
        missing: tuple[str, ...] = ()
        if reader is None or reader.kind in MAPPED:
            guessed = columns.guess(table.headings, guessed)
            missing = (*columns.missing(guessed), *columns.doubled(table.headings, guessed, given))
        kind = reader.kind if reader else guessed.kind
        return FileLook(
            file=examined.name,
            kind=kind,
            platform=reader.platform if reader else platform_of(table.headings),
            encoding=table.encoding,
            encodings=OFFERED if table.encoding else (),
            separator=table.source.separator if isinstance(table.source, TextRows) else "",
            sheets=table.source.sheets if isinstance(table.source, SheetRows) else (),
            headings=table.headings.labels(),
            sample=tuple(tuple(cells) for _, cells in islice(table.sample, _SHOWN)),
            mapping=replace(guessed, kind=kind),
            missing=missing,
        )
    finally:
        table.source.close()


def known_to(given: FileMapping) -> Callable[[Headings], bool]:
    """Tells the headings of a known platform, unless a person said that the table is one of their own."""
    if given.kind in MAPPED:
        return lambda headings: False  # noqa: ARG005
    return lambda headings: reader_for(headings) is not None or bool(platform_of(headings))


def _reader(table: Table, given: FileMapping) -> Reader:
    reader = READERS[given.kind] if given.kind else reader_for(table.headings)
    if reader is None:
        return _reader_of_unknown(table, given)
    lacking = [names for names in reader.needs if not any(name in table.headings for name in names)]
    if lacking:
        raise _bad_headings(
            table,
            msg(
                "{file}: the column {expected} is missing. Found: {found}. Export the file again with that column.",
                file=shorten(table.file),
                expected=" / ".join(lacking[0]),
                found=found_headings(table.headings),
            ),
            lacking[0][0],
        )
    once = {*reader.dates, *reader.money, *(name for names in reader.needs for name in names)}
    twice = next((name for name in sorted(once) if len(table.headings.all_at(name)) > 1), "")
    if twice:
        raise _bad_headings(
            table,
            msg(
                "{file}: the heading “{heading}” stands twice, so nobody can tell which column is meant. "
                "Take one out or export the file again.",
                file=shorten(table.file),
                heading=twice,
            ),
            twice,
        )
    return reader


def _reader_of_unknown(table: Table, given: FileMapping) -> Reader:
    """The reader of a table that bears no known marks: by a mapping, or by a guess at its headings."""
    platform = platform_of(table.headings)
    if platform and not given.columns:
        raise _bad_headings(
            table,
            msg(
                "{file} is an export of {platform}, which has no reader of its own yet. Say which column holds "
                "what: as orders or as customers, or with a mapping.",
                file=shorten(table.file),
                platform=platform,
            ),
        )
    kind = columns.guess(table.headings, given).kind
    if kind is None:
        raise unknown(table)
    return READERS[kind]


def _bad_headings(table: Table, message: Message, column: str = "") -> BadFile:
    return BadFile(message, file=table.file, sheet=table.sheet, row=table.heading_row, column=column)
