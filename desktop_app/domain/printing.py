"""What goes on paper for one customer or order, as plain details, and what a print run did."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import NewType

from desktop_app.domain.customers import CustomerFields, CustomerId
from desktop_app.domain.money import Money
from desktop_app.domain.orders import OrderId
from desktop_app.domain.states import StrEnum
from desktop_app.i18n import Language, Message

PrintId = NewType("PrintId", int)


class Kind(StrEnum):
    """The kinds of paper; PARCEL is everything an order needs."""

    THANK_YOU = "thank-you"
    PACKING_INSERT = "packing-insert"
    PARCEL = "parcel"


@dataclass(frozen=True, slots=True)
class ShopDetails:
    """The shop as its papers show it; `logo` is the picture's file content (PNG, JPEG or WebP), empty without one."""

    name: str
    contact: str = ""
    link: str = ""
    logo: bytes = b""


@dataclass(frozen=True, slots=True)
class LineDetails:
    """One article on an insert."""

    quantity: int
    name: str
    sku: str = ""
    total: Money | None = None


@dataclass(frozen=True, slots=True)
class ParcelDetails:
    """One order as its thank-you card and its insert need it, in the customer's language."""

    order: OrderId
    number: str
    language: Language
    customer: CustomerFields
    customer_id: CustomerId | None
    lines: tuple[LineDetails, ...]
    total: Money | None
    placed_on: dt.date | None
    first: bool
    regular: bool
    qr: str = ""  # the text of the QR code; empty: none


@dataclass(frozen=True, slots=True)
class Skipped:
    """A record left out of a print run, by its order number, and why."""

    id: str
    reason: Message


@dataclass(frozen=True, slots=True)
class PrintResult:
    """What came out of a print run: pages, sheets of paper, cards on them, and what was left out or only just fits."""

    pages: int
    sheets: int
    cards: int
    skipped: tuple[Skipped, ...]
    warnings: tuple[Skipped, ...]
    printed: tuple[tuple[OrderId, Kind], ...]
    seconds: float
    stock: str = ""  # these three are known once the file is kept, and go into the print log
    design: str = ""
    sha256: str = ""


@dataclass(frozen=True, slots=True)
class PrintRow:
    """One run in the print log."""

    id: PrintId
    at: str
    kind: Kind
    stock: str
    by: str
    cards: int
    sheets: int
    undone: bool
