"""The promise: by which working day an order is to be posted, and how it stands today."""

from __future__ import annotations

import datetime as dt
import sys
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType

from desktop_app.domain.orders import TO_PACK, Status
from desktop_app.domain.states import StrEnum
from desktop_app.i18n import Message, msg, nmsg


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
        if last <= first:
            return 0
        weeks, rest = divmod((last - first).days, 7)
        tail = sum((first.weekday() + n) % 7 not in self.days_off for n in range(1, rest + 1))
        feasts = sum(first < day <= last and day.weekday() not in self.days_off for day in self.holidays)
        return weeks * (7 - len(self.days_off)) + tail - feasts


@dataclass(frozen=True, slots=True)
class Rules:
    """What the shop promises when an order brings no date: working days to post, and the hour that ends a day."""

    calendar: Calendar
    handling_days: int
    cutoff_hour: int


def ship_by(placed_at: str, rules: Rules) -> dt.date:
    """The last day to post an order placed at an ISO 8601 local time, by the shop's rules; its offset plays no part."""
    start = dt.date.fromisoformat(placed_at[:10])
    hour = int(placed_at[11:13] or 0)
    if hour >= rules.cutoff_hour and rules.calendar.works(start):
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


def days_late(promised: dt.date, today: dt.date) -> int:
    """By how many days a promise is overdue: days of the calendar, as the customer who waits counts them."""
    return max(0, (today - promised).days)


def risk_until(today: dt.date, calendar: Calendar) -> dt.date:
    """The last promise that an unpaid order of `today` puts at risk: one working day or less is left until it."""
    day, left = today, 1
    while left >= 0:
        day += dt.timedelta(days=1)
        left -= calendar.works(day)
    return day - dt.timedelta(days=1)


def standing_words(found: Standing, late: int, promised: dt.date | None) -> Message:
    """How an order stands, as the tag beside it says: “2 days late”, “Due today”, “At risk”, else its day."""
    if found is Standing.LATE:
        return nmsg("{n} day late", "{n} days late", n=late)
    if found is Standing.DUE:
        return msg("Due today")
    if found is Standing.AT_RISK:
        return msg("At risk")
    return msg("By {day}", day=promised) if promised else msg("No promise")


@lru_cache(maxsize=8)  # a pure function of its arguments, and slow
def public_holidays(country: str, years: range) -> frozenset[dt.date]:
    """The public holidays of a country (ISO 3166 alpha-2) in some years; none for a country that is not known."""
    _spare_other_countries()
    import holidays  # heavy: only when a promise is counted

    try:
        return frozenset(holidays.country_holidays(country, years=years))
    except NotImplementedError:
        return frozenset()


def _spare_other_countries() -> None:
    """Let the library load the one country it is asked for: its package of countries would load all 250 (100 ms).

    An empty package in that one's place is enough, as its registry imports each country by its own name. Its version
    is asked of the installed packages (25 ms) and used for nothing here.
    """
    found = find_spec("holidays")
    if found is not None and found.submodule_search_locations and "holidays" not in sys.modules:
        bare, version = ModuleType("holidays.countries"), ModuleType("holidays.version")
        bare.__path__ = [str(Path(place) / "countries") for place in found.submodule_search_locations]
        version.__dict__["__version__"] = ""
        sys.modules.update({bare.__name__: bare, version.__name__: version})
