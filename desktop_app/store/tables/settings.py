"""Settings of the shop."""

from __future__ import annotations

from peewee import TextField

from desktop_app.store.tables.base import Table


class SettingTable(Table):
    """One setting that differs from its default, its value as JSON."""

    key = TextField(unique=True)
    value = TextField()

    class Meta:
        table_name = "setting"
