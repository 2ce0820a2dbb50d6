"""Where each key of a file stood first, kept small for files of a million orders; readers ask it for every order."""

from __future__ import annotations

from array import array

_FEW = 1 << 16  # keys for which a dictionary is small enough; it is three times as fast
_LOTS = 1 << 16  # of a million keys some fifteen share a lot, which is gone through in half a microsecond
_HIGH = 1 << 62  # in every mark, so that no row number is ever taken for one


class FirstRows:
    """The first row of each key; of many in some twenty bytes a key where a dictionary takes a hundred and twenty."""

    def __init__(self) -> None:
        self._few: dict[int, int] = {}
        self._lots: list[array[int] | None] = [None] * _LOTS  # marks and rows in turn

    def get(self, key: object) -> int | None:
        """The row in which a key stood first; None for a new one."""
        mark = hash(key)
        if (first := self._few.get(mark)) is not None:
            return first
        mark |= _HIGH
        lot = self._lots[mark % _LOTS]
        if lot is None or mark not in lot:
            return None
        return lot[lot.index(mark) + 1]

    def setdefault(self, key: object, row: int) -> int:
        """The row in which a key stood first, which is `row` for a new one."""
        mark = hash(key)
        if len(self._few) < _FEW:
            return self._few.setdefault(mark, row)
        if (first := self._few.get(mark)) is not None:
            return first
        mark |= _HIGH
        lot = self._lots[mark % _LOTS]
        if lot is None:
            self._lots[mark % _LOTS] = array("q", (mark, row))
        elif mark in lot:
            return lot[lot.index(mark) + 1]
        else:
            lot.extend((mark, row))
        return row
