"""An order: its lines, its money, its state and what was promised for it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import NewType

from desktop_app.domain.customers import Address, CustomerId
from desktop_app.domain.money import Money
from desktop_app.domain.products import ProductId
from desktop_app.domain.states import StrEnum
from desktop_app.i18n import Message, msg

OrderId = NewType("OrderId", int)


class Status(StrEnum):
    """The steps of an order."""

    NEW = "new"
    PAID = "paid"
    PACKING = "packing"
    PACKED = "packed"
    SHIPPED = "shipped"
    DELIVERED = "delivered"
    CANCELLED = "cancelled"
    RETURNED = "returned"


TO_PACK = (Status.NEW, Status.PAID, Status.PACKING)
SENT_OFF = (Status.PACKED, Status.SHIPPED, Status.DELIVERED)  # its pieces are not on the shelf
POSTED = (Status.SHIPPED, Status.DELIVERED, Status.RETURNED)  # its parcel left the shop
MOVES: dict[Status, tuple[Status, ...]] = {
    Status.NEW: (Status.PAID, Status.PACKING, Status.PACKED, Status.CANCELLED),
    Status.PAID: (Status.PACKING, Status.PACKED, Status.CANCELLED),
    Status.PACKING: (Status.PAID, Status.PACKED, Status.CANCELLED),
    Status.PACKED: (Status.SHIPPED, Status.PAID, Status.CANCELLED),
    Status.SHIPPED: (Status.DELIVERED, Status.RETURNED),
    Status.DELIVERED: (Status.RETURNED,),
    Status.CANCELLED: (Status.NEW,),
    Status.RETURNED: (),
}
STATUS_LABELS: dict[Status, Message] = {
    Status.NEW: msg("New"),
    Status.PAID: msg("Paid"),
    Status.PACKING: msg("Packing"),
    Status.PACKED: msg("Packed"),
    Status.SHIPPED: msg("Shipped"),
    Status.DELIVERED: msg("Delivered"),
    Status.CANCELLED: msg("Cancelled"),
    Status.RETURNED: msg("Returned"),
}


@dataclass(frozen=True, slots=True)
class Line:
    """One article of an order; `total` is what the customer pays for the line, None where the file did not say.

    `discount` is what was taken off the line already, `returned` how many pieces came back.
    """

    name: str
    quantity: int = 1
    sku: str = ""
    unit_price: Money | None = None
    total: Money | None = None
    product: ProductId | None = None
    discount: Money | None = None
    returned: int = 0


@dataclass(frozen=True, slots=True)
class OrderFields:
    """Everything a person may edit of an order."""

    number: str
    customer: CustomerId | None = None
    source: str = ""  # the shop it came from: "" is our own desk
    placed_at: str = ""  # ISO 8601 with the offset it was given, its literal local time
    status: Status = Status.NEW
    paid: bool = False
    currency: str = "EUR"
    total: Money | None = None
    shipping: Money | None = None
    discount: Money | None = None
    refunded: Money | None = None
    ship_by: dt.date | None = None  # the promise, frozen as given or counted once
    deliver_by: dt.date | None = None  # the day promised at the customer's door, frozen too
    carrier: str = ""
    tracking: str = ""
    ship_to: Address = Address()
    note: str = ""  # what the customer wrote
    packer_note: str = ""
    note_to: str = ""  # from the shop to the customer, on the insert
    gift: bool = False  # somebody else's present: no prices go with it
    lines: tuple[Line, ...] = field(default_factory=tuple)

    @property
    def placed_on(self) -> dt.date | None:
        """The literal local date the order was placed; None when unknown."""
        return dt.date.fromisoformat(self.placed_at[:10]) if self.placed_at else None


@dataclass(frozen=True, slots=True)
class Step:
    """One step an order went: to which state, when (ISO 8601) and by whom ("" when not known)."""

    status: Status
    at: str
    by: str = ""


@dataclass(frozen=True, slots=True)
class Order:
    """An order as kept, with what the screens say beside it."""

    id: OrderId
    version: int
    fields: OrderFields
    customer_name: str = ""
    first: bool = False  # the customer's first order
    printed: bool = False
    packed_by: str = ""
    set_aside: str = ""  # why it cannot be packed now, in the words of who put it aside
    steps: tuple[Step, ...] = ()  # the earliest first
    claimed_by: str = ""  # who is packing it now
