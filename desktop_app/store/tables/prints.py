"""The print log: who printed what, when, on which stock."""

from __future__ import annotations

from peewee import ForeignKeyField, IntegerField, TextField

from desktop_app.store.tables.base import DayField, Table
from desktop_app.store.tables.customers import CustomerTable
from desktop_app.store.tables.orders import OrderTable
from desktop_app.store.tables.people import RelativeTable


class PrintTable(Table):
    """One print run, kept when undone; `sha256` is that of the PDF; `version` is the change that logged it.

    `again` is the run some of whose cards or sheets were printed once more, `kept_until` the last day of its file,
    `choices` how its cards were laid on sheets, as JSON.
    """

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
    printer = TextField(default="")
    kept_until = DayField(null=True, index=True)
    again = IntegerField(null=True)
    choices = TextField(default="")
    job = TextField(default="")  # as the printing system calls it
    outcome = TextField(default="")  # how that job ended, as far as it was followed

    class Meta:
        table_name = "print_run"


class PrintItemTable(Table):
    """One paper of a run: whose it is, its kind, its number in the run and where it lies, all counted from 1."""

    run = ForeignKeyField(PrintTable, on_delete="RESTRICT", backref="+")
    order = ForeignKeyField(OrderTable, null=True, on_delete="RESTRICT", backref="+")
    customer = ForeignKeyField(CustomerTable, null=True, on_delete="RESTRICT", backref="+")
    relative = ForeignKeyField(RelativeTable, null=True, on_delete="RESTRICT", backref="+")
    kind = TextField()
    title = TextField(default="")  # the order's number or the person's name as printed
    card = IntegerField(default=0)
    sheet = IntegerField(default=0)
    place = IntegerField(default=0)
    product = TextField(default="")  # what it is about, where an order has such a paper for each of its articles

    class Meta:
        table_name = "print_item"
