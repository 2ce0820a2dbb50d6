"""Which columns of a table hold which field; readers of platforms and of mapped tables take their cells through it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from desktop_app.exchange.headings import Headings

_JOINED = {"street": ", ", "ship_street": ", ", "name": " ", "ship_name": " ", "product": " "}


@dataclass(frozen=True, slots=True)
class Layout:
    """For each field its columns; of several the texts are joined, or the first that is filled is taken."""

    columns: Mapping[str, tuple[int, ...]]
    names: tuple[str, ...]  # the table's headings

    @classmethod
    def of(cls, headings: Headings, synonyms: Mapping[str, Sequence[str | tuple[str, ...]]]) -> Layout:
        """The columns a platform is known to use: for each field the first of its names that the table has.

        A tuple of names means columns that belong together, of which the first must be there.
        """
        found = {}
        for field, names in synonyms.items():
            for name in names:
                several = name if isinstance(name, tuple) else (name,)
                if several[0] in headings:
                    found[field] = tuple(headings.at(part) for part in several if part in headings)
                    break
        return cls(found, headings.names)

    @classmethod
    def every(cls, headings: Headings, synonyms: Mapping[str, Sequence[str]]) -> Layout:
        """All columns that hold a field, the likeliest first: where shops choose their own, any of them is filled."""
        found = {}
        for field, names in synonyms.items():
            columns = dict.fromkeys(at for name in names for at in headings.all_at(name))
            if columns:
                found[field] = tuple(columns)
        return cls(found, headings.names)

    def __contains__(self, field: str) -> bool:
        return field in self.columns

    def at(self, field: str) -> int:
        """The first column of a field; -1 without one, where every row has a blank cell."""
        return self.columns.get(field, (-1,))[0]

    def text(self, cells: Sequence[str], field: str) -> str:
        """What a row says of a field; empty without such a column."""
        columns = self.columns.get(field)
        if not columns:
            return ""
        if len(columns) == 1:
            return cells[columns[0]]
        filled = [cell for index in columns if (cell := cells[index].strip())]
        return _JOINED[field].join(filled) if field in _JOINED else (filled[0] if filled else "")

    def heading(self, field: str) -> str:
        """The heading of a field's first column, to name it in a message."""
        return self.names[self.at(field)] if field in self.columns else ""

    def last(self) -> int:
        """The last column in use."""
        return max((index for columns in self.columns.values() for index in columns), default=-1)
