"""The change log and the undo journal."""

from __future__ import annotations

from peewee import BigIntegerField, ForeignKeyField, IntegerField, Model, TextField


class ChangeTable(Model):  # type: ignore[misc]
    """One committed action. `title` is a Message as JSON; `undoes` names the change this one took back, `undone_by` the one that took this back."""

    at = TextField()
    actor = TextField(default="")
    title = TextField()
    topics = TextField(default="")
    undoes = IntegerField(null=True)
    undone_by = IntegerField(null=True, index=True)
    undoable = IntegerField(default=1)

    class Meta:
        table_name = "change_log"


class JournalTable(Model):  # type: ignore[misc]
    """What it takes to undo: for inserts an id range (op 'I'), for updates and deletes each row as it was before (op 'U', 'D') as JSON."""

    change = ForeignKeyField(ChangeTable, on_delete="CASCADE", backref="+")
    table = TextField(column_name="tbl")
    op = TextField()
    first_id = BigIntegerField()
    last_id = BigIntegerField()
    before = TextField(default="")

    class Meta:
        table_name = "journal"
        indexes = ((("table", "first_id"), False),)
