"""The change log and the undo journal."""

from __future__ import annotations

from peewee import BigIntegerField, ForeignKeyField, IntegerField, Model, TextField


class ChangeTable(Model):
    """One committed action; its title is a Message as JSON.

    `undoes` names the change this one took back, `undone_by` the one that took this back.
    """

    at = TextField()
    actor = TextField(default="")
    title = TextField()
    topics = TextField(default="")
    undoes = IntegerField(null=True)
    undone_by = IntegerField(null=True, index=True)
    undoable = IntegerField(default=1)

    class Meta:
        table_name = "change_log"


class JournalTable(Model):
    """What it takes to undo: of inserts ('I') an id range, of updates and deletes ('U', 'D') each old row as JSON."""

    change = ForeignKeyField(ChangeTable, on_delete="CASCADE", backref="+")
    table = TextField(column_name="tbl")
    op = TextField()
    first_id = BigIntegerField()
    last_id = BigIntegerField()
    before = TextField(default="")

    class Meta:
        table_name = "journal"
        indexes = ((("table", "first_id"), False),)
