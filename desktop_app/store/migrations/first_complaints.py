"""Complaints and how they are made good in the first schema, as 0001_first makes it."""

from __future__ import annotations

from typing import Any

from peewee import BigIntegerField, BlobField, BooleanField, DateField, ForeignKeyField, IntegerField, Model, TextField

from desktop_app.store.tables.base import IdField, KeyField


def complaints(db: Any, Customer: Any, Order: Any, Product: Any) -> list[Any]:
    """The frozen models."""

    class Row(Model):
        id = IdField()
        version = IntegerField(default=0)

        class Meta:
            database = db
            legacy_table_names = False

    class Cause(Row):
        name = TextField()
        name_key = KeyField(unique=True)

        class Meta:
            table_name = "cause"

    class Remedy(Row):
        cause = ForeignKeyField(Cause, on_delete="RESTRICT", backref="+")
        changed_on = DateField()
        text = TextField()
        by = TextField(default="")

        class Meta:
            table_name = "remedy"

    class Complaint(Row):
        source = TextField()
        source_name = TextField(default="")
        source_key = TextField(default="")
        received_at = TextField()
        received_on = DateField(index=True)
        customer = ForeignKeyField(Customer, null=True, on_delete="RESTRICT", backref="+")
        order = ForeignKeyField(Order, null=True, on_delete="RESTRICT", backref="+")
        product = ForeignKeyField(Product, null=True, on_delete="RESTRICT", backref="+")
        article = TextField(default="")
        kind = KeyField()
        severity = TextField()
        verdict = TextField()
        rating = IntegerField(null=True)
        subject = TextField(default="")
        text = TextField(default="")
        packer = TextField(default="")
        carrier = TextField(default="")
        supplier = TextField(default="")
        state = TextField()
        answer_by = TextField(default="")
        solve_by = TextField(default="")
        answered_at = TextField(default="")
        solved_at = TextField(default="")
        promised_on = DateField(null=True)
        cause = ForeignKeyField(Cause, null=True, on_delete="RESTRICT", backref="+")
        doc = TextField(default="")

        class Meta:
            table_name = "complaint"
            indexes = ((("source", "source_key"), False),)

    class ComplaintStep(Row):
        complaint = ForeignKeyField(Complaint, on_delete="RESTRICT", backref="+")
        state = TextField()
        at = TextField()
        by = TextField(default="")

        class Meta:
            table_name = "complaint_step"

    class ComplaintWord(Row):
        complaint = ForeignKeyField(Complaint, on_delete="RESTRICT", backref="+")
        at = TextField()
        by = TextField(default="")
        way = TextField()
        channel = TextField(default="")
        subject = TextField(default="")
        text = TextField(default="")
        message = BigIntegerField(column_name="message_id", null=True)
        source_key = TextField(default="", index=True)

        class Meta:
            table_name = "complaint_word"

    class ComplaintFile(Row):
        complaint = ForeignKeyField(Complaint, on_delete="RESTRICT", backref="+")
        name = TextField(default="")
        media_type = TextField()
        width = IntegerField()
        height = IntegerField()
        content = BlobField()
        sha256 = TextField()

        class Meta:
            table_name = "complaint_file"

    class ComplaintKind(Row):
        code = KeyField(unique=True)
        texts = TextField(default="")
        position = IntegerField(default=0)
        hidden = BooleanField(default=False)

        class Meta:
            table_name = "complaint_kind"

    class ComplaintTerm(Row):
        kind = KeyField(default="")
        severity = TextField()
        answer_hours = IntegerField()
        solve_hours = IntegerField()

        class Meta:
            table_name = "complaint_term"
            indexes = ((("kind", "severity"), True),)

    class Inbox(Row):
        name = TextField()
        name_key = KeyField(unique=True)
        source = TextField()
        link = TextField(default="")
        every_hours = IntegerField()
        checked_at = TextField(default="")
        checked_by = TextField(default="")

        class Meta:
            table_name = "inbox"

    class BookPage(Row):
        kind = KeyField()
        verdict = TextField()
        regular = BooleanField()
        offers = TextField()

        class Meta:
            table_name = "resolution_page"
            indexes = ((("kind", "verdict", "regular"), True),)

    class Voucher(Row):
        code = TextField()
        code_key = KeyField(unique=True)
        customer = ForeignKeyField(Customer, null=True, on_delete="RESTRICT", backref="+")
        complaint = ForeignKeyField(Complaint, null=True, on_delete="RESTRICT", backref="+")
        percent = IntegerField(null=True)
        worth_minor = BigIntegerField(null=True)
        currency = TextField(default="")
        words = TextField(default="")
        given_on = DateField()
        valid_to = DateField(null=True)
        used_on = DateField(null=True)
        used_order = ForeignKeyField(Order, null=True, on_delete="RESTRICT", backref="+")

        class Meta:
            table_name = "voucher"

    class Resolution(Row):
        complaint = ForeignKeyField(Complaint, on_delete="RESTRICT", backref="+")
        deed = TextField()
        percent = IntegerField(null=True)
        amount_minor = BigIntegerField(null=True)
        currency = TextField(default="")
        cost_minor = BigIntegerField(default=0)
        cost_currency = TextField(default="")
        words = TextField(default="")
        chosen_at = TextField()
        chosen_on = DateField(index=True)
        by = TextField(default="")
        done_at = TextField(default="")
        voucher = ForeignKeyField(Voucher, null=True, on_delete="RESTRICT", backref="+")

        class Meta:
            table_name = "resolution"

    class Enclosure(Row):
        customer = ForeignKeyField(Customer, on_delete="RESTRICT", backref="+")
        complaint = ForeignKeyField(Complaint, null=True, on_delete="RESTRICT", backref="+")
        voucher = ForeignKeyField(Voucher, null=True, on_delete="RESTRICT", backref="+")
        kind = TextField()
        what = TextField(default="")
        promised = TextField(default="")
        placed_at = TextField()
        by = TextField(default="")
        order = ForeignKeyField(Order, null=True, on_delete="RESTRICT", backref="+")
        gone_at = TextField(default="")

        class Meta:
            table_name = "enclosure"

    causes = [Cause, Remedy, Complaint, ComplaintStep, ComplaintWord, ComplaintFile]
    return [*causes, ComplaintKind, ComplaintTerm, Inbox, BookPage, Voucher, Resolution, Enclosure]
