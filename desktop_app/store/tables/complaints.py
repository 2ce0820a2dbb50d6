"""Complaints and reviews: what was said, the thread of answers, what it came from, and where such word arrives."""

from __future__ import annotations

from peewee import BigIntegerField, BlobField, BooleanField, ForeignKeyField, IntegerField, TextField

from desktop_app.store.tables.base import DayField, KeyField, Table
from desktop_app.store.tables.customers import CustomerTable
from desktop_app.store.tables.orders import OrderTable
from desktop_app.store.tables.products import ProductTable


class CauseTable(Table):
    """What complaints come from, as the shop found out: "cups packed without corners"."""

    name = TextField()
    name_key = KeyField(unique=True)

    class Meta:
        table_name = "cause"


class RemedyTable(Table):
    """What was changed because of a cause, and since when."""

    cause = ForeignKeyField(CauseTable, on_delete="RESTRICT", backref="+")
    changed_on = DayField()
    text = TextField()
    by = TextField(default="")

    class Meta:
        table_name = "remedy"


class ComplaintTable(Table):
    """One complaint or review; a review has a rating. A partial index on those not solved is made by the migration.

    `answer_by` and `solve_by` are the shop's local time to the minute ("2026-11-23T10:30"), counted when something
    they depend on changes; "" where nothing is due. `article` is what the line was called; the product may be gone.
    """

    source = TextField()
    source_name = TextField(default="")  # which marketplace or network
    source_key = TextField(default="")  # its own id there, so that the same one comes in once
    received_at = TextField()
    received_on = DayField(index=True)
    customer = ForeignKeyField(CustomerTable, null=True, on_delete="RESTRICT", backref="+")
    order = ForeignKeyField(OrderTable, null=True, on_delete="RESTRICT", backref="+")
    product = ForeignKeyField(ProductTable, null=True, on_delete="RESTRICT", backref="+")
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
    answered_at = TextField(default="")  # the first answer
    solved_at = TextField(default="")  # the last time it was solved
    promised_on = DayField(null=True)  # the day something was promised by
    cause = ForeignKeyField(CauseTable, null=True, on_delete="RESTRICT", backref="+")
    doc = TextField(default="")  # the folded words it is found by

    class Meta:
        table_name = "complaint"
        indexes = ((("source", "source_key"), False),)


class ComplaintStepTable(Table):
    """One step of a complaint: to which state it went, when and by whom."""

    complaint = ForeignKeyField(ComplaintTable, on_delete="RESTRICT", backref="+")
    state = TextField()
    at = TextField()
    by = TextField(default="")

    class Meta:
        table_name = "complaint_step"


class ComplaintWordTable(Table):
    """One word in the thread of a complaint: what came in, what was answered, a note among ourselves."""

    complaint = ForeignKeyField(ComplaintTable, on_delete="RESTRICT", backref="+")
    at = TextField()
    by = TextField(default="")
    way = TextField()
    channel = TextField(default="")
    subject = TextField(default="")
    text = TextField(default="")
    message = BigIntegerField(column_name="message_id", null=True)  # the message it went out as
    source_key = TextField(default="", index=True)  # an e-mail's own id: answers name it

    class Meta:
        table_name = "complaint_word"


class ComplaintFileTable(Table):
    """A picture that came with a complaint; kept apart from the shop's own pictures, which benches may see."""

    complaint = ForeignKeyField(ComplaintTable, on_delete="RESTRICT", backref="+")
    name = TextField(default="")
    media_type = TextField()
    width = IntegerField()
    height = IntegerField()
    content = BlobField()
    sha256 = TextField()

    class Meta:
        table_name = "complaint_file"


class ComplaintKindTable(Table):
    """A kind of complaint of the shop's own, or how it calls and orders one that comes with the program."""

    code = KeyField(unique=True)
    texts = TextField(default="")  # by language as JSON; "" as the program says it
    position = IntegerField(default=0)
    hidden = BooleanField(default=False)

    class Meta:
        table_name = "complaint_kind"


class ComplaintTermTable(Table):
    """Working hours until the first answer and the solution of a kind and severity; kind "" goes for all others."""

    kind = KeyField(default="")
    severity = TextField()
    answer_hours = IntegerField()
    solve_hours = IntegerField()

    class Meta:
        table_name = "complaint_term"
        indexes = ((("kind", "severity"), True),)


class InboxTable(Table):
    """A place where complaints arrive, and when somebody looked there last."""

    name = TextField()
    name_key = KeyField(unique=True)
    source = TextField()
    link = TextField(default="")
    every_hours = IntegerField()  # working hours between two looks
    checked_at = TextField(default="")
    checked_by = TextField(default="")

    class Meta:
        table_name = "inbox"
