"""The outbox, the shop's own texts for messages, and renewals that are paid by period."""

from __future__ import annotations

from peewee import BigIntegerField, BooleanField, ForeignKeyField, IntegerField, TextField

from desktop_app.store.tables.base import DayField, KeyField, Table
from desktop_app.store.tables.complaints import ComplaintTable
from desktop_app.store.tables.customers import CustomerTable
from desktop_app.store.tables.orders import OrderTable


class MessageTable(Table):
    """One message to one person; `key` says what it is about, so that the same is never written twice.

    Its way out (state, reason, tries, lease) is written by store/outbox past the journal: what was sent stays sent.
    """

    kept_on_undo = True

    key = KeyField(unique=True)
    kind = TextField()
    channel = TextField()
    customer = ForeignKeyField(CustomerTable, null=True, on_delete="RESTRICT", backref="+")
    order = ForeignKeyField(OrderTable, null=True, on_delete="RESTRICT", backref="+")
    complaint = ForeignKeyField(ComplaintTable, null=True, on_delete="RESTRICT", backref="+")
    language = TextField(default="")
    to_name = TextField(default="")
    address = TextField(default="")  # e-mail address or telephone number as it goes out
    subject = TextField(default="")
    text = TextField()
    created_at = TextField()
    by = TextField(default="")
    state = TextField()
    reason = TextField(default="")  # why it was refused or held back, as JSON of a message
    told_at = TextField(default="")  # when the state was last learnt
    tries = IntegerField(default=0)
    next_try = BigIntegerField(default=0)  # not before; once begun: since when. Milliseconds of the database's clock
    holder = TextField(default="")
    until = BigIntegerField(default=0)  # by the same clock: so long the holder has it
    message_id = TextField(default="")  # the e-mail's own id, also for answers to it

    class Meta:
        table_name = "message"
        indexes = ((("state", "next_try"), False),)


class MessageTextTable(Table):
    """The words of a message as the shop writes them, replacing the program's; ready answers have names."""

    kind = TextField()
    name = TextField(default="")
    name_key = KeyField(default="")
    language = TextField()
    subject = TextField(default="")
    text = TextField(default="")
    position = IntegerField(default=0)
    hidden = BooleanField(default=False)

    class Meta:
        table_name = "message_text"
        indexes = ((("kind", "name_key", "language"), True),)


class RenewalTable(Table):
    """Something a customer pays for by period, and when it is due next."""

    customer = ForeignKeyField(CustomerTable, on_delete="RESTRICT", backref="+")
    what = TextField()
    amount_minor = BigIntegerField(null=True)
    currency = TextField(default="")
    every_months = IntegerField()
    next_on = DayField(index=True)
    due_day = IntegerField(default=0)  # of the month, as agreed: months without it are due on their last
    paid_on = DayField(null=True)
    note = TextField(default="")
    active = BooleanField(default=True)

    class Meta:
        table_name = "renewal"
