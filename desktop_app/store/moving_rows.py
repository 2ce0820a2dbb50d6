"""The rows of a shop's tables as the other engine keeps them: read as a stream, written as a stream."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import Any

import peewee

from desktop_app.domain.errors import StoreUnavailable
from desktop_app.i18n import msg
from desktop_app.store import tables
from desktop_app.store.access import Access

Row = tuple[Any, ...]
_AT_ONCE = 2_000  # rows a server hands over together


@dataclass(frozen=True, slots=True)
class Kept:
    """A table as it is kept: its columns in order with their types, as peewee calls these."""

    name: str
    columns: tuple[str, ...]
    types: tuple[str, ...]

    @property
    def listed(self) -> str:
        """The columns' names for an SQL list."""
        return ", ".join(f'"{column}"' for column in self.columns)


def kept_tables() -> list[Kept]:
    """Every table of the shop, in an order in which they can be filled."""
    models = [model for model in vars(tables).values() if isinstance(model, type) and model is not tables.Table]
    return [_kept(model) for model in vars(peewee)["sort_models"](models)]  # not in its stubs


def rows_of(access: Access, table: Kept, *, as_in: Access) -> Iterator[Row]:
    """A table's rows in the order of their ids, each value as the shop `as_in` keeps it; dates and truths as plain."""
    ways = [_way(name, to_file=as_in.sqlite) for name in table.types]
    convert = [(place, way) for place, way in enumerate(ways) if way is not None]
    journal = table.name == "journal" and access.sqlite != as_in.sqlite
    for found in _read(access, f'SELECT {table.listed} FROM "{table.name}" ORDER BY id'):
        row = list(found)
        for place, way in convert:
            if row[place] is not None:
                row[place] = way(row[place])
        if journal:
            _carry_image(row, table, to_file=as_in.sqlite)
        yield tuple(row)


def write_rows(access: Access, table: Kept, rows: Iterator[Row]) -> None:
    """Adds rows with all their columns, ids and versions among them, as `rows_of` gives them."""
    if access.sqlite:
        marks = ", ".join("?" for _ in table.columns)
        access.many(f'INSERT INTO "{table.name}" ({table.listed}) VALUES ({marks})', rows)
        return
    import psycopg

    try:
        with access.ready(), access.database.cursor().copy(f'COPY "{table.name}" ({table.listed}) FROM STDIN') as copy:
            for row in rows:
                copy.write_row(row)
    except psycopg.DataError as error:  # an SQLite takes what a server does not: an endless number, a zero byte
        raise StoreUnavailable(
            msg(
                "A value in “{table}” cannot be kept on a server: {detail}. Correct it, then move the shop.",
                table=table.name,
                detail=str(error).splitlines()[0],
            )
        ) from error


def _kept(model: Any) -> Kept:
    fields = model._meta.sorted_fields
    return Kept(
        model._meta.table_name,
        tuple(field.column_name for field in fields),
        tuple(field.field_type for field in fields),
    )


def _read(access: Access, text: str) -> Iterator[Row]:
    connection = access.database.connection()
    if access.sqlite:
        yield from connection.execute(text)
        return
    with connection.cursor(name="moving") as cursor:  # the server keeps the rest until it is asked for
        cursor.itersize = _AT_ONCE
        yield from cursor.execute(text)


def _way(name: str, *, to_file: bool) -> Callable[[Any], Any] | None:
    """How a value of a type comes to be as the other engine keeps it; None: both keep it alike."""
    if name == "BOOL":
        return int if to_file else bool
    if name == "DATE":
        return _day
    return bytes if name == "BLOB" else None


def _day(value: dt.date | str) -> str:
    return value.isoformat() if isinstance(value, dt.date) else value


def _carry_image(row: list[Any], table: Kept, *, to_file: bool) -> None:
    """Bytes stand in the undo journal in each engine's own hexadecimal, which Undo reads there."""
    of, columns, before = (row[table.columns.index(name)] for name in ("tbl", "columns", "before"))
    places = [place for place, column in enumerate(columns.split(",")) if (of, column) in _bytes_columns()]
    if not places or not before:
        return
    image = json.loads(before)
    for place in places:
        if image[place] is not None:
            image[place] = image[place].removeprefix("\\x").upper() if to_file else "\\x" + image[place].lower()
    row[table.columns.index("before")] = json.dumps(image, ensure_ascii=False, separators=(",", ":"))


@lru_cache(maxsize=1)
def _bytes_columns() -> frozenset[tuple[str, str]]:
    return frozenset(
        chain.from_iterable(
            ((table.name, column) for column, name in zip(table.columns, table.types, strict=True) if name == "BLOB")
            for table in kept_tables()
        )
    )
