"""The print log: who printed what, when, on which stock."""

from __future__ import annotations

from peewee import ForeignKeyField, IntegerField, TextField

from desktop_app.store.tables.base import Table
from desktop_app.store.tables.orders import OrderTable


class PrintTable(Table):
    """One print run, kept when undone; `sha256` is that of the PDF; `version` is the change that logged it."""

    kept_on_undo = True

    at = TextField()
    kind = TextField()
    design = TextField(default="")
    stock = TextField()
    by = TextField(default="")
    file = TextField(default="")
    sha256 = TextField(default="")
    cards = IntegerField(default=0)
    sheets = IntegerField(default=0)

    class Meta:
        table_name = "print_run"


class PrintItemTable(Table):
    """One paper of a run: which order, which kind."""

    run = ForeignKeyField(PrintTable, on_delete="RESTRICT", backref="+")
    order = ForeignKeyField(OrderTable, on_delete="RESTRICT", backref="+")
    kind = TextField()

    class Meta:
        table_name = "print_item"
