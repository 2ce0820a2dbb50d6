"""Orders of a table that does not number them, one a row: known by their day, their buyer and their amount."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from desktop_app.domain.importing import OrderRecord
from desktop_app.exchange.column_orders import OrderReader
from desktop_app.exchange.grouping import Group, evened
from desktop_app.exchange.layout import Layout
from desktop_app.exchange.options import Item, Options, refusal
from desktop_app.exchange.table import Table
from desktop_app.exchange.values import LONGEST_NUMBER, BadValue
from desktop_app.i18n import msg


def read_unnumbered(table: Table, options: Options, layout: Layout) -> Iterator[Item]:
    """The orders of a table without order numbers; a bad row is a Refusal and the rest still comes.

    An order is called by its day and buyer. Its key holds the amount too, and which of several alike it is, so that
    it is found again in another export, whichever rows stand around it there.
    """
    reader = OrderReader(table, options, layout)
    alike: Counter[int] = Counter()
    width = len(table.headings)
    for row, cells in table.rows:
        if not any(cell.strip() for cell in cells):
            continue
        if len(cells) != width and (spoilt := evened(table, row, cells, width, layout.last())) is not None:
            yield spoilt
            continue
        cells.append("")
        try:
            order = reader.order(Group("", "", [(row, cells)]))
            buyer = _buyer(order)
            if not (order.placed_at and buyer):
                field = "placed_at" if buyer else next(name for name in _TELLING if name in layout)
                raise BadValue("", layout.heading(field), _LACKING)
            remarks = reader.remarks(order, cells)
        except BadValue as bad:
            yield refusal(table, row, bad)
            continue
        told = f"{order.placed_at}|{buyer}|{order.total_minor}"
        alike[hash(told)] += 1
        called = f"{order.placed_at[:10]} {buyer}"[:LONGEST_NUMBER]
        yield order._replace(number=called, key=f"{told}|{alike[hash(told)]}")
        yield from remarks


_TELLING = ("person_key", "email", "phone", "name", "given", "company")
_LACKING = msg("The table has no order numbers, so each row needs its day and its buyer. Fill them in.")


def _buyer(order: OrderRecord) -> str:
    person = order.person
    name = " ".join(part for part in (person.given, person.family) if part)
    return person.key or person.email or name or person.company or person.phone
