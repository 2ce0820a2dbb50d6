"""Every list that is written to a file, under its name: its columns, and how its rows are looked up."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from desktop_app.domain.list_columns import ListColumn
from desktop_app.domain.listing import ListKind
from desktop_app.domain.tags import WordKind
from desktop_app.domain.written import PlainKind, Written
from desktop_app.i18n import msg
from desktop_app.queries import Shop
from desktop_app.queries.carriers import carriers
from desktop_app.queries.changes import change_rows
from desktop_app.queries.complaint_file_columns import COMPLAINT_FILE_COLUMNS, complaint_file_rows
from desktop_app.queries.customer_file_columns import CUSTOMER_FILE_COLUMNS, customer_file_rows
from desktop_app.queries.imports import import_rows
from desktop_app.queries.inboxes import inbox_rows
from desktop_app.queries.lists import LISTS
from desktop_app.queries.order_line_columns import ORDER_LINE_COLUMNS
from desktop_app.queries.orders import OrderRow
from desktop_app.queries.outbox import message_ids, message_rows
from desktop_app.queries.plain_columns import (
    CARRIER_COLUMNS,
    CHANGE_COLUMNS,
    IMPORT_COLUMNS,
    INBOX_COLUMNS,
    MESSAGE_COLUMNS,
    PRINT_COLUMNS,
    RENEWAL_COLUMNS,
    VOUCHER_COLUMNS,
    WORD_COLUMNS,
)
from desktop_app.queries.printing import print_rows
from desktop_app.queries.renewals import renewal_rows
from desktop_app.queries.vouchers import voucher_rows
from desktop_app.queries.words import words_of

_ALL = 1 << 31  # more than any shop has
_NAMES = {
    ListKind.CUSTOMERS: msg("Customers"),
    ListKind.ORDERS: msg("Orders"),
    ListKind.PRODUCTS: msg("Products"),
    ListKind.COMPLAINTS: msg("Complaints"),
}
ORDER_LINES = Written(msg("Orders"), ORDER_LINE_COLUMNS)


@dataclass(frozen=True, slots=True)
class PlainList:
    """A short list: how it is written, and all its rows."""

    written: Written[Any]
    all: Callable[[Shop], list[Any]]


PLAIN: dict[PlainKind, PlainList] = {
    PlainKind.VOUCHERS: PlainList(
        Written(msg("Vouchers"), VOUCHER_COLUMNS), lambda shop: voucher_rows(shop, limit=_ALL)
    ),
    PlainKind.MESSAGES: PlainList(
        Written(msg("Messages"), MESSAGE_COLUMNS), lambda shop: message_rows(shop, message_ids(shop))
    ),
    PlainKind.RENEWALS: PlainList(
        Written(msg("Renewals"), RENEWAL_COLUMNS), lambda shop: renewal_rows(shop, resting=True)
    ),
    PlainKind.PRINTS: PlainList(Written(msg("Print log"), PRINT_COLUMNS), lambda shop: print_rows(shop, _ALL)),
    PlainKind.INBOXES: PlainList(Written(msg("Inboxes"), INBOX_COLUMNS), inbox_rows),
    PlainKind.CARRIERS: PlainList(Written(msg("Carriers"), CARRIER_COLUMNS), carriers),
    PlainKind.TAGS: PlainList(Written(msg("Tags"), WORD_COLUMNS), lambda shop: words_of(shop, WordKind.TAG)),
    PlainKind.INTERESTS: PlainList(
        Written(msg("Interests"), WORD_COLUMNS), lambda shop: words_of(shop, WordKind.INTEREST)
    ),
    PlainKind.IMPORTS: PlainList(Written(msg("Imports"), IMPORT_COLUMNS), lambda shop: import_rows(shop, _ALL)),
    PlainKind.CHANGES: PlainList(Written(msg("Changes"), CHANGE_COLUMNS), lambda shop: change_rows(shop, _ALL)),
}


def written_list(kind: ListKind) -> Written[Any]:
    """One of the large lists as a file has it."""
    return Written(_NAMES[kind], _COLUMNS.get(kind, LISTS[kind].columns))


def rows_of(shop: Shop, kind: ListKind, ids: Sequence[int]) -> list[Any]:
    """The rows a file has of these records; those that are gone are left out."""
    return _ROWS.get(kind, LISTS[kind].rows)(shop, ids)


_CURRENCY = ListColumn[OrderRow]("currency", msg("Currency"), lambda row: row.total.currency if row.total else None)
_COLUMNS: dict[ListKind, tuple[ListColumn[Any], ...]] = {  # with what a page has no room for
    ListKind.CUSTOMERS: CUSTOMER_FILE_COLUMNS,
    ListKind.COMPLAINTS: COMPLAINT_FILE_COLUMNS,
    ListKind.ORDERS: (*LISTS[ListKind.ORDERS].columns, _CURRENCY),
}
_ROWS: dict[ListKind, Callable[[Shop, Sequence[int]], list[Any]]] = {
    ListKind.CUSTOMERS: customer_file_rows,
    ListKind.COMPLAINTS: complaint_file_rows,
}
