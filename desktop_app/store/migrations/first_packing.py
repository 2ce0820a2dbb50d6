"""What the packing bench needs in the first schema, as 0001_first makes it: packers, claims, checklist, carriers."""

from __future__ import annotations

from typing import Any

from peewee import BigIntegerField, BooleanField, DateField, ForeignKeyField, IntegerField, Model, TextField

from desktop_app.store.tables.base import IdField, KeyField


def packing(db: Any, Picture: Any) -> list[Any]:
    """The frozen models."""

    class Row(Model):
        id = IdField()
        version = IntegerField(default=0)

        class Meta:
            database = db
            legacy_table_names = False

    class Packer(Row):
        person = TextField()
        person_key = KeyField(unique=True)
        picture = ForeignKeyField(Picture, null=True, on_delete="RESTRICT", backref="+")
        pin = TextField(default="")
        language = TextField(default="")
        active = BooleanField(default=True)

        class Meta:
            table_name = "packer"

    class DayWord(Row):
        day = DateField(unique=True)
        texts = TextField()
        by = TextField(default="")

        class Meta:
            table_name = "day_word"

    class Reading(Row):
        packer = BigIntegerField(column_name="packer_id")
        kind = TextField()
        key = TextField()
        at = TextField()

        class Meta:
            table_name = "reading"
            indexes = ((("packer", "kind", "key"), True),)

    class Claim(Row):
        order = BigIntegerField(column_name="order_id", unique=True)
        packer = TextField()
        bench = TextField()
        until = BigIntegerField()
        ticks = TextField(default="")

        class Meta:
            table_name = "packing_claim"

    class PackingStep(Row):
        position = IntegerField()
        texts = TextField()
        needs = TextField(default="")

        class Meta:
            table_name = "packing_step"

    class Carrier(Row):
        name = TextField()
        name_key = KeyField(unique=True)
        link = TextField(default="")
        days = IntegerField(null=True)
        countries = TextField(default="")

        class Meta:
            table_name = "carrier"

    return [Packer, DayWord, Reading, Claim, PackingStep, Carrier]
