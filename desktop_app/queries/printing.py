"""What goes on paper, as plain details for the builders; which orders wait for paper; and the print log."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any
from urllib.parse import quote

from peewee import JOIN, fn

from desktop_app.domain.customers import CustomerFields, CustomerId
from desktop_app.domain.orders import OrderId, Status
from desktop_app.domain.printing import Kind, LineDetails, PaperDetails, PrintId, PrintRow, ShopDetails
from desktop_app.domain.settings import (
    CARD_QR,
    REGULAR_FROM,
    SHOP_CONTACT,
    SHOP_LANGUAGE,
    SHOP_LINK,
    SHOP_LOGO,
    SHOP_NAME,
    SettingValues,
)
from desktop_app.i18n import Language
from desktop_app.queries import Shop
from desktop_app.queries.customers import FIELDS, customer_fields
from desktop_app.queries.listing import among, unknown_last
from desktop_app.queries.orders import OPEN, money
from desktop_app.queries.settings import settings
from desktop_app.store.tables import ChangeTable, PictureTable, PrintTable
from desktop_app.store.tables import CustomerTable as C
from desktop_app.store.tables import LineTable as L
from desktop_app.store.tables import OrderTable as O

_AT_ONCE = 500  # orders fetched together


def parcel_details(shop: Shop, order_ids: Sequence[int]) -> list[PaperDetails]:
    """What the papers of these orders say, in the ids' order."""
    return list(stream_parcel_details(shop, order_ids))


def stream_parcel_details(shop: Shop, order_ids: Iterable[int]) -> Iterator[PaperDetails]:
    """The same a few hundred at a time, so that a run of any length needs no memory; ids that are gone are left out."""
    values, ids = settings(shop), iter(order_ids)
    while part := list(islice(ids, _AT_ONCE)):
        lines = _lines(shop, part)
        rows = {row[0]: row for row in shop.rows(_DETAILS.where(among(O.id, part)).tuples())}
        yield from (_details(rows[order_id], lines.get(order_id, ()), values) for order_id in part if order_id in rows)


def unprinted_orders(shop: Shop, kind: Kind = Kind.PARCEL) -> list[OrderId]:
    """The orders waiting to be packed that lack this paper (a parcel: one of its two), the soonest promised first."""
    missing = {Kind.THANK_YOU: ~O.thank_you_printed, Kind.PACKING_INSERT: ~O.insert_printed}
    either = ~(O.thank_you_printed & O.insert_printed)
    query = O.select(O.id).where(OPEN, missing.get(kind, either)).order_by(unknown_last(O.ship_by, False), O.id)
    return [OrderId(order_id) for (order_id,) in shop.rows(query.tuples())]


def latest_orders(shop: Shop, customers: Sequence[int]) -> dict[CustomerId, OrderId]:
    """The newest order of each of these customers that was not cancelled; customers without one are left out."""
    if not customers:
        return {}
    place = fn.ROW_NUMBER().over(partition_by=[O.customer], order_by=[unknown_last(O.placed_on, True), O.id.desc()])
    wanted = among(O.customer, customers) & (O.status != Status.CANCELLED.value)
    ranked = (
        O.select(O.customer.alias("customer"), O.id.alias("id"), place.alias("place")).where(wanted).alias("ranked")
    )
    query = O.select(ranked.c.customer, ranked.c.id).from_(ranked).where(ranked.c.place == 1)
    return {CustomerId(customer): OrderId(order_id) for customer, order_id in shop.rows(query.tuples())}


def shop_details(shop: Shop) -> ShopDetails:
    """The shop as its papers show it."""
    values = settings(shop)
    logo = values[SHOP_LOGO]
    content = shop.value(PictureTable.select(PictureTable.content).where(PictureTable.id == logo)) if logo else None
    return ShopDetails(values[SHOP_NAME], values[SHOP_CONTACT], values[SHOP_LINK], bytes(content or b""))


def print_rows(shop: Shop, limit: int = 200) -> list[PrintRow]:
    """The print log, newest first; a run is undone when the change that logged it was taken back."""
    p, change = PrintTable, ChangeTable
    query = (
        p.select(p.id, p.at, p.kind, p.stock, p.by, p.cards, p.sheets, change.undone_by)
        .join(change, JOIN.LEFT_OUTER, on=(change.id == p.version))
        .order_by(p.id.desc())
        .limit(limit)
    )
    return [
        PrintRow(PrintId(run_id), at, Kind(kind), stock, by, cards, sheets, undone is not None)
        for run_id, at, kind, stock, by, cards, sheets, undone in shop.rows(query.tuples())
    ]


_OWN = (O.id, O.number, O.customer, O.currency, O.total_minor, O.placed_on, O.first, O.to_name, C.orders)
_DETAILS = O.select(*_OWN, *FIELDS).join(C, JOIN.LEFT_OUTER)


def _lines(shop: Shop, ids: Sequence[int]) -> dict[int, list[tuple[Any, ...]]]:
    query = L.select(L.order, L.quantity, L.name, L.sku, L.total_minor, L.unit_minor).where(among(L.order, ids))
    found: dict[int, list[tuple[Any, ...]]] = {}
    for order_id, *line in shop.rows(query.order_by(L.order, L.position).tuples()):
        found.setdefault(order_id, []).append(tuple(line))
    return found


def _details(row: Sequence[Any], lines: Iterable[Sequence[Any]], values: SettingValues) -> PaperDetails:
    order_id, number, customer_id, currency, total, placed_on, first, to_name, orders = row[:9]
    # An order without a customer is still somebody's: the name on the parcel.
    customer = customer_fields(row[9:]) if customer_id is not None else CustomerFields(given=to_name)
    return PaperDetails(
        order=OrderId(order_id),
        number=number,
        language=customer.language or Language(values[SHOP_LANGUAGE]),
        customer=customer,
        customer_id=customer_id,
        lines=tuple(_line(line, currency) for line in lines),
        total=money(total, currency),
        placed_on=placed_on,
        first=bool(first),
        regular=(orders or 0) >= values[REGULAR_FROM],
        qr=_qr(number, values) if values[CARD_QR] else "",
    )


def _line(line: Sequence[Any], currency: str) -> LineDetails:
    quantity, name, sku, total, unit = line
    return LineDetails(
        quantity, name, sku, money(unit * quantity if total is None and unit is not None else total, currency)
    )


def _qr(number: str, values: SettingValues) -> str:
    """The shop's address, with the order's number where it says {number}; without an address the number itself."""
    link = values[SHOP_LINK].strip()
    return link.replace("{number}", quote(number, safe="")) if link else number
