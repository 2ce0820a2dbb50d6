"""The shop row for row and as it is searched, to compare before and after."""

from __future__ import annotations

from typing import Any

from desktop_app.queries import Engine, Shop
from desktop_app.store import tables

_LOGS = ("ChangeTable", "JournalTable", "Table")
TABLES = tuple(getattr(tables, name) for name in tables.__all__ if name not in _LOGS)


def rows(shop: Shop) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of the shop but for the number of the change that wrote it last, and the words of its search index."""
    kept: dict[str, list[tuple[Any, ...]]] = {}
    for table in TABLES:
        if table.kept_on_undo:
            continue
        columns = [field for name, field in table._meta.fields.items() if name != "version"]
        kept[table._meta.table_name] = [
            tuple(bytes(value) if isinstance(value, memoryview) else value for value in row)
            for row in shop.rows(table.select(*columns).order_by(table.id))
        ]
    kept["found"] = [*_index(shop, "customer"), *_index(shop, "relative")]
    return kept


def _index(shop: Shop, table: str) -> list[tuple[Any, ...]]:
    """What some first letters find by the index itself."""
    found = []
    for letter in "aejklnoszþœекнпю":
        if shop.engine is Engine.SQLITE:
            asked = f"SELECT rowid FROM {table}_search WHERE {table}_search MATCH ? ORDER BY rowid"
            found.append((table, letter, *(row[0] for row in shop.sql(asked, (f'"{letter}"*',)))))
        else:
            asked = f"SELECT id FROM {table} WHERE doc LIKE ? OR doc LIKE ? ORDER BY id"
            found.append((table, letter, *(row[0] for row in shop.sql(asked, (f"{letter}%", f"% {letter}%")))))
    return [one for one in found if len(one) > 2]
