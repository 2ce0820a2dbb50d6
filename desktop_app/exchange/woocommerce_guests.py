"""WooCommerce's number for who bought: 0 is everybody who bought without an account, and so nobody's number."""

from __future__ import annotations

from desktop_app.exchange.layout import Layout
from desktop_app.exchange.recast import recast
from desktop_app.exchange.table import Table


def without_guests(table: Table, layout: Layout) -> Table:
    """The table with a blank where the number of a customer is 0."""
    at = layout.at("person_key")
    if at < 0:
        return table

    def blank(cells: list[str]) -> None:
        if cells[at].strip().strip("0.") == "" or "@" in cells[at]:
            cells[at] = ""

    return recast(table, blank, last=at)
