"""Plays a change's journal backwards, set by set, inside a running change whose own journal notes what it replaces."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from desktop_app.store.access import Access
from desktop_app.store.shape import Column, Shape, quoted, shape_named
from desktop_app.store.transaction import Change


@dataclass(frozen=True, slots=True)
class _Run:
    """Neighbouring entries of one kind: the journal ids first…last, and the columns they hold."""

    op: str
    shape: Shape
    columns: tuple[str, ...]
    first: int
    last: int
    twice: bool  # a row is in it more than once


def replay(running: Change, change_id: int) -> None:
    """Brings back what stood before change `change_id`, last operation first."""
    for run in _runs(running.access, change_id):
        if run.op == "I":
            _remove(running, run, change_id)
        elif run.op == "D":
            _bring_back(running, run, change_id)
        elif run.op == "A":
            _take_off(running, run, change_id)
        else:
            _restore(running, run, change_id)


def _runs(access: Access, change_id: int) -> list[_Run]:
    found = access.sql(
        "SELECT op, tbl, columns, min(id), max(id), count(*) > count(DISTINCT first_id) FROM ("
        " SELECT id, op, tbl, columns, first_id, row_number() OVER (ORDER BY id)"
        "  - row_number() OVER (PARTITION BY op, tbl, columns ORDER BY id) AS island"
        " FROM journal WHERE change_id = ?) AS entries GROUP BY op, tbl, columns, island ORDER BY max(id) DESC",
        (change_id,),
    )
    runs = []
    for op, table, columns, first, last, twice in found:
        form = shape_named(table)
        if form is not None:  # a table this program no longer has
            runs.append(_Run(op, form, tuple(columns.split(",")), first, last, bool(twice)))
    return runs


def _remove(running: Change, run: _Run, change_id: int) -> None:
    """Takes away the rows a change added, newest range first."""
    ranges = running.access.sql(
        "SELECT first_id, last_id FROM journal WHERE change_id = ? AND id BETWEEN ? AND ? ORDER BY id DESC",
        (change_id, run.first, run.last),
    )
    for bounds in ranges:
        running.journal.removed(run.shape, rows=f"{run.shape.table} t WHERE t.id BETWEEN ? AND ?", params=bounds)
        running.access.execute(f"DELETE FROM {run.shape.table} WHERE id BETWEEN ? AND ?", bounds)


def _take_off(running: Change, run: _Run, change_id: int) -> None:
    """Takes off again what a change added to a number, whatever others added to it since."""
    added = Counter[int]()
    for row, note in running.access.sql(
        "SELECT first_id, before FROM journal WHERE change_id = ? AND id BETWEEN ? AND ?",
        (change_id, run.first, run.last),
    ):
        added[row] += int(json.loads(note)[0])
    for column, _ in _known(run.shape, run.columns):
        running.add_to(run.shape, column, [(row, -amount) for row, amount in sorted(added.items())])


def _restore(running: Change, run: _Run, change_id: int) -> None:
    """Writes what stood in the columns of edited rows; of a row edited twice in a run the first note counts."""
    access, form = running.access, run.shape
    columns = _known(form, run.columns)
    notes, bounds = _notes(access, run), (change_id, run.first, run.last)
    running.journal.edited(
        form,
        columns=[column for column, _ in columns],
        rows=f"{form.table} t JOIN ({notes}) j ON j.row_id = t.id WHERE 1 = 1",
        params=bounds,
    )
    sets = ", ".join(f'"{column.name}" = {_value(access, column, place)}' for column, place in columns)
    access.execute(
        f"UPDATE {form.table} AS t SET {sets}, version = ? FROM ({notes}) j WHERE j.row_id = t.id",
        (running.id, *bounds),
    )


def _bring_back(running: Change, run: _Run, change_id: int) -> None:
    """Adds removed rows again under their own ids; columns newer than the note take their defaults."""
    access, form = running.access, run.shape
    columns = _known(form, run.columns)
    others = form.defaults(column for column, _ in columns)
    notes, bounds = _notes(access, run), (change_id, run.first, run.last)
    names = quoted([*(column for column, _ in columns), *others])
    values = ", ".join(
        [*(_value(access, column, place) for column, place in columns), *(str(o.default) for o in others)]
    )
    access.execute(
        f"INSERT INTO {form.table} (id, {names}, version) SELECT j.row_id, {values}, ? FROM ({notes}) j",
        (running.id, *bounds),
    )
    islands = access.sql(
        "SELECT min(first_id), max(first_id) FROM (SELECT first_id, first_id - row_number() OVER (ORDER BY first_id)"
        " AS island FROM journal WHERE change_id = ? AND id BETWEEN ? AND ?) AS rows_back"
        " GROUP BY island ORDER BY min(first_id)",
        bounds,
    )
    for first, last in islands:
        running.journal.added(form, first, last)


def _known(form: Shape, names: Sequence[str]) -> list[tuple[Column, int]]:
    """The columns of a note that the table still has, with their place in the note."""
    columns = {column.name: column for column in form.columns}
    return [(columns[name], place) for place, name in enumerate(names) if name in columns]


def _notes(access: Access, run: _Run) -> str:
    """The notes of a run as a set of (row_id, b), for values (change, first, last); of a row noted twice the first."""
    entries = "change_id = ? AND id BETWEEN ? AND ?"
    if run.twice:
        entries = f"id IN (SELECT min(id) FROM journal WHERE {entries} GROUP BY first_id)"
    if access.sqlite:
        return f"SELECT first_id AS row_id, before AS b FROM journal WHERE {entries}"
    # OFFSET 0 keeps PostgreSQL from reading the JSON again for each column
    return f"SELECT first_id AS row_id, before::jsonb AS b FROM journal WHERE {entries} OFFSET 0"


def _value(access: Access, column: Column, place: int) -> str:
    if access.sqlite:
        value = f"json_extract(j.b, '$[{place}]')"
        return f"unhex({value})" if column.blob else value
    return f"(j.b->>{place})::{column.cast}" if column.cast else f"(j.b->>{place})"
