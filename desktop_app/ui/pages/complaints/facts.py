"""What is known at once of the order or customer a complaint is about: looked up while somebody tells of it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from desktop_app.domain.customers import CustomerId
from desktop_app.domain.orders import Line, Order, OrderId, Status
from desktop_app.i18n import Words
from desktop_app.queries import Shop
from desktop_app.queries.complaints import complaints_of
from desktop_app.queries.customers import customer_name
from desktop_app.queries.orders import order, order_by_number
from desktop_app.ui.pages.dates import short_day
from desktop_app.ui.pages.orders.wording import joined, order_title


@dataclass(frozen=True, slots=True)
class Facts:
    """An order, or only a customer; `before` is how many complaints they had."""

    customer: CustomerId | None
    name: str
    before: int = 0
    order: Order | None = None

    @property
    def lines(self) -> tuple[Line, ...]:
        """The articles of the order."""
        return self.order.fields.lines if self.order is not None else ()

    def title(self, words: Words) -> str:
        """“№ 10421 · Anna Kalniņa”."""
        name = self.name or words("No name")
        return order_title(words, self.order.fields.number, name) if self.order is not None else name

    def detail(self, words: Words, today: dt.date) -> str:
        """Who packed and carried it and when it went, and whether they complained before."""
        found = self.order
        before = words.n("{n} complaint so far", "{n} complaints so far", self.before) if self.before else ""
        if found is None:
            return before
        went = next((step.at[:10] for step in reversed(found.steps) if step.status is Status.SHIPPED), "")
        placed = found.fields.placed_on
        day = dt.date.fromisoformat(went) if went else placed
        when = short_day(words, day, today) if day else ""
        return joined(
            (words("posted {day}", day=when) if went else words("placed {day}", day=when)) if when else "",
            words("packed by {person}", person=found.packed_by) if found.packed_by else "",
            found.fields.carrier, words("first order") if found.first else "", before,
        )


def order_facts(shop: Shop, order_id: OrderId) -> Facts:
    """What is known of an order; raises NotFound."""
    return _of(shop, order(shop, order_id))


def number_facts(shop: Shop, number: str) -> Facts:
    """What is known of the order with this number, as it is typed or scanned; raises NotFound, Invalid."""
    return _of(shop, order_by_number(shop, number))


def customer_facts(shop: Shop, customer: CustomerId) -> Facts:
    """What is known of a customer; raises NotFound."""
    return Facts(customer, customer_name(shop, customer), len(complaints_of(shop, [customer])))


def _of(shop: Shop, found: Order) -> Facts:
    whose = found.fields.customer
    before = len(complaints_of(shop, [whose])) if whose is not None else 0
    return Facts(whose, found.customer_name, before, found)
