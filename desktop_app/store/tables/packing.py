"""The bench: which orders are being packed where, and what is to be done to every parcel."""

from __future__ import annotations

from peewee import BigIntegerField, IntegerField, TextField

from desktop_app.store.tables.base import Table


class ClaimTable(Table):
    """An order that a bench holds: a lease that ends by itself, never journaled.

    `order` is plain, without a foreign key: a removal need not wait for a bench. `until` is milliseconds since 1970 by
    the database's own clock; `ticks` is what was checked so far, as JSON.
    """

    order = BigIntegerField(column_name="order_id", unique=True)
    packer = TextField()
    bench = TextField()
    until = BigIntegerField()
    ticks = TextField(default="")

    class Meta:
        table_name = "packing_claim"


class PackingStepTable(Table):
    """One step of the checklist, by language as JSON; `needs` says which parcels it is for."""

    position = IntegerField()
    texts = TextField()
    needs = TextField(default="")

    class Meta:
        table_name = "packing_step"
