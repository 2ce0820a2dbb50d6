"""Products, what they are called in each language, and the interests they serve."""

from __future__ import annotations

from peewee import BooleanField, ForeignKeyField, IntegerField, TextField

from desktop_app.store.tables.base import KeyField, Table
from desktop_app.store.tables.contacts import WordTable
from desktop_app.store.tables.pictures import PictureTable


class ProductTable(Table):
    """One article of the shop; `sort_key` is the folded name, `sku_key` the folded SKU that files and scanners give.

    `shelf_key` is the shelf as benches walk them.
    """

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
    supplier = TextField(default="")  # who makes or delivers it
    stock = IntegerField(null=True)  # pieces at hand, as far as the shop says
    weight = IntegerField(null=True)  # grams
    handling_days = IntegerField(null=True)  # working days to make it ready, where not the shop's
    picture = ForeignKeyField(PictureTable, null=True, on_delete="RESTRICT", backref="+")
    sku_key = KeyField(default="", index=True)
    sort_key = KeyField(default="", index=True)
    shelf_key = KeyField(default="")

    class Meta:
        table_name = "product"


class ProductTextTable(Table):
    """What a product is called, and how to care for it, in one language."""

    product = ForeignKeyField(ProductTable, on_delete="RESTRICT", backref="+", index=False)
    language = TextField()
    name = TextField(default="")
    name_key = KeyField(default="", index=True)  # as product.sort_key
    care = TextField(default="")

    class Meta:
        table_name = "product_text"
        indexes = ((("product", "language"), True),)


class ProductWordTable(Table):
    """An interest a product serves."""

    product = ForeignKeyField(ProductTable, on_delete="RESTRICT", backref="+", index=False)
    word = ForeignKeyField(WordTable, on_delete="RESTRICT", backref="+")

    class Meta:
        table_name = "product_word"
        indexes = ((("product", "word"), True),)
