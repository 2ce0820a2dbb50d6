"""Carriers: how many working days they take where, and where a parcel is followed."""

from __future__ import annotations

from peewee import IntegerField, TextField

from desktop_app.store.tables.base import KeyField, Table


class CarrierTable(Table):
    """One carrier; `link` has {number} in the tracking number's place.

    `days` are working days to the shop's own country and wherever `countries` ("EE 2, DE 5") says nothing else.
    """

    name = TextField()
    name_key = KeyField(unique=True)
    link = TextField(default="")
    days = IntegerField(null=True)
    countries = TextField(default="")

    class Meta:
        table_name = "carrier"
