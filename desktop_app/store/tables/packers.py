"""Those who pack and sign: their names, PINs and signatures; the words they are to read, and who has read them."""

from __future__ import annotations

from peewee import BigIntegerField, BooleanField, ForeignKeyField, TextField

from desktop_app.store.tables.base import DayField, KeyField, Table
from desktop_app.store.tables.pictures import PictureTable


class PackerTable(Table):
    """One person who packs or signs; `person_key` is the folded name that papers and benches find them by.

    `pin` is an argon2 hash, "" for none, and no undo brings an old one back; `active` is false for those who no
    longer pack.
    """

    secret = frozenset({"pin"})
    person = TextField()
    person_key = KeyField(unique=True)
    picture = ForeignKeyField(PictureTable, null=True, on_delete="RESTRICT", backref="+")  # the signature
    pin = TextField(default="")
    language = TextField(default="")
    active = BooleanField(default=True)

    class Meta:
        table_name = "packer"


class DayWordTable(Table):
    """The owner's word to the packers on one day, by language as JSON."""

    day = DayField(unique=True)
    texts = TextField()
    by = TextField(default="")

    class Meta:
        table_name = "day_word"


class ReadingTable(Table):
    """That a packer confirmed having read something: `kind` is mission or word, `key` that of its text.

    `packer` is plain, without a foreign key: what somebody read is no reason why adding them could not be undone.
    """

    packer = BigIntegerField(column_name="packer_id")
    kind = TextField()
    key = TextField()
    at = TextField()

    class Meta:
        table_name = "reading"
        indexes = ((("packer", "kind", "key"), True),)
