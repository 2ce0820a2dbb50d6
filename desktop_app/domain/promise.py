"""The promise: by which working day an order is to be posted, and how it stands today."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from desktop_app.domain.orders import TO_PACK, Status
from desktop_app.domain.states import StrEnum


class Standing(StrEnum):
    """How an open order stands against its promise."""

    LATE = "late"
    DUE = "due"
    AT_RISK = "at-risk"
    ON_TIME = "on-time"


@dataclass(frozen=True, slots=True)
class Calendar:
    """The shop's working days: weekly days off (0 = Monday) and public holidays."""

    holidays: frozenset[dt.date] = field(default_factory=frozenset)
    days_off: frozenset[int] = frozenset({5, 6})

    def works(self, day: dt.date) -> bool:
        """Whether the shop packs on this day."""
        return day.weekday() not in self.days_off and day not in self.holidays

    def after(self, day: dt.date, working_days: int) -> dt.date:
        """The day `working_days` working days later; with 0 the first working day not before `day`."""
        while not self.works(day):
            day += dt.timedelta(days=1)
        for _ in range(working_days):
            day += dt.timedelta(days=1)
            while not self.works(day):
                day += dt.timedelta(days=1)
        return day

    def between(self, first: dt.date, last: dt.date) -> int:
        """Working days after `first` up to and including `last`; 0 when `last` is not later."""
        days = (first + dt.timedelta(days=n) for n in range(1, (last - first).days + 1))
        return sum(self.works(day) for day in days)


@dataclass(frozen=True, slots=True)
class Rules:
    """What the shop promises when an order brings no date: working days to post, and the hour that ends a day."""

    calendar: Calendar
    handling_days: int
    cutoff_hour: int


def ship_by(placed_at: str, rules: Rules) -> dt.date:
    """The last day to post an order placed at an ISO 8601 local time, by the shop's rules."""
    placed = dt.datetime.fromisoformat(placed_at)
    start = placed.date()
    if placed.hour >= rules.cutoff_hour and rules.calendar.works(start):
        start += dt.timedelta(days=1)
    return rules.calendar.after(start, rules.handling_days)


def standing(promised: dt.date | None, status: Status, paid: bool, today: dt.date, calendar: Calendar) -> Standing:
    """How an order stands on `today`: late after its day, due on it, at risk when unpaid and nearly due."""
    if promised is None or status not in TO_PACK:
        return Standing.ON_TIME
    if promised < today:
        return Standing.LATE
    if promised == today:
        return Standing.DUE
    if not paid and calendar.between(today, promised) <= 1:
        return Standing.AT_RISK
    return Standing.ON_TIME


def days_late(promised: dt.date, today: dt.date, calendar: Calendar) -> int:
    """By how many working days a promise is overdue; at least 1 once its day is past, a late weekend included."""
    return max(1, calendar.between(promised, today)) if today > promised else 0


def public_holidays(country: str, years: range) -> frozenset[dt.date]:
    """The public holidays of a country (ISO 3166 alpha-2) in some years; none for a country that is not known."""
    import holidays  # heavy: only when a promise is counted

    try:
        return frozenset(holidays.country_holidays(country, years=years))
    except NotImplementedError:
        return frozenset()
