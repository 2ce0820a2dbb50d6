"""The late orders, each with the message prepared for its customer and the ways to reach them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from peewee import JOIN

from desktop_app.domain.customers import Address, Channel, CustomerFields, CustomerId, display_name
from desktop_app.domain.late_message import Delay, late_message, late_subject
from desktop_app.domain.orders import OrderId, Status
from desktop_app.domain.promise import Promise, Reason
from desktop_app.domain.settings import SHOP_CONTACT, SHOP_LANGUAGE, SHOP_NAME
from desktop_app.i18n import Language, Words
from desktop_app.queries import Shop
from desktop_app.queries.customers import FIELDS, customer_fields
from desktop_app.queries.promise import Promises
from desktop_app.queries.settings import settings
from desktop_app.queries.standings import late_condition, promises_for
from desktop_app.store.tables import CustomerTable as C
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
    values = settings(shop)
    columns = (O.id, O.number, O.customer, O.ship_by, O.deliver_by, O.status, O.paid, O.carrier, O.to_country)
    query = (
        O.select(*columns, O.told_on, O.to_name, *FIELDS).join(C, JOIN.LEFT_OUTER).where(late_condition(shop.today()))
    )
    rows = shop.rows(query.order_by(O.ship_by, O.id).limit(limit).tuples())
    if not rows:
        return []
    promises = promises_for(shop, values, delivering=True, stocked=True)
    return [_late(row, promises, person) for row in rows]


def _late(row: Sequence[Any], promises: Promises, person: str) -> LateRow:
    order_id, number, customer_id, ship_by, deliver_by, status, paid, carrier, country, told, to_name = row[:11]
    values = promises.settings
    reader = customer_fields(row[11:]) if customer_id is not None else CustomerFields(address=Address(name=to_name))
    transit = promises.transits.days(carrier, country)
    short = order_id in promises.short
    stood = promises.stand(Promise(Status(status), bool(paid), ship_by, deliver_by, transit, short))
    new_day = promises.calendar.after(promises.today, 1)
    arrives = promises.calendar.after(new_day, transit) if transit is not None else None
    delay = Delay(number, ship_by, new_day, deliver_by, arrives)
    language = reader.language or Language(values[SHOP_LANGUAGE])
    words = Words(language)
    message = late_message(
        words, delay, reader=(reader,), contact=values[SHOP_CONTACT], person=person, shop=values[SHOP_NAME]
    )
    name = display_name(reader.given, reader.family, reader.company, email=reader.email, phone=reader.phone)
    return LateRow(
        id=OrderId(order_id),
        number=number,
        customer_id=customer_id,
        customer=name or to_name,
        ship_by=ship_by,
        deliver_by=deliver_by,
        days_late=stood.late,
        reasons=stood.reasons,
        new_day=new_day,
        arrives=arrives,
        language=language,
        channel=reader.channel,
        email=reader.email,
        phone=reader.phone,
        subject=late_subject(words, delay),
        message="" if reader.deceased else message,
        told_on=told if told is not None and told >= ship_by else None,  # an earlier delay was another one
    )
