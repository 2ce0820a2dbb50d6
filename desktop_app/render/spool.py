"""Finished cards put aside in a nameless file, for orders of sheets that need the last card before the first."""

from __future__ import annotations

from array import array
from types import TracebackType

from desktop_app.render.records import Card


class Spool:
    """Cards by their index; only where each begins is kept in memory. The file is gone when it is closed."""

    def __init__(self) -> None:
        import tempfile  # few runs need it

        self._file = tempfile.TemporaryFile()  # noqa: SIM115 - closed by __exit__
        self._begins = array("Q", [0])

    def __enter__(self) -> Spool:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()

    def add(self, card: Card) -> None:
        """Puts a card at the end."""
        for side in (card.front, card.back):
            self._file.write(side)
            self._begins.append(self._begins[-1] + len(side))

    def __len__(self) -> int:
        return len(self._begins) // 2

    def __getitem__(self, index: int) -> Card:
        begin, middle, end = self._begins[2 * index : 2 * index + 3]
        self._file.seek(begin)
        both = self._file.read(end - begin)
        return Card(both[: middle - begin], both[middle - begin :])
