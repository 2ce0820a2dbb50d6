"""The change log and the undo journal."""

from __future__ import annotations

from peewee import BigIntegerField, IntegerField, Model, TextField

from desktop_app.store.tables.base import IdField


class ChangeTable(Model):
    """One committed action; a change with `undoes` took that one back, and one with `undone_by` is not in force.

    `title` is a Message as JSON. Done again, a change is in force again: its `undone_by` is empty, and the change
    that did it `undoes` the undoing one.
    """

    id = IdField()
    at = TextField()
    actor = TextField(default="")
    title = TextField()
    topics = TextField(default="")
    undoes = IntegerField(null=True)
    undone_by = IntegerField(null=True, index=True)
    undoable = IntegerField(default=1)

    class Meta:
        table_name = "change_log"
        legacy_table_names = False


class JournalTable(Model):
    """What it takes to undo, in the order it was written.

    op 'I': the rows first_id…last_id were added. op 'U', 'D': row first_id was edited or removed; `before` is a JSON
    list of what stood in `columns` (bytes in hexadecimal). op 'A': so much, a list of one, was added to the number in
    `columns`.
    """

    id = IdField()
    change = BigIntegerField(
        column_name="change_id", index=True
    )  # no foreign key: its check would cost every row of a bulk edit
    table = TextField(column_name="tbl")
    op = TextField()
    first_id = BigIntegerField()
    last_id = BigIntegerField()
    columns = TextField(default="")
    before = TextField(default="")

    class Meta:
        table_name = "journal"
        legacy_table_names = False
