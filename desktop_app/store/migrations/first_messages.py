"""The outbox, texts of messages and renewals in the first schema, as 0001_first makes it."""

from __future__ import annotations

from typing import Any

from peewee import BigIntegerField, BooleanField, DateField, ForeignKeyField, IntegerField, Model, TextField

from desktop_app.store.tables.base import IdField, KeyField


def messages(db: Any, Customer: Any, Order: Any, Complaint: Any) -> list[Any]:
    """The frozen models."""

    class Row(Model):
        id = IdField()
        version = IntegerField(default=0)

        class Meta:
            database = db
            legacy_table_names = False

    class Message(Row):
        key = KeyField(unique=True)
        kind = TextField()
        channel = TextField()
        customer = ForeignKeyField(Customer, null=True, on_delete="RESTRICT", backref="+")
        order = ForeignKeyField(Order, null=True, on_delete="RESTRICT", backref="+")
        complaint = ForeignKeyField(Complaint, null=True, on_delete="RESTRICT", backref="+")
        language = TextField(default="")
        to_name = TextField(default="")
        address = TextField(default="")
        subject = TextField(default="")
        text = TextField()
        created_at = TextField()
        by = TextField(default="")
        state = TextField()
        reason = TextField(default="")
        told_at = TextField(default="")
        tries = IntegerField(default=0)
        next_try = BigIntegerField(default=0)
        holder = TextField(default="")
        until = BigIntegerField(default=0)
        message_id = TextField(default="")

        class Meta:
            table_name = "message"
            indexes = ((("state", "next_try"), False),)

    class MessageText(Row):
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

    class Renewal(Row):
        customer = ForeignKeyField(Customer, on_delete="RESTRICT", backref="+")
        what = TextField()
        amount_minor = BigIntegerField(null=True)
        currency = TextField(default="")
        every_months = IntegerField()
        next_on = DateField(index=True)
        due_day = IntegerField(default=0)
        paid_on = DateField(null=True)
        note = TextField(default="")
        active = BooleanField(default=True)

        class Meta:
            table_name = "renewal"

    return [Message, MessageText, Renewal]
