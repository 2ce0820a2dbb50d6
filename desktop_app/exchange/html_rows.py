"""Rows of a table in a web page, as some shops name .xls: the page's own tables, one after another, as text cells."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from desktop_app.domain.errors import BadFile
from desktop_app.domain.text import shorten
from desktop_app.exchange.csv_rows import Row
from desktop_app.exchange.decode import undecodable
from desktop_app.exchange.files import Examined, Progress, stopped
from desktop_app.exchange.zip_safety import damaged
from desktop_app.i18n import msg

if TYPE_CHECKING:
    from lxml.etree import _Element

_WIDEST = 16_384  # columns a spreadsheet has; what a page says beyond that is no table
_OFTEN = 1_000  # rows between two questions whether to go on
_BLOCKS = frozenset(("br", "p", "div", "li", "tr"))
_UNREAD = frozenset(("script", "style"))
_BLANKS = re.compile(r"[ \t\r\n]+")


class HtmlRows:
    """The rows of a page's tables, read as they are asked for; a cell over several columns stands in the first."""

    def __init__(self, examined: Examined, *, progress: Progress | None = None) -> None:
        self.file = examined.name
        self._content = examined.content
        self.encoding = examined.encoding
        self._digest = examined.sha256
        self._progress = progress

    def __iter__(self) -> Iterator[Row]:
        from lxml import etree

        number = 0
        below: dict[int, int] = {}  # column -> rows that a cell from above still covers
        try:
            # Entities are not resolved and nothing is fetched: the parser of pages knows no declarations.
            page = etree.iterparse(io.BytesIO(self._letters()), html=True, tag="tr", encoding="utf-8")
            for _, found in page:
                if next(found.iterancestors("td", "th"), None) is not None:
                    continue  # a table inside a cell is that cell's text
                number += 1
                if self._progress and number % _OFTEN == 0 and not self._progress(number, number):
                    raise stopped()
                yield number, _cells(found, below)
                found.clear(keep_tail=True)
                while found.getprevious() is not None:
                    del found.getparent()[0]
            if page.error_log.filter_from_fatals():  # given up on the way: rows would be lost
                raise damaged(self.file)
        except (etree.LxmlError, LookupError, ValueError) as error:
            raise self._unreadable() from error
        if not number:
            raise self._unreadable()

    def sha256(self) -> str:
        """The fingerprint of the bytes that are read; they were all taken when the file was looked through."""
        return self._digest

    def close(self) -> None:
        """Nothing is held open."""

    def _letters(self) -> bytes:
        """The page in UTF-8; raises BadFile for bytes that do not fit the encoding: the parser would pass over them."""
        try:
            return self._content.decode(self.encoding).encode()
        except UnicodeDecodeError as error:
            row = self._content.count(b"\n", 0, error.start) + 1
            raise undecodable(self.file, row, self.encoding) from error

    def _unreadable(self) -> BadFile:
        said = msg("{file} is a web page without a table in it. Export it again.", file=shorten(self.file))
        return BadFile(said, file=self.file, row=1)


def _cells(found: _Element, below: dict[int, int]) -> list[str]:
    """The cells of one row, blank where a cell from above reaches down or one from the left goes on."""
    cells: list[str] = []
    for cell in found.iterchildren("td", "th"):
        while below.get(len(cells), 0):
            below[len(cells)] -= 1
            cells.append("")
        wide, high = _span(cell, "colspan"), _span(cell, "rowspan")
        at = len(cells)
        cells += [_text(cell), *[""] * (wide - 1)][: _WIDEST - at]
        for column in range(at, len(cells)):
            below[column] = high - 1
    while below.get(len(cells), 0):
        below[len(cells)] -= 1
        cells.append("")
    return cells


def _span(cell: _Element, name: str) -> int:
    told = (cell.get(name) or "1").strip()
    return max(1, int(told)) if told.isascii() and told.isdigit() and len(told) < 5 else 1


def _text(cell: _Element) -> str:
    """What a cell shows: blanks as one, a line for each line."""
    lines = ("".join(_pieces(cell)) if len(cell) else _BLANKS.sub(" ", cell.text or "")).split("\n")
    return "\n".join(kept for line in lines if (kept := line.strip()))


def _pieces(element: _Element) -> Iterator[str]:
    if isinstance(element.tag, str) and element.tag not in _UNREAD:
        if element.tag in _BLOCKS:
            yield "\n"
        yield _BLANKS.sub(" ", element.text or "")
        for child in element:
            yield from _pieces(child)
            yield _BLANKS.sub(" ", child.tail or "")
        if element.tag in _BLOCKS and element.tag != "br":
            yield "\n"
