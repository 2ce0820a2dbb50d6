"""Renewals as the command line tells them: in a list, on the day, in a customer's record."""

from __future__ import annotations

from desktop_app.domain.renewals import Renewal
from desktop_app.i18n import Message, msg, nmsg
from desktop_app.queries.renewals import RenewalRow


def renewal_row_object(row: RenewalRow) -> dict[str, object]:
    """A renewal in a list or on Today, as data."""
    return {
        **renewal_object(row.renewal),
        "title": f"{row.customer} · {row.renewal.fields.what}",
        "customer": {"id": row.renewal.customer, "name": row.customer},
        "days_until": row.days,
    }


def renewal_object(one: Renewal) -> dict[str, object]:
    """A renewal as data."""
    fields = one.fields
    return {
        "id": one.id,
        "what": fields.what,
        "amount": fields.amount,
        "every_months": fields.every_months,
        "next_on": fields.next_on,
        "paid_on": one.paid_on,
        "active": fields.active,
        "note": fields.note,
    }


def when(row: RenewalRow) -> Message:
    """How far off a renewal is, or how long it is over."""
    if row.days == 0:
        return msg("today")
    if row.days < 0:
        return nmsg("{n} day over", "{n} days over", n=-row.days)
    return nmsg("in {n} day", "in {n} days", n=row.days)
