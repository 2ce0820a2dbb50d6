"""Customers, with the folded forms they are found by."""

from __future__ import annotations

from peewee import BigIntegerField, BooleanField, IntegerField, TextField

from desktop_app.store.tables.base import DayField, KeyField, Table


class CustomerTable(Table):
    """One person or company. `doc` is the folded text of all names (for search), the figures come from the orders."""

    given = TextField(default="")
    family = TextField(default="")
    patronymic = TextField(default="")
    company = TextField(default="")
    language = TextField(default="")
    email = TextField(default="")
    phone = TextField(default="")
    name_to = TextField(default="")
    street = TextField(default="")
    city = TextField(default="")
    region = TextField(default="")
    postcode = TextField(default="")
    country = TextField(default="")
    gender = TextField(
        default=""
    )  # these four: how they are addressed, as kept by a person; "" is worked out each time
    called = TextField(default="")
    called_to = TextField(default="")
    opening = TextField(default="")
    channel = TextField(default="")
    birth_month_day = IntegerField(null=True)
    birth_year = IntegerField(null=True)
    congratulate = BooleanField(default=True)
    deceased = BooleanField(default=False)
    name_day = BooleanField(default=True)
    lead_days = IntegerField(null=True)  # how long before their days the shop wants to know; NULL: as the shop does
    note = TextField(default="")
    extra_care = BooleanField(default=False)  # the fact that there was a complaint; what it was stands elsewhere
    open_complaints = IntegerField(default=0)  # while it is not 0 they get nothing cheerful; benches are told the fact
    source = TextField(default="")  # where they came from first, with its own id
    source_key = TextField(default="")
    email_key = KeyField(default="", index=True)
    phone_key = KeyField(default="", index=True)  # national digits
    sort_key = KeyField(default="", index=True)  # folded "family given"
    given_key = KeyField(default="", index=True)  # the first given name, folded: name days go by it
    city_key = KeyField(default="", index=True)  # the folded town: lists are narrowed and sorted by it
    doc = TextField(default="")
    orders = IntegerField(default=0)
    first_order_on = DayField(null=True)
    last_order_on = DayField(null=True)
    spent_minor = BigIntegerField(default=0)  # in the currency most of their orders are in
    spent_currency = TextField(default="")

    class Meta:
        table_name = "customer"
        indexes = (
            (("source", "source_key"), False),
            (("birth_month_day", "congratulate"), False),
            # lists sorted or narrowed by any of the four read this narrow index instead of the whole table
            (("last_order_on", "orders", "spent_minor", "first_order_on"), False),
        )
