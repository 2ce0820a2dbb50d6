"""The hands of those who pack: a picture of each one's signature."""

from __future__ import annotations

from peewee import ForeignKeyField, TextField

from desktop_app.store.tables.base import KeyField, Table
from desktop_app.store.tables.pictures import PictureTable


class SignatureTable(Table):
    """One person's signature; `person_key` is the folded name that papers find it by."""

    person = TextField()
    person_key = KeyField(unique=True)
    picture = ForeignKeyField(PictureTable, on_delete="RESTRICT", backref="+")

    class Meta:
        table_name = "signature"
