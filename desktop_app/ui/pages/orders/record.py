"""An order's record: where it stands, whose it is, what is in it, and the form."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtWidgets import QWidget

from desktop_app.actions import orders as actions
from desktop_app.domain.changes import Changes
from desktop_app.domain.customers import Customer, CustomerId
from desktop_app.domain.errors import Invalid
from desktop_app.domain.orders import Order, OrderId, Status
from desktop_app.domain.promise import Standing
from desktop_app.domain.settings import REGULAR_FROM, SHOP_CURRENCY
from desktop_app.i18n import msg
from desktop_app.queries import Shop
from desktop_app.queries.customers import customer
from desktop_app.queries.orders import order
from desktop_app.queries.promise import Promises
from desktop_app.queries.settings import settings
from desktop_app.ui.desk import Desk
from desktop_app.ui.pages.customers.wording import orders_phrase
from desktop_app.ui.pages.dates import short_day
from desktop_app.ui.pages.orders.fields import new_order
from desktop_app.ui.pages.orders.form import OrderForm
from desktop_app.ui.pages.orders.steps import Steps
from desktop_app.ui.pages.orders.wording import joined, money_text, order_title, promise_text
from desktop_app.ui.pages.record import Record
from desktop_app.ui.theme.tokens import Weight
from desktop_app.ui.widgets.labels import Label


@dataclass(frozen=True, slots=True)
class OrderFile:
    """Everything the panel shows of an order."""

    order: Order
    customer: Customer | None
    regular: bool
    standing: Standing
    days_late: int

    @property
    def id(self) -> OrderId:
        """Which order it is."""
        return self.order.id

    @property
    def version(self) -> int:
        """The version that was read."""
        return self.order.version


def order_file(shop: Shop, order_id: OrderId) -> OrderFile:
    """An order with whose it is and how it stands; raises NotFound."""
    found, values = order(shop, order_id), settings(shop)
    fields = found.fields
    owner = customer(shop, fields.customer) if fields.customer is not None else None
    standing, late = Promises(shop.today(), values).of(fields.ship_by, fields.status, fields.paid)
    regular = owner is not None and owner.orders >= values[REGULAR_FROM]
    return OrderFile(found, owner, regular, standing, late)


@dataclass(frozen=True, slots=True)
class Beginning:
    """What a new order starts from."""

    currency: str
    customer: Customer | None


def beginning(shop: Shop, customer_id: CustomerId | None) -> Beginning:
    """The shop's currency, and the customer a new order is for."""
    return Beginning(settings(shop)[SHOP_CURRENCY], customer(shop, customer_id) if customer_id is not None else None)


class OrderRecord(Record):
    """One order; `print_papers(ids)` opens the preview."""

    form: OrderForm

    def __init__(
        self, desk: Desk, *, delete: Callable[[list[int]], object], print_papers: Callable[[list[int]], object],
        parent: QWidget | None = None,
    ) -> None:
        form = OrderForm(desk)
        super().__init__(desk, form, delete=delete, parent=parent)
        self.steps = Steps(
            desk.theme, desk.words, move=self.move_to, print_papers=lambda: print_papers([self.record_id])
        )
        above = (
            self.steps, Label(self.words("Customer"), weight=Weight.BOLD), form.choice,
            Label(self.words("Articles"), weight=Weight.BOLD), form.table,
        )
        for place, widget in enumerate(above):
            self.below.insertWidget(place, widget)
        form.model.refused.connect(
            lambda text: self.refuse(Invalid("lines", msg("“{text}” is not a number that fits here.", text=text)))
        )

    def started(self, customer: CustomerId | None) -> None:
        """A new order is in the shop's currency, perhaps for a customer."""
        self.desk.work.ask(beginning, customer, then=self._begun, failed=self.refuse, owner=self, latest="beginning")

    def fetch(self, record_id: int) -> Callable[[Shop], OrderFile]:
        """The order with whose it is."""
        return lambda shop: order_file(shop, OrderId(record_id))

    def show_values(self, found: OrderFile | None) -> None:
        """Head, customer, articles and the form."""
        self.steps.setVisible(found is not None)
        if found is None:
            self.set_title(self.words("New order"))
            self.form.load(new_order("EUR"), "")
            return
        fields, today = found.order.fields, self.desk.today()
        placed = short_day(self.words, fields.placed_on, today) if fields.placed_on else ""
        self.set_title(
            order_title(fields.number, found.order.customer_name),
            joined(
                promise_text(self.words, fields.ship_by, today), money_text(self.words, fields.total),
                self.words("placed {day}", day=placed) if placed else "",
            ),
        )
        self.steps.show_order(found.order, found.standing, found.days_late)
        self.form.load(fields, found.order.customer_name, self._about(found.customer, regular=found.regular))

    def keep_new(self, _values: dict[str, Any], then: Callable[[Any], object]) -> None:
        """Add the order."""
        self.desk.work.change(actions.add_order, self.form.order(), then=then, failed=self.refuse, owner=self)

    def keep_edited(self, _values: dict[str, Any], then: Callable[[Any], object]) -> None:
        """Keep the order's new fields and articles."""
        self.desk.work.change(
            actions.edit_order, OrderId(self.record_id), self.version, self.form.order(),
            then=then, failed=self.refuse, owner=self,
        )

    def move_to(self, status: Status) -> None:
        """Take the order to another step; what is typed is kept first, or asked about."""
        if not self.may_leave():
            return
        self.desk.work.change(
            actions.set_status, [OrderId(self.record_id)], status,
            then=self._moved, failed=self.refuse, owner=self,
        )

    def _moved(self, done: Changes) -> None:
        self.show_record(self.record_id)
        self.desk.tell_done(done, None)

    def _begun(self, start: Beginning) -> None:
        if self.record_id or self._asked or self.form.dirty:
            return
        one = start.customer
        if one is not None:
            self.form.load(new_order(start.currency, one.id), one.name, self._about(one, regular=False))
        else:
            self.form.show_currency(start.currency)

    def _about(self, one: Customer | None, *, regular: bool) -> str:
        if one is None:
            return ""
        return joined(
            orders_phrase(self.words, one.orders), self.words("regular") if regular else "", one.fields.address.city
        )
