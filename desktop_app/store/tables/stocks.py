"""Paper as this shop has it: stocks of its own, which it owns, begun sheets, and what each printer does to them."""

from __future__ import annotations

from peewee import BooleanField, TextField

from desktop_app.store.tables.base import Table


class StockTable(Table):
    """One stock the shop has something to say of; `content` is a stock of its own as JSON, empty for a known one.

    `begun` is a JSON list with the free places of each part-used sheet.
    """

    key = TextField(unique=True)
    content = TextField(default="")
    owned = BooleanField(default=False)
    begun = TextField(default="")

    class Meta:
        table_name = "stock"


class CalibrationTable(Table):
    """How far a printer's tray misses on a stock; `measures` as JSON."""

    printer = TextField()
    tray = TextField(default="")
    stock = TextField()
    measures = TextField()

    class Meta:
        table_name = "calibration"
        indexes = ((("printer", "tray", "stock"), True),)
