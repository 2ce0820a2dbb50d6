"""What belongs to a customer beside their own row: further ways to reach them, words, consents, dated notes."""

from __future__ import annotations

from peewee import ForeignKeyField, IntegerField, TextField

from desktop_app.store.tables.base import DayField, KeyField, Table
from desktop_app.store.tables.customers import CustomerTable


class ContactTable(Table):
    """A further e-mail address, telephone or messenger; the preferred e-mail and telephone stand with the customer."""

    customer = ForeignKeyField(CustomerTable, on_delete="RESTRICT", backref="+")
    kind = TextField()
    value = TextField()
    key = KeyField(index=True)  # as customer.email_key and customer.phone_key
    label = TextField(default="")
    position = IntegerField(default=0)

    class Meta:
        table_name = "contact"


class AddressTable(Table):
    """A further address; the one parcels go to stands with the customer."""

    customer = ForeignKeyField(CustomerTable, on_delete="RESTRICT", backref="+")
    label = TextField(default="")
    name_to = TextField(default="")
    street = TextField(default="")
    city = TextField(default="")
    region = TextField(default="")
    postcode = TextField(default="")
    country = TextField(default="")
    position = IntegerField(default=0)

    class Meta:
        table_name = "customer_address"


class WordTable(Table):
    """A tag or an interest of the shop's own list; `lead_days` of a tag goes for everybody who bears it."""

    kind = TextField()
    word = TextField()
    word_key = KeyField()
    lead_days = IntegerField(null=True)

    class Meta:
        table_name = "word"
        indexes = ((("kind", "word_key"), True),)


class CustomerWordTable(Table):
    """A tag or an interest of a customer."""

    word = ForeignKeyField(WordTable, on_delete="RESTRICT", backref="+", index=False)  # the unique index begins with it
    customer = ForeignKeyField(CustomerTable, on_delete="RESTRICT", backref="+")

    class Meta:
        table_name = "customer_word"
        indexes = ((("word", "customer"), True),)


class ConsentTable(Table):
    """What a customer agreed to: since when, by which source, until when."""

    customer = ForeignKeyField(CustomerTable, on_delete="RESTRICT", backref="+")
    what = TextField(index=True)
    given_on = DayField(null=True)
    source = TextField(default="")
    withdrawn_on = DayField(null=True)
    note = TextField(default="")

    class Meta:
        table_name = "consent"


class NoteTable(Table):
    """A note on a customer with its moment and who wrote it."""

    customer = ForeignKeyField(CustomerTable, on_delete="RESTRICT", backref="+")
    at = TextField()
    by = TextField(default="")
    text = TextField()

    class Meta:
        table_name = "customer_note"


class FormerKeyTable(Table):
    """Under which key a source's files know a customer too: of a record that was merged into this one."""

    customer = ForeignKeyField(CustomerTable, on_delete="RESTRICT", backref="+")
    source = TextField()
    source_key = TextField()

    class Meta:
        table_name = "former_key"
        indexes = ((("source", "source_key"), False),)


class NotSameTable(Table):
    """Two customers a person looked at and found to be two; `first` is the smaller id."""

    first = ForeignKeyField(CustomerTable, on_delete="RESTRICT", backref="+", index=False)
    second = ForeignKeyField(CustomerTable, on_delete="RESTRICT", backref="+")

    class Meta:
        table_name = "not_same"
        indexes = ((("first", "second"), True),)
