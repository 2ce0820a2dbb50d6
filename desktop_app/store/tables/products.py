"""Products."""

from __future__ import annotations

from peewee import BooleanField, IntegerField, TextField

from desktop_app.store.tables.base import KeyField, Table


class ProductTable(Table):
    """One article of the shop; `sort_key` is the folded name, `sku_key` the folded SKU that files and scanners give."""

    sku = TextField(default="")
    name = TextField(default="")
    barcode = KeyField(default="", index=True)
    price_minor = IntegerField(null=True)
    currency = TextField(default="")
    shelf = TextField(default="")
    fragile = BooleanField(default=False)
    care = TextField(default="")
    warranty_months = IntegerField(default=0)
    link = TextField(default="")  # to the film or page that shows how
    note = TextField(default="")
    sku_key = KeyField(default="", index=True)
    sort_key = KeyField(default="", index=True)

    class Meta:
        table_name = "product"
