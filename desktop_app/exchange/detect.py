"""What a file is and which reader reads it, with every question settled or asked; look_at shows it before."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import islice
from pathlib import Path

from desktop_app.domain.errors import BadFile
from desktop_app.domain.file_kinds import MAPPED, FileKind
from desktop_app.domain.mapping import FileLook, FileMapping
from desktop_app.domain.text import shorten
from desktop_app.exchange import mapping as columns
from desktop_app.exchange.csv_rows import TextRows
from desktop_app.exchange.decode import OFFERED
from desktop_app.exchange.detected import Detected
from desktop_app.exchange.files import examine
from desktop_app.exchange.headings import Headings
from desktop_app.exchange.letters import spellings
from desktop_app.exchange.price_proof import price_proof
from desktop_app.exchange.reader import Reader
from desktop_app.exchange.readers import DOCUMENTS, READERS, reader_for
from desktop_app.exchange.settle import found_headings, settled, unknown
from desktop_app.exchange.table import Table, open_table
from desktop_app.exchange.xlsx_rows import SheetRows
from desktop_app.i18n import Message, msg

_NAMED = 3  # of the names a column may have
_SHOWN = 8  # rows of the sample


def detect(path: Path, given: FileMapping) -> Detected:
    """Finds out how a file is to be read; raises BadFile for one that cannot be, Invalid with an open question."""
    examined = examine(path, encoding=given.encoding)
    if of_form := DOCUMENTS.get(examined.form):
        mapping = replace(given, kind=of_form.kind, encoding=examined.encoding)
        return Detected(path, examined.name, examined.sha256, of_form, mapping)
    for document in DOCUMENTS.values():
        if document.kind is given.kind:
            raise BadFile(document.refuse(shorten(path.name)), file=path.name)
    table = open_table(examined, given, known=known_to(given))
    try:
        reader = _reader(table, given)
        mapping = settled(table, reader, given)
    finally:
        table.source.close()
    inside = table.source.inside if isinstance(table.source, SheetRows) else None
    sheet, names = table.sheet, table.headings.names
    return Detected(path, examined.name, examined.sha256, reader, mapping, sheet, examined.form, inside, names)


def look_at(path: Path, given: FileMapping) -> FileLook:
    """A file as it looks before it is planned, and what has still to be said; raises BadFile where nothing is read."""
    examined = examine(path, encoding=given.encoding)
    if document := DOCUMENTS.get(examined.form):
        mapping, offered = replace(given, kind=document.kind), OFFERED if examined.encoding else ()
        return FileLook(examined.name, document.kind, "", examined.encoding, offered, "", (), (), (), mapping, ())
    table = open_table(examined, given, known=known_to(given), headless=True)
    try:
        reader = READERS[given.kind] if given.kind else reader_for(table.headings)
        guessed = replace(given, encoding=table.encoding, headless=table.headless)
        missing: tuple[str, ...] = ()
        proof = None
        if reader is None or reader.kind in MAPPED:
            guessed = columns.guess(table.headings, guessed)
            if guessed.kind is FileKind.MAPPED_ORDERS:
                proof = price_proof(table, columns.layout_of(table.headings, guessed), guessed)
            missing = (*columns.missing(guessed), *columns.doubled(table.headings, guessed, given))
        kind = reader.kind if reader else guessed.kind
        return FileLook(
            file=examined.name,
            kind=kind,
            platform=reader.platform if reader else "",
            encoding=table.encoding,
            encodings=OFFERED if table.encoding else (),
            separator=table.source.separator if isinstance(table.source, TextRows) else "",
            sheets=table.source.sheets if isinstance(table.source, SheetRows) else (),
            headings=table.headings.labels(),
            sample=tuple(tuple(cells) for _, cells in islice(table.sample, _SHOWN)),
            mapping=replace(guessed, kind=kind),
            missing=missing,
            letters=spellings((cell for _, cells in table.sample for cell in cells), table.encoding),
            proof=proof,
        )
    finally:
        table.source.close()


def known_to(given: FileMapping) -> Callable[[Headings], bool]:
    """Tells the headings of a known platform, and of a table whose columns are called as one would call them.

    Where a person said that the table is one of their own, no platform is looked for.
    """
    own = given.kind in MAPPED
    return lambda headings: (not own and reader_for(headings) is not None) or columns.tells(headings, given)


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
                expected=" / ".join(lacking[0][:_NAMED]),
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
    kind = columns.guess(table.headings, given).kind
    if kind is None:
        raise unknown(table)
    return READERS[kind]


def _bad_headings(table: Table, message: Message, column: str = "") -> BadFile:
    return BadFile(message, file=table.file, sheet=table.sheet, row=table.heading_row, column=column)
