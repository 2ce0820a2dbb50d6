"""Which messages want to be written: news of orders, late and short ones, reviews to ask for, renewals coming due.

Nothing is kept of it: an order at a step without its message has one due, by the key of that message. Only the owner's
desk asks; benches move orders and write to nobody.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from peewee import fn

from desktop_app.domain.customers import Channel
from desktop_app.domain.message_settings import MESSAGE_STEPS, RENEWAL_DAYS, REVIEW_DAYS
from desktop_app.domain.message_steps import STEP_OF, switched_on
from desktop_app.domain.messages import Draft, MessageKind, MessageState
from desktop_app.domain.orders import Status
from desktop_app.domain.reaching import message_hindrance
from desktop_app.domain.renewals import RenewalId
from desktop_app.domain.settings import SettingValues
from desktop_app.queries import Shop
from desktop_app.queries.drafts import Composer, order_drafts_of, renewal_drafts
from desktop_app.queries.late import late_unwritten
from desktop_app.queries.listing import among, in_parts
from desktop_app.queries.outbox import known_keys, message_counts
from desktop_app.queries.reaching import standings_of
from desktop_app.queries.renewals import coming_due
from desktop_app.queries.standings import short_orders
from desktop_app.store.tables import CustomerTable as C
from desktop_app.store.tables import MessageTable as M
from desktop_app.store.tables import OrderTable as O
from desktop_app.store.tables import StepTable as S

MOST = 500  # of a kind at once
_WANT = (MessageState.WAITING, MessageState.REFUSED, MessageState.UNKNOWN)
_LOOKED_BACK = 20_000  # steps, the latest
_FRESH = 14  # days news of an order are news, and a review is asked for
_RECENT = 90  # days old an order may be: what an import brings from years ago is no news
_ASKED = 90  # days until somebody is asked for another review
_OVER = 31  # days a renewal may be over and still be told of


@dataclass(frozen=True, slots=True)
class Due:
    """What wants to be written, before it is put into words: orders by the kind of their message, and renewals."""

    orders: Mapping[MessageKind, Sequence[int]]
    renewals: Sequence[RenewalId] = ()

    @property
    def count(self) -> int:
        """How many messages that are."""
        return sum(map(len, self.orders.values())) + len(self.renewals)


def due(shop: Shop, values: SettingValues) -> Due:
    """What is due and not in the outbox yet; nobody is written to who has died or wishes not to be."""
    on = switched_on(values[MESSAGE_STEPS])
    orders: dict[MessageKind, list[int]] = {}
    if MessageKind.DELAY in on:
        orders[MessageKind.DELAY] = [*late_unwritten(shop, limit=MOST)]
    if MessageKind.OUT_OF_STOCK in on:
        orders[MessageKind.OUT_OF_STOCK] = _new(shop, "stock:{}", sorted(short_orders(shop)))
    for kind, moved in _moved(shop, {kind: on[kind] for kind in on if kind in STEP_OF and on[kind]}).items():
        orders[kind] = _new(shop, f"order:{{}}:{kind.value}", moved)
    if values[REVIEW_DAYS]:
        asked = _new(shop, "review:{}", _reviews(shop, values[REVIEW_DAYS]))
        orders[MessageKind.REVIEW_REQUEST] = asked
    silent = _of_the_silent(shop, [order for each in orders.values() for order in each])
    told = {kind: [order for order in each if order not in silent] for kind, each in orders.items()}
    return Due(told, _renewals(shop, values) if values[RENEWAL_DAYS] else ())


def messages_wanted(shop: Shop, values: SettingValues) -> int:
    """How many messages want somebody: those due, those that wait, and those that may not have gone."""
    counts = message_counts(shop)
    return due(shop, values).count + sum(counts.get(state, 0) for state in _WANT)


def due_drafts(shop: Shop, *, person: str = "") -> list[Draft]:
    """The messages that are due as they are proposed; signed by `person`."""
    composer = Composer(shop, person=person)
    wanted = due(shop, composer.values)
    found = [
        draft for kind, orders in wanted.orders.items() if orders for draft in order_drafts_of(composer, orders, kind)
    ]
    return [*found, *(renewal_drafts(shop, wanted.renewals, person=person) if wanted.renewals else ())]


def _of_the_silent(shop: Shop, orders: Sequence[int]) -> set[int]:
    """Those of these orders whose customers have died or wish not to be told: they would only be held back."""
    if not orders:
        return set()
    query = O.select(O.id).join(C).where(C.deceased | (C.channel == Channel.NONE.value), among(O.id, orders))
    return {order for (order,) in shop.rows(query.tuples())}


def _new(shop: Shop, pattern: str, orders: Iterable[int]) -> list[int]:
    """Those of these orders whose message by this key was never written, before any is put into words."""
    keys = {pattern.format(order): order for order in orders}
    known = known_keys(shop, keys)
    return [order for key, order in keys.items() if key not in known][:MOST]


def _moved(shop: Shop, news: Mapping[MessageKind, str]) -> dict[MessageKind, list[int]]:
    """Orders that came to a step since its news are on, and still stand there, with somebody to tell."""
    if not news:
        return {}
    kind_of = {STEP_OF[kind].value: kind for kind in news}
    today = shop.today()
    first = (today - dt.timedelta(days=_FRESH)).isoformat()
    latest = shop.value(S.select(fn.MAX(S.id))) or 0
    query = (
        S.select(S.order, S.status, S.at, O.refunded_minor)
        .join(O)
        .where(
            S.id > latest - _LOOKED_BACK,
            S.status.in_(list(kind_of)),
            S.status == O.status,
            S.at >= first,
            O.customer.is_null(False),
            O.placed_on.is_null() | (O.placed_on >= today - dt.timedelta(days=_RECENT)),
        )
        .order_by(S.id)
    )
    found: dict[MessageKind, list[int]] = {kind: [] for kind in news}
    for order, status, at, refunded in shop.rows(query.tuples()):
        kind = kind_of[status]
        if _moment(at) >= _moment(news[kind]) and (kind is not MessageKind.REFUNDED or refunded):
            found[kind].append(order)
    return found


def _reviews(shop: Shop, days: int) -> list[int]:
    """The last order of each customer that is so many days with them, of those who agreed to be asked."""
    today = shop.today()
    last = today - dt.timedelta(days=days - 1)  # its whole day counts
    first = today - dt.timedelta(days=days + _FRESH)
    newest = shop.value(S.select(fn.MAX(S.id))) or 0
    query = (
        S.select(S.order, O.customer)
        .join(O)
        .where(
            S.id > newest - _LOOKED_BACK,
            S.status == Status.DELIVERED.value,
            O.status == Status.DELIVERED.value,
            S.at >= first.isoformat(),
            S.at < last.isoformat(),
            O.customer.is_null(False),
        )
        .order_by(S.id)
    )
    of = {customer: order for order, customer in shop.rows(query.tuples())}
    for customer in _asked_lately(shop, list(of), today):
        of.pop(customer, None)
    standings = standings_of(shop, of)
    return [
        order
        for customer, order in of.items()
        if customer in standings and message_hindrance(MessageKind.REVIEW_REQUEST, standings[customer]) is None
    ][:MOST]


def _asked_lately(shop: Shop, customers: Sequence[int], today: dt.date) -> set[int]:
    since = (today - dt.timedelta(days=_ASKED)).isoformat()
    asked: set[Any] = set()
    for part in in_parts(customers):  # by their index: the outbox keeps every message of the shop
        query = M.select(M.customer).where(
            among(M.customer, part), M.kind == MessageKind.REVIEW_REQUEST.value, M.created_at >= since
        )
        asked.update(customer for (customer,) in shop.rows(query.tuples()))
    return asked


def _renewals(shop: Shop, values: SettingValues) -> list[RenewalId]:
    rows = {
        f"renewal:{row.renewal.id}:{row.renewal.next_on}": row
        for row in coming_due(shop, values=values)
        if row.days >= -_OVER
    }
    known = known_keys(shop, rows)
    new = [row.renewal for key, row in rows.items() if key not in known]
    standings = standings_of(shop, {one.customer for one in new})
    told = {who for who, one in standings.items() if message_hindrance(MessageKind.RENEWAL, one) is None}
    return [one.id for one in new if one.customer in told][:MOST]


def _moment(text: str) -> dt.datetime:
    """A kept moment, of whatever time zone it was written in; one without any is of UTC."""
    found = dt.datetime.fromisoformat(text)
    return found if found.tzinfo is not None else found.replace(tzinfo=dt.timezone.utc)
