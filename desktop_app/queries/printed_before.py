"""What the print log tells of cards that are to be printed: when each was printed last, and who packed with it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

from desktop_app.domain.customers import CustomerId
from desktop_app.domain.orders import OrderId
from desktop_app.domain.people import DayKind, DayState, RelativeId, about_day
from desktop_app.domain.printed_before import WITHIN_A_YEAR, LastPrint, PrintedBefore
from desktop_app.domain.printing import Kind
from desktop_app.queries import Shop
from desktop_app.queries.listing import among, in_parts
from desktop_app.store.tables import CongratulationTable as G
from desktop_app.store.tables import PrintItemTable as I
from desktop_app.store.tables import PrintTable as P

_MANY = frozenset((Kind.ADDRESS, Kind.CONTACTS))  # a person has as many of them as are needed


def printed_before(shop: Shop, *, orders: Iterable[int] = (), customers: Iterable[int] = ()) -> PrintedBefore:
    """The last prints of these orders' papers, ever; and of these customers' own, those without an order, of a year.

    The entries of a run that was taken back are gone, so they do not count.
    """
    ours: dict[tuple[OrderId, Kind, str], LastPrint] = {}
    theirs: dict[tuple[CustomerId, RelativeId | None, Kind, str], LastPrint] = {}
    greeted: dict[tuple[CustomerId, RelativeId | None, str], LastPrint] = {}
    for part in in_parts(list(orders)):
        for order, _, kind, product, at, by in _entries(shop, I.order, among(I.order, part)):
            ours[OrderId(order), Kind(kind), product] = LastPrint(_day(at), by)
    since = (shop.today() - WITHIN_A_YEAR).isoformat()
    for part in in_parts(list(customers)):
        wanted = among(I.customer, part) & I.order.is_null() & (P.at >= since)
        for customer, relative, kind, product, at, by in _entries(shop, I.customer, wanted):
            if Kind(kind) not in _MANY:
                theirs[CustomerId(customer), relative, Kind(kind), product] = LastPrint(_day(at), by)
        for customer, relative, kind, title, kept_on, by in _congratulations(shop, part):
            greeted[CustomerId(customer), relative, about_day(DayKind(kind), title)] = LastPrint(kept_on, by)
    return PrintedBefore(ours, theirs, greeted)


def _congratulations(shop: Shop, customers: Iterable[int]) -> Iterable[tuple[Any, ...]]:
    """What was kept as done about their days within a year, the newest last."""
    query = G.select(G.customer, G.relative, G.kind, G.title, G.kept_on, G.by).where(
        among(G.customer, customers), G.state == DayState.DONE.value, G.kept_on >= shop.today() - WITHIN_A_YEAR
    )
    return shop.rows(query.order_by(G.kept_on).tuples())


def _entries(shop: Shop, whose: Any, wanted: Any) -> Iterable[tuple[int, Any, str, str, str, str]]:
    """Entries of the log, the newest last."""
    query = I.select(whose, I.relative, I.kind, I.product, P.at, P.by).join(P).where(wanted).order_by(P.at, P.id, I.id)
    return shop.rows(query.tuples())


def _day(at: str) -> dt.date:
    return dt.date.fromisoformat(at[:10])
