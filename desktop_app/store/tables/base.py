"""What every table has: an id never used twice, and as version the number of the change that wrote the row last."""

from __future__ import annotations

import datetime as dt
from typing import Any

from peewee import SQL, BigAutoField, DateField, IntegerField, Model, NodeList, TextField


class IdField(BigAutoField):
    """The number of a row, never used again after it is gone (AUTOINCREMENT; an identity column in PostgreSQL)."""

    field_type = "ID"

    def ddl(self, ctx: Any) -> Any:
        words = super().ddl(ctx)
        return NodeList((words, SQL("AUTOINCREMENT"))) if ctx.state.field_types.get("ID") == "INTEGER" else words


class KeyField(TextField):
    """Folded text, compared, looked up by its beginning and sorted letter by letter, the same on both engines."""

    field_type = "KEY"


class DayField(DateField):
    """A date; ISO text in SQLite, DATE in PostgreSQL (peewee's own parser tries formats and is ten times slower)."""

    def db_value(self, value: dt.date | str | None) -> dt.date | None:
        return dt.date.fromisoformat(value) if isinstance(value, str) else value

    def python_value(self, value: dt.date | str | None) -> dt.date | None:
        return dt.date.fromisoformat(value) if isinstance(value, str) else value


class Table(Model):
    """A table of the shop without a database of its own: a Shop runs each query on its own database.

    `kept_on_undo` marks a log whose rows stay when the change that wrote them is undone. What stood in a `secret`
    field is never noted for undo: overwritten, it is gone.
    """

    kept_on_undo = False
    secret: frozenset[str] = frozenset()

    id = IdField()
    version = IntegerField(default=0)

    class Meta:
        legacy_table_names = False  # an index is called after its table, not after this class
