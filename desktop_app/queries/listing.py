"""A whole list as its ids in order, fetched in one statement; the rows then come by id in windows."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from peewee import SQL, NodeList, Select, fn

from desktop_app.queries import Engine, Shop

_PART = 10_000


def ids_in_order(shop: Shop, query: Any, limit: int | None = None) -> array[int]:
    """The ids an ordered query for a column `id` finds, as one text from the database: no row costs Python time."""
    if limit is not None:
        query = query.limit(limit)
    found = query.alias("found")
    if shop.engine is Engine.SQLITE:
        joined = fn.group_concat(found.c.id)
    else:
        joined = fn.string_agg(found.c.id.cast("text"), ",")
    text = shop.value(Select([found], [joined]))
    return array("q", map(int, text.split(","))) if text else array("q")


def unknown_last(column: Any, descending: bool) -> Any:
    """An ORDER BY term that puts empty values at the end either way."""
    # Spelt out: peewee's own way sorts by an expression on SQLite, and so past the index.
    return NodeList((column.desc() if descending else column.asc(), SQL("NULLS LAST")))


def off_index(column: Any) -> Any:
    """A column that no index serves: for sorting what a filter left, lest the whole table is walked in sorted order."""
    return fn.COALESCE(column, SQL("NULL"))


def begins(column: Any, text: str) -> Any:
    """That a key column, which both engines keep in the order of its letters' numbers, begins with a text."""
    return (column >= text) & (column < text + "\U0010ffff")


def among(column: Any, ids: Iterable[int]) -> Any:
    """That a column of ids holds one of these; written into the statement, for binding thousands costs more time."""
    numbers = ",".join(str(int(number)) for number in ids)
    return column.in_(SQL(f"({numbers})")) if numbers else SQL("1 = 0")


def in_parts(ids: Sequence[int]) -> Iterator[list[int]]:
    """Ids a few thousand at a time, so that no statement and no answer grows without end."""
    for start in range(0, len(ids), _PART):
        yield list(ids[start : start + _PART])


def literals(values: Sequence[str]) -> list[SQL]:
    """Values of our own written into the statement itself, as a partial index needs to be recognised; never data."""
    return [SQL(f"'{value}'") for value in values]
