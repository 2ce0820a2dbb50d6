"""How the orders of a table show whether a price is of one piece or of a whole line: the figures behind the answer."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from desktop_app.domain.mapping import FileMapping, PriceProof
from desktop_app.exchange.column_orders import priced_order
from desktop_app.exchange.layout import Layout
from desktop_app.exchange.prices import Priced, bears_out
from desktop_app.exchange.table import Table


def price_proof(table: Table, layout: Layout, mapping: FileMapping) -> PriceProof | None:
    """One order of the first rows worked out both ways beside its total, and how many orders bear out each way.

    An order that only one way bears out is shown before any other with several pieces; None where there is none.
    """
    shown: tuple[str, Priced] | None = None
    telling = False
    unit = line = 0
    for number, order in _orders(table, layout, mapping.decimal):
        by_unit, by_line = bears_out(order)
        unit += by_unit and not by_line
        line += by_line and not by_unit
        if (shown is None or (by_unit != by_line and not telling)) and any(pieces > 1 for pieces, _ in order.lines):
            shown, telling = (number, order), by_unit != by_line
    if shown is None:
        return None
    number, order = shown
    return PriceProof(number, order.lines, order.total, order.shipping, order.tax, order.discount, unit, line)


def _orders(table: Table, layout: Layout, decimal: str) -> Iterator[tuple[str, Priced]]:
    at = layout.at("number")
    if any(field not in layout for field in ("price", "total", "quantity")) or at < 0:
        return
    rows = (cells for _, cells in table.sample if len(cells) > layout.last())
    for number, group in groupby(rows, key=lambda cells: cells[at]):
        priced = priced_order(list(group), layout, decimal)
        if priced is not None:
            yield number, priced
