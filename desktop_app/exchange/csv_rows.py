"""Rows of a text table, streamed: the separator found, unclosed quotes noticed instead of swallowing rows."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from pathlib import Path

from desktop_app.domain.errors import BadFile
from desktop_app.domain.text import shorten
from desktop_app.exchange.decode import undecodable, without_zeros
from desktop_app.exchange.files import HashedFile, Progress
from desktop_app.i18n import msg

Row = tuple[int, list[str]]  # its number as a spreadsheet counts, its cells
_SIGNS = (",", ";", "\t", "|")
_BLANKS = " "  # columns set apart by any number of them
SEPARATORS = (*_SIGNS, _BLANKS)
_COLUMNS = 3  # fewer columns of words between blanks may be a text
_HINT = re.compile(r"\ufeff?sep=([,;\t|])\s*$", re.IGNORECASE)
# Amazon writes its reports without quoting: a quotation mark there is a letter, and 5" at a cell's begin opens nothing.
_UNQUOTED = re.compile(r"(?:^|\t)(?:amazon-order-id|order-item-id)(?:\t|$)")
_QUOTED_CELL = re.compile(r'"((?:[^"]|"")*)"')
_DIGIT = re.compile(r"\d")
_NARROW = 4  # in tables with fewer columns than this an address may look like a row


class TextRows:
    """The rows of a text file, read as they are asked for; after the last one `sha256` tells what was read."""

    def __init__(self, path: Path, encoding: str, *, separator: str = "", progress: Progress | None = None) -> None:
        self.file = path.name
        self._raw = HashedFile(path, progress)
        self._text = io.TextIOWrapper(self._raw, encoding, newline="")
        self._encoding = encoding
        lines: Iterator[str] = iter(self._text)
        if not encoding.startswith("utf-8"):  # the bytes of those were looked at before
            lines = without_zeros(lines, self.file)
        try:
            head = list(islice(lines, 60))
        except UnicodeError as error:
            raise undecodable(self.file, 1, encoding) from error
        hint = _HINT.match(head[0]) if head else None
        self.separator = separator or (hint[1] if hint else separator_of(head))
        self._skipped = 1 if hint else 0
        self._quoted = not (self.separator == "\t" and any(_UNQUOTED.search(line.strip()) for line in head[:20]))
        self._lines = chain(head[self._skipped :], lines)

    def __iter__(self) -> Iterator[Row]:
        first = 1 + self._skipped
        if not self._quoted:
            return unquoted_rows(self._lines, file=self.file, first=first, encoding=self._encoding)
        return csv_rows(self._lines, separator=self.separator, file=self.file, first=first, encoding=self._encoding)

    def sha256(self) -> str:
        """The fingerprint of the bytes that were read."""
        return self._raw.sha256()

    def close(self) -> None:
        """Closes the file."""
        self._text.close()


def csv_rows(
    lines: Iterable[str], *, separator: str, file: str, first: int = 1, encoding: str = "utf-8"
) -> Iterator[Row]:
    """The rows of CSV lines, numbered from `first`; raises BadFile naming the row with broken quotes or letters."""
    if separator == _BLANKS:
        lines = (" ".join(line.split()) for line in lines)
    reader = csv.reader(lines, delimiter=separator, strict=True)
    row = first - 1
    line = 0
    width = 0
    try:
        for cells in reader:
            row += 1
            if reader.line_num != line + 1:
                if len(cells) > 1 and _swallowed(cells, separator, max(width, len(cells))):
                    raise _unclosed(file, row)
                line = reader.line_num
            else:
                line += 1
            width = width or len(cells)
            yield row, cells
    except csv.Error as error:
        raise _broken(file, row + 1, str(error)) from error
    except UnicodeError as error:
        raise undecodable(file, row + 1, encoding) from error


def unquoted_rows(lines: Iterable[str], *, file: str, first: int = 1, encoding: str = "utf-8") -> Iterator[Row]:
    """The rows of lines whose cells are set apart by tabs and never quoted, unless a spreadsheet saved them anew."""
    row = first - 1
    try:
        for line in lines:
            row += 1
            cells = line.rstrip("\r\n").split("\t")
            yield row, [_bared(cell) if cell[:1] == '"' else cell for cell in cells]
    except UnicodeError as error:
        raise undecodable(file, row + 1, encoding) from error


def _bared(cell: str) -> str:
    """A cell without the quotes a spreadsheet puts round one that holds a quote or a comma; others are its own."""
    found = _QUOTED_CELL.fullmatch(cell)
    return found[1].replace('""', '"') if found and ("," in found[1] or '""' in found[1]) else cell


def separator_of(lines: list[str]) -> str:
    """The separator by a table's first lines: the one that cuts most of them into the same, and the most, cells."""
    best, best_score = ",", 0.0
    for separator in _SIGNS:
        widths = Counter(_widths(lines, separator))
        if not widths:
            continue
        width, count = max(widths.items(), key=lambda item: (item[1], item[0]))
        score = (width - 1) * count / widths.total() if width > 1 else 0.0
        if score > best_score:
            best, best_score = separator, score
    return best if best_score or not _in_columns(lines) else _BLANKS


def _in_columns(lines: list[str]) -> bool:
    """Whether blanks cut all of some lines into as many words, some of them numbers."""
    cut = [words for line in lines if (words := line.split())]
    return len({len(words) for words in cut}) == 1 and len(cut[0]) >= _COLUMNS and any(map(str.isdigit, cut[-1]))


def _widths(lines: list[str], separator: str) -> Iterator[int]:
    reader = csv.reader(lines, delimiter=separator)
    try:
        for cells in reader:
            if len(cells) > 1 or (cells and cells[0].strip()):
                yield len(cells)
    except csv.Error:
        return


def _swallowed(cells: list[str], separator: str, width: int) -> bool:
    """Whether a cell of several lines holds what looks like whole rows: an opening quote that ran on to a later one.

    In a table whose rows begin with a number a line that begins with words is one of somebody's note.
    """
    if width < _NARROW:
        return False
    numbered = _DIGIT.search(cells[0])
    return any(
        line.count(separator) >= width - 1
        and not (numbered and (begins := line.partition(separator)[0].strip()) and not _DIGIT.search(begins))
        for cell in cells
        if "\n" in cell or "\r" in cell
        for line in cell.splitlines()[1:-1]
    )


def _unclosed(file: str, row: int) -> BadFile:
    return BadFile(
        msg(
            "{file}, row {row}: a quotation mark opens here and is not closed, so the rows after it would be lost. "
            "Close or remove it, or export the file again.",
            file=shorten(file),
            row=row,
        ),
        file=file,
        row=row,
    )


def _broken(file: str, row: int, reason: str) -> BadFile:
    if "unexpected end" in reason or "expected after" in reason:
        return _unclosed(file, row)
    if "field limit" in reason:
        return BadFile(
            msg(
                "{file}, row {row}: a cell is longer than 131,072 letters. A quotation mark may not be closed; "
                "look at that row and export the file again.",
                file=shorten(file),
                row=row,
            ),
            file=file,
            row=row,
        )
    return BadFile(
        msg("{file}, row {row} cannot be read as a row. Export the file again.", file=shorten(file), row=row),
        file=file,
        row=row,
    )
