"""Lists as a person set them up and named them."""

from __future__ import annotations

from peewee import TextField

from desktop_app.store.tables.base import KeyField, Table


class ViewTable(Table):
    """A saved view of a list: its page, its name, and as JSON what is shown, how narrowed and sorted."""

    page = TextField()
    name = TextField()
    name_key = KeyField()
    content = TextField()

    class Meta:
        table_name = "saved_view"
        indexes = ((("page", "name_key"), True),)
