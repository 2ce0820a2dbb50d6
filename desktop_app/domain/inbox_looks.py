"""When somebody is to look into an inbox again, in the shop's working hours; Today reminds of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from desktop_app.domain.deadlines import HOUR, moment_of, wall_time
from desktop_app.domain.inboxes import Inbox
from desktop_app.domain.urgency import Urgency
from desktop_app.domain.working_hours import WorkingHours


@dataclass(frozen=True, slots=True)
class InboxRow:
    """An inbox at one look at the clock; `look_by` is the shop's local time, None where nobody looked yet."""

    inbox: Inbox
    look_by: dt.datetime | None
    urgency: Urgency

    @property
    def due(self) -> bool:
        """Whether somebody is to look there now."""
        return self.urgency is not Urgency.OK


def standing_of(inbox: Inbox, now: dt.datetime, hours: WorkingHours) -> InboxRow:
    """When to look into an inbox again: due once its rhythm is over, late once it is over twice."""
    if not inbox.checked_at:
        return InboxRow(inbox, None, Urgency.DUE)
    minutes = inbox.fields.every_hours * HOUR
    by = hours.after(moment_of(inbox.checked_at), minutes)
    if by > now:
        return InboxRow(inbox, wall_time(by, hours), Urgency.OK)
    late = hours.after(by, minutes) <= now
    return InboxRow(inbox, wall_time(by, hours), Urgency.LATE if late else Urgency.DUE)


def sorted_by_need(rows: Sequence[InboxRow]) -> list[InboxRow]:
    """Inboxes, those first that wait longest; where nobody looked yet before all."""
    return sorted(rows, key=lambda row: (row.look_by.isoformat() if row.look_by else "", row.inbox.id))
