"""Renewals added, edited, removed and paid; a payment moves the day it is due next by whole periods.

The log of changes does not name what it is: it stays when the customer is erased.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from desktop_app.actions.meanwhile import or_changed_meanwhile
from desktop_app.domain.changes import Changes, Topic
from desktop_app.domain.customers import CustomerId
from desktop_app.domain.errors import Invalid
from desktop_app.domain.renewals import (
    MOST_PERIODS,
    Renewal,
    RenewalFields,
    RenewalId,
    checked_renewal,
    due_after,
)
from desktop_app.domain.text import shorten
from desktop_app.i18n import msg, nmsg
from desktop_app.queries import Shop
from desktop_app.queries.customers import customer_name
from desktop_app.queries.renewals import renewal, renewals
from desktop_app.store.tables import CustomerTable, RenewalTable

_TOPICS = (Topic.CUSTOMERS, Topic.MESSAGES)


def add_renewal(shop: Shop, customer_id: CustomerId, fields: RenewalFields, *, actor: str) -> tuple[RenewalId, Changes]:
    """Keeps what a customer pays for by period; raises Invalid at a field."""
    tidy = checked_renewal(fields)
    title = msg("Add a renewal of {name}", name=shorten(customer_name(shop, customer_id)))
    with shop.change(title, actor=actor, topics=_TOPICS) as change:
        change.touch(CustomerTable, customer_id)
        kept = RenewalId(change.insert(RenewalTable, {"customer": customer_id, **_columns(tidy, None)}))
    return kept, change.changes


def edit_renewal(shop: Shop, renewal_id: RenewalId, version: int, fields: RenewalFields, *, actor: str) -> Changes:
    """Keeps a renewal's new fields; raises Conflict when it was changed since `version` was read."""
    tidy, old = checked_renewal(fields), renewal(shop, renewal_id)
    name = shorten(old.fields.what)
    title = msg("Edit a renewal of {name}", name=shorten(customer_name(shop, old.customer)))
    with shop.change(title, actor=actor, topics=_TOPICS) as change:
        now = renewal(shop, renewal_id)
        with or_changed_meanwhile(shop, name, version=now.version, actor=actor):
            change.update(RenewalTable, renewal_id, version=version, values=_columns(tidy, now))
        if change.wrote:
            change.touch(CustomerTable, now.customer)
    return change.changes


def remove_renewals(shop: Shop, renewal_ids: Sequence[RenewalId], *, actor: str) -> Changes:
    """Removes renewals; Undo brings them back. Raises NotFound when one is gone."""
    found = [renewal(shop, one) for one in dict.fromkeys(renewal_ids)]
    title = nmsg("Remove {n} renewal", "Remove {n} renewals", n=len(found))
    if len(found) == 1:
        title = msg("Remove a renewal of {name}", name=shorten(customer_name(shop, found[0].customer)))
    with shop.change(title, actor=actor, topics=_TOPICS) as change:
        change.touch_many(CustomerTable, sorted({one.customer for one in found}))
        change.delete(RenewalTable, [one.id for one in found])
    return change.changes


def pay_renewals(
    shop: Shop, renewal_ids: Sequence[RenewalId], *, on: dt.date | None = None, periods: int = 1, actor: str
) -> Changes:
    """Notes that renewals were paid on a day (today if None), for one period or several; each is due later by those.

    Raises Invalid at "on" for a day to come, NotFound when one is gone.
    """
    day = on or shop.today()
    if day > shop.today():
        raise Invalid("on", msg("{day} is still to come. Check the day.", day=day))
    if not 1 <= periods <= MOST_PERIODS:
        raise Invalid("periods", msg("Write how many periods were paid, from 1 to {n}.", n=MOST_PERIODS))
    found = [renewal(shop, one) for one in dict.fromkeys(renewal_ids)]
    title = nmsg("{n} renewal paid", "{n} renewals paid", n=len(found))
    if len(found) == 1:
        title = msg("{name} paid a renewal", name=shorten(customer_name(shop, found[0].customer)))
    with shop.change(title, actor=actor, topics=_TOPICS) as change:
        change.touch_many(CustomerTable, sorted({one.customer for one in found}))  # first: two desks wait here
        for one in renewals(shop, [one.id for one in found]):
            after = due_after(one.next_on, one.fields.every_months * periods, due_day=one.due_day)
            values = {"paid_on": day, "next_on": after}
            change.update(RenewalTable, one.id, version=one.version, values=values)
    return change.changes


def _columns(fields: RenewalFields, old: Renewal | None) -> dict[str, object]:
    """The columns of a renewal; the day agreed on stays where the next day is left as it was."""
    assert fields.next_on is not None
    same = old is not None and old.next_on == fields.next_on
    return {
        "what": fields.what,
        "amount_minor": fields.amount.minor if fields.amount else None,
        "currency": fields.amount.currency if fields.amount else "",
        "every_months": fields.every_months,
        "next_on": fields.next_on,
        "due_day": old.due_day if old is not None and same else fields.next_on.day,
        "note": fields.note,
        "active": fields.active,
    }
