"""What some people of the sample shop pay for by period, so that something is over, something near, something far."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from desktop_app.actions.demo_people import SamplePeople
from desktop_app.actions.invented import Sample
from desktop_app.domain.renewals import due_after
from desktop_app.store.tables import RenewalTable

if TYPE_CHECKING:
    from desktop_app.store.transaction import Change

_COLUMNS = ("customer", "what", "amount_minor", "currency", "every_months", "next_on", "due_day", "paid_on")
_PEOPLE = ((2, -3), (9, 4), (16, 11), (23, 40), (30, 75))  # places among the people, days until it is due


def write_renewals(change: Change, found: Sample, people: SamplePeople, today: dt.date) -> None:
    """Writes them for those of these people there are; each was paid one period before."""
    rows = []
    for n, (place, days) in enumerate(_PEOPLE):
        if place >= len(people.tongues):
            break
        kinds = found.around["renewals"][people.tongues[place]]
        what, minor, months = kinds[n % len(kinds)]
        due = today + dt.timedelta(days=days)
        paid = due_after(due, -months, due_day=due.day)
        rows.append((people.id_of(place), what, minor, found.shop["currency"], months, due, due.day, min(paid, today)))
    if rows:
        change.insert_many(RenewalTable, _COLUMNS, rows)
