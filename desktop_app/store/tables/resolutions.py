"""How complaints are made good: the book of offers, what was chosen and what it cost, vouchers, papers to enclose."""

from __future__ import annotations

from peewee import BigIntegerField, BooleanField, ForeignKeyField, IntegerField, TextField

from desktop_app.store.tables.base import DayField, KeyField, Table
from desktop_app.store.tables.complaints import ComplaintTable
from desktop_app.store.tables.customers import CustomerTable
from desktop_app.store.tables.orders import OrderTable


class BookPageTable(Table):
    """The offers for one kind, verdict and sort of customer, the most modest first; a page replaces the starter's."""

    kind = KeyField()
    verdict = TextField()
    regular = BooleanField()  # else it is for a first order
    offers = TextField()  # JSON

    class Meta:
        table_name = "resolution_page"
        indexes = ((("kind", "verdict", "regular"), True),)


class VoucherTable(Table):
    """A voucher given to somebody; `code_key` is the code without what people add when they type it."""

    code = TextField()
    code_key = KeyField(unique=True)
    customer = ForeignKeyField(CustomerTable, null=True, on_delete="RESTRICT", backref="+")
    complaint = ForeignKeyField(ComplaintTable, null=True, on_delete="RESTRICT", backref="+")
    percent = IntegerField(null=True)
    worth_minor = BigIntegerField(null=True)
    currency = TextField(default="")
    words = TextField(default="")  # what it gives, where that is no number: free delivery
    given_on = DayField()
    valid_to = DayField(null=True)
    used_on = DayField(null=True)
    used_order = ForeignKeyField(OrderTable, null=True, on_delete="RESTRICT", backref="+")

    class Meta:
        table_name = "voucher"


class ResolutionTable(Table):
    """What the shop chose to do about a complaint, and what that costs it."""

    complaint = ForeignKeyField(ComplaintTable, on_delete="RESTRICT", backref="+")
    deed = TextField()
    percent = IntegerField(null=True)
    amount_minor = BigIntegerField(null=True)
    currency = TextField(default="")
    cost_minor = BigIntegerField(default=0)
    cost_currency = TextField(default="")
    words = TextField(default="")  # what was promised, as the customer reads it
    chosen_at = TextField()
    chosen_on = DayField(index=True)
    by = TextField(default="")
    done_at = TextField(default="")
    voucher = ForeignKeyField(VoucherTable, null=True, on_delete="RESTRICT", backref="+")

    class Meta:
        table_name = "resolution"


class EnclosureTable(Table):
    """A paper that goes into a customer's next parcel; with `order` it has gone, in that one."""

    customer = ForeignKeyField(CustomerTable, on_delete="RESTRICT", backref="+")
    complaint = ForeignKeyField(ComplaintTable, null=True, on_delete="RESTRICT", backref="+")
    voucher = ForeignKeyField(VoucherTable, null=True, on_delete="RESTRICT", backref="+")
    kind = TextField()  # of paper
    what = TextField(default="")
    promised = TextField(default="")
    placed_at = TextField()
    by = TextField(default="")
    order = ForeignKeyField(OrderTable, null=True, on_delete="RESTRICT", backref="+")
    gone_at = TextField(default="")  # packed, or printed alone

    class Meta:
        table_name = "enclosure"
