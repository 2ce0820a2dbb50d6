"""What every table has: an id never used twice, and as version the number of the change that wrote the row last."""

from __future__ import annotations

import datetime as dt

from peewee import DateField, IntegerField, Model


class DayField(DateField):
    """A date; ISO text in SQLite, DATE in PostgreSQL (peewee's own parser tries formats and is ten times slower)."""

    def db_value(self, value: dt.date | str | None) -> dt.date | None:
        return dt.date.fromisoformat(value) if isinstance(value, str) else value

    def python_value(self, value: dt.date | str | None) -> dt.date | None:
        return dt.date.fromisoformat(value) if isinstance(value, str) else value


class Table(Model):
    """A table of the shop without a database of its own: a Shop binds each query as it runs it."""

    version = IntegerField(default=0)
