"""How a list is asked for, narrowed and sorted: made by pages and the command line, answered by the queries."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from desktop_app.domain.complaints import CauseId, Severity, Source, State, Verdict
from desktop_app.domain.consents import Purpose
from desktop_app.domain.customers import CustomerId
from desktop_app.domain.orders import OrderId, Status
from desktop_app.domain.products import ProductId
from desktop_app.domain.states import StrEnum
from desktop_app.i18n import Language


@dataclass(frozen=True, slots=True)
class Sort:
    """The column a list is sorted by, under its key, and whether the largest comes first."""

    key: str
    descending: bool = False


class ListKind(StrEnum):
    """The lists that have columns to choose, views to save and files to write."""

    CUSTOMERS = "customers"
    ORDERS = "orders"
    PRODUCTS = "products"
    COMPLAINTS = "complaints"


@dataclass(frozen=True, slots=True)
class CustomerFilter:
    """Which customers a list shows; what is empty narrows nothing, the rest must all hold.

    `text` is as typed in the search box. Days and numbers are first and last of what is wanted, both inclusive;
    `spent` counts whole units of the shop's currency. A consent counts while it is in force.
    """

    text: str = ""
    regular: bool = False
    birthday_soon: bool = False
    town: str = ""
    language: Language | None = None
    tag: str = ""
    interest: str = ""
    consent: Purpose | None = None
    first_from: dt.date | None = None
    first_to: dt.date | None = None
    last_from: dt.date | None = None
    last_to: dt.date | None = None
    orders_from: int | None = None
    orders_to: int | None = None
    spent_from: int | None = None
    spent_to: int | None = None
    birthday_month: int = 0
    no_email: bool = False


@dataclass(frozen=True, slots=True)
class OrderFilter:
    """Which orders a list shows; what is empty narrows nothing, the rest must all hold.

    `unprinted` means waiting to be packed with a paper still missing; `late`, `due` and `at_risk` are open orders by
    how they stand today, any of those ways that are asked for; `set_aside` ones cannot be packed now, `claimed` ones
    are being packed at a bench.
    """

    text: str = ""
    status: tuple[Status, ...] = ()
    to_pack: bool = False
    late: bool = False
    due: bool = False
    at_risk: bool = False
    unprinted: bool = False
    set_aside: bool = False
    claimed: bool = False
    unpaid: bool = False
    gift: bool = False
    carrier: str = ""
    country: str = ""
    source: str = ""
    customer: CustomerId | None = None
    ship_by: dt.date | None = None
    placed_from: dt.date | None = None
    placed_to: dt.date | None = None


@dataclass(frozen=True, slots=True)
class ProductFilter:
    """Which products a list shows; prices count whole units of the shop's currency, `shelf` is how a place begins."""

    text: str = ""
    shelf: str = ""
    interest: str = ""
    stock_from: int | None = None
    stock_to: int | None = None
    price_from: int | None = None
    price_to: int | None = None
    fragile: bool = False
    sold_out: bool = False
    no_shelf: bool = False
    no_barcode: bool = False
    no_picture: bool = False
    unnamed_in: Language | None = None
    supplier: str = ""


@dataclass(frozen=True, slots=True)
class ComplaintFilter:
    """Which complaints and reviews a list shows; what is empty narrows nothing, the rest must all hold.

    `open` ones still want something of the shop; `late` and `due` are those of them past a deadline or with one today,
    either way that is asked for; `reviews` have a rating, `rating_to` is its highest. Packer, carrier, supplier and
    article are compared as they stand, whatever their case.
    """

    text: str = ""
    state: tuple[State, ...] = ()
    open: bool = False
    late: bool = False
    due: bool = False
    reviews: bool = False
    praise: bool = False
    kind: str = ""
    source: Source | None = None
    severity: Severity | None = None
    verdict: Verdict | None = None
    rating_to: int | None = None
    customer: CustomerId | None = None
    order: OrderId | None = None
    product: ProductId | None = None
    cause: CauseId | None = None
    packer: str = ""
    carrier: str = ""
    supplier: str = ""
    received_from: dt.date | None = None
    received_to: dt.date | None = None


Filter = CustomerFilter | OrderFilter | ProductFilter | ComplaintFilter
FILTERS: dict[ListKind, type[Filter]] = {
    ListKind.CUSTOMERS: CustomerFilter,
    ListKind.ORDERS: OrderFilter,
    ListKind.PRODUCTS: ProductFilter,
    ListKind.COMPLAINTS: ComplaintFilter,
}
