"""The shop row for row and as it is searched, to compare before and after."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from typing import Any

from desktop_app.queries import Engine, Shop
from desktop_app.store import tables

_LOGS = ("ChangeTable", "JournalTable", "Table")
TABLES = tuple(getattr(tables, name) for name in tables.__all__ if name not in _LOGS)


def rows(shop: Shop) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of the shop but for the number of the change that wrote it last, and the words of its search index."""
    kept: dict[str, list[tuple[Any, ...]]] = defaultdict(list)
    for table, number, values in shop.sql(_all_rows(shop.engine)):
        kept[table].append((number, values))
    kept["found"] = [*_index(shop, "customer"), *_index(shop, "relative")]
    return kept


@cache
def _all_rows(engine: Engine) -> str:
    """One statement for all tables, which a server has planned after a few times: table, id and values as text."""
    parts = []
    for table in TABLES:
        if not table.kept_on_undo:
            columns = [field.column_name for name, field in table._meta.fields.items() if name != "version"]
            values = [f'quote("{one}")' if engine is Engine.SQLITE else f'"{one}"' for one in columns]
            text = " || ',' || ".join(values) if engine is Engine.SQLITE else f"ROW({', '.join(values)})::text"
            parts.append(f"""SELECT '{table._meta.table_name}', id, {text} FROM "{table._meta.table_name}" """)
    return " UNION ALL ".join(parts) + " ORDER BY 1, 2"


def _index(shop: Shop, table: str) -> list[tuple[Any, ...]]:
    """What some first letters find by the index itself; a server's index is of one column, which is read instead."""
    if shop.engine is Engine.POSTGRESQL:
        return [(table, *row) for row in shop.sql(f"SELECT id, doc FROM {table} ORDER BY id")]
    asked = f"SELECT rowid FROM {table}_search WHERE {table}_search MATCH ? ORDER BY rowid"
    return [(table, letter, *(row[0] for row in shop.sql(asked, (f'"{letter}"*',)))) for letter in "aejklnoszþœекнпю"]
