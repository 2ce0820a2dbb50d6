"""The rows that are about some people, by table: found before they are erased, asked by all that erases."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from desktop_app.store.access import Access
from desktop_app.store.shape import shape


@dataclass(frozen=True)
class Reach:
    """The rows that are about some people: their ids by table name; `customers` counts those merged into them too.

    `changes` are those that the log is known to call after them, where the journal says nothing.
    """

    customers: frozenset[int]
    rows: dict[str, set[int]] = field(default_factory=dict)
    changes: set[int] = field(default_factory=set)

    def of(self, table: Any) -> set[int]:
        """The ids of rows of a table."""
        return self.rows.setdefault(shape(table).name, set())


def among(ids: Iterable[int]) -> str:
    """A list of ids for SQL's IN; an empty one finds nothing."""
    return f"({', '.join(str(int(number)) for number in ids) or 'NULL'})"


def parts(ids: Collection[int], size: int = 5_000) -> Iterable[Sequence[int]]:
    """Ids in order, some thousand at a time."""
    ordered = sorted(ids)
    return (ordered[start : start + size] for start in range(0, len(ordered), size))


def ids_by(access: Access, table: Any, column: str, values: Collection[int]) -> set[int]:
    """The rows of a table whose column holds one of some numbers."""
    found: set[int] = set()
    for part in parts(values):
        rows = access.sql(f'SELECT id FROM {shape(table).table} WHERE "{column}" IN {among(part)}')
        found.update(number for (number,) in rows)
    return found
