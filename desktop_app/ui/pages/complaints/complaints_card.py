"""The complaints about an order or of a customer, on that record; and the way to take one more."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_app.domain.customers import CustomerId
from desktop_app.domain.listing import ComplaintFilter, Sort
from desktop_app.domain.orders import OrderId
from desktop_app.queries import Shop
from desktop_app.queries.complaint_list import ComplaintRow, complaint_ids, complaint_rows
from desktop_app.ui.desk import Desk
from desktop_app.ui.pages.complaints.clock import shop_now
from desktop_app.ui.pages.complaints.wording import complaint_tag, stars_text
from desktop_app.ui.pages.customers.record_card import RecordCard
from desktop_app.ui.pages.dates import short_day
from desktop_app.ui.pages.orders.wording import joined, number_text
from desktop_app.ui.widgets.buttons import plain, small
from desktop_app.ui.widgets.task_row import TaskRow

_SHOWN = 8


class ComplaintsCard(RecordCard):
    """`told(open)` once it is known how many still want something; `quiet` hides it while there are none."""

    told = Signal(int)

    def __init__(self, desk: Desk, *, quiet: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(desk, desk.words("Complaints"), parent=parent)
        self._quiet = quiet
        self._wanted = ComplaintFilter()
        self.add_to_head(small(self.words("New complaint"), self.begin))
        if quiet:
            self.hide()

    def show_of(self, *, order: OrderId | None = None, customer: CustomerId | None = None) -> None:
        """The complaints about an order, or of a customer."""
        wanted = ComplaintFilter(order=order, customer=customer)
        if wanted != self._wanted:  # what belongs to another record goes at once
            self.fill([])
        self._wanted = wanted
        self.desk.work.ask(
            partial(_rows, wanted=wanted), then=partial(self._come, wanted), failed=lambda _: None, owner=self,
            latest=f"complaints {id(self)}",
        )

    def begin(self) -> None:
        """Take a new one about this order, or of this customer."""
        from desktop_app.ui.pages.complaints.entry import open_entry

        open_entry(self.desk, self.window(), order=self._wanted.order, customer=self._wanted.customer)

    def _come(self, wanted: ComplaintFilter, found: tuple[Sequence[ComplaintRow], int, dt.datetime]) -> None:
        rows, hidden, now = found
        if wanted != self._wanted:
            return
        shown: list[QWidget] = [self._row(row, now) for row in rows]
        if hidden > 0:
            text = self.words.n("{n} earlier complaint", "{n} earlier complaints", hidden)
            shown.append(plain(text, lambda: self.desk.navigate("complaints", find=rows[0].customer)))
        self.fill(shown, note="" if shown else self.words("No complaints."))
        if self._quiet:
            self.setVisible(bool(shown))
        self.told.emit(sum(row.open for row in rows))

    def _row(self, row: ComplaintRow, now: dt.datetime) -> TaskRow:
        words = self.words
        number = number_text(words, row.order) if row.order and self._wanted.order is None else ""
        detail = joined(
            words.say(row.kind_name) if row.title else "", stars_text(row.rating),
            short_day(words, row.received_on, now.date()), number,
        )
        go = partial(self.desk.navigate, "complaints", complaint=int(row.id))
        title, tag = row.title or words.say(row.kind_name), complaint_tag(words, row, now)
        made = TaskRow(self.desk.theme, title, detail, tag=tag, buttons=((words("Open"), go),))
        made.opened.connect(go)
        return made


def _rows(shop: Shop, wanted: ComplaintFilter) -> tuple[Sequence[ComplaintRow], int, dt.datetime]:
    """The latest of them, how many more there are, and the shop's clock."""
    ids = complaint_ids(shop, wanted, Sort("received", descending=True))
    return complaint_rows(shop, ids[:_SHOWN]), len(ids) - _SHOWN, shop_now(shop)
