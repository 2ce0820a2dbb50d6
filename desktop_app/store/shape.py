"""The columns of a table as plain SQL needs them, read off its peewee model, for the journal and bulk writes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from peewee import ForeignKeyField

from desktop_app.store import tables

_CASTS = {"INT": "integer", "BIGINT": "bigint", "BOOL": "boolean", "DATE": "date", "BLOB": "bytea"}


@dataclass(frozen=True, slots=True)
class Column:
    """One column: name, whether it holds bytes, PostgreSQL type ('' for text), default as an SQL literal.

    A `bound` one refers to another table or must be unique, so that the order of its changes matters; of a `secret`
    one the journal never notes what stood in it.
    """

    name: str
    blob: bool
    cast: str
    default: str | None
    bound: bool
    secret: bool = False


@dataclass(frozen=True)
class Shape:
    """One table: its quoted name, its columns in order without id and version, and the columns by field name."""

    name: str
    table: str
    columns: tuple[Column, ...]
    fields: dict[str, Column]
    kept_on_undo: bool

    def of(self, names: Iterable[str]) -> list[Column]:
        """The columns of some field names; raises KeyError for a field the table has not."""
        return [self.fields[name] for name in names]

    def defaults(self, given: Iterable[Column]) -> list[Column]:
        """The columns not given that have a default other than NULL."""
        names = {column.name for column in given}
        return [column for column in self.columns if column.name not in names and column.default is not None]


@lru_cache(maxsize=64)
def shape(table: Any) -> Shape:
    """The shape of a table of the shop."""
    unique = {name for names, once in table._meta.indexes if once for name in names}
    fields = {
        field.name: Column(
            field.column_name,
            field.field_type == "BLOB",
            _CASTS.get(field.field_type, ""),
            _literal(field),
            field.unique or isinstance(field, ForeignKeyField) or field.name in unique,
            field.name in table.secret,
        )
        for field in table._meta.sorted_fields
        if field.name not in ("id", "version")
    }
    name = table._meta.table_name
    return Shape(name, f'"{name}"', tuple(fields.values()), fields, bool(table.kept_on_undo))


@lru_cache(maxsize=64)
def shape_named(name: str) -> Shape | None:
    """The shape of the table with this name in the database; None when this program has no such table."""
    for table in vars(tables).values():
        if isinstance(table, type) and issubclass(table, tables.Table) and table._meta.table_name == name:
            return shape(table)
    return None


def quoted(columns: Iterable[Column]) -> str:
    """The columns' names for an SQL list."""
    return ", ".join(f'"{column.name}"' for column in columns)


def _literal(field: Any) -> str | None:
    default = field.default
    if isinstance(default, bool) and field.field_type == "BOOL":
        return "TRUE" if default else "FALSE"
    if isinstance(default, int):
        return str(default)
    return None if default is None else "'" + str(default).replace("'", "''") + "'"
