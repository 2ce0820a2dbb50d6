"""How near a deadline is at one look at the shop's clock: in time, due, late; pages mark, sort and warn by it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from desktop_app.domain.deadlines import HOUR, wall_time
from desktop_app.domain.states import StrEnum
from desktop_app.domain.working_hours import WorkingHours
from desktop_app.i18n import Message, msg


class Urgency(StrEnum):
    """How near a deadline is."""

    LATE = "late"
    DUE = "due"  # today, or before the warning time is over
    OK = "ok"


URGENCY_NAMES: Mapping[Urgency, Message] = {
    Urgency.LATE: msg("Late"),
    Urgency.DUE: msg("Due"),
    Urgency.OK: msg("In time"),
}


@dataclass(frozen=True, slots=True)
class Watch:
    """The shop's clock at one look, local time to the minute.

    What is due before `now` is late; by `soon` (tonight, or later where the warning time goes further) it is due; by
    `warned` it is within the warning time, and somebody is told of it.
    """

    now: dt.datetime
    warned: dt.datetime
    soon: dt.datetime

    @classmethod
    def at(cls, now: dt.datetime, hours: WorkingHours, *, warn_hours: int) -> Watch:
        """The watch of a shop that wants to be warned so many working hours ahead."""
        here = wall_time(now, hours)
        warned = wall_time(hours.after(now, warn_hours * HOUR), hours) if warn_hours else here
        tonight = dt.datetime.combine(here.date(), dt.time(23, 59))
        return cls(here, warned, max(warned, tonight))

    def urgency(self, due: dt.datetime | None) -> Urgency:
        """How near a deadline is; OK where nothing is due."""
        if due is None or due > self.soon:
            return Urgency.OK
        return Urgency.LATE if due < self.now else Urgency.DUE
