"""The late orders, each with the message prepared for its customer and the ways to reach them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from desktop_app.domain.customers import Channel, CustomerId, display_name
from desktop_app.domain.messages import Means, MessageKind, MessageState
from desktop_app.domain.orders import OrderId
from desktop_app.domain.promise import Promise, Reason
from desktop_app.i18n import Language
from desktop_app.queries import Shop
from desktop_app.queries.drafts import Composer, order_proposal
from desktop_app.queries.order_facts import OrderAbout, orders_about
from desktop_app.queries.outbox import known_keys, message_rows
from desktop_app.queries.promise import Promises
from desktop_app.queries.standings import OPEN_SQL, late_condition, promises_for
from desktop_app.store.tables import OrderTable as O

_MOST = 500  # more late parcels than that need another remedy than letters


@dataclass(frozen=True, slots=True)
class LateRow:
    """One late order; no `message` for somebody who has died.

    `days_late` are working days; `new_day` is what can be promised now: the next working day.
    """

    id: OrderId
    number: str
    customer_id: CustomerId | None
    customer: str
    ship_by: dt.date
    deliver_by: dt.date | None
    days_late: int
    reasons: tuple[Reason, ...]
    new_day: dt.date
    arrives: dt.date | None
    language: Language
    channel: Channel | None
    email: str
    phone: str
    subject: str
    message: str
    told_on: dt.date | None = None  # when they were told of this delay


def late_orders(shop: Shop, *, limit: int = _MOST, person: str = "") -> list[LateRow]:
    """The late orders, promised soonest first; `person` signs the messages."""
    query = O.select(O.id, O.paid, O.to_country, O.told_on).where(late_condition(shop.today()))
    rows = shop.rows(query.order_by(O.ship_by, O.id).limit(limit).tuples())
    if not rows:
        return []
    composer = Composer(shop, person=person)
    promises = promises_for(shop, composer.values, delivering=True, stocked=True)
    known = orders_about(shop, [row[0] for row in rows], composer.values, promises.transits)
    found = [_late(row, known[OrderId(row[0])], promises, composer) for row in rows if row[0] in known]
    sent = _sent(shop, [(row.id, row.ship_by) for row in found])
    return [replace(row, told_on=sent[row.id]) if row.id in sent and row.told_on is None else row for row in found]


def late_counts(shop: Shop) -> tuple[int, int]:
    """How many orders are late, and of how many of them the customer has not been told yet; in one statement."""
    late, untold = shop.sql(_COUNTS, (shop.today(),))[0]
    return late, untold


def late_unwritten(shop: Shop, *, limit: int) -> list[OrderId]:
    """The first late orders, promised soonest first, of whose delay the customers know nothing and no message tells."""
    return [OrderId(number) for (number,) in shop.sql(_UNWRITTEN, (shop.today(), limit))]


_LATE = f"FROM orders o WHERE o.{OPEN_SQL} AND o.ship_by < ?"
_UNTOLD = "(o.told_on IS NULL OR o.told_on < o.ship_by)"  # what they were told of was an earlier delay
# of this very delay
_MESSAGE = "SELECT 1 FROM message m WHERE m.key = 'delay:' || o.id || ':' || CAST(o.ship_by AS text)"
_HANDED = f"{_MESSAGE} AND m.order_id = o.id AND m.state = '{MessageState.HANDED}' AND m.told_at <> ''"
_COUNTS = f"SELECT count(*), count(*) FILTER (WHERE {_UNTOLD} AND NOT EXISTS ({_HANDED})) {_LATE}"
_UNWRITTEN = f"SELECT o.id {_LATE} AND {_UNTOLD} AND NOT EXISTS ({_MESSAGE}) ORDER BY o.ship_by, o.id LIMIT ?"


def _sent(shop: Shop, late: Sequence[tuple[OrderId, dt.date]]) -> dict[OrderId, dt.date]:
    """Since when a server has the message about this very delay."""
    keys = known_keys(shop, (f"delay:{order}:{ship_by}" for order, ship_by in late))
    if not keys:
        return {}
    kept = message_rows(shop, list(keys.values()))
    return {
        one.draft.order: dt.date.fromisoformat(one.told_at[:10])
        for one in kept
        if one.state is MessageState.HANDED and one.draft.order is not None and one.told_at
    }


def _late(row: Sequence[Any], about: OrderAbout, promises: Promises, composer: Composer) -> LateRow:
    _, paid, country, told = row
    facts, reader = about.facts, about.reader
    assert facts.ship_by is not None  # it would not be late
    assert facts.new_day is not None
    transit = promises.transits.days(facts.carrier, country)
    short = about.id in promises.short
    stood = promises.stand(Promise(about.status, bool(paid), facts.ship_by, facts.deliver_by, transit, short))
    draft = order_proposal(composer, about, MessageKind.DELAY, means=Means.EMAIL).draft
    name = display_name(reader.given, reader.family, reader.company, email=reader.email, phone=reader.phone)
    return LateRow(
        id=about.id,
        number=facts.number,
        customer_id=about.customer,
        customer=name or reader.address.name,
        ship_by=facts.ship_by,
        deliver_by=facts.deliver_by,
        days_late=stood.late,
        reasons=stood.reasons,
        new_day=facts.new_day,
        arrives=facts.arrives,
        language=draft.language,
        channel=reader.channel,
        email=reader.email,
        phone=reader.phone,
        subject=draft.subject,
        message="" if reader.deceased else draft.text,
        told_on=told if told is not None and told >= facts.ship_by else None,  # an earlier delay was another one
    )
