"""Indexes of big new tables built at the end: a tree filled in random order is written many times over.

For filling an empty shop with millions of rows; everything is inside the running change, so a failure brings all back.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from typing import Any

from desktop_app.store.access import Access
from desktop_app.store.shape import shape


@contextmanager
def indexes_built_after(
    access: Access, *tables: Any, in_order: Collection[str] = (), step: Callable[[], None] = lambda: None
) -> Iterator[None]:
    """Takes the indexes and search triggers off some empty tables and builds them when the block has ended.

    Rows come in the order of the columns `in_order`: a file's index that begins with one is filled as they come, for
    that is quick, and sorting millions takes memory. `step` is called before each; what it raises ends the change.
    """
    names = [shape(table).name for table in tables]
    taken = _taken_off(access, names, in_order)
    yield  # an error ends the whole change, which brings the indexes back
    for statement in taken:
        step()
        access.execute(statement)


@contextmanager
def sorting_on_disk(access: Access) -> Iterator[None]:
    """A block around changes in which SQLite sorts in a nameless file instead of in memory, which millions would fill.

    Everywhere else it sorts in memory: no customer's name is to be in a file that nobody looks after.
    """
    if not access.sqlite:
        yield
        return
    with access.ready():
        access.database.pragma("temp_store", "FILE")
    try:
        yield
    finally:
        access.database.pragma("temp_store", "MEMORY")


def _taken_off(access: Access, names: list[str], in_order: Collection[str]) -> list[str]:
    """Drops what hangs on the tables; returns the statements that make it again, what it holds included."""
    marks = ", ".join("?" for _ in names)
    if not access.sqlite:
        found = access.sql(
            "SELECT i.indexname, i.indexdef FROM pg_indexes i WHERE i.schemaname = current_schema()"
            f" AND i.tablename IN ({marks}) AND NOT EXISTS"
            " (SELECT 1 FROM pg_constraint c WHERE c.conindid = format('%I.%I', i.schemaname, i.indexname)::regclass)",
            names,
        )
        for name, _ in found:
            access.execute(f'DROP INDEX "{name}"')
        return [text for _, text in found]
    found = access.sql(
        f"SELECT type, name, sql FROM sqlite_master m WHERE type IN ('index', 'trigger') AND tbl_name IN ({marks})"
        " AND sql IS NOT NULL AND NOT EXISTS (SELECT 1 FROM pragma_index_info(m.name) i"
        f" WHERE i.seqno = 0 AND i.name IN ({', '.join('?' for _ in in_order)})) ORDER BY type",
        (*names, *in_order),
    )
    searched = {name for name in names for kind, _, text in found if kind == "trigger" and f"{name}_search" in text}
    for kind, name, _ in found:
        access.execute(f'DROP {kind} "{name}"')
    fresh = [f"INSERT INTO {name}_search ({name}_search) VALUES ('rebuild')" for name in sorted(searched)]
    return [*(text for _, _, text in found), *fresh]
