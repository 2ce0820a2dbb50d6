"""A list of up to millions of rows: the ids in order as one array, rows fetched by id in windows around what is seen.

The view says what it shows (`want`), the model asks the database thread for the windows that are missing; painting asks
nothing. The first page may come from a quicker query while the ids are still being collected.
"""

from __future__ import annotations

from array import array
from collections import OrderedDict
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal

from desktop_app.ui.models.columns import Column
from desktop_app.ui.models.rows import RowsModel
from desktop_app.ui.work import Work

R = TypeVar("R")
WINDOW = 100  # rows fetched at once: two screens
LONG = 20_000  # ids: a list that takes a while to be put in another order
KEPT = 60  # windows kept, the least recently seen go first

Ids = Callable[[Any], "array[int]"]
Rows = Callable[[Any, Sequence[int]], list[R]]
First = Callable[[Any], list[R]]


class WindowedRowsModel(RowsModel[R]):
    """`load(ids, rows)` starts a list; `loaded` is emitted when its length is known, `arrived` when rows came in,
    `begun` when the first ones did and the others are yet to be asked for.
    """

    loaded = Signal()
    begun = Signal()
    arrived = Signal()

    def __init__(self, work: Work, columns: Sequence[Column[R]], parent: QObject | None = None) -> None:
        super().__init__(columns, parent)
        self._work = work
        self._ids: array[int] = array("q")
        self._fetch: Rows[R] | None = None
        self._windows: OrderedDict[int, list[R]] = OrderedDict()
        self._asked: set[int] = set()
        self._turn = 0  # answers of an earlier load are late and do not count
        self._seen = (0, WINDOW - 1)
        self.ready = False

    def load(self, ids: Ids, rows: Rows[R], *, first: First[R] | None = None, other: bool = False) -> None:
        """Ask for a list anew (other filter or sort, something changed); what is shown stays until the answer is here.

        `ids(shop)` gives all ids in order, `rows(shop, ids)` the rows of some, `first(shop)` the first rows at once;
        of a long list they are shown meanwhile when it is an `other` one, filtered or sorted otherwise.
        """
        self._turn += 1
        if other and len(self._ids) > LONG:
            self.ready = False
            self._seen = (0, WINDOW - 1)
        self._fetch = rows
        turn = self._turn

        def both(shop: Any) -> tuple[array[int], int, list[R]]:
            found = ids(shop)
            start = min(self._seen[0], max(0, len(found) - 1)) // WINDOW * WINDOW
            return found, start, rows(shop, found[start : start + WINDOW]) if found else []

        def all_of_it() -> None:
            then = partial(self._replace_all, turn)
            self._work.ask(both, then=then, owner=self, latest=f"list {id(self)}")

        if first is None or self.ready:
            all_of_it()
        else:
            # Reading a million ids keeps the interpreter busy: the first rows are painted before it begins.
            self._work.ask(
                first, then=partial(self._begin, turn, all_of_it), failed=lambda _: all_of_it(), owner=self,
                latest=f"list {id(self)}",
            )

    def want(self, first: int, last: int) -> None:
        """The view shows these rows: ask for the windows around them that are missing."""
        self._seen = (first, last)
        if self._fetch is None or not self._ids:
            return
        start, end = max(0, first // WINDOW), min(len(self._ids) - 1, last + WINDOW // 2) // WINDOW
        for number in range(start, end + 1):
            if number in self._windows:
                self._windows.move_to_end(number)
            elif number not in self._asked:
                self._ask(number)

    def row(self, number: int) -> R | None:
        """The row at a place; None while it is on its way."""
        window = self._windows.get(number // WINDOW)
        place = number % WINDOW
        return window[place] if window is not None and place < len(window) else None

    def id_at(self, number: int) -> int:
        """The id of the record at a place."""
        return self._ids[number]

    def ids_at(self, places: range) -> list[int]:
        """The ids of the records that stand one after another."""
        return self._ids[places.start : places.stop].tolist()

    def place_of(self, record: int) -> int:
        """Where a record stands; -1 when it is not in the list."""
        try:
            return self._ids.index(record)
        except ValueError:
            return -1

    def all_ids(self) -> list[int]:
        """The ids of the whole list in its order."""
        return self._ids.tolist()

    def rowCount(self, parent: Any = None) -> int:
        """How many rows the list has."""
        return 0 if parent is not None and parent.isValid() else len(self._ids)

    def _begin(self, turn: int, go_on: Callable[[], None], found: list[R]) -> None:
        if turn != self._turn:
            return
        if found:
            self._show(array("q", (self._key(row) for row in found)), 0, found)
            self.begun.emit()
        go_on()

    def _replace_all(self, turn: int, answer: tuple[array[int], int, list[R]]) -> None:
        self._replace(turn, *answer)

    def _replace(self, turn: int, ids: array[int], start: int, rows: list[R]) -> None:
        if turn != self._turn:
            return
        self.ready = True
        if ids == self._ids:  # the same records in the same order: only what they say may have changed
            self._windows.clear()
            self._asked.clear()
            self._keep(start // WINDOW, rows)
            self.want(*self._seen)
        else:
            self._show(ids, start, rows)
        self.loaded.emit()

    def _show(self, ids: array[int], start: int, rows: list[R]) -> None:
        self.beginResetModel()
        self._ids = ids
        self._asked.clear()
        self._windows.clear()
        for offset in range(0, len(rows), WINDOW):
            self._windows[start // WINDOW + offset // WINDOW] = rows[offset : offset + WINDOW]
        self.endResetModel()

    def _ask(self, number: int) -> None:
        self._asked.add(number)
        ids, turn = self._ids[number * WINDOW : (number + 1) * WINDOW], self._turn

        def came(rows: list[R]) -> None:
            if turn == self._turn:
                self._asked.discard(number)
                self._keep(number, rows)

        self._work.ask(self._fetch_rows(), ids, then=came, owner=self)

    def _fetch_rows(self) -> Rows[R]:
        assert self._fetch is not None
        return self._fetch

    def _keep(self, number: int, rows: list[R]) -> None:
        self._windows[number] = rows
        while len(self._windows) > KEPT:
            self._windows.popitem(last=False)
        if rows:
            first = number * WINDOW
            last = min(first + len(rows), len(self._ids)) - 1
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(self.columns) - 1))
        self.arrived.emit()
