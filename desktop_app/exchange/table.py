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
from desktop_app.exchange.magic import Form
from desktop_app.exchange.xlsx_rows import SheetRows
from desktop_app.i18n import msg

_SEARCHED = 20  # rows among which the headings may stand
_SAMPLED = 1000


@dataclass(slots=True)
class Table:
    """A table being read; `rows` can be gone through once, `sample` are its first rows, which come again in `rows`."""

    source: TextRows | SheetRows
    headings: Headings
    heading_row: int
    rows: Iterator[Row]
    sample: list[Row]
    encoding: str = ""

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
    examined: Examined, mapping: FileMapping, *, known: Callable[[Headings], bool], progress: Progress | None = None
) -> Table:
    """Opens a table as `mapping` says; `known` tells a platform's headings. Raises BadFile without headings."""
    source = _source(examined, mapping, progress)
    try:
        rows = iter(source)
        head = list(islice(rows, _SEARCHED))
        at = _heading_at(head, mapping, known)
        if at is None:
            raise BadFile(
                msg(
                    "{file} has no headings. Give the first row the names of its columns.", file=shorten(examined.name)
                ),
                file=examined.name,
                row=1,
            )
        row, names = head[at]
        sample = [*head[at + 1 :], *islice(rows, _SAMPLED)]
    except BaseException:
        source.close()
        raise
    return Table(source, Headings(names), row, chain(sample, rows), sample, examined.encoding)


def _source(examined: Examined, mapping: FileMapping, progress: Progress | None) -> TextRows | SheetRows:
    if examined.form is not Form.TEXT:
        return SheetRows(examined, sheet=mapping.sheet, progress=progress)
    if mapping.separator and mapping.separator not in SEPARATORS:
        raise Invalid("separator", msg("Columns are separated by a comma, a semicolon, a tab or a vertical bar."))
    return TextRows(examined.path, examined.encoding, separator=mapping.separator, progress=progress)


def _heading_at(head: list[Row], mapping: FileMapping, known: Callable[[Headings], bool]) -> int | None:
    """Which of the first rows holds the headings: one a platform or the mapping knows, else the first like it."""
    wanted = set(mapping.columns.values())
    for index, (_, cells) in enumerate(head):
        headings = Headings(cells)
        if known(headings) or (wanted and all(headings.at_label(label) >= 0 for label in wanted)):
            return index
    return next((index for index, (_, cells) in enumerate(head) if looks_like_headings(cells)), None)
