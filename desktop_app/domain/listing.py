"""How a list is asked for, narrowed and sorted: made by pages and the command line, answered by the queries."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from desktop_app.domain.customers import CustomerId
from desktop_app.domain.orders import Status


@dataclass(frozen=True, slots=True)
class Sort:
    """The column a list is sorted by, under its key, and whether the largest comes first."""

    key: str
    descending: bool = False


@dataclass(frozen=True, slots=True)
class CustomerFilter:
    """Which customers a list shows: `text` as typed in the search box, only regulars, only coming birthdays."""

    text: str = ""
    regular: bool = False
    birthday_soon: bool = False


@dataclass(frozen=True, slots=True)
class OrderFilter:
    """Which orders a list shows; `unprinted` means waiting to be packed with a paper still missing."""

    text: str = ""
    status: tuple[Status, ...] = ()
    to_pack: bool = False
    late: bool = False
    unprinted: bool = False
    customer: CustomerId | None = None
    ship_by: dt.date | None = None


@dataclass(frozen=True, slots=True)
class ProductFilter:
    """Which products a list shows."""

    text: str = ""


CUSTOMER_SORTS = ("name", "last_order", "orders")
ORDER_SORTS = ("number", "placed", "promise", "customer", "total", "status")
PRODUCT_SORTS = ("name", "sku")
