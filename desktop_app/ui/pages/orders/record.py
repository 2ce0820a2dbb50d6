"""An order's record: where it stands, and the form with whose it is, what is in it and all the rest."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from desktop_app.actions import orders as actions
from desktop_app.actions.packing import put_back
from desktop_app.domain.changes import Changes
from desktop_app.domain.customers import Customer, CustomerId
from desktop_app.domain.file_kinds import source_name
from desktop_app.domain.order_money import refundable
from desktop_app.domain.orders import TO_PACK, Order, OrderFields, OrderId, Status
from desktop_app.queries import Shop
from desktop_app.ui.desk import Desk
from desktop_app.ui.pages.complaints.complaints_card import ComplaintsCard
from desktop_app.ui.pages.customers.wording import orders_phrase
from desktop_app.ui.pages.dates import short_day
from desktop_app.ui.pages.orders.fields import new_order
from desktop_app.ui.pages.orders.form import OrderForm
from desktop_app.ui.pages.orders.order_file import Beginning, OrderFile, beginning, by_the_rules, order_file
from desktop_app.ui.pages.orders.setting_aside import ask_reason
from desktop_app.ui.pages.orders.steps import StepCalls, Steps
from desktop_app.ui.pages.orders.tracking_input import OpenUrl
from desktop_app.ui.pages.orders.wording import joined, money_text, order_title, promise_text
from desktop_app.ui.pages.record import Record
from desktop_app.ui.widgets.more_button import MoreButton

_TYPING = 250  # ms between the last change and the question what the shop's rules promise
_PROMISING = frozenset(("lines", "placed_on", "carrier", "country"))


class OrderRecord(Record):
    """One order; `print_papers(ids)` opens the preview."""

    form: OrderForm

    def __init__(
        self, desk: Desk, *, delete: Callable[[list[int]], object], print_papers: Callable[[list[int]], object],
        open_url: OpenUrl = QDesktopServices.openUrl, parent: QWidget | None = None,
    ) -> None:
        form = OrderForm(desk, open_url=open_url)
        super().__init__(desk, form, delete=delete, parent=parent)
        self._order: Order | None = None
        calls = StepCalls(
            move=self.move_to, print_papers=lambda: print_papers([self.record_id]), set_aside=self._set_aside,
            put_back=lambda: self._do(put_back, [OrderId(self.record_id)]), tell_late=self._tell_late,
            complain=lambda: self.complaints.begin(),
        )
        self.steps = Steps(desk.theme, desk.words, calls)
        self.write = MoreButton(desk.theme, desk.words("Write"), [])
        self.write.entries.aboutToShow.connect(self._offer_news)
        self.add_button(self.write)
        self.complaints = ComplaintsCard(desk, quiet=True)
        self.complaints.told.connect(lambda _: self.order_stops())
        self.below.insertWidget(0, self.steps)
        self.below.insertWidget(1, self.complaints)
        self._counting = QTimer(self)
        self._counting.setSingleShot(True)
        self._counting.setInterval(_TYPING)
        self._counting.timeout.connect(self._count_promise)
        form.edited.connect(lambda key: self._counting.start() if key in _PROMISING else None)

    def started(self, customer: CustomerId | None) -> None:
        """A new order is in the shop's currency, perhaps for a customer."""
        self.desk.work.ask(beginning, customer, then=self._begun, failed=self.refuse, owner=self, latest="beginning")

    def fetch(self, record_id: int) -> Callable[[Shop], OrderFile]:
        """The order with whose it is."""
        return lambda shop: order_file(shop, OrderId(record_id))

    def show_values(self, found: OrderFile | None) -> None:
        """Head, customer, articles and the form."""
        self.steps.setVisible(found is not None)
        self.write.setVisible(found is not None)
        if found is None:
            self._order = None
            self.complaints.hide()
            self.set_title(self.words("New order"))
            self.form.load(new_order("EUR"), "")
            self._counting.start()
            return
        self.form.offer(found.carriers)
        self.show_rest(found)
        about = self._about(found.customer, regular=found.regular)
        self.form.load(found.order.fields, found.order.customer_name, about)
        if found.order.fields.status in TO_PACK:
            self._count_promise()

    def same_words(self, found: OrderFile) -> bool:
        """A step, a paper or a bench leaves the words as they are: what is typed goes on over the newer version."""
        return self._order is not None and _words_of(found.order.fields) == _words_of(self._order.fields)

    def show_rest(self, found: OrderFile) -> None:
        """The head: its name, where it stands, and the way it came."""
        self._order = found.order
        self.complaints.show_of(order=found.id)
        fields, today = found.order.fields, self.desk.today()
        placed = short_day(self.words, fields.placed_on, today) if fields.placed_on else ""
        self.set_title(
            order_title(self.words, fields.number, found.order.customer_name),
            joined(
                promise_text(self.words, fields.ship_by, today), money_text(self.words, fields.total),
                source_name(fields.source),
                self.words("placed {day}", day=placed) if placed else "",
            ),
        )
        self.steps.show_order(found.order, found.stood, today)
        self.form.stand(fields.status)

    def keep_new(self, values: dict[str, Any], then: Callable[[Any], object]) -> None:
        """Add the order."""
        self.desk.work.change(actions.add_order, self.form.order(values), then=then, failed=self.refuse, owner=self)

    def keep_edited(self, values: dict[str, Any], then: Callable[[Any], object]) -> None:
        """Keep the order's new fields and articles."""
        self.desk.work.change(
            actions.edit_order, OrderId(self.record_id), self.version, self.form.order(values),
            then=then, failed=self.refuse, owner=self,
        )

    def move_to(self, status: Status) -> None:
        """Take the order to another step; what is typed is kept first, or asked about."""
        if not self.may_leave() or self._order is None:
            return
        if status is Status.RETURNED or (status is Status.CANCELLED and _has_money(self._order.fields)):
            self._give_back(status, self._order)
        else:
            self._do(actions.set_status, [OrderId(self.record_id)], status)

    def _give_back(self, status: Status, order: Order) -> None:
        from desktop_app.ui.pages.orders.giving_back import ask_cancel, ask_return  # few orders come back

        ask = ask_return if status is Status.RETURNED else ask_cancel
        ask(self.desk, self.window(), order, then=self._moved)

    def _offer_news(self) -> None:
        from desktop_app.ui.pages.messages.writing import news_entries  # few orders are written of by hand

        self.write.offer(news_entries(self.desk, self.window(), self.record_id))

    def _tell_late(self) -> None:
        from desktop_app.ui.pages.orders.late_dialog import open_late  # few orders are late

        open_late(self.desk, self.window(), order=self.record_id)

    def _set_aside(self) -> None:
        if self.may_leave() and self._order is not None:
            ask_reason(self.desk, self.window(), self._order, then=self._moved)

    def _do(self, action: Callable[..., Changes], *args: Any) -> None:
        if self.may_leave():
            self.desk.work.change(action, *args, then=self._moved, failed=self.refuse, owner=self)

    def _moved(self, done: Changes) -> None:
        self.show_record(self.record_id)
        self.desk.tell_done(done, None)

    def _begun(self, start: Beginning) -> None:
        if self.record_id or self._asked:
            return
        self.form.offer(start.carriers)
        one = start.customer
        if self.form.dirty:
            return
        if one is not None:
            self.form.load(new_order(start.currency, one.id), one.name, self._about(one, regular=False))
            self.form.focus_first()
        else:
            self.form.show_currency(start.currency)

    def _count_promise(self) -> None:
        question = partial(by_the_rules, draft=self.form.draft())
        self.desk.work.ask(question, then=self.form.say_promise, owner=self, latest=f"promise {id(self)}")

    def _about(self, one: Customer | None, *, regular: bool) -> str:
        if one is None:
            return ""
        return joined(
            orders_phrase(self.words, one.orders), self.words("regular") if regular else "",
            self.words("extra care with parcels") if one.fields.extra_care else "", one.fields.address.city,
        )


def _has_money(fields: OrderFields) -> bool:
    """Whether something was paid that could be given back."""
    left = refundable(fields)
    return left is not None and left.minor > 0


def _words_of(fields: OrderFields) -> OrderFields:
    """All that a person may have typed over."""
    return replace(fields, status=Status.NEW)
