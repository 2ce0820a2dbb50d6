"""What the shop holds of the fields only Cordial's own files tell, and who bears a number and a name here."""

from __future__ import annotations

from collections.abc import Collection

from desktop_app.domain.customers import SWITCHES
from desktop_app.domain.importing import OwnFields
from desktop_app.queries import Shop
from desktop_app.queries.known import among, row_numbers


def own_fields(shop: Shop, ids: Collection[int]) -> dict[int, OwnFields]:
    """These fields of customers, by their ids."""
    if not ids:
        return {}
    columns = ", ".join(OwnFields._fields)
    rows = shop.sql(f"SELECT id, {columns} FROM customer WHERE id {among(shop)}", (row_numbers(shop, ids),))
    return {row[0]: _typed(row[1:]) for row in rows}


def _typed(row: Collection[object]) -> OwnFields:
    values = dict(zip(OwnFields._fields, row, strict=True))
    truths = {name: bool(values[name]) for name in SWITCHES}
    return OwnFields(**(values | truths))  # type: ignore[arg-type]  # columns are of the fields' types
