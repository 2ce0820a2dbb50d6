"""Writing many rows by the driver itself: executemany into SQLite, COPY into PostgreSQL; memory stays flat."""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain, islice
from typing import Any

from desktop_app.store.access import Access
from desktop_app.store.shape import Column, Shape, quoted

CHUNK = 20_000  # rows of a bulk update held at once
_FEW = 100  # numbers that are hardly ever drawn in a torn run: the bench may not lock a table for them
_WITHIN = 100  # rows that go to a server within the statements themselves
_TOGETHER = 20  # rows one INSERT statement takes: a quarter faster than one by one; more gain nothing


def insert_rows(
    access: Access, shape: Shape, *, columns: Sequence[Column], rows: Iterable[Sequence[Any]], version: int
) -> range:
    """Adds rows with contiguous ids and returns the ids; columns not given take their defaults."""
    if access.sqlite:
        return _insert_file(access, shape, columns, rows, version)
    return _insert_server(access, shape, columns, rows, version)


def _insert_file(
    access: Access, shape: Shape, columns: Sequence[Column], rows: Iterable[Sequence[Any]], version: int
) -> range:
    first = next_id(access, shape)
    if access.sql("SELECT 1 FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ?", (shape.name,)):
        return _insert_searched(access, shape, columns, rows, version, first)
    others = shape.defaults(columns)
    marks = "?, " * len(columns)
    constants = "".join(f"{column.default}, " for column in others)
    into = f"INSERT INTO {shape.table} ({quoted((*columns, *others))}, version)"
    _many(access, into, f"({marks}{constants}{version})", rows)
    return range(first, next_id(access, shape))


def _insert_searched(
    access: Access, shape: Shape, columns: Sequence[Column], rows: Iterable[Sequence[Any]], version: int, first: int
) -> range:
    """Into a table with a full-text index: its triggers are three times as fast within one statement for many rows."""
    others = shape.defaults(columns)
    constants = "".join(f", {column.default}" for column in others)
    names = "".join(f', "{column.name}"' for column in columns)
    pending, count = enumerate(rows, first), 0
    with _stage(access, shape, columns):
        while filled := _fill(access, columns, ((number, *row) for number, row in islice(pending, CHUNK))):
            access.execute(
                f"INSERT INTO {shape.table} ({_list('id', columns, others)})"
                f" SELECT id{names}{constants}, {version} FROM temp.stage ORDER BY id"
            )
            access.execute("DELETE FROM temp.stage")
            count += filled
    return range(first, first + count)


def next_id(access: Access, shape: Shape) -> int:
    """The id the next row of an SQLite table gets, inside a writing transaction."""
    found = access.sql(
        f"SELECT max(coalesce((SELECT seq FROM sqlite_sequence WHERE name = ?), 0),"
        f" coalesce((SELECT max(id) FROM {shape.table}), 0)) + 1",
        (shape.name,),
    )
    return int(found[0][0])


def _insert_server(
    access: Access, shape: Shape, columns: Sequence[Column], rows: Iterable[Sequence[Any]], version: int
) -> range:
    others = shape.defaults(columns)
    constants = "".join(f", {column.default}" for column in others)
    with staged(access, shape, columns, ((number, *row) for number, row in enumerate(rows))) as given:
        if not given.count:
            return range(0)
        first = _reserve(access, shape, given.count)
        names = "".join(f', "{column.name}"' for column in columns)
        access.execute(
            f"INSERT INTO {shape.table} ({_list('id', columns, others)})"
            f" SELECT id + {first}{names}{constants}, {version} FROM {given.table} ORDER BY id",
            given.params,
        )
    return range(first, first + given.count)


def _reserve(access: Access, shape: Shape, count: int) -> int:
    """The first of `count` contiguous ids; other desks draw from the same sequence, so a torn run is drawn again."""
    draw = (
        "SELECT min(n), max(n) FROM (SELECT nextval(pg_get_serial_sequence(?, 'id')) AS n"
        " FROM generate_series(1, ?)) AS drawn"
    )
    for attempt in itertools.count():
        if attempt == (3 if count > _FEW else 100):  # a busy table: keep the others out for the rest of this change
            access.execute(f"LOCK TABLE {shape.table} IN SHARE ROW EXCLUSIVE MODE")
        [(first, last)] = access.sql(draw, (shape.table, count))
        if last - first + 1 == count:
            return int(first)
    raise AssertionError("unreachable")


@dataclass(frozen=True)
class Staged:
    """Rows a statement reads: what stands after FROM, with its values, and how many rows there are."""

    table: str
    params: tuple[str, ...]
    count: int


@contextmanager
def staged(
    access: Access, shape: Shape, columns: Sequence[Column], rows: Iterable[Sequence[Any]]
) -> Iterator[Staged]:
    """Rows (id, values…) with some columns of a table, as the statements of the block read them.

    Many lie in a temporary table. A few go to a server within each statement: to make the table, fill it and take it
    away costs more than all the rest of a small change.
    """
    coming = iter(rows)
    if not access.sqlite:
        begun = list(islice(coming, _WITHIN + 1))
        if len(begun) <= _WITHIN:
            names = ["id", *(column.name for column in columns)]
            text = json.dumps([dict(zip(names, row, strict=True)) for row in begun], default=_as_text)
            yield Staged(f"json_populate_recordset(NULL::{shape.table}, ?)", (text,), len(begun))
            return
        coming = chain(begun, coming)
    with _stage(access, shape, columns):
        yield Staged("stage", (), _fill(access, columns, coming))


def _as_text(value: object) -> str:
    """What JSON has not, as the server reads it: bytes, days, decimals."""
    return f"\\x{value.hex()}" if isinstance(value, bytes) else str(value)


@contextmanager
def _stage(access: Access, shape: Shape, columns: Sequence[Column]) -> Iterator[None]:
    """A temporary table `stage` with id and some columns of a table, gone at the end of the block."""
    if access.sqlite:
        access.execute(f"CREATE TEMP TABLE stage (id INTEGER PRIMARY KEY, {quoted(columns)})")
    else:
        names = "".join(f', "{column.name}"' for column in columns)
        access.execute(f"CREATE TEMP TABLE stage ON COMMIT DROP AS SELECT id{names} FROM {shape.table} WITH NO DATA")
    yield  # an error ends the whole change, and the table with it
    access.execute("DROP TABLE temp.stage" if access.sqlite else "DROP TABLE pg_temp.stage")


def _fill(access: Access, columns: Sequence[Column], rows: Iterable[Sequence[Any]]) -> int:
    """Puts rows (id, values…) into `stage` and returns how many."""
    count = 0

    def counted() -> Iterator[Sequence[Any]]:
        nonlocal count
        for row in rows:
            count += 1
            yield row

    if access.sqlite:
        _many(access, "INSERT INTO temp.stage", f"(?{', ?' * len(columns)})", counted())
    else:
        names = "".join(f', "{column.name}"' for column in columns)
        with access.ready(), access.database.cursor().copy(f"COPY stage (id{names}) FROM STDIN") as copy:
            for row in counted():
                copy.write_row(row)
    return count


def _many(access: Access, into: str, values: str, rows: Iterable[Sequence[Any]]) -> None:
    """Runs an INSERT for many rows of an SQLite table, some of them together in each statement."""
    coming, last = iter(rows), list[Sequence[Any]]()

    def lots() -> Iterator[list[Any]]:
        while lot := list(islice(coming, _TOGETHER)):
            if len(lot) < _TOGETHER:
                last.extend(lot)
            else:
                yield list(chain.from_iterable(lot))

    access.many(f"{into} VALUES {', '.join([values] * _TOGETHER)}", lots())
    access.many(f"{into} VALUES {values}", last)


def _list(first: str, columns: Iterable[Column], others: Iterable[Column]) -> str:
    return ", ".join((first, *(f'"{column.name}"' for column in (*columns, *others)), "version"))
