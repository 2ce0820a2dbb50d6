"""The shop's own card designs, with what each was before it was saved anew."""

from __future__ import annotations

from peewee import ForeignKeyField, IntegerField, TextField

from desktop_app.store.tables.base import Table


class TemplateTable(Table):
    """One design of the shop's own: its kind of paper, the design as JSON, the number of its newest version."""

    kind = TextField(index=True)
    title = TextField()
    content = TextField()
    number = IntegerField(default=1)
    base = TextField(default="")  # the design it began as
    at = TextField()
    by = TextField(default="")

    class Meta:
        table_name = "template"


class TemplateVersionTable(Table):
    """A design as it was under an earlier number."""

    template = ForeignKeyField(TemplateTable, on_delete="RESTRICT", backref="+", index=False)
    number = IntegerField()
    title = TextField()
    content = TextField()
    at = TextField()
    by = TextField(default="")

    class Meta:
        table_name = "template_version"
        indexes = ((("template", "number"), True),)
