"""A file opened as a table: headings found among its first rows, the rows after them streamed to a reader."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain, islice

from desktop_app.domain.errors import BadFile, Invalid
from desktop_app.domain.mapping import FileMapping
from desktop_app.domain.text import shorten
from desktop_app.exchange.csv_rows import SEPARATORS, Row, TextRows
from desktop_app.exchange.files import Examined, Progress
from desktop_app.exchange.headings import Headings, looks_like_headings
from desktop_app.exchange.html_rows import HtmlRows
from desktop_app.exchange.magic import Form
from desktop_app.exchange.passwords import blanked, password_columns
from desktop_app.exchange.xlsx_rows import Book, SheetRows
from desktop_app.i18n import msg

_SEARCHED = 20  # rows among which the headings may stand
_SAMPLED = 1000


@dataclass(slots=True)
class Table:
    """A table being read; `rows` can be gone through once, `sample` are its first rows, which come again in `rows`."""

    source: TextRows | SheetRows | HtmlRows
    headings: Headings
    heading_row: int
    rows: Iterator[Row]
    sample: list[Row]
    encoding: str = ""
    headless: bool = False  # its first row holds values already

    @property
    def file(self) -> str:
        """The file's name."""
        return self.source.file

    @property
    def sheet(self) -> str:
        """The sheet's name; empty for a text table."""
        return self.source.sheet if isinstance(self.source, SheetRows) else ""

    @property
    def from_1904(self) -> bool:
        """Whether its numbers for days count from 1904 on."""
        return isinstance(self.source, SheetRows) and self.source.from_1904

    def sampled(self, index: int) -> Iterator[str]:
        """The cells of one column in the sample."""
        return (cells[index] for _, cells in self.sample if 0 <= index < len(cells))


def open_table(
    examined: Examined,
    mapping: FileMapping,
    *,
    known: Callable[[Headings], bool],
    progress: Progress | None = None,
    headless: bool = False,
    book: Book | None = None,
) -> Table:
    """Opens a table as `mapping` says; `known` tells a platform's headings, `book` is the file where it stands open.

    Raises BadFile without headings, unless the mapping says that there are none or `headless` ones are wanted too.
    """
    source = _source(examined, mapping, progress, book)
    try:
        rows = iter(source)
        head = list(islice(rows, _SEARCHED))
        at = None if mapping.headless else _heading_at(head, mapping, known)
        if at is None:
            if not (mapping.headless or headless):
                raise BadFile(
                    msg(
                        "{file} has no headings. Give the first row the names of its columns, or say that there are "
                        "none and which column holds what.",
                        file=shorten(examined.name),
                    ),
                    file=examined.name,
                    row=1,
                )
            sample = [*head, *islice(rows, _SAMPLED)]
            names = [""] * max((len(cells) for _, cells in sample), default=0)
            return Table(source, Headings(names), 0, chain(sample, rows), sample, examined.encoding, headless=True)
        row, names = head[at]
        sample = [*head[at + 1 :], *islice(rows, _SAMPLED)]
    except BaseException:
        source.close()
        raise
    headings = Headings(names)
    if secret := password_columns(headings):
        sample, rows = list(blanked(sample, secret, len(headings))), blanked(rows, secret, len(headings))
    return Table(source, headings, row, chain(sample, rows), sample, examined.encoding)


def _source(
    examined: Examined, mapping: FileMapping, progress: Progress | None, book: Book | None
) -> TextRows | SheetRows | HtmlRows:
    if examined.form is Form.HTML:
        return HtmlRows(examined, progress=progress)
    if examined.form is not Form.TEXT:
        return SheetRows(examined, sheet=mapping.sheet, progress=progress, book=book)
    if mapping.separator and mapping.separator not in SEPARATORS:
        raise Invalid(
            "separator", msg("Choose what separates the columns: a comma, a semicolon, a tab or a vertical bar.")
        )
    return TextRows(examined.path, examined.encoding, separator=mapping.separator, progress=progress)


def _heading_at(head: list[Row], mapping: FileMapping, known: Callable[[Headings], bool]) -> int | None:
    """Which of the first rows holds the headings: one a platform or the mapping knows, else the first like it."""
    wanted = set(mapping.columns.values())
    for index, (_, cells) in enumerate(head):
        headings = Headings(cells)
        if known(headings) or (wanted and all(headings.at_label(label) >= 0 for label in wanted)):
            return index
    return next((index for index, (_, cells) in enumerate(head) if looks_like_headings(cells)), None)
