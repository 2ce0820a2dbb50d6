"""The orders that wait for a product, in its record."""

from __future__ import annotations

from functools import partial

from desktop_app.queries.product_file import ProductFile
from desktop_app.queries.products import OpenOrder
from desktop_app.ui.desk import Desk
from desktop_app.ui.pages.customers.record_card import RecordCard
from desktop_app.ui.pages.dates import short_day
from desktop_app.ui.pages.orders.wording import joined, number_text
from desktop_app.ui.widgets.task_row import TaskRow

_SHOWN = 20


class OpenOrdersCard(RecordCard):
    """The soonest promised first."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, desk.words("Open orders"))

    def show_orders(self, found: ProductFile) -> None:
        """The orders that wait for it, and whether the stock is enough for them."""
        words, stock = self.words, found.product.fields.stock
        note = "" if found.orders else words("No order waits for it.")
        hidden = len(found.orders) - _SHOWN
        if hidden > 0:
            note = words.n("and {n} more order", "and {n} more orders", hidden)
        if stock is not None and found.wanted > stock:
            short = words.n("{n} piece is lacking for them.", "{n} pieces are lacking for them.", found.wanted - stock)
            note = joined(note, short)
        self.fill([self._row(one) for one in found.orders[:_SHOWN]], note=note)

    def _row(self, one: OpenOrder) -> TaskRow:
        words, today = self.words, self.desk.today()
        open_it = partial(self.desk.navigate, "orders", order=one.order)
        row = TaskRow(
            self.desk.theme, joined(number_text(words, one.number), one.customer),
            joined(
                words.n("{n} piece", "{n} pieces", one.pieces),
                words("to be posted by {day}", day=short_day(words, one.ship_by, today)) if one.ship_by else "",
            ),
            buttons=((words("Open"), open_it),),
        )  # fmt: skip
        row.opened.connect(open_it)
        return row
