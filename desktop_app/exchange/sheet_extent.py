"""How far the cells of a sheet reach: a reader makes room for the whole rectangle, however few of them are filled."""

from __future__ import annotations

import re
from collections.abc import Iterable

MOST_CELLS = 20_000_000  # of the rectangle around all cells; each takes 32 bytes and more, filled or not
_ROWS = 1 << 20  # of a sheet in a spreadsheet program
# Every cell of every sheet is looked at: what begins with plain letters is found ten times faster than anything else.
_CELL = re.compile(rb'r="([A-Za-z]+(?:\d{8,}|[2-9]\d{6}|(?=\d)))')
_ROW = re.compile(rb'r="[A-Za-z]*(\d+)')
_ODD_CELL = re.compile(rb"\br\s*=\s*[\"']\s*([A-Za-z]+(?:\d{8,}|[2-9]\d{6}|(?=\d)))")
_ODD_ROW = re.compile(rb"\br\s*=\s*[\"']\s*[A-Za-z]*(\d+)")
_ROW_TAG = re.compile(rb"<(?:\w+:)?row\b")
_CELL_TAG = re.compile(rb"<(?:\w+:)?c[\s/>]")


class Extent:
    """The furthest column of a sheet's XML, fed piece by piece; rows are counted only where columns are many."""

    def __init__(self) -> None:
        self._width = 1
        self._in_row = 0  # cells without names in the row a piece ended in
        self._odd = False  # cells were seen that have no name, or one spelt as no known program does
        self._absurd = False

    def feed(self, text: bytes, chunk: bytes) -> None:
        """The next chunk, and the same with the end of the one before it, lest a name be cut."""
        found = _CELL.findall(text)
        self._widen(found)
        if text.count(b"<c") + text.count(b":c") > len(found):
            self._odd = True
            self._widen(_ODD_CELL.findall(text))
            rows = [len(_CELL_TAG.findall(row)) for row in _ROW_TAG.split(chunk)]
            rows[0] += self._in_row
            self._width = max(self._width, *rows)
            self._in_row = rows[-1]

    def too_large(self, again: Iterable[bytes]) -> bool:
        """Whether the sheet is larger than can be held; `again` gives its pieces once more where rows must be told."""
        if self._absurd:
            return True
        if self._width * _ROWS <= MOST_CELLS:
            return False
        height = rows = 0
        for text in again:
            height = max(height, *map(int, set((_ODD_ROW if self._odd else _ROW).findall(text))), 0)
            rows += len(_ROW_TAG.findall(text))
        return self._width * max(height, rows) > MOST_CELLS

    def _widen(self, names: list[bytes]) -> None:
        for name in set(names):
            letters = name.rstrip(b"0123456789")
            if len(letters) > 3 or letters != name:
                self._absurd = True
            else:
                self._width = max(self._width, _number(letters))


def _number(letters: bytes) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number
