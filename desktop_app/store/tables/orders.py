"""Orders, their lines, and the steps they went through."""

from __future__ import annotations

from peewee import SQL, BigIntegerField, BooleanField, ForeignKeyField, IntegerField, TextField

from desktop_app.domain.keys import NOWHERE
from desktop_app.store.tables.base import DayField, KeyField, Table
from desktop_app.store.tables.customers import CustomerTable
from desktop_app.store.tables.products import ProductTable


class OrderTable(Table):
    """One order; unique by (source, source_key). A partial index on ship_by of open orders is made by the migration."""

    number = TextField()
    number_key = KeyField(index=True)  # folded, without a leading '#' or '№'
    source = TextField(default="")
    source_key = TextField()
    customer = ForeignKeyField(CustomerTable, null=True, on_delete="RESTRICT", backref="+")
    placed_at = TextField(default="")
    placed_on = DayField(null=True, index=True)
    changed_at = TextField(default="")
    status = TextField()
    paid = BooleanField(default=False)
    currency = TextField(default="")
    total_minor = BigIntegerField(null=True)
    shipping_minor = BigIntegerField(null=True)
    discount_minor = BigIntegerField(null=True)
    refunded_minor = BigIntegerField(null=True)
    ship_by = DayField(null=True)
    deliver_by = DayField(null=True)
    carrier = TextField(default="")
    tracking = TextField(default="")
    to_name = TextField(default="")
    to_street = TextField(default="")
    to_city = TextField(default="")
    to_region = TextField(default="")
    to_postcode = TextField(default="")
    to_country = TextField(default="")
    note = TextField(default="")
    packer_note = TextField(default="")
    note_to = TextField(default="")  # to the customer, on the insert
    gift = BooleanField(default=False)
    told_on = DayField(null=True)  # the day its customer was told that it comes later
    set_aside = TextField(default="")  # why it cannot be packed now
    shelf_key = KeyField(default=NOWHERE)  # the first shelf of its articles, as benches walk them
    packed_by = TextField(default="")
    line_count = IntegerField(default=0)
    first = BooleanField(default=False)
    thank_you_printed = BooleanField(default=False)  # set with the print log in one transaction
    insert_printed = BooleanField(default=False)
    # those of no customer; counted by store/open_complaints alone, and told to benches as the customer's own are
    open_complaints = IntegerField(default=0, constraints=[SQL("DEFAULT 0")])

    class Meta:
        table_name = "orders"
        indexes = ((("source", "source_key"), True),)


class LineTable(Table):
    """One article of an order, in the order's own sequence."""

    order = ForeignKeyField(
        OrderTable, on_delete="RESTRICT", backref="+", index=False
    )  # the unique index begins with it
    position = IntegerField()
    product = ForeignKeyField(ProductTable, null=True, on_delete="RESTRICT", backref="+")
    sku = TextField(default="")
    name = TextField(default="")
    quantity = IntegerField(default=1)
    unit_minor = BigIntegerField(null=True)
    total_minor = BigIntegerField(null=True)
    discount_minor = BigIntegerField(null=True)
    returned = IntegerField(default=0)  # pieces that came back

    class Meta:
        table_name = "order_line"
        indexes = ((("order", "position"), True),)


class StepTable(Table):
    """One step of an order: to which state it went, when and by whom.

    Of one that was sent off it is known which pieces were not on the shelf by its count: JSON, pieces by product.
    """

    order = ForeignKeyField(OrderTable, on_delete="RESTRICT", backref="+")
    status = TextField()
    at = TextField()
    by = TextField(default="")
    missing = TextField(default="", constraints=[SQL("DEFAULT ''")])

    class Meta:
        table_name = "order_step"
