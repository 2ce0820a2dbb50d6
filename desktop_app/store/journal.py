"""The undo journal: notes for each change which rows it added and what stood in those it edits or removes."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_app.store.access import Access
from desktop_app.store.shape import Column, Shape

_RANGES = 20  # more ranges of new rows than this make a slow condition; noting a new row once too often is harmless
_INTO = "INSERT INTO journal (change_id, tbl, op, first_id, last_id, columns, before)"


class Journal:
    """The journal of one running change, written in the order of its operations."""

    def __init__(self, access: Access, change: int) -> None:
        self._access = access
        self._change = change
        self._growing: tuple[str, int, int] | None = None  # a range of new rows that may still grow
        self._new: dict[str, list[tuple[int, int]]] = {}

    def added(self, shape: Shape, first: int, last: int) -> None:
        """Notes that rows first…last are new."""
        if shape.kept_on_undo:
            return
        if self._growing and self._growing[0] == shape.name and self._growing[2] + 1 == first:
            self._growing = (shape.name, self._growing[1], last)
        else:
            self.flush()
            self._growing = (shape.name, first, last)

    def edited(self, shape: Shape, *, columns: Sequence[Column], rows: str, params: Sequence[object] = ()) -> None:
        """Notes what stands in some columns of the rows of `FROM {rows}`, an SQL text that calls the table t.

        Rows this very change added are passed over, for its undo removes them; but not where the order of changes
        matters on the way back. A change of nothing but secrets leaves no note: there is nothing to bring back.
        """
        self.flush()
        columns = [column for column in columns if not column.secret]
        if not columns:
            return
        new = self._new.get(shape.name, ())
        if new and len(new) <= _RANGES and not any(column.bound for column in columns):
            rows += "".join(f" AND NOT t.id BETWEEN {first} AND {last}" for first, last in new)
        self._note(shape, "U", columns, rows, params)

    def grown(self, shape: Shape, column: Column, *, by: str, rows: str, params: Sequence[object] = ()) -> None:
        """Notes by how much, the SQL text `by`, a number grows in the rows of `FROM {rows}`."""
        self.flush()
        self._access.execute(
            f"{_INTO} SELECT ?, '{shape.name}', 'A', t.id, t.id, '{column.name}', '[' || ({by}) || ']' FROM {rows}",
            (self._change, *params),
        )

    def removed(self, shape: Shape, *, rows: str, params: Sequence[object] = ()) -> None:
        """Notes the whole rows of `FROM {rows}`, an SQL text that calls the table t; secrets go with them for good."""
        self.flush()
        self._note(shape, "D", [column for column in shape.columns if not column.secret], rows, params)

    def flush(self) -> None:
        """Writes the range of new rows that was still growing."""
        if self._growing:
            name, first, last = self._growing
            self._growing = None
            ranges = self._new.setdefault(name, [])
            if ranges and ranges[-1][1] + 1 == first:
                ranges[-1] = (ranges[-1][0], last)
            else:
                ranges.append((first, last))
            self._access.execute(f"{_INTO} VALUES (?, ?, 'I', ?, ?, '', '')", (self._change, name, first, last))

    def _note(self, shape: Shape, op: str, columns: Sequence[Column], rows: str, params: Sequence[object]) -> None:
        # of a row that stays only its links are undone: whom it is about, when two customers were made one
        if shape.kept_on_undo and not (op == "U" and all(column.bound for column in columns)):
            return
        names = ",".join(column.name for column in columns)
        self._access.execute(
            f"{_INTO} SELECT ?, '{shape.name}', '{op}', t.id, t.id, '{names}', {self._image(columns)} FROM {rows}",
            (self._change, *params),
        )

    def _image(self, columns: Sequence[Column]) -> str:
        """The SQL expression of some columns of t as a JSON list in text; bytes, which JSON has not, in hexadecimal."""
        if self._access.sqlite:
            values = (
                f'iif(t."{c.name}" IS NULL, NULL, hex(t."{c.name}"))' if c.blob else f't."{c.name}"' for c in columns
            )
            return f"json_array({', '.join(values)})"
        return "json_build_array(" + ", ".join(f't."{c.name}"' for c in columns) + ")::text"
