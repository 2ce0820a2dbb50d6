"""Pictures of the shop's own store, referred to by id only."""

from __future__ import annotations

from peewee import BlobField, IntegerField, TextField

from desktop_app.store.tables.base import Table


class PictureTable(Table):
    """One checked picture as its file's bytes (PNG, JPEG or WebP)."""

    name = TextField(default="")
    media_type = TextField()
    width = IntegerField()
    height = IntegerField()
    content = BlobField()
    sha256 = TextField(index=True)

    class Meta:
        table_name = "picture"
