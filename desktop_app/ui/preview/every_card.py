"""All cards of a run in its order, those left out too; made into lines only when they are looked at."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import overload

from desktop_app.domain.customers import CustomerId
from desktop_app.domain.orders import OrderId
from desktop_app.domain.print_run import Placements, RecordKey
from desktop_app.domain.text import fold
from desktop_app.ui.preview.finding_lines import Line

Whose = tuple[OrderId | None, CustomerId | None, str]  # a record by its order, customer and title


class EveryCard(Sequence[Line]):
    """A season's run has a hundred thousand cards, of which a person looks at twenty."""

    def __init__(self, entries: Sequence[int | Line], line_of: Callable[[int], Line]) -> None:
        """`entries` are numbers of cards that are printed, and the lines of others."""
        self.entries, self._line_of = entries, line_of

    def __len__(self) -> int:
        return len(self.entries)

    @overload
    def __getitem__(self, place: int) -> Line: ...
    @overload
    def __getitem__(self, place: slice) -> list[Line]: ...
    def __getitem__(self, place: int | slice) -> Line | list[Line]:
        if isinstance(place, slice):
            return [self[n] for n in range(*place.indices(len(self)))]
        entry = self.entries[place]
        return self._line_of(entry) if isinstance(entry, int) else entry


def in_order(placed: Placements, aside: Iterable[Line], order: Mapping[Whose, int]) -> list[int | Line]:
    """The numbers of the cards that are printed and the lines of those aside, by the place of their records."""
    gone = {line.key: line for line in aside}
    if not gone:
        return [index + 1 for index in placed.firsts()]
    whose = {(line.record, line.kind) for line in gone.values()}
    ranked: list[tuple[int, int, int | Line]] = [(order.get(line.record[:3], -1), 0, line) for line in gone.values()]
    for index, (key, kind) in zip(placed.firsts(), placed.papers(), strict=True):
        if (key, kind) not in whose:
            ranked.append((order.get(key[:3], -1), index + 1, index + 1))
    return [entry for _, _, entry in sorted(ranked, key=lambda one: one[:2])]


def searched(entries: Sequence[int | Line], placed: Placements, title_of: Callable[[RecordKey], str]) -> list[str]:
    """The folded titles of the entries, to be searched; folded at once, for that is many times quicker."""
    titles: dict[int, str] = {}
    for index, (key, _) in zip(placed.firsts(), placed.papers(), strict=True):
        titles[index + 1] = title_of(key)
    texts = [titles[entry] if isinstance(entry, int) else entry.title for entry in entries]
    return fold("\n".join(text.replace("\n", " ") for text in texts)).split("\n")
