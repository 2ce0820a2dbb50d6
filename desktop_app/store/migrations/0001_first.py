"""The first schema: customers and their people, products, orders, the bench, papers, imports, settings and the log.

The models are frozen copies on purpose: what the tables become later must not change what this file makes.
"""

from __future__ import annotations

from typing import Any

from peewee import (
    BigIntegerField,
    BlobField,
    BooleanField,
    DateField,
    ForeignKeyField,
    IntegerField,
    Model,
    PostgresqlDatabase,
    TextField,
)

from desktop_app.store.migrations.first_complaints import complaints
from desktop_app.store.migrations.first_messages import messages
from desktop_app.store.migrations.first_packing import packing
from desktop_app.store.migrations.first_people import people
from desktop_app.store.tables.base import IdField, KeyField

_BOTH = (
    # Today asks for the open orders only, one of thousands among millions, and the bench for the first, shelf by shelf
    "CREATE INDEX orders_open_ship_by ON orders (ship_by, shelf_key, id) WHERE status IN ('new', 'paid', 'packing')",
    # a customer's own history is read off the journal
    "CREATE INDEX journal_customer ON journal (first_id) WHERE tbl = 'customer'",
    # the few people and days the shop wants to know of earlier, or later, than of all others
    "CREATE INDEX customer_lead ON customer (lead_days) WHERE lead_days IS NOT NULL",
    "CREATE INDEX special_day_lead ON special_day (lead_days) WHERE lead_days IS NOT NULL",
    "CREATE INDEX relative_name_day ON relative (given_key) WHERE name_day",
    "CREATE INDEX complaint_unsolved ON complaint (solve_by, id) WHERE state <> 'solved'",
    "CREATE INDEX enclosure_waiting ON enclosure (customer_id) WHERE gone_at = ''",
)

# names by their beginnings; `doc` is folded already, so the tokenizer only splits
_SEARCHED = ("customer", "relative")
_SQLITE = tuple(
    statement
    for table in _SEARCHED
    for statement in (
        f"CREATE VIRTUAL TABLE {table}_search USING fts5("
        f"doc, content='{table}', content_rowid='id', detail=none, columnsize=0,"
        " tokenize='unicode61 remove_diacritics 0', prefix='1 2 3 4 5')",
        # the distinct words of the index, read off it when a word is found nowhere; takes no room
        f"CREATE VIRTUAL TABLE {table}_search_words USING fts5vocab({table}_search, 'row')",
        f"CREATE TRIGGER {table}_search_insert AFTER INSERT ON {table} BEGIN"
        f" INSERT INTO {table}_search (rowid, doc) VALUES (new.id, new.doc); END",
        f"CREATE TRIGGER {table}_search_delete AFTER DELETE ON {table} BEGIN"
        f" INSERT INTO {table}_search ({table}_search, rowid, doc) VALUES ('delete', old.id, old.doc); END",
        f"CREATE TRIGGER {table}_search_update AFTER UPDATE OF doc ON {table} WHEN old.doc IS NOT new.doc BEGIN"
        f" INSERT INTO {table}_search ({table}_search, rowid, doc) VALUES ('delete', old.id, old.doc);"
        f" INSERT INTO {table}_search (rowid, doc) VALUES (new.id, new.doc); END",
    )
)

_POSTGRESQL = (
    # beginnings of keys need no more here: KeyField is COLLATE "C", whose plain index serves LIKE 'abc%' too
    "CREATE EXTENSION IF NOT EXISTS pg_trgm",
    *(f"CREATE INDEX {table}_search ON {table} USING gin (doc gin_trgm_ops)" for table in _SEARCHED),
)


def up(migrator: Any, db: Any) -> None:
    db.create_tables(models(db))
    for statement in _BOTH + (_POSTGRESQL if isinstance(db, PostgresqlDatabase) else _SQLITE):
        db.execute_sql(statement)


def models(db: Any) -> list[Any]:
    class Log(Model):
        id = IdField()

        class Meta:
            database = db
            legacy_table_names = False

    class Row(Log):
        version = IntegerField(default=0)

    class Customer(Row):
        given = TextField(default="")
        family = TextField(default="")
        patronymic = TextField(default="")
        company = TextField(default="")
        language = TextField(default="")
        email = TextField(default="")
        phone = TextField(default="")
        name_to = TextField(default="")
        street = TextField(default="")
        city = TextField(default="")
        region = TextField(default="")
        postcode = TextField(default="")
        country = TextField(default="")
        gender = TextField(default="")
        called = TextField(default="")
        called_to = TextField(default="")
        opening = TextField(default="")
        channel = TextField(default="")
        birth_month_day = IntegerField(null=True)
        birth_year = IntegerField(null=True)
        congratulate = BooleanField(default=True)
        deceased = BooleanField(default=False)
        name_day = BooleanField(default=True)
        lead_days = IntegerField(null=True)
        note = TextField(default="")
        extra_care = BooleanField(default=False)
        open_complaints = IntegerField(default=0)
        source = TextField(default="")
        source_key = TextField(default="")
        email_key = KeyField(default="", index=True)
        phone_key = KeyField(default="", index=True)
        sort_key = KeyField(default="", index=True)
        given_key = KeyField(default="", index=True)
        city_key = KeyField(default="", index=True)
        doc = TextField(default="")
        orders = IntegerField(default=0)
        first_order_on = DateField(null=True)
        last_order_on = DateField(null=True)
        spent_minor = BigIntegerField(default=0)
        spent_currency = TextField(default="")

        class Meta:
            table_name = "customer"
            indexes = (
                (("source", "source_key"), False),
                (("birth_month_day", "congratulate"), False),
                (("last_order_on", "orders", "spent_minor", "first_order_on"), False),
            )

    class Picture(Row):
        name = TextField(default="")
        media_type = TextField()
        width = IntegerField()
        height = IntegerField()
        content = BlobField()
        sha256 = TextField(index=True)

        class Meta:
            table_name = "picture"

    class Product(Row):
        sku = TextField(default="")
        name = TextField(default="")
        barcode = KeyField(default="", index=True)
        price_minor = IntegerField(null=True)
        currency = TextField(default="")
        shelf = TextField(default="")
        fragile = BooleanField(default=False)
        care = TextField(default="")
        warranty_months = IntegerField(default=0)
        link = TextField(default="")
        note = TextField(default="")
        supplier = TextField(default="")
        stock = IntegerField(null=True)
        weight = IntegerField(null=True)
        handling_days = IntegerField(null=True)
        picture = ForeignKeyField(Picture, null=True, on_delete="RESTRICT", backref="+")
        sku_key = KeyField(default="", index=True)
        sort_key = KeyField(default="", index=True)
        shelf_key = KeyField(default="")

        class Meta:
            table_name = "product"

    class Order(Row):
        number = TextField()
        number_key = KeyField(index=True)
        source = TextField(default="")
        source_key = TextField()
        customer = ForeignKeyField(Customer, null=True, on_delete="RESTRICT", backref="+")
        placed_at = TextField(default="")
        placed_on = DateField(null=True, index=True)
        changed_at = TextField(default="")
        status = TextField()
        paid = BooleanField(default=False)
        currency = TextField(default="")
        total_minor = BigIntegerField(null=True)
        shipping_minor = BigIntegerField(null=True)
        discount_minor = BigIntegerField(null=True)
        refunded_minor = BigIntegerField(null=True)
        ship_by = DateField(null=True)
        deliver_by = DateField(null=True)
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
        note_to = TextField(default="")
        gift = BooleanField(default=False)
        told_on = DateField(null=True)
        set_aside = TextField(default="")
        shelf_key = KeyField(default="")
        packed_by = TextField(default="")
        line_count = IntegerField(default=0)
        first = BooleanField(default=False)
        thank_you_printed = BooleanField(default=False)
        insert_printed = BooleanField(default=False)

        class Meta:
            table_name = "orders"
            indexes = ((("source", "source_key"), True),)

    class Line(Row):
        order = ForeignKeyField(Order, on_delete="RESTRICT", backref="+", index=False)
        position = IntegerField()
        product = ForeignKeyField(Product, null=True, on_delete="RESTRICT", backref="+")
        sku = TextField(default="")
        name = TextField(default="")
        quantity = IntegerField(default=1)
        unit_minor = BigIntegerField(null=True)
        total_minor = BigIntegerField(null=True)
        discount_minor = BigIntegerField(null=True)
        returned = IntegerField(default=0)

        class Meta:
            table_name = "order_line"
            indexes = ((("order", "position"), True),)

    class Step(Row):
        order = ForeignKeyField(Order, on_delete="RESTRICT", backref="+")
        status = TextField()
        at = TextField()
        by = TextField(default="")

        class Meta:
            table_name = "order_step"

    around = people(db, Customer)
    Word = next(model for model in around if model._meta.table_name == "word")

    class ProductText(Row):
        product = ForeignKeyField(Product, on_delete="RESTRICT", backref="+", index=False)
        language = TextField()
        name = TextField(default="")
        name_key = KeyField(default="", index=True)
        care = TextField(default="")

        class Meta:
            table_name = "product_text"
            indexes = ((("product", "language"), True),)

    class ProductWord(Row):
        product = ForeignKeyField(Product, on_delete="RESTRICT", backref="+", index=False)
        word = ForeignKeyField(Word, on_delete="RESTRICT", backref="+")

        class Meta:
            table_name = "product_word"
            indexes = ((("product", "word"), True),)

    class Import(Row):
        at = TextField()
        file = TextField()
        sha256 = TextField(index=True)
        kind = TextField()
        source = TextField(default="")
        new = IntegerField(default=0)
        changed = IntegerField(default=0)
        same = IntegerField(default=0)
        refused = IntegerField(default=0)
        reaches = TextField(default="")

        class Meta:
            table_name = "import_run"

    class Print(Row):
        at = TextField()
        kind = TextField()
        design = TextField(default="")
        stock = TextField()
        by = TextField(default="")
        file = TextField(default="")
        sha256 = TextField(default="")
        cards = IntegerField(default=0)
        sheets = IntegerField(default=0)
        printer = TextField(default="")
        kept_until = DateField(null=True, index=True)
        again = IntegerField(null=True)
        choices = TextField(default="")
        job = TextField(default="")
        outcome = TextField(default="")

        class Meta:
            table_name = "print_run"

    class PrintItem(Row):
        run = ForeignKeyField(Print, on_delete="RESTRICT", backref="+")
        order = ForeignKeyField(Order, null=True, on_delete="RESTRICT", backref="+")
        customer = ForeignKeyField(Customer, null=True, on_delete="RESTRICT", backref="+")
        relative = ForeignKeyField(around[0], null=True, on_delete="RESTRICT", backref="+")
        kind = TextField()
        title = TextField(default="")
        card = IntegerField(default=0)
        sheet = IntegerField(default=0)
        place = IntegerField(default=0)
        product = TextField(default="")

        class Meta:
            table_name = "print_item"

    class View(Row):
        page = TextField()
        name = TextField()
        name_key = KeyField()
        content = TextField()

        class Meta:
            table_name = "saved_view"
            indexes = ((("page", "name_key"), True),)

    class Setting(Row):
        key = TextField(unique=True)
        value = TextField()

        class Meta:
            table_name = "setting"

    class Template(Row):
        kind = TextField(index=True)
        title = TextField()
        content = TextField()
        number = IntegerField(default=1)
        base = TextField(default="")
        at = TextField()
        by = TextField(default="")

        class Meta:
            table_name = "template"

    class TemplateVersion(Row):
        template = ForeignKeyField(Template, on_delete="RESTRICT", backref="+", index=False)
        number = IntegerField()
        title = TextField()
        content = TextField()
        at = TextField()
        by = TextField(default="")

        class Meta:
            table_name = "template_version"
            indexes = ((("template", "number"), True),)

    class Stock(Row):
        key = TextField(unique=True)
        content = TextField(default="")
        owned = BooleanField(default=False)
        begun = TextField(default="")

        class Meta:
            table_name = "stock"

    class Calibration(Row):
        printer = TextField()
        tray = TextField(default="")
        stock = TextField()
        measures = TextField()

        class Meta:
            table_name = "calibration"
            indexes = ((("printer", "tray", "stock"), True),)

    class Change(Log):
        at = TextField()
        actor = TextField(default="")
        title = TextField()
        topics = TextField(default="")
        undoes = IntegerField(null=True)
        undone_by = IntegerField(null=True, index=True)
        undoable = IntegerField(default=1)

        class Meta:
            table_name = "change_log"

    class Journal(Log):
        change = BigIntegerField(column_name="change_id", index=True)
        table = TextField(column_name="tbl")
        op = TextField()
        first_id = BigIntegerField()
        last_id = BigIntegerField()
        columns = TextField(default="")
        before = TextField(default="")

        class Meta:
            table_name = "journal"

    papers = [Print, PrintItem, Template, TemplateVersion, Stock, Calibration]
    said = complaints(db, Customer, Order, Product)
    told = messages(db, Customer, Order, said[2])
    rest = [*said, *told, Import, *papers, *packing(db, Picture), View, Setting, Change, Journal]
    return [Customer, Order, Line, Step, *around, Picture, Product, ProductText, ProductWord, *rest]
