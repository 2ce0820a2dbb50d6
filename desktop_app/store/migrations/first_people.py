"""What belongs to customers in the first schema, as 0001_first makes it: people around them, days, words, consents."""

from __future__ import annotations

from typing import Any

from peewee import BooleanField, DateField, ForeignKeyField, IntegerField, Model, TextField

from desktop_app.store.tables.base import IdField, KeyField


def people(db: Any, Customer: Any) -> list[Any]:
    """The frozen models, the people around a customer first."""

    class Row(Model):
        id = IdField()
        version = IntegerField(default=0)

        class Meta:
            database = db
            legacy_table_names = False

    class Relative(Row):
        customer = ForeignKeyField(Customer, on_delete="RESTRICT", backref="+")
        relation = TextField()
        relation_words = TextField(default="")
        given = TextField(default="")
        family = TextField(default="")
        language = TextField(default="")
        gender = TextField(default="")
        called = TextField(default="")
        called_to = TextField(default="")
        other = ForeignKeyField(Customer, null=True, on_delete="RESTRICT", backref="+")
        together = BooleanField(default=False)
        congratulate = BooleanField(default=True)
        deceased = BooleanField(default=False)
        name_day = BooleanField(default=False)
        note = TextField(default="")
        given_key = KeyField(default="", index=True)
        doc = TextField(default="")

        class Meta:
            table_name = "relative"

    class SpecialDay(Row):
        customer = ForeignKeyField(Customer, on_delete="RESTRICT", backref="+")
        relative = ForeignKeyField(Relative, null=True, on_delete="RESTRICT", backref="+")
        kind = TextField()
        title = TextField(default="")
        month_day = IntegerField(index=True)
        year = IntegerField(null=True)
        lead_days = IntegerField(null=True)

        class Meta:
            table_name = "special_day"

    class Congratulation(Row):
        customer = ForeignKeyField(Customer, on_delete="RESTRICT", backref="+")
        relative = ForeignKeyField(Relative, null=True, on_delete="RESTRICT", backref="+")
        kind = TextField()
        title = TextField(default="")
        kept_on = DateField(index=True)
        state = TextField()
        how = TextField(default="")
        at = TextField()
        by = TextField(default="")

        class Meta:
            table_name = "congratulation"

    class Contact(Row):
        customer = ForeignKeyField(Customer, on_delete="RESTRICT", backref="+")
        kind = TextField()
        value = TextField()
        key = KeyField(index=True)
        label = TextField(default="")
        position = IntegerField(default=0)

        class Meta:
            table_name = "contact"

    class Address(Row):
        customer = ForeignKeyField(Customer, on_delete="RESTRICT", backref="+")
        label = TextField(default="")
        name_to = TextField(default="")
        street = TextField(default="")
        city = TextField(default="")
        region = TextField(default="")
        postcode = TextField(default="")
        country = TextField(default="")
        position = IntegerField(default=0)

        class Meta:
            table_name = "customer_address"

    class Word(Row):
        kind = TextField()
        word = TextField()
        word_key = KeyField()
        lead_days = IntegerField(null=True)

        class Meta:
            table_name = "word"
            indexes = ((("kind", "word_key"), True),)

    class CustomerWord(Row):
        word = ForeignKeyField(Word, on_delete="RESTRICT", backref="+", index=False)
        customer = ForeignKeyField(Customer, on_delete="RESTRICT", backref="+")

        class Meta:
            table_name = "customer_word"
            indexes = ((("word", "customer"), True),)

    class Consent(Row):
        customer = ForeignKeyField(Customer, on_delete="RESTRICT", backref="+")
        what = TextField(index=True)
        given_on = DateField(null=True)
        source = TextField(default="")
        withdrawn_on = DateField(null=True)
        note = TextField(default="")

        class Meta:
            table_name = "consent"

    class Note(Row):
        customer = ForeignKeyField(Customer, on_delete="RESTRICT", backref="+")
        at = TextField()
        by = TextField(default="")
        text = TextField()

        class Meta:
            table_name = "customer_note"

    class FormerKey(Row):
        customer = ForeignKeyField(Customer, on_delete="RESTRICT", backref="+")
        source = TextField()
        source_key = TextField()

        class Meta:
            table_name = "former_key"
            indexes = ((("source", "source_key"), False),)

    class NotSame(Row):
        first = ForeignKeyField(Customer, on_delete="RESTRICT", backref="+", index=False)
        second = ForeignKeyField(Customer, on_delete="RESTRICT", backref="+")

        class Meta:
            table_name = "not_same"
            indexes = ((("first", "second"), True),)

    around = [Contact, Address, Word, CustomerWord, Consent, Note, FormerKey, NotSame]
    return [Relative, SpecialDay, Congratulation, *around]
