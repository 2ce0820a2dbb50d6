"""Renewals: those of a customer, one, and those coming due, the soonest first."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from desktop_app.domain.customers import CustomerId, display_name
from desktop_app.domain.errors import NotFound
from desktop_app.domain.message_settings import RENEWAL_DAYS
from desktop_app.domain.money import Money
from desktop_app.domain.renewals import Renewal, RenewalFields, RenewalId
from desktop_app.domain.settings import SettingValues
from desktop_app.i18n import msg
from desktop_app.queries import Shop
from desktop_app.queries.settings import settings
from desktop_app.store.tables import CustomerTable as C
from desktop_app.store.tables import RenewalTable as T

_COLUMNS = (
    T.id, T.version, T.customer, T.what, T.amount_minor, T.currency, T.every_months, T.next_on, T.note, T.active,
    T.due_day, T.paid_on,
)  # fmt: skip
_NAMES = (C.given, C.family, C.company, C.email, C.phone)


@dataclass(frozen=True, slots=True)
class RenewalRow:
    """A renewal in a list, with whose it is; `days` are those until it is due, below 0 when it is over."""

    renewal: Renewal
    customer: str
    days: int


def renewals_of(shop: Shop, customer_id: CustomerId) -> list[Renewal]:
    """The renewals of a customer, those due soonest first, resting ones last."""
    query = T.select(*_COLUMNS).where(T.customer == customer_id).order_by(T.active.desc(), T.next_on, T.id)
    return [_renewal(row) for row in shop.rows(query.tuples())]


def renewal(shop: Shop, renewal_id: RenewalId) -> Renewal:
    """One renewal; raises NotFound."""
    row = shop.row(T.select(*_COLUMNS).where(T.id == renewal_id))
    if row is None:
        raise NotFound(msg("There is no renewal number {id} in this shop. Check the number.", id=renewal_id))
    return _renewal(row)


def renewals(shop: Shop, ids: Iterable[RenewalId]) -> list[Renewal]:
    """These renewals by number; those that are gone are left out."""
    return [_renewal(row) for row in shop.rows(T.select(*_COLUMNS).where(T.id.in_(list(ids))).order_by(T.id).tuples())]


def renewal_rows(
    shop: Shop, *, until: dt.date | None = None, resting: bool = False, limit: int | None = None
) -> list[RenewalRow]:
    """The renewals of the shop, the soonest first, those of people who died left out; `resting` has paused ones too."""
    query = T.select(*_COLUMNS, *_NAMES).join(C).where(~C.deceased)
    if until is not None:
        query = query.where(T.next_on <= until)
    if not resting:
        query = query.where(T.active)
    today = shop.today()
    rows = shop.rows(query.order_by(T.next_on, T.id).limit(limit).tuples())
    return [_row(row, today) for row in rows]


def coming_due(shop: Shop, *, values: SettingValues | None = None, limit: int | None = None) -> list[RenewalRow]:
    """The renewals due within the days the shop wants to know of them, and those that are over."""
    ahead = (values or settings(shop))[RENEWAL_DAYS]
    until = shop.today() + dt.timedelta(days=ahead)
    return renewal_rows(shop, until=until, limit=limit)


def _row(row: Any, today: dt.date) -> RenewalRow:
    count = len(_COLUMNS)
    found = _renewal(row[:count])
    given, family, company, email, phone = row[count:]
    name = display_name(given, family, company, email=email, phone=phone)
    return RenewalRow(found, name, (found.next_on - today).days)


def _renewal(row: Any) -> Renewal:
    id_, version, customer, what, minor, currency, months, next_on, note, active, due_day, paid_on = row
    amount = Money(minor, currency) if minor is not None else None
    fields = RenewalFields(what, amount, months, next_on, note, bool(active))
    return Renewal(RenewalId(id_), version, CustomerId(customer), fields, due_day, paid_on)
