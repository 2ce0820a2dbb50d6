"""Whose order a complaint that came in from outside is about, and what the shop knows of its mail already."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from desktop_app.domain.complaints import ComplaintId, Source
from desktop_app.domain.customers import CustomerId
from desktop_app.domain.keys import number_key
from desktop_app.domain.orders import OrderId
from desktop_app.queries import Shop
from desktop_app.queries.complaint_known import complaint_of_mail
from desktop_app.store.tables import ComplaintTable as K
from desktop_app.store.tables import ComplaintWordTable as W
from desktop_app.store.tables import MessageTable as M
from desktop_app.store.tables import OrderTable as O

_LATEST = 50  # orders of one customer among which a mail's number is looked for


@dataclass(frozen=True, slots=True)
class OrderOf:
    """One order as complaints name it: its folded number and whose it is."""

    id: OrderId
    number: str
    customer: CustomerId | None


def orders_called(shop: Shop, numbers: Collection[str]) -> dict[str, tuple[OrderOf, ...]]:
    """The orders of all sources that have these folded numbers, the newest first, under the number."""
    found: dict[str, tuple[OrderOf, ...]] = {}
    if numbers:
        query = O.select(O.id, O.number_key, O.customer).where(O.number_key.in_(list(numbers))).order_by(O.id.desc())
        for order_id, number, customer in shop.rows(query.tuples()):
            found[number] = (*found.get(number, ()), OrderOf(OrderId(order_id), number, customer))
    return found


def orders_of(shop: Shop, customer: CustomerId) -> list[OrderOf]:
    """The latest orders of a customer, the newest first."""
    query = O.select(O.id, O.number).where(O.customer == customer).order_by(O.placed_on.desc(), O.id.desc())
    rows = shop.rows(query.limit(_LATEST).tuples())
    return [OrderOf(OrderId(order_id), number_key(number), customer) for order_id, number in rows]


def keys_there(shop: Shop, source: Source, keys: Sequence[str]) -> dict[str, tuple[ComplaintId, int | None]]:
    """Which of these ids of one place are recorded: the complaint and its stars; a word of a thread has none."""
    wanted = [key for key in keys if key]
    if not wanted:
        return {}
    words = shop.rows(W.select(W.source_key, W.complaint).where(W.source_key.in_(wanted)).tuples())
    found = {key: (ComplaintId(number), None) for key, number in words}
    query = K.select(K.source_key, K.id, K.rating).where(K.source == source.value, K.source_key.in_(wanted))
    return found | {key: (ComplaintId(number), rating) for key, number, rating in shop.rows(query.tuples())}


def thread_of(shop: Shop, message_ids: Sequence[str]) -> ComplaintId | None:
    """The complaint an e-mail belongs to by the e-mails it answers: theirs, or ours that went out about it."""
    if not message_ids:
        return None
    sent = M.select(M.complaint).where(M.complaint > 0, M.message_id.in_(list(message_ids)))  # by the index of the few
    ours = [ComplaintId(number) for (number,) in shop.rows(sent.tuples())]
    theirs = complaint_of_mail(shop, message_ids)
    return max((*ours, *(() if theirs is None else (theirs,))), default=None)


def complaints_numbered(shop: Shop, numbers: Collection[int]) -> dict[int, tuple[str, int | None]]:
    """Of these numbers of complaints those that are there: when each was received, and its stars."""
    if not numbers:
        return {}
    query = K.select(K.id, K.received_at, K.rating).where(K.id.in_(list(numbers)))
    return {number: (at, rating) for number, at, rating in shop.rows(query.tuples())}
