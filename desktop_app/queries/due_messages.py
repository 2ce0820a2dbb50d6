"""Which messages want to be written: news of orders, late and short ones, reviews to ask for, renewals coming due.

Nothing is kept of it: an order at a step without its message has one due, by the key of that message. Only the owner's
desk asks; benches move orders and write to nobody.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from peewee import fn

from desktop_app.domain.message_settings import MESSAGE_STEPS, RENEWAL_DAYS, REVIEW_DAYS
from desktop_app.domain.message_steps import STEP_OF, switched_on
from desktop_app.domain.messages import Draft, MessageKind
from desktop_app.domain.orders import Status
from desktop_app.domain.reaching import message_hindrance
from desktop_app.queries import Shop
from desktop_app.queries.drafts import Composer, order_drafts_of, renewal_drafts
from desktop_app.queries.outbox import known_keys
from desktop_app.queries.reaching import standings_of
from desktop_app.queries.renewals import coming_due
from desktop_app.queries.standings import late_condition, short_orders
from desktop_app.store.tables import MessageTable as M
from desktop_app.store.tables import OrderTable as O
from desktop_app.store.tables import StepTable as S

MOST = 500  # of a kind at once
_LOOKED_BACK = 20_000  # steps, the latest
_FRESH = 14  # days news of an order are news, and a review is asked for
_RECENT = 90  # days old an order may be: what an import brings from years ago is no news
_ASKED = 90  # days until somebody is asked for another review
_OVER = 31  # days a renewal may be over and still be told of


def due_drafts(shop: Shop, *, person: str = "", kinds: Iterable[MessageKind] | None = None) -> list[Draft]:
    """The messages that are due and are not in the outbox yet, as they are proposed; signed by `person`."""
    composer = Composer(shop, person=person)
    on = switched_on(composer.values[MESSAGE_STEPS])
    wanted = set(MessageKind) if kinds is None else set(kinds)
    found: list[Draft] = []
    if MessageKind.DELAY in on and MessageKind.DELAY in wanted:
        found += order_drafts_of(composer, _late(shop), MessageKind.DELAY)
    if MessageKind.OUT_OF_STOCK in on and MessageKind.OUT_OF_STOCK in wanted:
        found += order_drafts_of(composer, _new(shop, "stock:{}", _short(shop)), MessageKind.OUT_OF_STOCK)
    news = {kind: since for kind, since in on.items() if kind in STEP_OF and kind in wanted and since}
    for kind, orders in _moved(shop, news).items():
        found += order_drafts_of(composer, _new(shop, f"order:{{}}:{kind.value}", orders), kind)
    if MessageKind.RENEWAL in wanted and composer.values[RENEWAL_DAYS]:
        found += _renewals(shop, person)
    if MessageKind.REVIEW_REQUEST in wanted and composer.values[REVIEW_DAYS]:
        asked = _reviews(shop, composer.values[REVIEW_DAYS])
        found += order_drafts_of(composer, asked, MessageKind.REVIEW_REQUEST)
    known = known_keys(shop, (draft.key for draft in found))
    return [draft for draft in found if draft.key not in known]


def _new(shop: Shop, pattern: str, orders: Iterable[int]) -> list[int]:
    """Those of these orders whose message by this key was never written, before any is put into words."""
    keys = {pattern.format(order): order for order in orders}
    known = known_keys(shop, keys)
    return [order for key, order in keys.items() if key not in known][:MOST]


def _late(shop: Shop) -> list[int]:
    """Late orders whose customers were not told of this delay."""
    untold = O.told_on.is_null() | (O.told_on < O.ship_by)
    query = O.select(O.id, O.ship_by).where(late_condition(shop.today()), untold).order_by(O.ship_by, O.id)
    keys = {f"delay:{order}:{day}": order for order, day in shop.rows(query.tuples())}
    known = known_keys(shop, keys)
    return [order for key, order in keys.items() if key not in known][:MOST]


def _short(shop: Shop) -> list[int]:
    return sorted(short_orders(shop))


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
    query = M.select(M.customer).where(M.kind == MessageKind.REVIEW_REQUEST.value, M.created_at >= since)
    asked: set[Any] = {row[0] for row in shop.rows(query.tuples())}
    return asked & set(customers)


def _renewals(shop: Shop, person: str) -> list[Draft]:
    rows = {f"renewal:{row.renewal.id}:{row.renewal.next_on}": row for row in coming_due(shop) if row.days >= -_OVER}
    known = known_keys(shop, rows)
    due = [row.renewal.id for key, row in rows.items() if key not in known]
    return renewal_drafts(shop, due[:MOST], person=person)


def _moment(text: str) -> dt.datetime:
    """A kept moment, of whatever time zone it was written in; one without any is of UTC."""
    found = dt.datetime.fromisoformat(text)
    return found if found.tzinfo is not None else found.replace(tzinfo=dt.timezone.utc)
