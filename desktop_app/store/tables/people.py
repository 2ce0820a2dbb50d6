"""The people around a customer, and the days of all of them."""

from __future__ import annotations

from peewee import BooleanField, ForeignKeyField, IntegerField, TextField

from desktop_app.store.tables.base import DayField, KeyField, Table
from desktop_app.store.tables.customers import CustomerTable


class RelativeTable(Table):
    """Somebody around a customer; `other` is their own record where they are a customer too."""

    customer = ForeignKeyField(CustomerTable, on_delete="RESTRICT", backref="+")
    relation = TextField()
    relation_words = TextField(default="")
    given = TextField(default="")
    family = TextField(default="")
    language = TextField(default="")
    gender = TextField(default="")
    called = TextField(default="")
    called_to = TextField(default="")
    other = ForeignKeyField(CustomerTable, null=True, on_delete="RESTRICT", backref="+")
    together = BooleanField(default=False)  # one card with the others of the household who are marked so
    congratulate = BooleanField(default=True)
    deceased = BooleanField(default=False)
    name_day = BooleanField(default=False)
    note = TextField(default="")
    given_key = KeyField(default="", index=True)
    doc = TextField(default="")

    class Meta:
        table_name = "relative"


class SpecialDayTable(Table):
    """A day kept each year, of a customer or of somebody around them; a customer's own birthday stands with them."""

    customer = ForeignKeyField(CustomerTable, on_delete="RESTRICT", backref="+")
    relative = ForeignKeyField(RelativeTable, null=True, on_delete="RESTRICT", backref="+")
    kind = TextField()
    title = TextField(default="")
    month_day = IntegerField(index=True)  # month * 100 + day, the day 0 where only the month is known
    year = IntegerField(null=True)
    lead_days = IntegerField(null=True)

    class Meta:
        table_name = "special_day"


class CongratulationTable(Table):
    """That somebody was congratulated on a day, or is not to be this year; `kept_on` is the day itself."""

    customer = ForeignKeyField(CustomerTable, on_delete="RESTRICT", backref="+")
    relative = ForeignKeyField(RelativeTable, null=True, on_delete="RESTRICT", backref="+")
    kind = TextField()
    title = TextField(default="")
    kept_on = DayField(index=True)
    state = TextField()
    how = TextField(default="")
    at = TextField()
    by = TextField(default="")

    class Meta:
        table_name = "congratulation"
