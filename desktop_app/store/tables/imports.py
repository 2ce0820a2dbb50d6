"""The log of imports."""

from __future__ import annotations

from peewee import IntegerField, TextField

from desktop_app.store.tables.base import Table


class ImportTable(Table):
    """One import; `version` is the change that did it, by which it is undone; the row stays when it is."""

    kept_on_undo = True

    at = TextField()
    file = TextField()
    sha256 = TextField(index=True)
    kind = TextField()
    source = TextField(default="")
    new = IntegerField(default=0)
    changed = IntegerField(default=0)
    same = IntegerField(default=0)
    refused = IntegerField(default=0)
    reaches = TextField(default="")  # the latest day on which one of its orders was placed

    class Meta:
        table_name = "import_run"
