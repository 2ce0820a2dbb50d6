"""How far the cells of a sheet reach: a reader makes room for the whole rectangle, however few of them are filled."""

from __future__ import annotations

import re
from collections.abc import Iterable

from desktop_app.exchange.headings import letters as letters_of

MOST_CELLS = 20_000_000  # of the rectangle around all cells; each takes 32 bytes and more, filled or not
_ROWS = 1 << 20  # of a sheet in a spreadsheet program
_LETTERS = 3  # of its last column
_DIGITS = 7  # of its last row
_AROUND = 1 << 16  # bytes behind a cell that lies further out, in which there are more such as a rule
_COLUMN = re.compile(rb'r="([A-Za-z]+)(?=\d)')
_ROW = re.compile(rb'r="[A-Za-z]*(\d+)')
_ODD_CELL = re.compile(rb"\br\s*=\s*[\"']\s*([A-Za-z]+(?:\d{8,}|[2-9]\d{6}|(?=\d)))")
_ODD_ROW = re.compile(rb"\br\s*=\s*[\"']\s*[A-Za-z]*(\d+)")
_ROW_TAG = re.compile(rb"<(?:\w+:)?row\b")
_CELL_TAG = re.compile(rb"<(?:\w+:)?c[\s/>]")
_ODDITIES = (re.compile(rb'<c(?! r="[A-Za-z]+\d)[\s/>]'), re.compile(rb":c[\s/>]"))  # not as known programs write


class Extent:
    """The furthest column of a sheet's XML, fed piece by piece; rows are counted only where columns are many."""

    def __init__(self) -> None:
        self._width = 1
        self._highest = b"0"  # a row with as many digits and the same first one, or one before it, is the last
        self._rows = 0  # at most
        self._in_row = 0  # cells without names in the row a piece ended in
        self._odd = False  # cells were seen that have no name, or one spelt as no known program does
        self._absurd = False
        self._further = _further(self._width, self._highest)

    def feed(self, text: bytes, chunk: bytes) -> None:
        """The next chunk, and the same with the end of the one before it, lest a name be cut."""
        # Every cell is looked at: searching for what lies beyond the known is much faster than listing all there are.
        at = 0
        while found := self._further.search(text, at):
            at = found.end()
            self._widen(_COLUMN.findall(text, found.start(), at + _AROUND))
            self._reach(found[1], found[2])
        self._rows += chunk.count(b"<row") + chunk.count(b":row") + 1
        whole = text.rfind(b"<")
        if any(oddity.search(text, 0, whole) for oddity in _ODDITIES):
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
        if self._width * self._most_rows() <= MOST_CELLS:
            return False
        height = rows = 0
        for text in again:
            height = max(height, *map(int, set((_ODD_ROW if self._odd else _ROW).findall(text))), 0)
            rows += len(_ROW_TAG.findall(text))
        return self._width * max(height, rows) > MOST_CELLS

    def _most_rows(self) -> int:
        """More rows than this it cannot have."""
        if self._odd or len(self._highest) > _DIGITS:
            return _ROWS
        return max(self._rows, int(self._highest[:1] + b"9" * (len(self._highest) - 1)))

    def _reach(self, letters: bytes, digits: bytes) -> None:
        """A cell or a row that lies further out than those before."""
        if letters:
            self._widen([letters + (digits if _is_absurd(digits) else b"")])
        if _place(digits) > _place(self._highest):
            self._highest = digits
        self._further = _further(self._width, self._highest)

    def _widen(self, names: Iterable[bytes]) -> None:
        for name in set(names):
            letters = name.rstrip(b"0123456789")
            if len(letters) > _LETTERS or letters != name:
                self._absurd = True
            else:
                self._width = max(self._width, _number(letters))


def _further(width: int, highest: bytes) -> re.Pattern[bytes]:
    """Finds the name of a cell right of column `width`, and of a cell or row with more digits or a higher first one."""
    last = letters_of(width - 1)
    wider = [rb"[A-Za-z]{%d,}" % (len(last) + 1)]
    for at, letter in enumerate(last):
        if letter != "Z":
            same = b"".join(_either(one) for one in last[:at])
            rest = len(last) - at - 1
            wider.append(same + b"[%c-Z%c-z]" % (ord(letter) + 1, ord(letter) + 33) + b"[A-Za-z]{%d}" % rest)
    columns = rb"(?:" + b"|".join(wider) + rb")(?=\d)"
    if len(highest) > _DIGITS:
        return re.compile(rb'r="(' + columns + rb")(\d*)")
    size, first = len(highest), int(highest[:1])
    taller = rb"\d{%d,}" % (size + 1) + (rb"|[%d-9]\d{%d}" % (first + 1, size - 1) if first < 9 else b"")
    return re.compile(rb'r="(?=' + columns + rb"|[A-Za-z]*(?:" + taller + rb"))([A-Za-z]*)(\d+)")


def _place(digits: bytes) -> tuple[int, bytes]:
    return len(digits), digits[:1]


def _is_absurd(digits: bytes) -> bool:
    return len(digits) > _DIGITS or (len(digits) == _DIGITS and digits >= b"2")


def _either(letter: str) -> bytes:
    return f"[{letter}{letter.lower()}]".encode()


def _number(letters: bytes) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number
