"""What the record of an order asks the shop for: the order with whose it is and how it stands, and how one begins."""

from __future__ import annotations

from dataclasses import dataclass, replace

from desktop_app.domain.carriers import CarrierFields
from desktop_app.domain.customers import Customer, CustomerId
from desktop_app.domain.orders import Order, OrderFields, OrderId
from desktop_app.domain.promise import Stood
from desktop_app.domain.settings import REGULAR_FROM, SHOP_CURRENCY
from desktop_app.queries import Shop
from desktop_app.queries.carriers import carriers
from desktop_app.queries.customers import customer
from desktop_app.queries.orders import order, order_rows
from desktop_app.queries.promise import with_promise
from desktop_app.queries.settings import settings


@dataclass(frozen=True, slots=True)
class OrderFile:
    """Everything the panel shows of an order."""

    order: Order
    customer: Customer | None
    regular: bool
    stood: Stood
    carriers: tuple[CarrierFields, ...]

    @property
    def id(self) -> OrderId:
        """Which order it is."""
        return self.order.id

    @property
    def version(self) -> int:
        """The version that was read."""
        return self.order.version


@dataclass(frozen=True, slots=True)
class Beginning:
    """What a new order starts from."""

    currency: str
    customer: Customer | None
    carriers: tuple[CarrierFields, ...]


def order_file(shop: Shop, order_id: OrderId) -> OrderFile:
    """An order with whose it is and how it stands; raises NotFound."""
    found, values = order(shop, order_id), settings(shop)
    owner = customer(shop, found.fields.customer) if found.fields.customer is not None else None
    regular = owner is not None and owner.orders >= values[REGULAR_FROM]
    [row] = order_rows(shop, [order_id], values=values)
    return OrderFile(found, owner, regular, Stood(row.standing, row.days_late, row.reasons), _carriers(shop))


def beginning(shop: Shop, customer_id: CustomerId | None) -> Beginning:
    """The shop's currency and carriers, and the customer a new order is for."""
    one = customer(shop, customer_id) if customer_id is not None else None
    return Beginning(settings(shop)[SHOP_CURRENCY], one, _carriers(shop))


def by_the_rules(shop: Shop, draft: OrderFields) -> OrderFields:
    """The days the shop's rules promise an order as far as it is typed."""
    placed = draft.placed_at or shop.now().isoformat(timespec="seconds")
    return with_promise(shop, replace(draft, placed_at=placed))


def _carriers(shop: Shop) -> tuple[CarrierFields, ...]:
    return tuple(one.fields for one in carriers(shop))
