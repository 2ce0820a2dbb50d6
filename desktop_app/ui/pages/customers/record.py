"""A customer's record: the form, and their orders below it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from desktop_app.actions import customers as actions
from desktop_app.domain.contact import checked_phone
from desktop_app.domain.customers import Customer, CustomerFields, CustomerId
from desktop_app.domain.listing import OrderFilter, Sort
from desktop_app.domain.settings import COUNTRY, REGULAR_FROM
from desktop_app.queries import Shop
from desktop_app.queries.customers import customer
from desktop_app.queries.orders import OrderRow, order_ids, order_rows
from desktop_app.queries.settings import settings
from desktop_app.ui.desk import Desk
from desktop_app.ui.pages.customers.fields import customer_form, customer_from, customer_values
from desktop_app.ui.pages.customers.wording import customer_tag, orders_phrase
from desktop_app.ui.pages.dates import short_day
from desktop_app.ui.pages.orders.wording import joined, money_text, number_text, order_tag
from desktop_app.ui.pages.record import Record
from desktop_app.ui.widgets.buttons import plain, small
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.form import Form
from desktop_app.ui.widgets.task_row import TaskRow

_ORDERS_SHOWN = 8


@dataclass(frozen=True, slots=True)
class CustomerFile:
    """Everything the panel shows of a customer."""

    customer: Customer
    regular: bool
    orders: tuple[OrderRow, ...]
    country: str

    @property
    def id(self) -> CustomerId:
        """Whose it is."""
        return self.customer.id

    @property
    def version(self) -> int:
        """The version that was read."""
        return self.customer.version


def customer_file(shop: Shop, customer_id: CustomerId) -> CustomerFile:
    """A customer with their latest orders; raises NotFound."""
    found = customer(shop, customer_id)
    wanted = OrderFilter(customer=customer_id)
    ids = order_ids(shop, wanted, Sort("placed", descending=True), limit=_ORDERS_SHOWN)
    values = settings(shop)
    return CustomerFile(found, found.orders >= values[REGULAR_FROM], tuple(order_rows(shop, ids)), values[COUNTRY])


class CustomerRecord(Record):
    """One customer."""

    def __init__(self, desk: Desk, *, delete: Callable[[list[int]], object], parent: QWidget | None = None) -> None:
        self._country: str | None = None  # not known yet
        fields = customer_form(desk.words, self._check_phone)
        form = Form(desk.theme, desk.words, fields, today=desk.today())
        super().__init__(desk, form, delete=delete, parent=parent)
        self._orders: Card | None = None

    def fetch(self, record_id: int) -> Callable[[Shop], CustomerFile]:
        """The customer with their latest orders."""
        return lambda shop: customer_file(shop, CustomerId(record_id))

    def show_values(self, found: CustomerFile | None) -> None:
        """The form, and the orders."""
        assert self.form is not None
        if self._orders is not None:
            self._orders.setParent(None)
            self._orders.deleteLater()
            self._orders = None
        if found is None:
            self.set_title(self.words("New customer"))
            self.form.set_value(customer_values(CustomerFields()))
            return
        self._country = found.country
        one, today = found.customer, self.desk.today()
        tag = customer_tag(self.words, orders=one.orders, regular=found.regular)
        last = short_day(self.words, one.last_order_on, today) if one.last_order_on else ""
        self.set_title(
            one.name or self.words("No name"),
            joined(
                orders_phrase(self.words, one.orders), tag[0] if tag and found.regular else "",
                self.words("last order {day}", day=last) if last else "",
            ),
        )
        self.form.set_value(customer_values(one.fields))
        self._orders = self._orders_card(found)
        self.below.insertWidget(1, self._orders)

    def started(self, _customer: CustomerId | None) -> None:
        """Phone numbers of somebody new are of the shop's country."""
        self.desk.work.ask(lambda shop: settings(shop)[COUNTRY], then=self._in_country, owner=self)

    def keep_new(self, values: dict[str, Any], then: Callable[[Any], object]) -> None:
        """Add the customer."""
        self.desk.work.change(
            actions.add_customer, customer_from(values), then=then, failed=self.refuse, owner=self
        )

    def keep_edited(self, values: dict[str, Any], then: Callable[[Any], object]) -> None:
        """Keep the customer's new fields."""
        self.desk.work.change(
            actions.edit_customer, CustomerId(self.record_id), self.version, customer_from(values),
            then=then, failed=self.refuse, owner=self,
        )

    def _check_phone(self, typed: str) -> None:
        if self._country is not None:
            checked_phone(typed, self._country)

    def _in_country(self, country: str) -> None:
        self._country = country

    def _orders_card(self, found: CustomerFile) -> Card:
        words, today = self.words, self.desk.today()
        card = Card(words("Orders"))
        card.add_to_head(small(words("New order"), lambda: self.desk.navigate("orders", new_for=found.id)))
        for row in found.orders:
            made = TaskRow(
                self.desk.theme, joined(number_text(row.number), money_text(words, row.total)),
                joined(short_day(words, row.placed_on, today) if row.placed_on else "", row.detail),
                tag=order_tag(words, row.status, row.standing, row.days_late),
                buttons=((words("Open"), partial(self.desk.navigate, "orders", order=row.id)),),
            )
            made.opened.connect(partial(self.desk.navigate, "orders", order=row.id))
            card.add_row(made)
        hidden = found.customer.orders - len(found.orders)
        if hidden > 0:
            text = words.n("{n} earlier order", "{n} earlier orders", hidden)
            card.add_row(plain(text, lambda: self.desk.navigate("orders", find=found.customer.name)))
        if not found.orders:
            card.add_note(words("No orders yet."))
        return card
