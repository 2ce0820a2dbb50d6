"""The lists of the shop under their names: how each is asked for, and what its columns may be."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from desktop_app.domain.list_columns import ListColumn
from desktop_app.domain.listing import ListKind, Sort
from desktop_app.queries import Shop
from desktop_app.queries.complaint_columns import COMPLAINT_COLUMNS
from desktop_app.queries.complaint_list import complaint_ids, complaint_rows
from desktop_app.queries.customer_columns import CUSTOMER_COLUMNS
from desktop_app.queries.customer_list import customer_ids, customer_rows
from desktop_app.queries.order_columns import ORDER_COLUMNS
from desktop_app.queries.orders import order_ids, order_rows
from desktop_app.queries.product_columns import PRODUCT_COLUMNS
from desktop_app.queries.product_list import product_ids, product_rows


@dataclass(frozen=True, slots=True)
class KnownList:
    """One list: its ids in order by `ids(shop, filter, sort, *, limit)`, their rows, its columns and its own order."""

    ids: Callable[..., array[int]]
    rows: Callable[[Shop, Sequence[int]], list[Any]]
    columns: tuple[ListColumn[Any], ...]
    sort: Sort


LISTS = {
    ListKind.CUSTOMERS: KnownList(customer_ids, customer_rows, CUSTOMER_COLUMNS, Sort("name")),
    ListKind.ORDERS: KnownList(order_ids, order_rows, ORDER_COLUMNS, Sort("placed", descending=True)),
    ListKind.PRODUCTS: KnownList(product_ids, product_rows, PRODUCT_COLUMNS, Sort("name")),
    ListKind.COMPLAINTS: KnownList(
        complaint_ids, complaint_rows, COMPLAINT_COLUMNS, Sort("received", descending=True)
    ),
}
